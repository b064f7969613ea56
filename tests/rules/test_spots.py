"""From printed text back to the characters of the content file."""

from tests.rules.fragments import merged

from reportgen.model.document import Number, Text
from reportgen.model.facts import Fact
from reportgen.numbers import read_quantity
from reportgen.pipeline.check import check_text
from reportgen.place import NOWHERE, Place
from reportgen.record import replace
from reportgen.statements.passages import Passage, passages

HERE = Place("内容.yaml", 7, 5, 2)
REFERENCE = Place("内容.yaml", 7, 7, 12)
"""{{ 人员.编制 }} after two typed characters."""


def passage() -> Passage:
    """编制 + 12人 printed by a reference + 。"""
    figure = read_quantity("12人")
    assert figure is not None
    fact = Fact(("数据", "人员", "编制"), figure, Place("内容.yaml", 2, 9, 3))
    end = Text("。", replace(HERE, column=19, length=1))
    return Passage("编制12人。", (Text("编制", HERE), Number("12人", fact, REFERENCE), end))


def test_a_typed_character_leads_to_itself() -> None:
    assert passage().place(1, 2) == Place("内容.yaml", 7, 6, 1)


def test_a_printed_figure_leads_to_its_reference() -> None:
    assert passage().place(3, 4) == REFERENCE


def test_a_stretch_goes_from_its_first_to_its_last_character() -> None:
    assert passage().place(1, 6) == Place("内容.yaml", 7, 6, 14)


def test_only_what_stands_there_as_printed_is_typed() -> None:
    assert [passage().typed_at(offset) for offset in (0, 2, 5)] == [True, False, True]


def test_a_stretch_over_several_lines_is_marked_at_its_beginning() -> None:
    lines = Passage("甲乙", (Text("甲", replace(HERE, length=1)), Text("乙", Place("内容.yaml", 8, 5, 1))))
    assert lines.place(0, 2) == replace(HERE, length=1)


def test_words_that_were_not_typed_in_a_row_lead_to_where_they_come_from() -> None:
    lead = Passage("展览部职能。", (Text("展览部职能。", replace(HERE, length=3)),))
    assert lead.place(5, 6) == replace(HERE, length=3)


def test_headings_of_the_pack_are_typed_nowhere() -> None:
    assert not Passage("存在的问题", (Text("存在的问题"),), level=1).typed
    assert Passage("存在的问题", (Text("存在的问题"),)).place(0, 1).line == NOWHERE.line


def test_passages_are_lines_and_blocks_but_not_what_the_program_spells_out() -> None:
    document = check_text(merged("单位: 某市科技馆\n署名: 某市科技馆\n"), "内容.yaml").document
    assert document is not None
    texts = [found.text for found in passages(document, "内容.yaml")]
    assert texts.count("某市科技馆") == 2, "单位 and 署名 as fields, not the signature made from them"
    assert "2025年3月20日" not in texts
    assert "部门基本情况" in texts
