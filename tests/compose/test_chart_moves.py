"""Where a chart may go when it leaves a hole: behind paragraphs, then behind headings, last before what is above it."""

from decimal import Decimal

from reportgen.compose.chart_moves import moves
from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.model.document import Block, Heading, PageTurn, Paragraph, Role, Text

CHART = Chart(ChartKind.COLUMN, "每月门诊人次", ("1月",), (Series("", (Decimal(1),)),))
CAPTION = Paragraph(Role.FIGURE, (Text("每月门诊人次"),), "图1　")
LINE = "全院门诊平稳。"
"""One line of 28 字 at most."""


def body(words: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(role, (Text(words),))


def heading(words: str, level: int = 2) -> Heading:
    return Heading(level, "（一）", (Text(words),))


def order(blocks: tuple[Block, ...]) -> str:
    """A letter for each block: 图 for the chart, 题 for its caption, the first character of others."""
    signs = {CHART: "图", CAPTION: "题"}
    return "".join(signs.get(block) or "".join(each.text for each in block.inlines)[:1] for block in blocks)


def orders(*blocks: Block, free: int, needed: int = 10) -> list[str]:
    return [order(moved) for moved in moves(blocks, blocks.index(CHART), free, needed)]


def test_it_goes_behind_paragraphs_that_fill_the_page() -> None:
    assert orders(body("甲"), CHART, CAPTION, body("乙"), body("丙"), body("丁"), free=2)[:2] == [
        "甲乙丙图题丁",
        "甲乙丙丁图题",
    ]


def test_a_long_paragraph_fills_more_lines() -> None:
    assert orders(CHART, CAPTION, body("乙" * 70), body("丙"), free=3)[0] == "乙图题丙"


def test_it_stays_in_its_section_before_it_leaves_it_and_never_parts_a_heading_from_its_text() -> None:
    after: list[Block] = [body("乙"), heading("二"), body("丙"), body("丁")]
    assert orders(CHART, CAPTION, *after, free=1) == ["乙图题二丙丁", "乙二丙图题丁", "乙二丙丁图题"]
    assert orders(CHART, CAPTION, *after, free=2) == ["乙二丙图题丁", "乙二丙丁图题"]


def test_it_passes_no_turn_of_the_paper_and_not_the_signature() -> None:
    for end in (PageTurn(landscape=True), body("末", Role.CLOSING)):
        assert orders(CHART, CAPTION, body("乙"), end, body("丙"), free=1)[0].startswith("乙图题")
        assert orders(CHART, CAPTION, body("乙"), end, body("丙"), free=2) == []


def test_a_chart_that_it_would_pass_is_taken_along() -> None:
    """Charts are numbered as they stand."""
    other = Chart(ChartKind.PIE, "构成", ("甲",), (Series("", (Decimal(1),)),), inlines=(Text("二"),))
    below = Paragraph(Role.FIGURE, (Text("下"),), "图2　")
    assert orders(CHART, CAPTION, body("乙"), other, below, body("丙"), free=2) == ["乙丙图题二下"]


def test_last_it_goes_before_what_stands_above_it_in_its_section() -> None:
    above: list[Block] = [heading("一"), body("甲"), body("乙"), body("丙")]
    assert orders(*above, CHART, CAPTION, free=8, needed=10) == ["一甲图题乙丙", "一图题甲乙丙"]


def test_into_another_chapter_it_goes_last_of_all() -> None:
    blocks: list[Block] = [body("甲"), CHART, CAPTION, heading("章", 1), body("乙"), body("丙")]
    assert orders(*blocks, free=2, needed=3) == ["图题甲章乙丙", "甲章乙图题丙", "甲章乙丙图题"]


def test_the_paragraph_that_then_ends_the_text_stays_with_the_signature() -> None:
    last = Paragraph(Role.CAPTION, CAPTION.inlines, CAPTION.label)
    (moved,) = moves([body("甲"), CHART, last], 1, 9, 10)
    assert [block.role for block in moved if isinstance(block, Paragraph)] == [Role.FIGURE, Role.CLOSING]
