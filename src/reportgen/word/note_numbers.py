"""By which numbers footnotes of this program are known in a Word file."""

FIRST_NOTE = 1001
"""Above those that a template may have."""


def is_ours(number: str) -> bool:
    """Whether a `w:id` is that of a note which the program wrote."""
    return number.isdecimal() and int(number) >= FIRST_NOTE
