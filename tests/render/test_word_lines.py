"""Word breaks lines where the PDF does: measured with LibreOffice, as far as LibreOffice reads what the file says.

What its import leaves aside it is told (`tests.support.word.converted_as_said`). What remains are two marks side by
side: the PDF, as Word with `compressPunctuation`, sets them in one square and a half, which LibreOffice does not do at
all or with every mark. (A mark before a Latin word or a figure it takes to the next line although there is room, and it
begins lines with a %: a few lines of forms.)
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest
from benchmarks.engines.lines import Piece, pieces
from tests.support.made import ROOT, Made, make
from tests.support.pages import Line
from tests.support.word import converted_as_said

from reportgen.model.table import Table

REPORTS = (
    *("content/nanyang-2020", "content/linze-2023", "content/tangshan-2021"),
    *("content/example-year-2024", "content/example-evidence-2024"),
    *(f"templates/{pack}/example" for pack in ("dept-evaluation", "guangdong-dept", "yunnan-dept", "hunan-dept")),
    *(f"templates/{pack}/example" for pack in ("special-fund-self-evaluation", "dept-evaluation-bound")),
    *(f"templates/{pack}/example" for pack in ("official-letter", "official-approval", "official-minutes")),
)
FORMS = ("content/dongguan-2020", "content/guangzhou-2023", "templates/dept-scoring/example")
"""Forms over several pages; those of one page are in tests/render/test_forms_over_pages.py."""
ALIKE = 0.97
"""Of the lines of paragraphs, and of cells, in which no marks stand side by side."""
ALIKE_AT_ALL = {**dict.fromkeys(REPORTS, 0.94), **dict.fromkeys(FORMS, 0.9)}
_NUMBER = re.compile(r"—\s*\d+\s*—")
_PAIR = re.compile(r"[，。；：！？、）》〕」』”’][，。；：！？、（《〔「『“）》〕」』”’]|[（《〔「『“][（《〔「『“]")
_POINTS = 72 / 25.4
TYPE_AREA_FOOT = 35 * _POINTS
"""From the edge of the paper."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Made, bytes]]:
    """Each report, and its Word file as LibreOffice shows it; all are converted in one go."""
    folder = tmp_path_factory.mktemp("lines")
    made: dict[str, Made] = {}
    for number, report in enumerate(ALIKE_AT_ALL):
        own = folder / str(number)
        own.mkdir()
        made[report] = make(ROOT / f"{report}.yaml", own)
    word = [_named(made[report].path("docx"), folder / f"{at}.docx") for at, report in enumerate(ALIKE_AT_ALL)]
    pdfs = [path.read_bytes() for path in converted_as_said(word, folder)]
    shown = dict(zip(ALIKE_AT_ALL, pdfs, strict=True))
    return lambda report: (made[report], shown[report])


def _named(path: Path, name: Path) -> Path:
    name.write_bytes(path.read_bytes())
    return name


@cache
def lines(pdf: bytes) -> tuple[Piece, ...]:
    """The lines of paragraphs and cells of all pages, without page numbers and the dots of a table of contents."""
    return tuple(each for each in pieces(pdf) if each.text.strip(".…·") and not _NUMBER.fullmatch(each.text))


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """How many lines begin with the same eight characters, of those of the first."""
    mine, others = (Counter(text[:8] for text in texts if not text.startswith("....")) for texts in (one, other))
    return (mine & others).total() / max(mine.total(), 1)


def without_pairs(texts: Sequence[str], paragraphs: Sequence[str]) -> list[str]:
    """The lines that stand in no paragraph with two marks side by side."""
    joined = "".join(text for text in paragraphs if _PAIR.search(text))
    return [text for text in texts if text not in joined]


@pytest.mark.parametrize("report", ALIKE_AT_ALL)
def test_lines_begin_alike(report: str, seen: Callable[[str], tuple[Made, bytes]]) -> None:
    made, shown = seen(report)
    ours, theirs = ([each.text for each in lines(pdf)] for pdf in (made.pdf, shown))
    assert alike(ours, theirs) >= ALIKE_AT_ALL[report]
    paragraphs = ["".join(line.split()) for line in made.lines]
    plain = without_pairs(ours, paragraphs)
    assert len(plain) > len(ours) / 2
    assert alike(plain, without_pairs(theirs, paragraphs)) >= ALIKE


@pytest.mark.parametrize("report", ALIKE_AT_ALL)
def test_every_paragraph_stands_on_the_same_page(report: str, seen: Callable[[str], tuple[Made, bytes]]) -> None:
    """By the lines with which paragraphs begin: all of them are as long as these in both.

    A merged cell that goes on over a page says its words again in the PDF alone.
    """
    made, shown = seen(report)
    ours, theirs = lines(made.pdf), lines(shown)
    assert ours[-1].page == theirs[-1].page
    begun = {"".join(line.split())[:8] for line in made.lines if report in REPORTS}
    firsts = [
        Counter((piece.page, piece.text[:8]) for piece in each if piece.text[:8] in begun) for each in (ours, theirs)
    ]
    assert firsts[1] <= firsts[0]
    assert {text for _page, text in firsts[0] - firsts[1]} <= merged(made)


def merged(made: Made) -> set[str]:
    """The beginnings of merged cells."""
    assert made.built.checked.main is not None
    tables = [block for block in made.built.checked.main.document.walk() if isinstance(block, Table)]
    return {cell.compact[:8] for table in tables for cell in table.cells if cell.rows > 1}


@pytest.mark.parametrize("report", REPORTS)
def test_the_page_number_stands_seven_millimetres_below_the_type_area(
    report: str, seen: Callable[[str], tuple[Made, bytes]]
) -> None:
    """The head of its square; LibreOffice sets letters a third of a millimetre higher in a line of exact pitch."""
    made, shown = seen(report)
    for pdf, near in ((made.pdf, 0.05), (shown, 0.4)):
        numbers = [each.line for each in pieces(pdf) if _NUMBER.fullmatch(each.line.text.strip())]
        assert numbers
        assert all(below(line) == pytest.approx(7.0, abs=near) for line in numbers)


def below(line: Line) -> float:
    """From the foot of the type area to the head of the squares of a line, in mm."""
    return (TYPE_AREA_FOOT - line.baseline - 0.88 * line.size) / _POINTS
