"""A content file built, and its Word file and its PDF checked as if somebody else had written them: the same is found.

What differs, and why:

- NUM002 and NUM003 hold totals against the fund table of the content file. A finished report says these figures in
  sentences, and no sentence of Nanyang's names all the parts of a total.
- STR005 says the same of the title, and points at it; in the content file it points at the pattern 「{{ 单位 }}…」.
- A figure that a reference prints is pointed at as the reference in the content file, as the figure in the document.
- Words that the pack's form prints (the heads of its columns) are nobody's mistake in a content file; in a document
  that somebody else wrote they are.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.made import ROOT, Made, make

from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked

NEEDS_FACTS = {"NUM002", "NUM003"}
NAMES = ["nanyang-2020", "linze-2023", "tangshan-2021", "guangzhou-2023", "dongguan-2020", "example-year-2024"]
Said = Counter[tuple[str, str]]
POINTED_ELSEWHERE: dict[str, tuple[Said, Said]] = {
    "nanyang-2020": (
        Counter({("STR005", '"{{ 单位 }}{{ 文种 }}"'): 1}),
        Counter({("STR005", "南阳市科学技术馆"): 1}),
    ),
    "linze-2023": (
        Counter({("WRD002", "近{{ 短期展览.参观 }}"): 1}),
        Counter({("WRD002", "近8000余"): 1}),
    ),
    "tangshan-2021": (
        Counter({("STR005", '"{{ 文种 }}"'): 1}),
        Counter({("STR005", "部门总体绩效目标及保障措施"): 1, ("PUN001", "(累计进度%)"): 3}),
    ),
    "guangzhou-2023": (
        Counter(
            {("STR005", '"{{ 文种 }}"'): 1, ("PUN003", "。"): 1}
        ),  # 「|」 text, of which a line ends behind the first
        Counter({("STR005", "项目支出绩效目标表（含转移支付项目）"): 1, ("PUN003", "。。"): 1}),
    ),
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
    assert said(check_file(made.path("docx"))) == said(check_file(made.path("pdf")))


def test_the_word_file_has_the_findings_of_the_content_file(made: Made) -> None:
    content = Counter({key: count for key, count in said(made.built.checked).items() if key[0] not in NEEDS_FACTS})
    word = said(check_file(made.path("docx")))
    assert (content - word, word - content) == POINTED_ELSEWHERE.get(made.name, (Counter(), Counter()))


def test_the_published_text_of_nanyang_has_the_findings_of_our_word_file(built: Callable[[str], Made]) -> None:
    """But for the title, which the published text has on one line."""
    made = built("nanyang-2020")
    text, word = said(check_file(ROOT / "tests" / "data" / "nanyang-2020.txt")), said(check_file(made.path("docx")))
    title = ("STR005", "南阳市科学技术馆部门整体支出绩效评价报告")
    assert (text - word, word - text) == (Counter({title: 1}), Counter({("STR005", "南阳市科学技术馆"): 1}))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_our_own_pages_are_as_the_standard_asks(made: Made, kind: str) -> None:
    """Reports, forms, landscape tables: nothing to say of their layout, nor of what the files tell besides."""
    families = ("LAY", "DIS01")
    found = [finding for finding in check_file(made.path(kind)).report if finding.code.startswith(families)]
    assert [(finding.code, finding.label) for finding in found] == []


@pytest.mark.parametrize("pack", ["official-letter", "dept-evaluation-bound", "yunnan-dept"])
def test_the_examples_of_packs_have_no_findings_as_finished_documents(pack: str, tmp_path: Path) -> None:
    """A letter with its head and imprint, a bound report with cover and contents, a report of short paragraphs."""
    made = make(ROOT / "templates" / pack / "example.yaml", tmp_path)
    found = [finding for kind in ("docx", "pdf") for finding in check_file(made.path(kind)).report]
    assert [(finding.code, str(finding.place)) for finding in found] == []
