"""A table of contents that was typed, or that a PDF shows: no text to be checked, since it repeats the headings."""

import re
from collections.abc import Sequence

from reportgen.finished.parts import Line, Part

_HEADING = re.compile(r"目[\s　]*[录次]")
_ENTRY = re.compile(r"\S.*?(?:[.．·…‥]{2,}|\s{2,}|\t)[\s.．·…‥]*[（(—-]?\s*\d{1,3}\s*[）)—-]?")
_LOOKED_AT = 40
"""A table of contents begins among so many paragraphs."""


def without_contents(parts: Sequence[Part]) -> list[Part]:
    """The parts without the table of contents and the word 目录 above it."""
    start = next((at for at, part in enumerate(parts[:_LOOKED_AT]) if _is(part, _HEADING)), None)
    if start is None:
        return list(parts)
    end = start + 1
    while end < len(parts) and _is(parts[end], _ENTRY):
        end += 1
    return [*parts[:start], *parts[end:]]


def _is(part: Part, form: re.Pattern[str]) -> bool:
    return isinstance(part, Line) and bool(form.fullmatch(part.text.strip()))
