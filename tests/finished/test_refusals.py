"""What cannot be read: a sentence that says what to do, exit code 2, never a traceback."""

import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from tests.support.report import LISTS, W, docx, p, r, read_parts, row, table, tc

from reportgen.errors import UsageProblem
from reportgen.pipeline.finished import check_finished

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
LOCKED_DOCX = OLE + "EncryptedPackage".encode("utf-16-le")
LOCKED_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"3 0 obj<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -4>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>\n%%EOF"
)


def scanned() -> bytes:
    stream = BytesIO()
    Image.new("L", (600, 800), 255).save(stream, "PDF")
    return stream.getvalue()


def zipped(**entries: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return stream.getvalue()


def huge() -> bytes:
    """A small file that unpacks to more than any report has."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(210):
            part.write(b" " * 1_000_000)
    return stream.getvalue()


def expanding() -> bytes:
    """Entities, each ten times the one before, the first a file of the reader's: 400 bytes, and a thousand million."""
    names = "abcdefghij"
    entities = '<!ENTITY a SYSTEM "file:///etc/passwd">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairwise(names)
    )
    return zipped(word__document_xml=f'<!DOCTYPE d [{entities}]><d xmlns="x">&j;</d>')


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("报告.doc", b"x", "是 .doc 文件，不能直接检查。请用 Word 或 WPS 打开，点「文件」「另存为」"),
        ("报告.WPS", b"x", "是 .wps 文件，不能直接检查。请用 Word 或 WPS 打开"),
        ("自评表.xls", b"x", "是电子表格，不能直接检查。请用 Excel 或 WPS 打开，输出为 PDF 再检查"),
        ("自评表.xlsx", b"PK", "是电子表格，不能直接检查"),
        ("自评表.et", b"x", "是电子表格，不能直接检查"),
        ("报告.ofd", b"PK", "是 .ofd 文件，不能直接检查。请用能打开它的软件输出（打印）成 PDF"),
        ("报告.jpg", b"x", "是图片，里面没有文字。请向写报告的单位要 Word 文件（.docx）"),
        ("报告.docx", b"", "是空文件，多半是没有复制完整"),
        ("报告.pdf", b"\0\0\0\0", "是空文件，多半是没有复制完整"),
        ("报告.docx", LOCKED_DOCX, "加了密码，读不了"),
        ("报告.pdf", LOCKED_PDF, "加了密码，读不了"),
        ("报告.docx", OLE, "名为 .docx，其实是旧的 Word 格式（.doc）"),
        ("报告.docx", b"{\\rtf1 }", "名为 .docx，其实是旧的 Word 格式（.doc）"),
        ("报告.docx", b"%PDF-1.7\n", "名为 .docx，其实是 PDF"),
        ("报告.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "名为 .docx，其实是图片"),
        ("报告.txt", b"\xff\xd8\xff\xe0\0\x10JFIF", "名为 .txt，其实是图片"),
        ("报告.txt", b"PK\x03\x04 xl/workbook.xml", "名为 .txt，其实是 Excel 文件"),
        ("报告.pdf", docx(p("一、概况")), "名为 .pdf，其实是 Word 文件或压缩包"),
        ("报告.pdf", b"<html></html>", "名为 .pdf，其实不是，或者已经损坏"),
        ("报告.docx", b"PK\x03\x04 and no more", "不是完好的 docx 文件"),
        ("报告.docx", docx(p("一、概况"))[:-200], "不是完好的 docx 文件"),
        ("报告.docx", zipped(a="b"), "不是 Word 文件，里面没有正文"),
        (
            "报告.docx",
            docx("<w:p>", styles=f"<w:styles {W}/>"),
            "里的 word/document.xml 已损坏，请用 Word 或 WPS 打开，另存一份",
        ),
        ("报告.docx", expanding(), "里的 word/document.xml 有 Word 不写的实体定义（DOCTYPE），没有读。"),
        (
            "报告.docx",
            docx(p("水利工程" * 900_000)),
            "里的 word/document.xml 有一段文字长得读不了，请用 Word 或 WPS 分成几段",
        ),
        ("报告.docx", huge(), "展开后有 210 MB，太大了（最多 200 MB），没有读"),
        ("报告.pdf", b"%PDF-1.7 and no more", "已损坏，打不开"),
        ("报告.pdf", scanned(), "是扫描的图片，里面没有文字。请向写报告的单位要 Word 文件"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(name: str, content: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UsageProblem) as told:
        read_parts(path)
    assert str(told.value).removeprefix(str(path)).lstrip().startswith(words), str(told.value)


ODD = ("", "-1", "99999999999", "abc", "1.5", "NaN", "²")
"""What damaged files, and programs that are no Word, write for a number."""


@pytest.mark.parametrize("body", ["<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:p/>", "<w:sdt/>", "<w:sectPr/>"])
def test_an_empty_word_file_is_read(body: str, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(docx(body))
    assert read_parts(path) == []


@pytest.mark.parametrize("number", ODD)
def test_numbers_that_are_none_stop_nothing(number: str, tmp_path: Path) -> None:
    properties = (
        f'<w:outlineLvl w:val="{number}"/><w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
        f'<w:spacing w:line="{number}" w:lineRule="exact"/><w:jc w:val="{number}"/>'
    )
    cell = tc("甲", f'<w:gridSpan w:val="{number}"/><w:vMerge w:val="{number}"/>')
    section = (
        f'<w:sectPr><w:pgSz w:w="{number}" w:h="{number}"/><w:pgMar w:top="{number}" w:left="{number}"/></w:sectPr>'
    )
    run = r("全年开放。", f'<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="{number}"/><w:spacing w:val="{number}"/>')
    body = p("一、概况", properties) + f"<w:p>{run}</w:p>" + table(row(cell, "乙"), row("丙", "丁")) + section
    path = tmp_path / "报告.docx"
    path.write_bytes(docx(body, numbering=LISTS.replace('w:start w:val="1"', f'w:start w:val="{number}"')))
    check_finished(path)
    assert len(read_parts(path)) == 3


def test_tables_nested_as_deep_as_word_allows(tmp_path: Path) -> None:
    body = p("深处。")
    for _ in range(40):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc><w:tc>{p('旁')}</w:tc></w:tr></w:tbl>"
    path = tmp_path / "报告.docx"
    path.write_bytes(docx(body))
    assert len(read_parts(path)) == 40
