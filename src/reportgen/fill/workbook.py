"""The door to python-calamine: .xlsx, .xls, .xlsb and .ods → sheets. Text with commas is read beside it."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.fill.book import Book, Grid
from reportgen.fill.extent import MOST_CELLS, refuse_too_large, smaller
from reportgen.fill.package import Unshown, contents_told
from reportgen.fill.refused import encrypted, refuse_what_is_none, unreadable
from reportgen.language import _
from reportgen.world import read_bytes, shown

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_PANIC = "PanicException"
"""What Rust throws at a damaged file that it had not thought of; its class has no module to import it from."""
_LOOKED_AT = 50
"""Lines of a text from which is seen what stands between its columns."""
_TEXTS = frozenset({".csv", ".txt", ".tsv"})


def read_book(path: Path) -> Book:
    """A workbook, or a table in a text file. Raises UsageProblem when it cannot be read, with what to do."""
    content = read_bytes(path)
    if path.suffix.lower() in _TEXTS:
        return Book(shown(path.name), (Grid(path.stem, _text_rows(path, content)),))
    refuse_what_is_none(path, content)
    refuse_too_large(path, content)
    return _opened(path, content)


def _opened(path: Path, content: bytes) -> Book:
    try:
        return _read(path, content)
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise UsageProblem(unreadable(path)) from error


def _read(path: Path, content: bytes) -> Book:
    try:
        from python_calamine import CalamineError, PasswordError, load_workbook  # `build` and `check` need it not
    except ImportError as error:
        told = _("读工作簿要用 python-calamine，这里没有装好：pip install python-calamine")
        raise EnvironmentProblem(told) from error

    try:
        with load_workbook(io.BytesIO(content)) as book:
            cells = [sheet for sheet in book.sheets_metadata if str(sheet.typ).endswith("WorkSheet")]  # no charts
            hidden = {sheet.name: "Visible" not in str(sheet.visible) for sheet in cells}
            sheets = tuple(_sheet(book.get_sheet_by_name(name), name, hidden[name]) for name in hidden)
    except PasswordError as error:
        raise UsageProblem(encrypted(path)) from error
    except CalamineError as error:
        raise UsageProblem(unreadable(path)) from error
    return Book(shown(path.name), sheets, contents_told(content), Unshown(content))


def _sheet(sheet: "CalamineSheet", name: str, hidden: bool) -> Grid:
    rows = sheet.to_python(skip_empty_area=False)
    return Grid(name, tuple(map(tuple, rows)), tuple(sheet.merged_cell_ranges or ()), hidden)


def _text_rows(path: Path, content: bytes) -> tuple[tuple[str, ...], ...]:
    """UTF-8 if every byte of it is, else GB18030, never a western one: that would read anything."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise UsageProblem(_("{path} 的编码读不懂。请用 Excel 或 WPS 打开，另存为 .xlsx", path=shown(path)))
    first = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]
    delimiter = max("\t;,", key=lambda mark: sum(mark in line for line in first))
    return tuple(_bounded(path, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))


def _bounded(path: Path, rows: Iterable[list[str]]) -> Iterator[tuple[str, ...]]:
    """The rows of a text. Raises UsageProblem when it has more cells than a workbook may have."""
    cells = 0
    try:
        for row in rows:
            cells += len(row)
            if cells > MOST_CELLS:
                told = {"path": shown(path), "most": MOST_CELLS // 10_000}
                raise UsageProblem(_("{path} 超过 {most} 万格，太大了，没有读。", **told) + smaller())
            yield tuple(row)
    except csv.Error as error:  # a cell of more than 128 kB
        raise UsageProblem(unreadable(path)) from error
