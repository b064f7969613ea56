"""The light marks of prose: one line is one paragraph, `# ` a sub-heading, `- ` a numbered item.

An item that stands further in than the one above is numbered below it.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.place import Written
from reportgen.record import Struct

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"\s*(?P<hashes>#{1,6})\s+|\s*(?P<item>-)\s+|\s*")
_NO_MARK = re.compile(r"\s*")
_WIDTHS = {"\t": 4, "\u3000": 2}
"""Columns of the blanks before a mark; all others take one."""
_STEP = 2
"""An item that stands at least so many columns further in belongs to the one above it."""


class FlowLine(Struct, frozen=True):
    """One line of prose: characters `start` to `end` of its text.

    `depth` is 0 for a paragraph, 1 for `# `, 2 for `## `; `item` marks a numbered item, `nesting` how many items it
    stands within.
    """

    start: int
    end: int
    depth: int = 0
    item: bool = False
    nesting: int = 0


def flow_lines(written: Written, marks: bool = True) -> Iterator[FlowLine]:
    """The lines of a text that say something, white space at both ends left out; without `marks` # and - are words."""
    columns: list[int] = []
    for line in _LINE.finditer(written.text):
        mark = (_MARK if marks else _NO_MARK).match(line[0])
        lead = mark.end() if mark else 0
        body = line[0][lead:].rstrip()
        if not body:
            continue
        start = line.start() + lead
        hashes = mark["hashes"] if mark and marks else None
        item = bool(mark and marks and mark["item"])
        columns = [] if hashes else _nested(columns, line[0]) if item else columns
        yield FlowLine(start, start + len(body), len(hashes or ""), item, max(0, len(columns) - 1) if item else 0)


def _nested(columns: list[int], line: str) -> list[int]:
    """The columns of the items that a line stands within, its own the last."""
    own = sum(_WIDTHS.get(blank, 1) for blank in line[: len(line) - len(line.lstrip())])
    outer = [column for column in columns if column + _STEP <= own]
    beside = [column for column in columns[len(outer) :] if column <= own + 1][:1]
    return [*outer, *(beside or [own])]
