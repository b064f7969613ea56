"""其中： and what stands below it: names of parts, further in than the whole."""

from pathlib import Path

import pytest
from tests.support.forms import filled, pack_text, tables_of
from tests.support.self_evaluations import TRADES

from reportgen.packs.loader import load_pack

PACKS = Path(__file__).parents[2] / "templates"

FIELDS = "  单位: {类型: 文本, 必填: 是}\n"


def indents(folder: Path, width: int, *names: str) -> list[int | None]:
    rows = "\n".join(f"      - [{name}, {{文: '1', 对齐: 右}}]" for name in names)
    form = f"    列宽: [{width}, 40]\n    行:\n{rows}\n"
    (table,) = tables_of(folder, pack_text(FIELDS, form), "文种: 试表\n单位: 某市水务局\n")
    return [cell.indent for cell in table.lines() if cell.column == 0]


def test_parts_stand_below_the_words_behind_of_which(tmp_path: Path) -> None:
    assert indents(tmp_path, 60, "收入", "其中：财政拨款", "事业收入", "其他收入") == [None, 1, 4, 4]


def test_a_total_ends_them(tmp_path: Path) -> None:
    assert indents(tmp_path, 60, "其中：门诊收入", "住院收入", "合计", "支出") == [1, 4, None, None]


def test_where_there_is_no_room_they_stand_as_far_in_as_it(tmp_path: Path) -> None:
    assert indents(tmp_path, 28, "其中：财政拨款", "上级补助收入", "其他收入") == [0, 1, 1]


@pytest.mark.parametrize("trade", TRADES)
def test_sources_of_funds_are_parts_of_the_whole(trade: str) -> None:
    pack, _found = load_pack(PACKS / "project-self-evaluation")
    assert pack is not None
    (table,) = filled(pack, TRADES[trade])
    named = {cell.compact: cell.indent for cell in table.cells if cell.indent is not None}
    assert set(named) == {"其中：当年财政拨款", "上年结转资金", "其他资金"}
