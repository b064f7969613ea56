"""`check --against`: what is found when a content file is held against workbooks, beside what was found in itself."""

from collections.abc import Sequence
from pathlib import Path

from reportgen.diagnostics.report import Report
from reportgen.diagnostics.workbook_kinds import OF_WORKBOOKS
from reportgen.fill.against import held_against
from reportgen.fill.book import Book
from reportgen.fill.receipts import read_receipts
from reportgen.language import _
from reportgen.pipeline.acknowledge import acknowledged
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.fill import asked_by
from reportgen.record import replace
from reportgen.source.node import Mapping


def checked_against(checked: Checked, books: Sequence[Book], roots: tuple[Path, ...]) -> tuple[Checked, str]:
    """The file with what was found beside the workbooks, and a line that says how many figures were compared."""
    source = checked.source
    if not isinstance(source.root, Mapping):
        return checked, ""
    intakes, fields = asked_by(source.root, roots)
    receipts = tuple(read_receipts(source.lines, source.file))
    held = held_against(source.root, intakes, receipts, fields, books)
    accepted = [entry for entry in checked.waiting if entry.code.startswith(OF_WORKBOOKS)]
    found = acknowledged([source.relocated(finding) for finding in held.findings], accepted, composed=True)
    words = _("与工作簿核对了 {count} 个数，{same} 个一样", count=held.compared, same=held.agreeing)
    return replace(checked, report=checked.report + Report.of(found)), words
