"""Regulations that another one has replaced, in papers of several trades: told by the year of the paper."""

import pytest
from tests.rules.fragments import findings_finished

from reportgen.rules.wording.superseded import successors

EVALUATION = "《项目支出绩效评价管理办法》（财预〔2020〕10号）"
PAPERS = "《党政机关公文处理工作条例》（中办发〔2012〕14号）"
ACCOUNTS = "《政府会计制度——行政事业单位会计科目和报表》（财会〔2017〕25号）"


def told(unit: str, year: int, sentence: str) -> list[str]:
    text = f"{unit}{year}年度部门整体支出绩效评价报告\n一、基本情况\n{sentence}\n"
    return [found.label for found in findings_finished(text) if found.code == "WRD017"]


@pytest.mark.parametrize(
    ("unit", "year", "sentence", "successor"),
    [
        (
            "示例县人民医院",
            2024,
            "根据财预〔2011〕285号文件开展评价。",
            EVALUATION,
        ),
        (
            "某市实验中学",
            2023,
            "依据财预[2011]285号，本次评价采用百分制。",
            EVALUATION,
        ),
        (
            "示例县人民法院",
            2013,
            "按《国家行政机关公文处理办法》归档。",
            PAPERS,
        ),
        (
            "某区水务局",
            2020,
            "执行财库〔2013〕218号规定的科目。",
            ACCOUNTS,
        ),
        ("某市科技馆", 2024, "格式执行GB/T 9704—1999。", "《党政机关公文格式》（GB/T 9704-2012）"),
    ],
)
def test_a_basis_that_was_replaced_before_the_year_is_told(unit: str, year: int, sentence: str, successor: str) -> None:
    assert told(unit, year, sentence) == [f"已被{successor}代替"]


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        (2018, "根据财预〔2011〕285号文件开展评价。"),
        (2020, "根据财预〔2011〕285号文件开展评价。"),  # the year in which it was replaced
        (2024, "根据财预〔2020〕10号文件开展评价，财预〔2011〕285号同时废止。"),
        (2024, "根据财预〔2011〕2850号文件开展评价。"),
        (2024, "格式执行GB/T 9704-2012。"),
    ],
)
def test_one_that_was_in_force_or_is_said_to_be_gone_is_not(year: int, sentence: str) -> None:
    assert told("某市科技馆", year, sentence) == []


def test_number_and_name_of_one_regulation_are_told_once() -> None:
    sentence = "根据《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）开展评价。"
    assert len(told("示例县人民医院", 2024, sentence)) == 1


def test_each_of_the_list_has_a_successor_with_a_day_and_a_name() -> None:
    assert all(each.since.year > 2000 and each.name.startswith("《") for each in successors().values())
