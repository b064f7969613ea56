"""Parts of a text, such as its lines or names, each with the place where it was written."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.place import Written

PERSONS = re.compile(r"[^、，,；;\n]+")
"""Names, however they are parted."""
LINES = re.compile(r"[^\n]+")


def parts_of(written: Written, pattern: re.Pattern[str]) -> Iterator[Written]:
    """What the pattern finds, without the blanks around it; nothing where there are blanks alone."""
    for found in pattern.finditer(written.text):
        if words := found[0].strip():
            yield Written(words, written.place_at(found.start() + found[0].index(words), len(words)))
