"""A table of contents that was typed, or that a PDF shows: no text to be checked, since it repeats the headings."""

import re
from collections.abc import Sequence

from reportgen.finished.parts import Line, Part

_HEADING = re.compile(r"目[\s　]*[录次]")
_LEADERS = frozenset(".．·…‥\t")
_LOOKED_AT = 40
"""A table of contents begins among so many paragraphs."""


def without_contents(parts: Sequence[Part]) -> list[Part]:
    """The parts without the table of contents and the word 目录 above it."""
    start = next((at for at, part in enumerate(parts[:_LOOKED_AT]) if _is_heading(part)), None)
    if start is None:
        return list(parts)
    end = start + 1
    while end < len(parts) and _is_entry(parts[end]):
        end += 1
    return [*parts[:start], *parts[end:]]


def _is_heading(part: Part) -> bool:
    return isinstance(part, Line) and bool(_HEADING.fullmatch(part.text.strip()))


def _is_entry(part: Part) -> bool:
    """Whether a line is a heading, leaders, and the number of a page."""
    if not isinstance(part, Line):
        return False
    line = part.text.rstrip(" 　）)—-")
    words = line.rstrip("0123456789")
    return words != line and words.rstrip(" 　（(—-")[-1:] in _LEADERS
