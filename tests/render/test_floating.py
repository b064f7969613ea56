"""No chart leaves more than three lines empty above it, and Word has it where the PDF has it."""

from io import BytesIO
from pathlib import Path

import docx
import pdfplumber
import pytest
from tests.support.example import changed
from tests.support.made import Made, make
from tests.support.paragraphs import squeeze
from tests.support.word import converted_as_said

from reportgen.model.document import Block, Chart, Document, Heading, Paragraph, line_of
from reportgen.model.engine import DEFAULT_ENGINE
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file
from reportgen.pipeline.floating import MOST_EMPTY, holes, laid_out
from reportgen.pipeline.pages import PdfOptions, print_draft
from reportgen.world import now

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [path for path in sorted(ROOT.glob("content/*.yaml")) if "\n图表:" in path.read_text(encoding="utf-8")]
PROSE = "各项目均设定了量化的绩效目标。\n"
HEAD = "\n# 单位概况："
TRADES = {
    "医院": ("门诊服务", "{一季度: 21000人次, 二季度: 23500人次, 三季度: 19800人次, 四季度: 24100人次}", 0),
    "学校": ("各年级学生", "{七年级: 412人, 八年级: 398人, 九年级: 405人}", 6),
    "水务局": ("各镇供水", "{样板镇: 120.5万吨, 示例镇: 98.2万吨, 城关镇: 310.7万吨}", 11),
}
LONG = "有关工作按年度计划推进，按季度检查进度，年底由业务股室和财务股室共同核对完成情况并形成书面记录。"


def text(trade: str) -> str:
    """The example with more to read and two charts, whose pages end elsewhere in each trade."""
    name, figures, more = TRADES[trade]
    charts = f"\n图表:\n  - {{名称: {name}, 数据: {figures}}}\n  - {{名称: 构成, 类型: 饼图, 数据: 接待观众}}\n"
    before = "".join(f"    {LONG}\n" for _ in range(more))
    after = f"    {LONG}\n    {{{{ 图表.构成 }}}}\n    {LONG}\n"
    put = f"{PROSE}{before}    见{{{{ 图表.{name} }}}}。\n    {{{{ 图表.{name} }}}}\n{after}"
    return changed((HEAD, charts + HEAD), (PROSE, put))


@pytest.fixture(scope="module", params=[*TRADES, *(path.stem for path in EXAMPLES)])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("floating")
    source = next((path for path in EXAMPLES if path.stem == request.param), folder / "报告.yaml")
    if request.param in TRADES:
        source.write_text(text(request.param), encoding="utf-8")
    return make(source, folder, DEFAULT_ENGINE)


def test_no_hole_stands_above_a_chart_and_nothing_is_found(made: Made) -> None:
    draft = made.built.checked.main
    assert draft is not None
    options = PdfOptions(DEFAULT_ENGINE, now())
    settled, pdf = laid_out(draft, options)
    assert list(holes(settled, pdf)) == []
    assert [finding.code for finding in made.built.report if finding.code.startswith("VER")] == []


def test_as_they_are_written_there_would_be_holes(tmp_path: Path) -> None:
    left = []
    for trade in TRADES:
        source = tmp_path / f"{trade}.yaml"
        source.write_text(text(trade), encoding="utf-8")
        draft = check_file(source, ()).main
        assert draft is not None
        left += [hole.lines for hole in holes(draft, print_draft(draft, PdfOptions(DEFAULT_ENGINE, now())))]
    assert len(left) >= 3
    assert min(left) > MOST_EMPTY


def test_word_has_every_chart_behind_the_same_words_and_no_hole_either(made: Made, tmp_path: Path) -> None:
    document = printed(made)
    pages = sheets(converted_as_said([made.path("docx")], tmp_path)[0])
    for above, chart, caption in zip(document, document[1:], document[2:], strict=False):
        if isinstance(chart, Chart):
            page, before = (place(words(block), pages) for block in (caption, above))
            empty = pages[before][1] if before < page else 0
            assert empty <= MOST_EMPTY + 1, "a line that LibreOffice breaks otherwise"


def test_what_is_moved_is_moved_in_every_output(made: Made) -> None:
    """The text of the Word file is in the order of the PDF: `verify` holds both against one document."""
    assert made.built.outputs.keys() >= {"docx", "pdf"}
    document = made.built.checked.document
    assert document is not None
    assert sorted(map(words, document.walk())) == sorted(map(words, printed(made)))


def test_a_docx_alone_has_its_charts_where_it_has_them_with_a_pdf(tmp_path: Path) -> None:
    source = tmp_path / "报告.yaml"
    source.write_text(text("学校"), encoding="utf-8")
    alone, both = (build(check_file(source, ()), formats).outputs for formats in (["docx"], ["docx", "pdf"]))
    assert order_in(alone["docx"]) == order_in(both["docx"])


def order_in(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs]


def printed(made: Made) -> list[Block]:
    draft = made.built.checked.main
    assert draft is not None
    options = PdfOptions(DEFAULT_ENGINE, now())
    settled: Document = laid_out(draft, options)[0].document
    return list(settled.walk())


def words(block: Block) -> str:
    return line_of(block) if isinstance(block, Heading | Paragraph) else type(block).__name__


def sheets(pdf: Path) -> list[tuple[str, int]]:
    """The characters of each page, and the empty lines of 28.95 pt at its foot; the type area ends 35 mm above it."""
    with pdfplumber.open(pdf) as document:
        return [
            (
                squeeze("".join(char["text"] for char in page.chars)),
                int(
                    (page.height - 99 - max(c["bottom"] for c in page.chars if c["bottom"] < page.height - 95)) / 28.95
                ),
            )
            for page in document.pages
        ]


def feet(page: pdfplumber.page.Page) -> list[float]:
    return [char["bottom"] for char in page.chars]


def place(line: str, pages: list[tuple[str, int]]) -> int:
    """The page on which a paragraph ends."""
    end = squeeze(line)[-12:]
    return max(index for index, (characters, _empty) in enumerate(pages) if end in characters)
