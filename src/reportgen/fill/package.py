"""What stands in the parts of an .xlsx beside its values: formulas that nobody worked out, errors, macros, links.

A formula without a stored value, and one whose value is an error, come out of the workbook as nothing; only the XML
says that something stands there. It is read when such a cell is asked for.
"""

import io
import zipfile
import zlib
from functools import cached_property
from html import unescape

from reportgen import patterns as re
from reportgen.fill.book import address
from reportgen.language import _
from reportgen.record import Struct

_SHEET = re.compile(r'<sheet\b[^>]*?\bname="(?P<name>[^"]*)"[^>]*?\br:id="(?P<id>[^"]*)"')
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r'\b(Id|Target)="([^"]*)"')
_ERROR = re.compile(r"<v>(#[^<]*)</v>")
UNREADABLE = (
    KeyError,  # there is no such part
    zipfile.BadZipFile,  # its directory, a header or a checksum is damaged
    zlib.error,  # what is packed is damaged
    EOFError,  # it ends too early
    ValueError,  # a place before its beginning is named, or a name in no encoding
    RuntimeError,  # a part is marked as encrypted, or is packed in a way or for a version that zipfile lacks
)
"""What zipfile raises for a package that it cannot read: each was met when one was damaged at random."""
_MOST = 200_000_000
"""Bytes of one part: a longer one is left unread."""


def contents_told(content: bytes) -> tuple[str, ...]:
    """What must be known before its figures are relied on."""
    names = _names(content)
    notes = []
    if any(name.endswith("vbaProject.bin") for name in names):
        notes.append(_("里面有宏。程序不运行宏，只读存下来的数；数要靠宏算出来的，请先在 Excel 里算好再存"))
    if any(name.startswith("xl/externalLinks/") for name in names):
        notes.append(_("里面有公式引用了别的文件。程序只读存下来的数，可能不是最新的；请先在 Excel 里更新链接再存"))
    return tuple(notes)


class Unshown(Struct, frozen=True, dict=True):
    """Why a cell of a workbook has no value, by sheet, row and column; empty where nothing stands in it."""

    content: bytes

    def __call__(self, sheet: str, row: int, column: int) -> str:
        """In the user's words."""
        if sheet not in self._texts:
            self._texts[sheet] = _sheet_text(self.content, sheet)
        at = rf'<c\b[^>]*\br="{address(row, column)}"[^>]*?(?:/>|>(.*?)</c>)'
        found = re.search(at, self._texts[sheet], re.DOTALL)
        inside = found[1] or "" if found else ""
        if error := _ERROR.search(inside):
            return _("公式算出的是错误 {error}", error=error[1])
        return _("公式未计算：请用 Excel 或 WPS 打开，存一次再用") if "<f" in inside else ""

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}


def _names(content: bytes) -> list[str]:
    if not content.startswith(b"PK"):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return package.namelist()
    except UNREADABLE:  # the library that reads its figures tells of damage
        return []


def _sheet_text(content: bytes, sheet: str) -> str:
    """The XML of a sheet; empty where the workbook is of another kind."""
    if "xl/workbook.xml" not in _names(content):
        return ""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        workbook, relations = _part(package, "xl/workbook.xml"), _part(package, "xl/_rels/workbook.xml.rels")
        ids = {unescape(match["name"]): match["id"] for match in _SHEET.finditer(workbook)}
        pairs = (dict(_ATTRIBUTE.findall(match[0])) for match in _RELATION.finditer(relations))
        targets = {pair.get("Id"): pair.get("Target", "") for pair in pairs}
        target = targets.get(ids.get(sheet, "")) or ""
        return _part(package, target.lstrip("/") if target.startswith("/") else f"xl/{target}")


def _part(package: zipfile.ZipFile, name: str) -> str:
    """A part as text; empty where there is none that can be read."""
    try:
        too_long = package.getinfo(name).file_size > _MOST
        return "" if too_long else package.read(name).decode("utf-8", "replace")
    except UNREADABLE:  # the library that reads its figures tells of damage
        return ""
