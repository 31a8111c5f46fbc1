"""The commands of `hedui`, one module each."""
