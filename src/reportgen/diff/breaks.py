"""Signs in the words of a draft where a line or a paragraph of it ends."""

BREAK, END = "\v", "\n"
"""A forced line break within a paragraph; where one paragraph ends and the next one begins."""
