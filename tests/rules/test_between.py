"""Files of one call against each other: what is found, in which file, and what the note names."""

from pathlib import Path

import pytest
from tests.rules.fragments import PARTED, files, merged
from tests.rules.test_quiet_between import evaluated, facts, report, targets

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.packs.loader import load_pack, pack_folders
from reportgen.pipeline.between import compared, filed
from reportgen.pipeline.check import check_file, check_text
from reportgen.rules import all_rules
from reportgen.rules.between.names import near, plain, short, without_code
from reportgen.rules.between.run import is_between
from reportgen.rules.registry import WRONG


def between(*fragments: str) -> list[Diagnostic]:
    """What is found between files; acknowledged findings and unused acknowledgements are among it."""
    parts = files(PARTED.join(merged(fragment) for fragment in fragments))
    reports = compared([filed(check_text(text, file)) for file, text in parts.items()])
    return [finding for _file, found in sorted(reports.items()) for finding in found]


def told(*fragments: str) -> list[tuple[str, str, str, str]]:
    """Code, file, label and first note."""
    return [(each.code, each.place.file, each.label, each.notes[0]) for each in between(*fragments)]


# ---- where a finding stands ----


def test_a_finding_stands_in_the_later_document_and_names_file_line_and_value_of_the_other() -> None:
    note = "自评表 示例2.yaml:18 写的是 78.40万元，这里是 79.00万元"
    assert told(report(spent="79.00", money="80.00"), evaluated()) == [
        ("DOC004", "示例1.yaml", "展厅运行经费：79.00万元", note)
    ]


def test_in_the_later_year() -> None:
    found = told(facts("结转: {年初: 10万元}"), facts("结转: {年末: 12.5万元}", year=2023))
    note = "2023 年的报告 示例2.yaml:25 写的是 12.5万元，这里是 10万元"
    assert ("YRS001", "示例1.yaml", "结转.年初：10万元", note) in found


def test_a_slip_that_two_later_documents_share_is_said_once() -> None:
    other = facts("接待观众: {常设展厅: 29600人次}", kind="云南省部门整体支出绩效自评报告")
    first = facts("接待观众: {常设展厅: 28600人次}", kind="广东省部门整体支出绩效自评报告")
    third = facts("接待观众: {常设展厅: 29600人次}")
    found = [each for each in told(first, other, third) if each[0] == "DOC013"]
    assert [(each[1], each[2]) for each in found] == [("示例2.yaml", "接待观众.常设展厅：29600人次")]


def test_a_project_of_a_department_is_compared_in_the_set_of_the_unit_that_uses_its_money() -> None:
    of_department = targets(money="88.00").replace("单位: 某市科技馆\n年度", "单位: 某市科学技术协会\n年度", 1)
    assert [(code, file) for code, file, *_rest in told(of_department, evaluated())] == [("DOC003", "示例2.yaml")]


def test_money_that_is_not_said_to_be_the_first_grant_is_only_suspected() -> None:
    (found,) = between(targets(), report(money="80.00"))
    assert (found.code, found.certain) == ("DOC003", False)


@pytest.mark.parametrize("project", ["展厅运营经费", "展厅运行费"])
def test_a_project_that_is_misspelt_is_known_by_its_money(project: str) -> None:
    (found,) = between(evaluated(), report(project=project, money="80.00"))
    assert (found.code, found.certain) == ("DOC001", True)
    assert found.notes == (f"自评表 示例1.yaml:14 写的是「展厅运行经费」，这里是「{project}」",)


def test_the_score_of_a_project_is_added_up_and_held_against_the_report() -> None:
    """10 × 78.40 ÷ 80.00 = 9.80; 9.80 + 50 + 30 + 10 = 99.80."""
    right = "评价结果: 展厅运行经费项目自评得分99.8分。\n"
    assert told(evaluated(), report(money="80.00") + right) == []
    ((code, _file, label, note),) = told(evaluated(), report(money="80.00") + right.replace("99.8", "98.8"))
    assert (code, label) == ("DOC005", "展厅运行经费：98.8分")
    assert note == "自评表 示例1.yaml:14 写的是 99.80分，这里是 98.8分"


def test_finished_documents_are_held_against_content_files(tmp_path: Path) -> None:
    content = tmp_path / "自评.yaml"
    content.write_text(merged("文种: 部门整体支出绩效自评表\n"), encoding="utf-8")
    text = tmp_path / "报告.txt"
    lines = [
        "某市科技馆2024年度部门整体支出绩效自评报告",
        "一、自评结论",
        "部门整体支出绩效自评得分90.5分，等级为“优”。",
    ]
    text.write_text("\n".join(lines), encoding="utf-8")
    found = compared([filed(check_file(content)), filed(check_file(text))])
    ((finding,),) = found.values()
    assert (finding.code, finding.place.spot.words) == ("DOC005", "第 3 行")
    assert finding.notes == (f"自评表 {content}:28 写的是 95.66分，这里是 90.5分",)


# ---- acknowledgements ----

ACCEPTED = "79.00} # 忽略 DOC004：含上年应付款"


def test_an_acknowledgement_of_the_file_in_which_the_finding_stands_counts() -> None:
    (found,) = between(evaluated(), report(money="80.00", spent="79.00").replace("79.00}", ACCEPTED))
    assert (found.code, found.acknowledged) == ("DOC004", "含上年应付款")


def test_one_that_nothing_was_compared_with_is_not_called_unused() -> None:
    accepted = report(money="80.00", spent="79.00").replace("79.00}", ACCEPTED)
    assert "SUP002" not in [each.code for each in check_text(merged(accepted), "示例.yaml").report]
    assert [each.code for each in between(accepted, targets(money="80.00"))] == []


def test_one_whose_comparison_was_made_is_unused_when_nothing_was_found() -> None:
    agreeing = report(money="80.00").replace("78.40}", "78.40} # 忽略 DOC004：含上年应付款")
    assert [(each.code, each.label) for each in between(evaluated(), agreeing)] == [("SUP002", "DOC004")]


# ---- names ----


@pytest.mark.parametrize(
    ("first", "other", "expected"),
    [
        ("展厅运行经费", "展厅运营经费", True),
        ("科技馆免费开放补助资金", "科技馆免费开放补助经费", True),
        ("展厅改造一期", "展厅改造二期", False),
        ("科普活动费2023", "科普活动费2024", False),
        ("示例县科协", "示例市科协", False),
        ("某市第一中学", "某市第二中学", False),
        ("水电费", "水电", False),
        ("物业管理费", "专用设备运行维护经费", False),
    ],
)
def test_a_slip_is_told_from_another_thing(first: str, other: str, expected: bool) -> None:
    assert near(plain(first), plain(other)) is expected


def test_names_are_compared_without_what_only_looks_different() -> None:
    assert plain("“大篷车” 经费（本级）") == plain("大篷车经费(本级)")
    assert without_code("000000000000000000001-展厅运行经费") == ("000000000000000000001", "展厅运行经费")
    assert short("示例县科学技术协会") == short("示例县科协")


# ---- the family ----


def test_every_rule_of_the_family_takes_several_files_and_no_other_does() -> None:
    several = {code for code, rule in all_rules().items() if "\n---\n" in rule.manual.get(WRONG, "")}
    assert several == {code for code in all_rules() if is_between(code)}


def test_every_pack_but_the_letters_has_its_stage() -> None:
    """A letter's stage is in its title, if it has one; what a bureau writes about papers is at none."""
    packs = [load_pack(folder)[0] for folder in pack_folders()]
    letters = [f"official-{name}" for name in ("annex", "approval", "letter", "minutes", "note", "order")]
    reviews = ["review-letter", "review-list", "review-summary"]
    assert [pack.name for pack in packs if pack and pack.stage is None] == [*letters, *reviews]
