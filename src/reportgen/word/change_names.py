"""What the elements of tracked changes are called in a Word file, without namespace (ISO/IEC 29500-1, 17.13.5)."""

from reportgen import patterns as re

PUT_IN, TAKEN_OUT = ("ins", "moveTo"), ("del", "moveFrom")
"""Around words; in the properties of a row or of the end of a paragraph for these."""
CHANGED_FORMATS = re.compile(r"(?:rPr|pPr|numbering|sectPr|tblPr|tblPrEx|tblGrid|trPr|tcPr)Change")
"""Properties as they were before."""
