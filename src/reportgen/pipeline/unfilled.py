"""What a content file that was rolled still waits for: holes to be filled in, and text of last year to be confirmed."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import HOLE, UNCONFIRMED
from reportgen.language import _
from reportgen.model.hole import SIGN, spans_of_holes
from reportgen.place import Written
from reportgen.source.comments import MARK, read_remarks
from reportgen.source.node import walk
from reportgen.source.reader import Source


def unfilled(text: str, source: Source) -> list[Diagnostic]:
    """Every hole of the values, and every mark of the comments; for a file without any, two looks at its text."""
    found = [*_holes(source)] if SIGN in text else []
    return [*found, *_marks(source)] if MARK in text else found


def _holes(source: Source) -> Iterator[Diagnostic]:
    for node in walk(source.root) if source.root else ():
        if isinstance(node, Written) and SIGN in node.text:
            for start, end in spans_of_holes(node.text):
                yield HOLE.at(node.place_at(start, end - start), _("{hole} 没有填", hole=node.text[start:end]))


def _marks(source: Source) -> Iterator[Diagnostic]:
    for remark in read_remarks(source):
        if remark.keeps_last_year:
            yield UNCONFIRMED.at(remark.place)
