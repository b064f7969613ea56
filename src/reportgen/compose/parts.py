"""Parts of a text, such as its lines or names, each with the place where it was written."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.place import Written

_REFERENCE = r"\{\{[^{}\n]*\}\}"
"""{{ 支出 | 万元 }}: a bar within it parts nothing."""
PERSONS = re.compile(rf"(?:{_REFERENCE}|[^、，,；;|｜\n])+")
"""Names, however they are parted."""
LINES = re.compile(rf"(?:{_REFERENCE}|[^|｜\n])+")
"""What stands on lines of its own, or in one line with bars between: 示例县财政局 | 示例县水务局."""


def parts_of(written: Written, pattern: re.Pattern[str]) -> Iterator[Written]:
    """What the pattern finds, without the blanks around it; nothing where there are blanks alone."""
    for found in pattern.finditer(written.text):
        if words := found[0].strip():
            yield Written(words, written.place_at(found.start() + found[0].index(words), len(words)))
