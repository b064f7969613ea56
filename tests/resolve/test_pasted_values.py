"""Figures, days and names out of Excel, WPS and web pages: said where they were typed, mended where that is safe."""

import pytest
from tests.support.example import ROOT, changed

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.pipeline.check import check_text
from reportgen.pipeline.fix import fix_text

DAY = "成文日期: 2025年3月20日"
OWN = ("CON", "REF", "PUN005", "SRC")


def with_figures(group: str, prose: str = "无") -> str:
    """The example with a group of figures of another trade, and a sentence that refers to them."""
    return changed(("  人员: {编制", f"  {group}\n  人员: {{编制"), ("其他问题: 无", f"其他问题: {prose}"))


def findings(text: str) -> list[Diagnostic]:
    return [each for each in check_text(text, "a.yaml").report if each.code.startswith(OWN)]


def safely_fixed(text: str) -> str:
    """The lines that `--fix` has changed."""
    fixed = fix_text(text, lambda new: check_text(new, "a.yaml"), lambda each: bool(each.offer and each.offer.safe))
    lines = zip(text.splitlines(), fixed.text.splitlines(), strict=True)
    return "\n".join(new for old, new in lines if old != new)


def clinic(figure: str) -> str:
    """A figure of a hospital; it is referred to twice, so that what is said where it is printed would be said twice."""
    return with_figures(
        f"门诊: {{内科: {figure}, 外科: 300人次}}", "内科{{ 门诊.内科 }}，与上年内科{{ 门诊.内科 }}持平。"
    )


FIGURES = [
    ("４２００人次", "CON010", "4200人次"),
    ("42．5万人次", "CON010", "42.5万人次"),
    ("42ｋｍ", "CON010", "42km"),
    ("“4200人次”", "CON005", "4200人次"),
    ("4200人次。", "CON005", "4200人次"),
    ("–4200人次", "CON005", "-4200人次"),
    ("42。5万人次", "CON005", "42.5万人次"),
    ("'4，200人次'", "CON005", "4200人次"),
    ("98﹪", "CON005", "98%"),
    ("人民币4200元", "CON005", "4200元"),
]


@pytest.mark.parametrize(("typed", "code", "meant"), FIGURES, ids=[typed for typed, _code, _meant in FIGURES])
def test_a_figure_is_said_once_where_it_was_typed(typed: str, code: str, meant: str) -> None:
    (found,) = findings(clinic(typed))
    line = clinic(typed).splitlines()[found.place.line - 1]
    assert (found.code, line[found.place.column - 1 :].startswith(typed)) == (code, True)
    assert f"内科: {meant}" in safely_fixed(clinic(typed)).replace("'", "")


UNSURE = [
    ("0420人次", "前面多了 0", "420人次"),
    ("4 200人次", "中间有空格", "4200人次"),
    ("42O0人次", "字母 O", "4200人次"),
    ("'(4200)'", "是不是负数", "-4200"),
    ("4.2E+03", "科学计数法", "4200"),
]


@pytest.mark.parametrize(("typed", "words", "meant"), UNSURE, ids=[typed for typed, _words, _meant in UNSURE])
def test_what_only_the_writer_can_know_is_proposed_and_not_done(typed: str, words: str, meant: str) -> None:
    found = next(each for each in findings(clinic(typed)) if words in each.label + each.fix)
    assert found.repair
    assert (found.repair.edits[0].new, found.repair.safe) == (meant, False)


BARE = [
    ("法官: {员额: 42人, 助理: 38, 书记员: 30人}", "是不是 38人？"),
    ("管网: {新建: 42公里, 改造: 38公里, 完成率: 95}", "是不是 95%？"),
    ("学校: {满意度: 95%, 学生: 1200}", "改成半角的数字，写上单位，前面不补 0"),
    ("门诊: {人次: 4200人次, 床位: 400张, 医生: 38}", "改成半角的数字，写上单位，前面不补 0"),
]


@pytest.mark.parametrize(("group", "fix"), BARE)
def test_a_figure_without_its_unit_is_named_beside_those_that_have_one(group: str, fix: str) -> None:
    (found,) = findings(with_figures(group))
    assert (found.code, found.fix) == ("CON010", fix)


@pytest.mark.parametrize("group_", ["{甲: 42, 乙: 38}", "{供水: 42万吨, 排水: 38万吨}", "{满意率: 98%, 人数: 42人}"])
def test_figures_that_all_have_units_or_none_are_left_alone(group_: str) -> None:
    assert findings(with_figures(f"水量: {group_}")) == []


DAYS = [
    "2025.3.20",
    "2025/3/20",
    "2025-03-20 00:00:00",
    "２０２５年３月２０日",
    "二〇二五年三月二十日",
    "“2025年3月20日”",
]


@pytest.mark.parametrize("typed", DAYS)
def test_a_day_is_read_in_all_its_forms(typed: str) -> None:
    draft = check_text(changed((DAY, f"成文日期: {typed}")), "a.yaml").document
    assert draft
    assert any("2025年3月20日" in "".join(inline.text for inline in block.inlines) for block in draft.walk())


NO_DAYS = [
    ("2025.2.30", "日历上没有", None),
    ("2025年4月31日", "日历上没有", None),
    ("45736", "Excel", "2025年3月20日"),
    ("20250320", "是不是 2025年3月20日", "2025年3月20日"),
    ("三月二十日", "读不懂", None),
]


@pytest.mark.parametrize(("typed", "words", "meant"), NO_DAYS)
def test_what_is_no_day_is_told_why(typed: str, words: str, meant: str | None) -> None:
    (found,) = findings(changed((DAY, f"成文日期: {typed}")))
    assert (found.code, words in found.label) == ("CON004", True)
    assert (found.repair.edits[0].new if found.repair else None) == meant


@pytest.mark.parametrize(
    ("own", "quoted", "safe"),
    [
        ("主送机关: 某市财政局", "主送机关: “样板镇人民政府”", False),
        ("年度: 2024", "年度: “2024”", True),
        ("年度: 2024", "年度: ‘2024’", True),
        ("金额单位: 万元", "金额单位: “万元”", True),
        ("等级: 优", "等级: “优”", True),
        ("简称: 活动计划", "简称: “活动计划”", True),
    ],
)
def test_chinese_quotation_marks_would_be_printed(own: str, quoted: str, safe: bool) -> None:
    (found,) = findings(changed((own, quoted)))
    assert (found.code, found.repair and found.repair.safe) == ("CON011", safe)


def test_quotation_marks_within_a_name_are_part_of_it() -> None:
    assert findings(changed(("主送机关: 某市财政局", "主送机关: “三公”经费核算中心"))) == []


REFERENCES = [
    ("{ 门诊.内科 }", "REF003", "{{ 门诊.内科 }}"),
    ("｛｛门诊.内科｝｝", "REF003", "{{ 门诊.内科 }}"),
    ("{{{门诊.内科}}}", "REF003", "{{ 门诊.内科 }}"),
    ("{{ 门诊.内科 }", "REF003", "{{ 门诊.内科 }}"),
    ("{{ 门诊。内科 }}", "REF001", "{{ 门诊.内科 }}"),
    ("{{ 门诊·内科 | 万人次 }}", "REF001", "{{ 门诊.内科 | 万人次 }}"),
]


@pytest.mark.parametrize(("typed", "code", "meant"), REFERENCES, ids=[typed for typed, _code, _meant in REFERENCES])
def test_a_reference_is_mended_where_its_figure_is_known(typed: str, code: str, meant: str) -> None:
    text = with_figures("门诊: {内科: 4200人次}", f"|\n  全年内科{typed}。")
    (found,) = findings(text)
    assert (found.code, found.place.column) == (code, 7)
    assert meant in safely_fixed(text)


def test_letters_of_the_other_width_in_a_name_are_no_other_name() -> None:
    text = with_figures("水费（元）: {3月: 420元}", "三月水费{{ 水费(元).３月 }}。")
    assert "{{ 水费（元）.3月 }}" in safely_fixed(text)


def test_braces_that_hold_no_name_are_text() -> None:
    assert findings(with_figures("门诊: {内科: 4200人次}", "集合{1, 2}有两个数。")) == []


@pytest.mark.parametrize("amount", ["约320.00", "不少于320.00", "320万元以上", "近320.00"])
def test_an_amount_of_the_budget_is_no_limit(amount: str) -> None:
    """Tables are added up from it."""
    found = findings(changed(("  批复: 320.00", f"  批复: {amount}")))
    assert [each.label for each in found if each.code == "CON010"] == ["金额要写准确的数，不写「约」「不少于」「以上」"]


def test_a_day_that_is_told_wrongly_is_not_also_missing() -> None:
    report = check_text(changed((DAY, "成文日期: 2025-13-01")), "a.yaml").report
    assert [each.code for each in report if each.code in ("CON004", "STR012")] == ["CON004"]


APPROVAL = (ROOT / "templates" / "target-approval" / "example.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("day", "found"),
    [("45700", ["CON004"]), ("20250212", ["CON004"]), ("2025年2月", []), ("2025年2月12日", [])],
)
def test_a_day_among_the_texts_of_a_form(day: str, found: list[str]) -> None:
    """It may be left incomplete there; Excel's number of a day is none."""
    (line,) = [line for line in APPROVAL.splitlines() if line.startswith("批复日期:")]
    report = check_text(APPROVAL.replace(line, f"批复日期: {day}"), "a.yaml").report
    assert [each.code for each in report if each.code == "CON004"] == found


QUOTED = [
    ("主管部门: ＂某市教育局＂", True),
    ('主管部门: “某市水务局"', True),
    ("主管部门: “四好农村路”建设和“美丽庭院”", False),
    ("主管部门: '\"十四五\"规划办公室'", False),
]


@pytest.mark.parametrize(("line", "found"), QUOTED, ids=[line for line, _found in QUOTED])
def test_quotation_marks_around_a_value_of_a_list(line: str, found: bool) -> None:
    form = (ROOT / "templates" / "project-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
    text = form.replace("主管部门: 某市科学技术协会", line)
    assert text != form
    assert [each.code for each in check_text(text, "a.yaml").report if each.code == "CON011"] == ["CON011"] * found
