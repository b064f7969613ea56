"""Content streams in reading order are read by their bytes, as pdfium reads them; all others are left to it."""

import re
import zlib
from collections.abc import Callable

import pytest
from tests.support.grids import Printed, heading, paragraph, printed, rows, table, template
from weasyprint import HTML

from reportgen.model.look import Looks
from reportgen.verify import pdf
from reportgen.verify.artifacts import verify_pdf
from reportgen.verify.content_streams import pages_in_stream_order
from reportgen.verify.pdf import pdf_streams, without_numbers

LOOKS = template().looks
STYLE = "<style>p { font: 16pt/20pt 'GW FangSong' }</style>"


@pytest.fixture(scope="module")
def report() -> Printed:
    words = "共5.30万元，“甲”、《乙》（DV机器人）；" * 30
    return printed(heading(1, "一、", "基本情况"), *(paragraph(f"第{number}段，{words}") for number in range(9)))


def _with_a_glyph_changed(content: bytes) -> bytes:
    """The file with the first glyph of the first page replaced by the second one."""
    (start, length), *_others = [
        (match.end(), int(match[1])) for match in re.finditer(rb"/Length (\d+)>>\nstream\n", content)
    ]
    words = zlib.decompress(content[start : start + length])
    changed = re.sub(rb"\[<[0-9a-f]{4}((?:>-?\d+<)?)([0-9a-f]{4})", rb"[<\2\1\2", words, count=1)
    packed = zlib.compress(changed, 9)
    assert changed != words
    assert len(packed) <= length
    return content[:start] + packed.ljust(length, b"\0") + content[start + length :]


def test_a_report_is_read_as_pdfium_reads_it(report: Printed) -> None:
    read = pages_in_stream_order(report.pdf)
    assert read is not None
    assert len(read) > 2
    assert without_numbers(read, LOOKS) == pdf_streams(report.pdf, LOOKS)


def test_pdfium_is_asked_when_anything_differs(report: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def asking(content: bytes, looks: Looks) -> list[str]:
        asked.append(content)
        return pdf_streams(content, looks)

    monkeypatch.setattr(pdf, "pdf_streams", asking)
    assert verify_pdf(report.lines, report.pdf, "甲.pdf", LOOKS)[0] == []
    assert asked == []
    assert verify_pdf(report.lines[1:], report.pdf, "甲.pdf", LOOKS)[0] != []
    assert asked == [report.pdf]


def test_a_glyph_changed_in_the_file_is_found(report: Printed) -> None:
    damaged = _with_a_glyph_changed(report.pdf)
    read, meant = pages_in_stream_order(damaged), pages_in_stream_order(report.pdf)
    assert read is not None
    assert meant is not None
    assert sum(one != other for one, other in zip("".join(read), "".join(meant), strict=True)) == 1
    assert len(verify_pdf(report.lines, damaged, "甲.pdf", LOOKS)[0]) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<p>甲</p><p style='position: relative; top: -40pt'>乙</p>",
        "<p>甲</p><p style='transform: rotate(90deg)'>乙</p>",
        "<p style='columns: 2'>甲<br>乙<br>丙<br>丁</p>",
        "<p>ae\u0301</p>",
        "<p>甲 שלום</p>",
        '<p>甲<img src=\'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><rect width="9"/></svg>\'></p>',
        "<p><a href='https://example.org'>甲</a></p>",
    ],
)
def test_other_pages_are_left_to_pdfium(body: str) -> None:
    assert pages_in_stream_order(HTML(string=STYLE + body).write_pdf()) is None


def test_cells_of_several_lines_are_left_to_pdfium() -> None:
    sheet = printed(paragraph("甲"), table(*rows(9, label=9)))
    assert pages_in_stream_order(sheet.pdf) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _file: b"",
        lambda file: file[:-40],
        lambda file: file.replace(b"/ToUnicode", b"/Tounicode"),
        lambda file: re.sub(rb"startxref\n\d+", b"startxref\n17", file),
        lambda file: file[:2000] + b"\0" * 500 + file[2500:],
    ],
)
def test_a_damaged_file_is_not_read(report: Printed, damage: Callable[[bytes], bytes]) -> None:
    damaged = damage(report.pdf)
    assert pages_in_stream_order(damaged) is None or damaged == report.pdf
