"""One reader a file format: bytes in, a `Document` out."""
