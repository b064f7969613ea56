"""Charts: drawn as SVG for the PDF (`svg`), and as the parts of a native, editable chart for Word (`native`).

The two are not imported here: each brings a library that the other has no use for.
"""
