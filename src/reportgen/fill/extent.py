"""How large a workbook is, found without unpacking all of it: two cells in the corners of a sheet are 16,000 million.

The library that reads workbooks makes a grid of each sheet and ends the process where that does not fit. Cells that
only have a format are none: a column that is coloured to its end makes no sheet larger.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from reportgen import patterns as re
from reportgen.errors import UsageProblem
from reportgen.fill.package import UNREADABLE
from reportgen.language import _
from reportgen.record import Struct
from reportgen.world import shown

MOST_CELLS = 2_000_000
"""Of a workbook, as grids: sixty sheets of final accounts have a hundred thousand; these take 0.6 GB."""
_MOST_BYTES = 300_000_000
"""Of all its parts, unpacked."""
_PIECE = 1 << 20
_LONGEST = 400
"""Bytes of a cell's tag, which may be cut between two pieces."""
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CELL = re.compile(rb"<c\s(?:[^<>]*?\s)?r=[\"']([A-Za-z]{1,3})(\d{1,7})[\"'][^<>]*(?<!/)>|<c(?:\s[^<>]*)?(?<!/)>")


class _Extent(Struct):
    """The last row and column in which something stands; `unplaced` are cells that do not say where they are."""

    rows: int = 0
    columns: int = 0
    unplaced: int = 0

    @property
    def cells(self) -> int:
        """Of the grid."""
        return max(self.rows * self.columns, self.unplaced)


def refuse_too_large(path: Path, content: bytes) -> None:
    """Raises UsageProblem for a workbook whose parts, or grids, would fill the memory; damage is told by others."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _look_through(path, package)
    except (*UNREADABLE, OSError):
        return


def _look_through(path: Path, package: zipfile.ZipFile) -> None:
    size = cells = 0
    for item in package.infolist():
        extent, tail = _Extent(), b""
        for piece in _pieces(package, item):
            size += len(piece)
            if size > _MOST_BYTES:
                told = {"path": shown(path), "most": _MOST_BYTES // 1_000_000}
                raise UsageProblem(_("{path} 展开后超过 {most} MB，太大了，没有读。", **told) + smaller())
            if _SHEET.fullmatch(item.filename):
                _measure(extent, tail + piece)
                tail = piece[-_LONGEST:]
            if cells + extent.cells > MOST_CELLS:
                raise UsageProblem(_too_many(path, extent))
        cells += extent.cells


def _pieces(package: zipfile.ZipFile, item: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(item) as part:
        while piece := part.read(_PIECE):
            yield piece


def _measure(extent: _Extent, piece: bytes) -> None:
    found = _CELL.findall(piece)
    placed = {pair for pair in found if pair[0]}
    extent.unplaced += len(found) - sum(1 for pair in found if pair[0])
    extent.rows = max([extent.rows, *(int(row) for _letters, row in placed)])
    extent.columns = max([extent.columns, *map(_number, {letters for letters, _row in placed})])


def _number(letters: bytes) -> int:
    """A column, from 1: A, Z, AA."""
    found = 0
    for letter in letters.upper():
        found = found * 26 + letter - ord("A") + 1
    return found


def _too_many(path: Path, extent: _Extent) -> str:
    told = {"path": shown(path), "rows": extent.rows, "columns": extent.columns, "most": MOST_CELLS // 10_000}
    if extent.rows * extent.columns <= MOST_CELLS:
        return _("{path} 的表加起来超过 {most} 万格，太大了，没有读。", **told) + smaller()
    return _("{path} 有一张表至少用到了 {rows} 行、{columns} 列，超过 {most} 万格，没有读。", **told) + smaller()


def smaller() -> str:
    """What to do about a workbook that is too large."""
    return _("请用 Excel 或 WPS 打开，删去用不着的行、列和表，只把要取数的表另存为一个文件")
