"""A filling → edits of the content file: each value, and the receipt above its line. Nothing else is touched."""

from collections.abc import Iterable, Iterator

from reportgen.diagnostics.repair import Edit, value_edit
from reportgen.fill.filling import Filled
from reportgen.fill.insertions import insertions
from reportgen.fill.receipts import Receipt, read_receipts, receipt_text
from reportgen.place import Place, Written
from reportgen.source.scalars import scalar
from reportgen.source.sheet import Sheet


def edits_of(filled: Iterable[Filled], sheet: Sheet) -> list[Edit]:
    """The edits that put values and receipts into a file."""
    lines = map(sheet.line, range(1, sheet.count + 1))
    known = {receipt.intake.path: receipt for receipt in read_receipts(lines, sheet.file)}
    told = list(filled)
    written = [each for each in told if each.target.gap is None]
    edits = [edit for each in written for edit in (*_value(each), *_receipt(each, known, sheet))]
    return [*insertions(told, sheet), *edits]  # a receipt stands right above its own line


def _value(filled: Filled) -> Iterator[Edit]:
    value, text = filled.target.value, filled.value.text
    if not filled.changes:
        return
    if not value.text and not value.quoted:
        yield _behind_key(filled.target.key, text)
    elif edit := value_edit(value.place, value.text, _plain(value, text)):
        yield edit


def _plain(value: Written, text: str) -> str:
    return text if value.quoted else scalar(text)


def _behind_key(key: Written, text: str) -> Edit:
    """For a key with nothing behind its colon."""
    column = key.place.column + key.place.length + 1
    place = Place(key.place.file, key.place.line, column, 0)
    return Edit(place, "", f" {scalar(text)}")


def _receipt(filled: Filled, known: dict[str, Receipt], sheet: Sheet) -> Iterator[Edit]:
    """In the place of the former one, or as a line of its own above the value."""
    text, former = receipt_text(filled.path, filled.intake, filled.taken), known.get(filled.path)
    if former is None:
        line = filled.target.key.place.line
        yield sheet.above(line, sheet.lead(line) + text)
    elif former.text != text:
        yield Edit(former.place, former.text, text)
