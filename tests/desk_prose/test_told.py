"""What the editors of prose are told: facts by name, how references are printed, how lines begin to be numbered."""

import pytest
from tests.support.example import changed

from reportgen.desk.content.facts import Figures
from reportgen.desk.content.findings import check_view
from reportgen.desk.content.prose import Begins, prose_told
from reportgen.pipeline.check import check_text
from reportgen.source.paths import texts_of

CHART = "图表:\n  - {名称: 每季度观众, 单位: 人次, 数据: {一季度: 8600, 二季度: 9000}}\n"


@pytest.fixture(scope="module")
def figures() -> Figures:
    """The example with a chart, a small figure, a limit, and text in every kind of field."""
    text = changed(
        ("  人员: {编制", "  门诊: {内科: 至少4200人次, 药占比: 28.5%, 急诊: 0.35万人次}\n  人员: {编制"),
        ("其他问题: 无", f"其他问题: |\n  - 甲\n  {{{{ 图表.每季度观众 }}}}\n{CHART}"),
    )
    return Figures(check_text(text, "内容.yaml"))


def test_every_fact_is_told_once_by_its_shorter_name(figures: Figures) -> None:
    told = {each.name: each for each in figures.told}
    assert (told["预算.支出"].value, told["预算.支出"].figure) == ("312.40万元", True)
    assert told["预算.展厅运行经费.支付率"].value == "98.0%"
    assert "预算.分项.展厅运行经费.支付率" not in told
    assert (told["图表.每季度观众"].value, told["图表.每季度观众"].figure) == ("图1", False)
    assert told["数据.门诊.内科"].value == "至少4200人次"


def test_references_are_told_with_what_they_print(figures: Figures) -> None:
    text = "{{ 预算.支出 }}，{{ 支出 }}，{{ 没有 }}，{{ 人员.在编 | 元 }}，{{ 图表.每季度观众 }}，{{ 年度 }}{ {"
    assert figures.printed(text) == {
        "{{ 预算.支出 }}": "312.40万元",
        "{{ 支出 }}": "",  # of more than one
        "{{ 没有 }}": "",
        "{{ 人员.在编 | 元 }}": "",
        "{{ 图表.每季度观众 }}": "图1",
        "{{ 年度 }}": "2024",
    }


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("预算.支出", ["312.40万元", "312.4万元", "3124000元", "312.40万"]),
        ("门诊.药占比", ["28.5%", "28.50%", "28.5"]),
        ("门诊.内科", ["至少4200人次", "至少4200"]),
        ("单位", ["某市科技馆"]),
        ("没有", []),
    ],
)
def test_a_figure_is_offered_in_the_ways_that_it_can_be_printed(figures: Figures, name: str, ways: list[str]) -> None:
    offered = list(figures.ways(name))
    assert [each.value for each in offered][: len(ways)] == ways
    assert all(figures.printed(each.reference) == {each.reference: each.value} for each in offered)


def test_lines_begin_where_the_document_has_got_to(figures: Figures) -> None:
    told = prose_told(figures)
    assert told.numbering["绩效分析.投入"] == Begins(3)
    assert told.numbering["活动.1.内容"] == Begins(4)
    assert told.numbering["其他问题"] == Begins(2)
    assert told.numbering["单位概况.内设机构"] == Begins(3, marks=False)
    assert told.chips["{{ 图表.每季度观众 }}"] == "图1"


def test_a_file_that_makes_no_document_has_no_figures() -> None:
    none = Figures(check_text("文种: 没有这种\n正文: |\n  {{ 甲 }}\n", "内容.yaml"))
    told = prose_told(none)
    assert (told.chips, told.numbering, none.told) == ({"{{ 甲 }}": ""}, {}, [])


def test_a_finding_says_at_which_words_of_the_text_it_is() -> None:
    checked = check_text(changed(("科普展览、科普活动", "科普展览,科普活动")), "内容.yaml")
    texts = {keyed.name: keyed.text.text for keyed in texts_of(checked.source.root)} if checked.source.root else {}
    found = [each for each in check_view(checked).findings if each.at >= 0]
    comma = next(each for each in found if each.words == ",")
    assert texts[comma.path][comma.at - 2 : comma.at + 3] == "展览,科普"
    assert all(texts[each.path][each.at : each.at + each.length].startswith(each.words[:1]) for each in found)
