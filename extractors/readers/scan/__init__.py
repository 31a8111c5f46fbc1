"""Reads pictures of pages: scanned PDF pages, photographs, images of forms."""
