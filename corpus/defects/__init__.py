"""Defects planted in invented submissions, each with a near miss that must stay silent."""
