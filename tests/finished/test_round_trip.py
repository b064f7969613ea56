"""A content file built, and its Word file and its PDF checked as if somebody else had written them: the same is found.

A finding points at the reference that prints a figure in the content file, and at the figure in the document; so where
the words differ, the codes are counted. What one has and the other has not, and why, stands in EXPLAINED.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.made import ROOT, Made, make

from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked

NAMES = ["nanyang-2020", "linze-2023", "tangshan-2021", "guangzhou-2023", "dongguan-2020", "example-year-2024"]
Codes = dict[str, int]
Said = Counter[tuple[str, str]]
EXPLAINED: dict[str, tuple[Codes, Codes]] = {
    # Totals of the fund table, and names of departments, are fields: a report has them in sentences here and there,
    # and rules of its own add those up.
    "nanyang-2020": ({"NUM002": 1, "NUM003": 1, "STR029": 1}, {"NUM037": 1, "NUM038": 1}),
    # The heads of columns are the pack's words: nobody's mistake in a content file, one in a document.
    "tangshan-2021": ({}, {"PUN001": 3}),
    # The program numbers indicators anew, in the form of the published table: what was wrong with theirs is gone.
    "guangzhou-2023": ({"IND016": 2}, {"PUN009": 1}),
    # A content file says each amount as it was published; a table shows them in one column. Whether a form of one page
    # finds room on it is asked of those that the program sets.
    "dongguan-2020": ({"CON012": 1}, {"FMT010": 1}),
}
"""What only the content file says, and what only the Word file says."""


def said(checked: Checked) -> Said:
    """Codes with the words that they point at."""
    found: Said = Counter()
    for finding in checked.report:
        place, lines = finding.place, checked.source.lines
        line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
        found[finding.code, line[place.column - 1 : place.column - 1 + place.length]] += 1
    return found


@pytest.fixture(params=NAMES)
def made(request: pytest.FixtureRequest, built: Callable[[str], Made]) -> Made:
    return built(request.param)


def test_word_and_pdf_have_the_same_findings(made: Made) -> None:
    """In one cell of Dongguan's a sentence that begins with 二、 looks like a paragraph of its own on paper."""
    word, pdf = said(check_file(made.path("docx"))), said(check_file(made.path("pdf")))
    guessed = made.name == "dongguan-2020"
    assert word - pdf == (Counter({("STR019", "吉博</p>"): 1}) if guessed else Counter())
    assert pdf - word == (Counter({("STR018", "</p>"): 1}) if guessed else Counter())


def codes(found: Said) -> Counter[str]:
    return Counter(code for code, _words in found.elements())


def test_the_word_file_has_the_findings_of_the_content_file(made: Made) -> None:
    content, word = said(made.built.checked), said(check_file(made.path("docx")))
    here, there = codes(content - word), codes(word - content)
    assert (here - there, there - here) == EXPLAINED.get(made.name, ({}, {}))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_our_own_pages_are_as_the_standard_asks(made: Made, kind: str) -> None:
    """Reports, forms, landscape tables: nothing to say of their layout, nor of what the files tell besides."""
    families = ("LAY", "DIS01")
    found = [finding for finding in check_file(made.path(kind)).report if finding.code.startswith(families)]
    assert [(finding.code, finding.label) for finding in found] == []


PACKS = sorted(path.parent.name for path in (ROOT / "templates").glob("*/example.yaml"))


@pytest.mark.parametrize("pack", PACKS)
def test_the_examples_of_all_packs_are_set_as_the_standard_asks(pack: str, tmp_path: Path) -> None:
    """Nothing is said of their pages, neither of the Word file nor of the PDF."""
    made = make(ROOT / "templates" / pack / "example.yaml", tmp_path)
    found = [finding for kind in ("docx", "pdf") for finding in check_file(made.path(kind)).report]
    assert [(each.code, each.label) for each in found if each.code.startswith("LAY")] == []


@pytest.mark.parametrize("pack", ["official-letter", "dept-evaluation-bound", "yunnan-dept"])
def test_the_examples_of_packs_have_no_findings_as_finished_documents(pack: str, tmp_path: Path) -> None:
    """A letter with its head and imprint, a bound report with cover and contents, a report of short paragraphs.

    But for the tables of scores that a report quotes: the examples have them in files of their own.
    """
    made = make(ROOT / "templates" / pack / "example.yaml", tmp_path)
    found = [finding for kind in ("docx", "pdf") for finding in check_file(made.path(kind)).report]
    assert {finding.code for finding in found} <= {"STR013"}
