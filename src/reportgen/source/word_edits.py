"""The words of one value in the place of others: on one line, or the lines behind a bar."""

from collections.abc import Iterator

from reportgen.diagnostics.repair import Edit
from reportgen.place import Written
from reportgen.source.node import Entry, Node
from reportgen.source.scalars import scalar
from reportgen.source.sheet import Sheet
from reportgen.source.tree import running_lines


def is_plain(node: Node) -> bool:
    """Whether it is words in one line."""
    return isinstance(node, Written) and not node.block and not node.indent and node.place.last <= node.place.line


def in_one_line(sheet: Sheet, entry: Entry, value: str, flow: bool = False) -> Iterator[Edit]:
    """One line of words in the place of another, right behind the colon where there were none."""
    written = entry.value
    assert isinstance(written, Written)
    words = value.strip()
    end = entry.key.place.column + entry.key.place.length + 1
    line = entry.key.place.line
    if not written.text and not written.quoted:
        if words:
            yield sheet.stretch((line, end), (line, end), f" {scalar(words)}")
    elif not words and not flow and written.place.line == line:
        yield sheet.stretch((line, end), (line, written.place.column + written.place.length))
    else:
        yield instead_of(sheet, written, scalar(words))


def instead_of(sheet: Sheet, written: Written, words: str) -> Edit:
    """Words as YAML reads them in the place of a key, or of a value, of one line."""
    line, column = written.place.line, written.place.column
    return sheet.stretch((line, column), (line, column + written.place.length), words)


def behind_bar(sheet: Sheet, written: Written, value: str) -> Edit:
    """The lines behind a bar."""
    first = written.place.line + 1
    last = sheet.last_said(max(first, min(written.place.last, sheet.count)))
    indent = " " * written.indent
    return sheet.instead(first, last, *(indent + line if line else "" for line in running_lines(value)))
