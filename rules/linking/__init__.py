"""Match the figures of a narrative with the cells of the forms."""
