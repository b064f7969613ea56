"""Days that do not exist are found however they are written, never written by a repair; marks around Latin letters."""

import pytest
from tests.rules.fragments import findings, findings_finished, marked, merged, said

FOUND = [
    ("示范校舍于2024年2月30日完工。", ["2024年2月30日"]),
    ("设备于2024.2.30验收，2024-04-31付款，2024/6/31入库。", ["2024.2.30", "2024-04-31", "2024/6/31"]),
    ("庭审于2023．2．29举行。", ["2023．2．29"]),
    ("工程于2024年 2 月 30 日开工。", ["2024年 2 月 30 日"]),
    ("报告印发于二〇二四年二月三十日。", ["二〇二四年二月三十日"]),
    ("门诊楼于6月31号启用，十一月三十一日验收。", ["6月31号", "十一月三十一日"]),
    ("汛期为2024年6月1日—31日，枯水期为2月1日至30日。", ["31日", "30日"]),
    ("２０２４年２月３０日验收。", ["２０２４年２月３０日"]),
    ("验收日期：20240230。", ["20240230"]),
    ("2024年04月31日、2024.13.05都写错了。", ["2024年04月31日", "2024.13.05"]),
]
FINE = [
    "2024年2月29日与2024.2.28开会，2024-04-30结束，2000年2月29日。",
    "合同编号2024-2-30，文号2024-45-12，版本2024.2.30。",
    "开放时间为1月24日—6月12日，5月29—30日闭馆，2023年12月31日至2024年1月1日。",
    "地址为解放路2月31号楼，按照7月45号文办理，农历二月三十日赶集。",
    "比例为2024/2/3，型号为2024-02-30-A，网址192.168.2.30。",
    "编码20240230，收文20241345件。",
]


@pytest.mark.parametrize(("text", "days"), FOUND)
def test_days_that_do_not_exist_are_found(text: str, days: list[str]) -> None:
    assert [words for code, words in said(text) if code == "FMT008"] == days
    report = f"某市水务局2024年度工作总结\n一、概况\n{text}\n"
    found = findings_finished(report)
    assert [marked(report, each) for each in found if each.code == "FMT008"] == days


@pytest.mark.parametrize("text", FINE)
def test_days_that_exist_and_numbers_that_are_none(text: str) -> None:
    assert [words for code, words in said(text) if code == "FMT008"] == []


@pytest.mark.parametrize(("text", "_days"), FOUND)
def test_no_repair_writes_a_day_that_does_not_exist(text: str, _days: list[str]) -> None:
    found = findings(merged(f"收支情况: |\n  {text}\n"))
    assert [finding.label for finding in found if finding.code == "FMT002"] == []


def test_the_date_of_signing_of_somebody_else_is_looked_at() -> None:
    report = "某市法院2024年度工作总结\n一、概况\n全年审结案件1200件。\n某市法院\n二〇二五年二月三十日\n"
    assert ("FMT008", "没有「二〇二五年二月三十日」这一天") in [
        (each.code, each.label) for each in findings_finished(report)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "推行‘A’办法，‘X’和‘一’。",
        "执行‘CT’检查规范。",
        "落实‘ABC’教学法，don’t等单词。",
        "使用‘GIS’系统。",
        "The court’s rules.",
    ],
)
def test_quotation_marks_around_letters_are_a_pair(text: str) -> None:
    assert [words for code, words in said(text) if code == "PUN002"] == []


def test_half_a_pair_around_letters_is_found() -> None:
    assert [words for code, words in said("推行‘A办法，执行规范。") if code == "PUN002"] == ["‘"]
