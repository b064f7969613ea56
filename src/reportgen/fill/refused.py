"""What is no workbook that can be read, and what to do about it."""

from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.world import shown

_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENDINGS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".et", ".ett", ".xlt", ".xltx"})


def refuse_what_is_none(path: Path, content: bytes) -> None:
    """Raises UsageProblem for what is no workbook by its ending or its first bytes."""
    if path.suffix.lower() not in _ENDINGS:
        told = _("{path} 不是电子表格：能读的是 .xlsx、.xls、.ods 和 .csv", path=shown(path))
        raise UsageProblem(told)
    if not content:
        raise UsageProblem(_("{path} 是空的", path=shown(path)))
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise UsageProblem(encrypted(path))
    if not content.startswith((_OLE, _ZIP, b"\x09\x08")):
        raise UsageProblem(_disguised(path, content))


def _disguised(path: Path, content: bytes) -> str:
    """Systems export pages of the web and text under the ending .xls."""
    head = content[:2000].lower()
    if b"<html" in head or b"<table" in head or b"<?xml" in head:
        kind = _("{path} 其实是网页或 XML，只是名字像 Excel 文件。", path=shown(path))
    else:
        kind = _("{path} 的内容不是电子表格，可能已经损坏。", path=shown(path))
    return kind + _save_anew()


def _save_anew() -> str:
    return _("请用 Excel 或 WPS 打开，另存为 .xlsx，再用另存的文件")


def encrypted(path: Path) -> str:
    """Of a workbook with a password."""
    return _("{path} 设了打开密码，读不了。请用 Excel 或 WPS 打开，去掉密码再另存", path=shown(path))


def unreadable(path: Path) -> str:
    """Of a damaged workbook."""
    return _("{path} 读不了，可能已经损坏。", path=shown(path)) + _save_anew()
