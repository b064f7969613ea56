"""What no reader can have meant: nesting, elements, pages and unpacked bytes have bounds, each told by its name."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from tests.support.example import PACK
from tests.support.shell import Shell

from reportgen.errors import UsageProblem
from reportgen.finished.pdf.ruled import frames_of
from reportgen.finished.reading import read_finished
from reportgen.pdf import Stroke, opening, pages
from reportgen.pdf.expansion import expands_beyond
from reportgen.pdf.glyphs import printed_char
from reportgen.pdf.pictures import page_bitmaps
from reportgen.pipeline.check import check_file
from reportgen.word import package

WORDS = "<w:p><w:r><w:t>某市科技馆</w:t></w:r></w:p>"
RELATION = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def docx(path: Path, body: str, parts: Mapping[str, str] | None = None) -> Path:
    """A Word file with that body; `parts` are put beside it, or in the place of what the template has."""
    stream = BytesIO()
    with zipfile.ZipFile(PACK / "template.docx") as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        own = {name: old.read(name) for name in old.namelist() if name not in (parts or {})}
        document = own["word/document.xml"].decode()
        own["word/document.xml"] = re.sub(
            r"(<w:body>).*?(<w:sectPr)", lambda found: found[1] + body + found[2], document, count=1, flags=re.DOTALL
        ).encode()
        for name, part in [*own.items(), *((name, text.encode()) for name, text in (parts or {}).items())]:
            new.writestr(name, part)
    path.write_bytes(stream.getvalue())
    return path


def refused(path: Path) -> str:
    with pytest.raises(UsageProblem) as told:
        read_finished(path)
    return str(told.value).removeprefix(str(path))


# ---- Word ----


def nested(count: int) -> str:
    cell = f"<w:tbl><w:tr><w:tc>{WORDS}</w:tc><w:tc>"
    return cell * count + f"{WORDS}</w:tc></w:tr></w:tbl>" * count


def test_twenty_tables_within_each_other_are_read(tmp_path: Path) -> None:
    assert len(read_finished(docx(tmp_path / "表.docx", nested(20))).parts) == 20


@pytest.mark.parametrize("count", [60, 100])
def test_a_hundred_tables_within_each_other_are_called_by_their_name(tmp_path: Path, count: int) -> None:
    told = refused(docx(tmp_path / "表.docx", nested(count)))
    assert told.startswith(" 里的表格（或文本框）一层套一层，套得太深，读不了。")


def test_empty_paragraphs_by_the_million_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_MOST_NODES", 20_000)
    told = refused(docx(tmp_path / "空段.docx", "<w:p/>" * 30_000))
    assert told == " 里的 word/document.xml 有 3 万个元素，太多了（最多 2 万个），没有读"


def codes(path: Path) -> dict[str, str]:
    return {finding.code: finding.label for finding in check_file(path).report}


def test_macros_are_named(tmp_path: Path) -> None:
    assert codes(docx(tmp_path / "宏.docx", WORDS, {"word/vbaProject.bin": "x"}))["DIS012"] == "宏"


def test_a_template_that_is_fetched_from_elsewhere_is_named(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    target = "http://oa.example.cn/通用.dotm"
    relation = f'<Relationship Id="rId1" Type="{kind}" Target="{target}" TargetMode="External"/>'
    parts = {"word/_rels/settings.xml.rels": RELATION.format(relation)}
    assert codes(docx(tmp_path / "模板.docx", WORDS, parts))["DIS012"] == f"外部模板 {target}"


def test_a_file_within_the_text_is_said_to_be_unread(tmp_path: Path) -> None:
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    relation = f'<Relationship Id="rId9" Type="{kind}" Target="afchunk.docx"/>'
    parts = {"word/_rels/document.xml.rels": RELATION.format(relation), "word/afchunk.docx": "x"}
    path = docx(tmp_path / "拼接.docx", f'{WORDS}<w:altChunk {space} r:id="rId9"/>', parts)
    assert codes(path)["STR046"] == "afchunk.docx"


# ---- PDF ----


def pdf(stream: bytes, filters: str = "/FlateDecode", count: int = 1) -> bytes:
    """A PDF of so many pages that show one stream."""
    kids = " ".join("3 0 R" for _page in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
        f"<</Length {len(stream)}/Filter {filters}>>\nstream\n".encode() + stream + b"\nendstream",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n".encode() + words + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 5\n0000000000 65535 f \n{table}trailer<</Size 5/Root 1 0 R>>\nstartxref\n{len(content)}\n%%EOF"
    return content + end.encode()


BLANKS = zlib.compress(b" " * 2_000_000)


@pytest.mark.parametrize("content", [pdf(BLANKS), pdf(zlib.compress(BLANKS), "[/FlateDecode /FlateDecode]")])
def test_what_a_pdf_unpacks_to_is_counted_without_unpacking_all(content: bytes) -> None:
    assert expands_beyond(content, 1_900_000)
    assert not expands_beyond(content, 2_100_000)


def test_a_pdf_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_MOST_BYTES", 1_000_000)
    (tmp_path / "空白.pdf").write_bytes(pdf(BLANKS))
    assert refused(tmp_path / "空白.pdf") == " 展开后超过 1 MB，太大了，没有读"


def test_more_pages_than_any_report_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_MOST_PAGES", 5)
    (tmp_path / "合订.pdf").write_bytes(pdf(zlib.compress(b" "), count=6))
    assert refused(tmp_path / "合订.pdf") == " 有 6 页，最多能查 5 页。请拆成几个文件再查"


BOX = b"[0 0 595 842]"


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        (BOX, (595, 842)),
        (b"[595 842 0 0]", (595, 842)),  # any two corners
        (b"[0 0 595 0]", (595.3, 841.9)),
        (b"[9 9 9 9]", (595.3, 841.9)),
        (b"[0 0 9000000 900]", (9_000_000, 900)),
        (b"[0 0 595 842]/CropBox[0 0 0 0]", (595, 842)),
    ],
)
def test_a_page_has_a_size_whatever_it_says(said: bytes, seen: tuple[float, float]) -> None:
    (page,) = pages.read_pages(pdf(zlib.compress(b" ")).replace(BOX, said), "册.pdf")
    assert (page.width, page.height) == pytest.approx(seen, rel=1e-3)


def test_the_picture_of_a_page_of_kilometres_is_as_large_as_a_plan() -> None:
    content = pdf(zlib.compress(b" ")).replace(BOX, b"[0 0 9000000 900]")
    (picture,) = page_bitmaps(content, "册.pdf", pages.read_pages(content, "册.pdf"), 2.0)
    assert (picture.width, picture.height) == (8000, 1)


@pytest.mark.parametrize(
    ("code", "char"), [(0x01, "�"), (0x09, " "), (0x85, " "), (0xFFFF, "�"), (0x31350, "\U00031350"), (0x2ED3, "长")]
)
def test_a_control_character_says_nothing_to_a_reader(code: int, char: str) -> None:
    """Neither Word nor Typst takes one; a hanzi that is newer than this Python is one."""
    assert printed_char(code) == char


def grid(columns: int, rows: int) -> list[Stroke]:
    width, height = columns * 10.0, rows * 10.0
    across = [Stroke(0, row * 10.0, width, row * 10.0) for row in range(rows + 1)]
    return across + [Stroke(column * 10.0, 0, column * 10.0, height) for column in range(columns + 1)]


def test_squared_paper_is_no_table() -> None:
    """The words on it are read as lines; a table of hundred rows is one."""
    assert frames_of(grid(400, 400)) == []
    (frame,) = frames_of(grid(8, 100))
    assert len(frame.cells) == 800


def test_ruled_lines_that_touch_are_one_table_and_others_are_others() -> None:
    apart = [Stroke(each.x0 + 500, each.y0, each.x1 + 500, each.y1) for each in grid(2, 2)]
    assert [len(frame.cells) for frame in frames_of([*grid(3, 2), *apart])] == [6, 4]


# ---- a folder with all of it ----


def test_a_good_report_among_them_is_checked(shell: Shell) -> None:
    docx(shell.folder / "深.docx", nested(100))
    docx(shell.folder / "好.docx", WORDS)
    code, out, err = shell.run("check", ".")
    assert code == 2
    assert "好.docx：" in out
    assert err.count("\n") == 1
