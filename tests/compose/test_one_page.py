"""A form of one page stays on one: by its columns, then by closer lines and letters, within what its pack allows."""

import pytest
from tests.support.made import ROOT
from tests.support.self_evaluations import TRADES, lengthened

from reportgen.model.table import Table
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.record import replace

ONE_PAGE = (
    "project-self-evaluation",
    "dept-self-evaluation",
    "project-application",
    "target-approval",
    "sichuan-project",
)


def tables(checked: Checked) -> list[Table]:
    assert checked.main is not None
    return [block for block in checked.main.document.walk() if isinstance(block, Table)]


def example(pack: str) -> Checked:
    return check_text((ROOT / "templates" / pack / "example.yaml").read_text(encoding="utf-8"), "例.yaml")


@pytest.mark.parametrize("pack", ONE_PAGE)
def test_the_examples_find_room_within_the_limits_of_their_packs(pack: str) -> None:
    for table in tables(example(pack)):
        assert not table.in_parts
        assert table.one_page is not None
        if table.density:
            assert table.density.size >= table.one_page.size
            assert table.density.line >= table.one_page.line
            assert table.density.high >= table.one_page.high - 0.001


def test_columns_with_little_in_them_give_room_to_those_with_much() -> None:
    """偏差原因 had 23 mm, four characters a line."""
    (table,) = tables(example("dept-self-evaluation"))
    assert table.widths[-1] > 23
    assert sum(table.widths) == 156


@pytest.mark.parametrize("trade", TRADES)
def test_a_short_form_is_set_as_its_styles_say(trade: str) -> None:
    (table,) = tables(check_text(TRADES[trade], "自评.yaml"))
    assert (table.density, table.in_parts) == (None, False)


@pytest.mark.parametrize("trade", ["医院", "学校", "水务局"])
def test_a_form_with_more_lines_is_set_closer(trade: str) -> None:
    (table,) = tables(check_text(lengthened(TRADES[trade], 11), "自评.yaml"))
    assert table.density is not None
    assert not table.in_parts


@pytest.mark.parametrize("trade", ["医院", "学校", "水务局"])
def test_a_form_that_finds_no_room_says_so_where_it_was_written(trade: str) -> None:
    checked = check_text(lengthened(TRADES[trade], 60), "自评.yaml")
    (found,) = [each for each in checked.report if each.code == "CON012"]
    assert found.place.file == "自评.yaml"
    assert found.place.line > 0
    (table,) = tables(checked)
    assert (table.density, table.in_parts) == (None, True)


def test_a_form_of_a_pack_without_the_key_keeps_its_widths() -> None:
    """A list goes over as many pages as it has lines."""
    (table,) = tables(example("dept-scoring"))
    assert table.one_page is None
    assert replace(table, in_parts=False).density is None
