"""Content → document: the outline filled, numbered, and every paragraph traced to its line."""

from tests.support.example import changed

from reportgen.model.document import Heading, Paragraph, Role, line_of, plain_text
from reportgen.pipeline.check import check_text


def lines_of(text: str) -> list[str]:
    checked = check_text(text, "a.yaml")
    assert checked.document is not None
    return [line_of(block) for block in checked.document.walk() if isinstance(block, Heading | Paragraph)]


def test_headings_are_numbered_by_the_program() -> None:
    lines = lines_of(changed())
    assert lines[:2] == ["一、部门基本情况", "（一）部门职能与机构设置"]
    assert "1.展览部职能。负责展厅开放、讲解和展品维护。" in lines
    assert "（三）支出绩效情况分析" in lines
    assert lines[lines.index("（三）支出绩效情况分析") + 1 :][:2] == ["1.展览部", "（1）展厅开放"]


def test_a_heading_can_be_worded_otherwise() -> None:
    assert "（二）人员编制情况" in lines_of(changed())


def test_one_changed_figure_changes_everywhere() -> None:
    lines = "\n".join(lines_of(changed(("批复: 320.00", "批复: 333.33"))))
    assert "320.00" not in lines
    assert lines.count("333.33万元") == 1


def test_an_optional_section_without_content_is_left_out_and_the_rest_moves_up() -> None:
    text = changed(("  机构说明: |\n    科技馆内设展览部、活动部，职能如下：\n", ""))
    assert "职能如下" not in "\n".join(lines_of(text))


def test_items_are_numbered_below_the_nearest_sub_heading() -> None:
    lines = lines_of(changed(("      # 科普活动\n", "      - 第一条\n      # 科普活动\n      - 其一\n      - 其二\n")))
    start = lines.index("2.活动部")
    assert lines[start + 1 : start + 5] == ["（1）第一条", "（2）科普活动", "①其一", "②其二"]


def test_the_word_none_may_stand_instead_of_a_list() -> None:
    text = changed()
    start, end = text.index("# 存在问题"), text.index("# 其他问题")
    lines = lines_of(text[:start] + "存在问题: 无\n整改措施: 无\n" + text[end:])
    assert lines[lines.index("四、存在的问题") + 1] == "无"


def test_the_last_paragraph_stays_with_the_signature() -> None:
    checked = check_text(changed(), "a.yaml")
    assert checked.document is not None
    last = checked.document.blocks["正文"][-1]
    closing = checked.document.blocks["落款"]
    assert [block.role for block in (last, *closing) if isinstance(block, Paragraph)] == [
        Role.CLOSING,
        Role.AUTHOR,
        Role.DATE,
    ]


def test_every_block_of_the_content_knows_its_line() -> None:
    text = changed()
    checked = check_text(text, "a.yaml")
    assert checked.document is not None
    source = text.splitlines()
    for block in checked.document.walk():
        if isinstance(block, Paragraph) and block.origin.line:
            first = plain_text(block.inlines)[:3]
            assert first[:1] in source[block.origin.line - 1] or "{{" in source[block.origin.line - 1]
        elif isinstance(block, Heading) and block.origin.line:
            assert plain_text(block.inlines) in source[block.origin.line - 1]


def test_the_addressee_ends_with_one_colon() -> None:
    for written in ("主送机关: 某市财政局", '主送机关: "某市财政局："'):
        checked = check_text(changed(("主送机关: 某市财政局", written)), "a.yaml")
        assert checked.document is not None
        assert plain_text(checked.document.lines["主送机关"]) == "某市财政局："


def test_a_title_of_ones_own_may_be_broken_by_hand() -> None:
    own = "标题: |\n  某市科技馆\n  2024年度部门整体支出绩效评价报告\n主送机关: 某市财政局"
    checked = check_text(changed(("主送机关: 某市财政局", own)), "a.yaml")
    assert checked.document is not None
    assert plain_text(checked.document.lines["标题"]) == "某市科技馆\n2024年度部门整体支出绩效评价报告"
    assert checked.document.metadata.title == "某市科技馆2024年度部门整体支出绩效评价报告"


def test_references_in_the_signature_are_filled_in() -> None:
    own = '署名: "{{ 单位 }}办公室"\n主送机关: 某市财政局'
    checked = check_text(changed(("主送机关: 某市财政局", own)), "a.yaml")
    assert checked.document is not None
    assert plain_text(checked.document.blocks["落款"][0].inlines) == "某市科技馆办公室"
    assert checked.document.metadata.author == "某市科技馆办公室"


def test_a_name_that_holds_a_reference_cannot_be_referred_to() -> None:
    checked = check_text(changed(("单位: 某市科技馆", '单位: "{{ 年度 }}科技馆"')), "a.yaml")
    assert "REF003" in {finding.code for finding in checked.report}
