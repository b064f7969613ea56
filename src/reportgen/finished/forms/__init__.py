"""Indicator tables and other forms of finished documents, read back into the values that a content file would give."""
