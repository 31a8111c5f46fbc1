"""Turns what stands on printed or scanned pages into the one document model.

A page is pieces of text with their boxes, and ruling lines; where they come from (a PDF's text layer,
a recognised picture) does not matter here. `assembling.assemble` is the way in.
"""
