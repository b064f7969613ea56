"""The light marks of prose: one line is one paragraph, `# ` a sub-heading, `- ` a numbered item."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.place import Written

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"\s*(?P<hashes>#{1,3})\s+|\s*(?P<item>-)\s+|\s*")
_NO_MARK = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class FlowLine:
    """One line of prose: characters `start` to `end` of its text.

    `depth` is 0 for a paragraph, 1 for `# `, 2 for `## `; `item` marks a numbered item.
    """

    start: int
    end: int
    depth: int = 0
    item: bool = False


def flow_lines(written: Written, marks: bool = True) -> Iterator[FlowLine]:
    """The lines of a text that say something, white space at both ends left out; without `marks` # and - are words."""
    for line in _LINE.finditer(written.text):
        mark = (_MARK if marks else _NO_MARK).match(line[0])
        lead = mark.end() if mark else 0
        body = line[0][lead:].rstrip()
        if not body:
            continue
        start = line.start() + lead
        hashes = mark["hashes"] if mark and marks else None
        yield FlowLine(start, start + len(body), len(hashes or ""), bool(mark and marks and mark["item"]))
