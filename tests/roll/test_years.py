"""Which years and dates of running text move on, and which stay: a report about 2024, signed on 20 March 2025."""

from collections.abc import Iterable

import pytest

from reportgen.roll.years import Calendar, Moved, all_years_later, year_later

CALENDAR = Calendar(2024, (2025, 3))


def made(text: str, moves: Iterable[Moved]) -> str:
    for move in sorted(moves, key=lambda move: move.start, reverse=True):
        text = text[: move.start] + move.new + text[move.end :]
    return text


def later(text: str, calendar: Calendar = CALENDAR) -> str:
    return made(text, calendar.moves(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年医院门诊量稳步上升。", "2025年医院门诊量稳步上升。"),
        ("2024年度预算执行", "2025年度预算执行"),
        ("截至2024年12月31日，在校学生", "截至2025年12月31日，在校学生"),
        ("2024年末结余", "2025年末结余"),
        ("2024年1月1日至12月31日受理案件", "2025年1月1日至12月31日受理案件"),
        ("2024年1月至2024年12月", "2025年1月至2025年12月"),
        ("2024年1—12月供水", "2025年1—12月供水"),
        ("收案数比2023年增长", "收案数比2024年增长"),
        ("二〇二四年", "二〇二五年"),
        ("（2024年科技馆免费开放补助资金项目）", "（2025年科技馆免费开放补助资金项目）"),
        ("在2025年4月底前完成渠道清淤", "在2026年4月底前完成渠道清淤"),
        ("力争2025年6月30日前办结", "力争2026年6月30日前办结"),
        ("2025年将扩建门诊楼", "2026年将扩建门诊楼"),
        ("第34届科技创新大赛", "第35届科技创新大赛"),
        ("第十九届运动会、第二十届书展", "第二十届运动会、第二十一届书展"),
    ],
)
def test_what_means_the_time_of_the_report_moves(text: str, expected: str) -> None:
    assert later(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024年11月完成设备采购。",
        "按照《关于开展2024年度部门整体支出绩效评价工作的通知》",
        "某财绩〔2024〕12号",
        "医院始建于1998年，2019年迁入新址。",
        "2023年建成的教学楼",
        "2024—2026年三年行动",
        "2023年、2024年、2025年三年",
        "2024年至2026年规划",
        "{{ 预算.2024年救灾资金.支出 }}",
        "学习党的第二十届中央委员会第三次全体会议精神",
        "第十四届全国人民代表大会",
        "编号2024001",
    ],
)
def test_what_happened_on_a_day_what_is_quoted_and_what_is_history_stays(text: str) -> None:
    assert later(text) == text


def test_in_a_plan_that_is_not_dated_a_term_moves_and_a_month_does_not() -> None:
    plan = Calendar(2025)
    assert later("2025年9月底前建成两所幼儿园", plan) == "2026年9月底前建成两所幼儿园"
    assert later("2025年9月开工", plan) == "2025年9月开工"


def test_what_stays_though_it_names_the_year_is_told() -> None:
    assert CALENDAR.left("2024年，法院于2024年6月完成改造，见《2024年工作要点》。") == [
        (9, "2024年6月完成改造"),
        (23, "2024年工作要点"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年3月20日", "2026年3月20日"),
        ("2025-03-20", "2026-03-20"),
        ("2025年—2027年", "2026年—2028年"),
        ("2025-2027年", "2026-2028年"),
        ("二〇二五年三月二十日", "二〇二六年三月二十日"),
        ("≥2000人次", "≥2000人次"),
        ("2024.50万元", "2024.50万元"),
        ("2025年12月", "2026年12月"),
    ],
)
def test_of_a_date_and_of_a_period_every_year_moves(text: str, expected: str) -> None:
    assert made(text, all_years_later(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [("2024", "2025"), ("2024年度", "2025年度"), ("近三年", "近三年")])
def test_a_budget_year_moves(text: str, expected: str) -> None:
    assert made(text, year_later(text)) == expected


@pytest.mark.parametrize("number", ["十十", "三一"])
def test_a_session_whose_number_is_none_stays(number: str) -> None:
    """A slip of whoever wrote the file: that is for `check`, and no reason to stumble."""
    assert later(f"第{number}届书展") == f"第{number}届书展"
