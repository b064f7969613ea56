"""Charts: drawn as SVG for the PDF (`svg`), and as the parts of a native, editable chart for Word (`native`)."""
