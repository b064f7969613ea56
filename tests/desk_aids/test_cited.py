"""本节引用的数: each figure that a text cites once, with where it is written, or how it came about."""

import json
from pathlib import Path

import pytest
from tests.support.desk_routes import asking

CONTENT = """文种: 部门整体支出绩效评价报告
单位: 示例县人民医院
年度: 2024
上年: {数据: {门诊: {人次: 90156人次}}}
预算:
  金额单位: 万元
  批复: 900.00
  分项:
    - {名称: 设备购置, 批复: 600.00, 支出: 593.00}
数据:
  门诊: {人次: 93812人次, 床位: 320张}
  周转: {每床: "{{ 门诊.床位 }}"}
问卷:
  - 名称: 患者
    有效: 200份
    题目:
      - {题目: 您对就诊是否满意？, 简称: 就诊, 题型: 满意度, 选项: {非常满意: 100, 满意: 80, 一般: 18, 不满意: 2}}
收支情况: |
  门诊{{ 门诊.人次 }}，比上年增长{{ 同比.数据.门诊.人次 }}；再说一次，{{ 数据.门诊.人次｜万人次｜1位 }}。
  设备购置支出{{ 设备购置.支出 }}，批复{{ 预算.设备购置.批复 | 元 }}；满意度{{ 问卷.患者.满意度 }}。
  每床{{ 周转.每床 }}，没有的{{ 住院.人次 }}。
"""


@pytest.fixture(scope="module")
def cited(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What the text cites, by name."""
    folder: Path = tmp_path_factory.mktemp("cited")
    (folder / "医院.yaml").write_text(CONTENT, encoding="utf-8")
    asked = {"file": "医院.yaml", "paths": json.dumps([["收支情况"], ["没有的"]])}
    return {each["name"]: each for each in asking(folder).get("/content/cited", params=asked).json()}


def test_a_figure_stands_once_with_the_path_where_it_is_written(cited: dict[str, dict[str, object]]) -> None:
    patients = cited["数据.门诊.人次"]
    assert patients["path"] == ["数据", "门诊", "人次"]
    assert (patients["written"], patients["value"], patients["times"]) == ("93812人次", "93812人次", 2)


def test_a_cell_of_a_fund_table_has_its_row_column_and_unit(cited: dict[str, dict[str, object]]) -> None:
    spent = cited["预算.设备购置.支出"]
    assert spent["path"] == ["预算", "分项", "1", "支出"]
    assert (spent["row"], spent["column"], spent["written"], spent["unit"]) == ("设备购置", "支出", "593.00", "万元")


def test_what_is_worked_out_says_from_what(cited: dict[str, dict[str, object]]) -> None:
    growth, satisfaction, beds = (cited[n] for n in ("同比.数据.门诊.人次", "问卷.患者.满意度", "数据.周转.每床"))
    assert (growth["written"], growth["value"], growth["why"]) == ("", "4.06%", "由「数据.门诊.人次」算出")
    assert (satisfaction["written"], satisfaction["value"]) == ("", "87.4%")
    assert "算出" in str(satisfaction["why"])
    assert (beds["written"], beds["why"]) == ("", "引自 {{ 门诊.床位 }}")


def test_what_nothing_is_called_is_left_to_the_findings(cited: dict[str, dict[str, object]]) -> None:
    assert len(cited) == 6
