"""How a printed paragraph is set, from the places of its glyphs: letters of 16 pt on a type area of 28 of them."""

from decimal import Decimal

import pytest

from reportgen.finished.pdf.paragraphs import Area
from reportgen.finished.pdf.rows import Row
from reportgen.finished.pdf.settings import setting_of
from reportgen.model.setting import Setting
from reportgen.pdf import Glyph

SIZE, LEFT = 16.0, 80.0
AREA = Area(LEFT, LEFT + 28 * SIZE, 28.95, indents=True, lines=22)
PAPER = 595.0


def row(text: str, indent: int, base: float, page: int = 1) -> Row:
    starts = [LEFT + (indent + at) * SIZE for at in range(len(text))]
    glyphs = (Glyph(char, x, x + SIZE, base, SIZE, "FangSong") for char, x in zip(text, starts, strict=True))
    return Row(tuple(glyphs), page)


def setting(text: str, indent: int, before: Row | None) -> Setting:
    return setting_of([row(text, indent, 200.0)], AREA, None, before, PAPER)


@pytest.mark.parametrize("indent", [0, 2])
def test_the_first_indent_behind_a_sentence(indent: int) -> None:
    assert setting("示例县人民医院组织义诊。", indent, row("全年门诊量增加。", 2, 171.05)).first == Decimal(indent)


@pytest.mark.parametrize(
    "before", ["五个项目支出占总支出的比重依次为", "某市实验中学各年级人数分别为", "某区水务局三项支出占比由高到低为"]
)
def test_a_line_that_may_go_on_with_a_short_one_has_no_first_indent(before: str) -> None:
    """40.01%、32.36%、… could not be parted, so that the line before it ended early."""
    assert setting("40.01%、32.36%、11.04%。", 0, row(before, 0, 171.05)).first is None


def test_a_heading_without_a_mark_is_short() -> None:
    """So a paragraph behind it that has no indent is told."""
    assert setting("示例县人民法院审结案件。", 0, row("一、基本情况", 2, 171.05)).first == Decimal(0)


@pytest.mark.parametrize(("free", "above"), [(0, 0), (1, 1), (2, 2)])
def test_lines_free_above(free: int, above: int) -> None:
    before = row("全年门诊量增加。", 2, 200.0 - 28.95 * (1 + free))
    assert setting("示例县人民医院", 19, before).above == Decimal(above)


def test_a_paragraph_at_the_head_of_a_page_has_nothing_above() -> None:
    found = setting("附件", 0, row("2025年3月20日", 19, 700.0, page=0))
    assert (found.turns, found.above) == (True, None)
