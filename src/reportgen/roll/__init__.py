"""Next year's content file from this year's: what becomes of each field, as edits of the text, and how it is told."""
