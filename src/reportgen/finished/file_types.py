"""What a file really is, by its first bytes, and what to tell a person whose file cannot be read."""

from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _

TEXT, DOCX, PDF = ".txt", ".docx", ".pdf"
SUFFIXES = frozenset({TEXT, DOCX, PDF})
"""The endings of files that can be read."""

_OLD_WORD = frozenset({".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".uot", ".docm", ".dotx"})
_SHEETS = frozenset({".xls", ".xlsx", ".xlsm", ".et", ".ett", ".ods", ".csv"})
_PRINTED = frozenset({".ofd", ".ceb", ".caj", ".ppt", ".pptx", ".dps"})
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".heic"})
UNSUPPORTED = _OLD_WORD | _SHEETS | _PRINTED | _PICTURES
"""The endings of files that people send and that cannot be read: each has its own advice."""

_ZIP, _OLE, _PDF, _RTF = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"{\\rtf"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_HEAD = 1024
"""PDF readers look for the signature within so many bytes."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream of an OLE file in which Word keeps a docx that has a password."""


def is_known(path: Path) -> bool:
    """Whether the ending is one of a document, be it one that can be read or one for which there is advice."""
    return path.suffix.lower() in SUFFIXES | UNSUPPORTED


def is_document(path: Path) -> bool:
    """Whether the ending is certainly one of a report: it is taken up where a whole folder is named."""
    return path.suffix.lower() in {DOCX, PDF} | _OLD_WORD


def refuse_unsupported_type(path: Path) -> None:
    """Raises UsageProblem with advice for an ending that people send and that cannot be read."""
    ending = path.suffix.lower()
    if ending in _OLD_WORD:
        told = _("{path} 是 {ending} 文件，不能直接检查。{advice}", path=path, ending=ending, advice=_save_as_docx())
    elif ending in _SHEETS:
        advice = _("请用 Excel 或 WPS 打开，输出为 PDF 再检查；也可以把表格复制到 Word 里，另存为 .docx")
        told = _("{path} 是电子表格，不能直接检查。{advice}", path=path, advice=advice)
    elif ending in _PRINTED:
        advice = _("请用能打开它的软件输出（打印）成 PDF，再检查 PDF")
        told = _("{path} 是 {ending} 文件，不能直接检查。{advice}", path=path, ending=ending, advice=advice)
    elif ending in _PICTURES:
        told = _("{path} 是图片，里面没有文字。{advice}", path=path, advice=ask_for_text())
    else:
        return
    raise UsageProblem(told)


def _save_as_docx() -> str:
    return _("请用 Word 或 WPS 打开，点「文件」「另存为」，类型选「Word 文档（.docx）」，再检查另存的文件")


def ask_for_text() -> str:
    """What to do about a file that shows pictures of text."""
    return _("请向写报告的单位要 Word 文件（.docx），或从 Word、WPS 直接输出的 PDF（不是扫描的）")


def refuse_wrong_content(path: Path, content: bytes) -> None:
    """Raises UsageProblem when the content is empty, locked, or not what the ending says."""
    if not content.strip(b"\0\r\n\t "):
        raise UsageProblem(_("{path} 是空文件，多半是没有复制完整，请重新复制一份", path=path))
    right = {PDF: _PDF in content[:_HEAD], DOCX: content.startswith(_ZIP)}
    text = not content.startswith((_ZIP, _OLE, _PDF, _RTF)) and not _is_picture(content)
    if not right.get(path.suffix.lower(), text):
        raise UsageProblem(_wrong_content(path, content))


def _wrong_content(path: Path, content: bytes) -> str:
    """What the content is, where that can be told."""
    names = {"path": path, "ending": path.suffix}
    if content.startswith(_OLE) and _ENCRYPTED in content:
        return password_needed(path)
    if content.startswith((_OLE, _RTF)):
        return _("{path} 名为 {ending}，其实是旧的 Word 格式（.doc）。{advice}", **names, advice=_save_as_docx())
    if _PDF in content[:_HEAD]:
        return _("{path} 名为 {ending}，其实是 PDF。请把名字改成以 .pdf 结尾，再检查", **names)
    if _is_picture(content):
        return _("{path} 名为 {ending}，其实是图片，里面没有文字。{advice}", **names, advice=ask_for_text())
    if content.startswith(_ZIP):
        sheet = _("{path} 名为 {ending}，其实是 Excel 文件。请改回原来的名字", **names)
        word = _("{path} 名为 {ending}，其实是 Word 文件或压缩包。请改回原来的名字，压缩包要先解压", **names)
        return sheet if b"xl/workbook.xml" in content else word
    return _("{path} 名为 {ending}，其实不是，或者已经损坏。请用 Word 或 WPS 打开看看，再另存一份", **names)


def _is_picture(content: bytes) -> bool:
    """Whether it begins as pictures do, and has bytes that no text has."""
    return content.startswith(_IMAGES) and b"\0" in content[:_HEAD]


def password_needed(path: Path | str) -> str:
    """What to say of a file that asks for a password."""
    return _("{path} 加了密码，读不了。请用 Word、WPS 或 PDF 软件打开，输入密码，去掉密码后另存一份再检查", path=path)
