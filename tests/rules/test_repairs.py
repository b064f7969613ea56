"""What `--fix` makes of a sentence, and what it leaves to the writer."""

import pytest
from tests.rules.fragments import NANYANG, merged, sentence

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.fix import Fixed, fix_text


def check(text: str) -> Checked:
    return check_text(text, "示例.yaml")


def safe(finding: Diagnostic) -> bool:
    return finding.offer is not None and finding.offer.safe


def anything(_finding: Diagnostic) -> bool:
    return True


def mended(text: str, unsafe: bool = False) -> str:
    """The paragraph of that text after its repairs; the rest of the file must stay as it is."""
    before = sentence(text)
    after = fix_text(before, check, anything if unsafe else safe).text
    start = before.index(text)
    end = len(before) - start - len(text)
    assert (after[:start], after[len(after) - end :]) == (before[:start], before[start + len(text) :])
    return after[start : len(after) - end]


SAFE = [
    ("知识,传播;思想:好!是吗?是的。", "知识，传播；思想：好！是吗？是的。"),
    ("知识 , 传播 ; 思想。", "知识，传播；思想。"),
    ("办法(试行)和奖项（一等)各3项,共6项。", "办法（试行）和奖项（一等）各3项，共6项。"),
    ("很好。。真的，，是吗。", "很好。真的，是吗。"),
    ("按粤财科教(2022)第0224号、豫财[2021]20号文执行。", "按粤财科教〔2022〕224号、豫财〔2021〕20号文执行。"),
    ("完成９５．５％，Ａ类２０件。", "完成95.5%，A类20件。"),
    ("2024年04月05日至2024.9.30。", "2024年4月5日至2024年9月30日。"),
    ("1月24日-6月12日，2018-2020年。", "1月24日—6月12日，2018—2020年。"),
    ("{{ 年度 }}年,全年(含{{ 接待观众.合计 }}人次)开放。", "{{ 年度 }}年，全年（含{{ 接待观众.合计 }}人次）开放。"),
    ("𠮷祥社区,知识,传播。", "𠮷祥社区，知识，传播。"),
]
UNSAFE = [
    ("资金拔付到位，其它正常。", "资金拨付到位，其他正常。"),
    ("约50%左右，约十多个，100余人左右。", "约50%，十多个，100余人。"),
    ("约{{ 接待观众.合计 }}左右。", "约{{ 接待观众.合计 }}。"),
]
LEFT = [
    "《甲, 乙》和“丙》。",
    "真的，；是吗？。等等。。。",
    "近8000余人参加。",
    "增加（减少）××人，详见下图。",
    "开放时间9:30，1,234元，A,B。",
]


@pytest.mark.parametrize(("text", "right"), SAFE)
def test_a_safe_repair_changes_how_it_is_written(text: str, right: str) -> None:
    assert mended(text) == right


@pytest.mark.parametrize(("text", "right"), UNSAFE)
def test_another_repair_is_made_only_when_asked_for(text: str, right: str) -> None:
    assert mended(text) == text
    assert mended(text, unsafe=True) == right


@pytest.mark.parametrize("text", LEFT)
def test_what_only_the_writer_knows_is_left_to_him(text: str) -> None:
    half = text.replace("甲, 乙", "甲，乙")
    assert mended(text, unsafe=True) in (text, half)


# ---- values that are no sentences ----


def values(fragment: str) -> str:
    """The lines of a fragment after every repair."""
    text = merged(fragment)
    fixed = fix_text(text, check, anything).text
    changed = [line for line in fixed.splitlines() if line not in text.splitlines()]
    return "\n".join(changed)


ROW = """\
预算:
  金额单位: 万元
  批复: 300.00
  支出: 280.00
  分项:
    - {{名称: 甲, 到位: 2.50, 支出: 1.29, 支付率: {}}}
"""


@pytest.mark.parametrize(("typed", "right"), [("53.6%", "51.6%"), ('"53.60%"', '"51.60%"'), ("'54%'", "'52%'")])
def test_a_rate_is_worked_out_to_its_own_decimals(typed: str, right: str) -> None:
    assert values(ROW.format(typed)) == f"    - {{名称: 甲, 到位: 2.50, 支出: 1.29, 支付率: {right}}}"


def test_a_rate_that_is_a_bound_is_left_alone() -> None:
    assert values(ROW.format("60%以上")) == ""


def test_a_completion_rate_is_worked_out_where_there_is_one_way() -> None:
    one = "数据:\n  活动: {计划: 37个, 实际: 36个, 完成率: 98.3%}\n"
    assert values(one) == "  活动: {计划: 37个, 实际: 36个, 完成率: 97.3%}"
    two = "数据:\n  活动: {计划: 37个, 实际: 36个, 达标: 34个, 达标率: 90%}\n"
    assert values(two) == ""


@pytest.mark.parametrize(("typed", "right"), [("优", "良"), ('"良好"', '"良"')])
def test_the_grade_is_that_of_the_score(typed: str, right: str) -> None:
    assert values(f"评价: {{得分: 88.5分, 等级: {typed}}}\n") == f"评价: {{得分: 88.5分, 等级: {right}}}"


def test_headings_of_a_level_lose_their_marks_together() -> None:
    rows = "  - {{部门: 展览部{0}, 内容: 开放。}}\n  - {{部门: 活动部{0}, 内容: 讲座。}}"
    rest = "\n  - {部门: 办公室, 内容: 值班。}\n"
    assert values("活动:\n" + rows.format("。") + rest) == rows.format("")


# ---- whole files ----


def unacknowledged(text: str) -> str:
    """Without the acknowledgements: `#` remains, so that every line keeps its number."""
    return text.replace("忽略 ", "")


def fixed(text: str, unsafe: bool = False) -> Fixed:
    return fix_text(text, check, anything if unsafe else safe)


def test_what_remains_of_nanyang_is_what_has_no_repair() -> None:
    text = unacknowledged(NANYANG.read_text(encoding="utf-8"))
    found = list(check(text).report)
    result = fixed(text, unsafe=True)
    left = [(finding.code, finding.label) for finding in result.checked.report]
    assert left == [(finding.code, finding.label) for finding in found if not finding.offer]
    assert {code for code, _label in left} >= {"NUM002", "NUM003", "STR003", "STR005"}
    assert len(result.done) == len(found) - len(left)
    assert result.refused == ()


def test_acknowledged_findings_are_never_touched() -> None:
    text = NANYANG.read_text(encoding="utf-8")
    accepted = [finding for finding in check(text).report if finding.repair and not finding.pending]
    assert {finding.code for finding in accepted} >= {"PUN001", "WRD001"}
    after = fixed(text, unsafe=True)
    assert {finding.code for finding in after.done} <= {"FMT001", "FMT003", "PUN010", "SCO002"}, "these are pending"
    assert [(d.code, d.label) for d in after.checked.report if not d.pending and d.repair] == [
        (d.code, d.label) for d in accepted
    ]


def test_a_file_with_windows_line_ends_differs_in_the_edited_characters_only() -> None:
    text = unacknowledged(NANYANG.read_text(encoding="utf-8"))
    windows = text.replace("\n", "\r\n")
    assert fixed(windows).text == fixed(text).text.replace("\n", "\r\n")
    assert fixed(text).text != text


def test_what_a_reference_prints_is_not_edited_at_the_reference() -> None:
    """The name of the unit is as long as the reference to it."""
    title = "某市,科技馆及2024年度部门整体支出绩效评价报告"
    content = merged(f"单位: 某市,科技馆及\n标题: {title}\n收支情况: |\n  {{{{ 单位 }}}}超支。\n")
    after = fixed(content).text
    assert "  {{ 单位 }}超支。\n" in after
    assert "单位: 某市，科技馆及\n" in after


def test_a_few_repairs_that_do_damage_are_found_without_a_check_for_each_of_the_others() -> None:
    harmful = ("门诊楼修缮,已经验收。", "教学楼修缮,已经验收。", "审判庭修缮,已经验收。")
    lines = [harmful[at // 40] if at % 40 == 7 else f"第{at}项任务,已经完成。" for at in range(120)]
    asked: list[str] = []

    def strict(text: str) -> Checked:
        asked.append(text)
        return check(text if all(words in text for words in harmful) else "")

    result = fix_text(merged("收支情况: |\n" + "".join(f"  {line}\n" for line in lines)), strict, anything)
    assert [finding.code for finding in result.refused] == ["PUN001"] * 3
    assert len(result.done) == 117
    assert all(words in result.text for words in harmful)
    assert len(asked) < 60


def test_repairs_that_overlap_are_made_in_the_next_round() -> None:
    text = "（2024年04月05日-2024年05月06日)按粤财(2022)第020号文完成。"
    assert mended(text) == "（2024年4月5日—2024年5月6日）按粤财〔2022〕20号文完成。"
