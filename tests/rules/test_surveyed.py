"""Satisfaction typed for an indicator is that of the questionnaire."""

import pytest

from reportgen.pipeline.check import check_text

FORM = """\
文种: 部门整体支出绩效自评表
单位: {unit}
年度: 2024
问卷:
  - 名称: {asked}
    有效: 200份
    题目:
      - {{题目: 是否满意, 简称: {about}, 题型: 满意度, 选项: {{满意: 180, 基本满意: 12, 不满意: 8}}}}
绩效指标:
  - {{一级指标: 满意度指标, 三级指标: {name}, 指标值: ≥90%, 完成值: {value}, 分值: 10}}
"""

TRADES = [
    ("示例县人民医院", "患者", "就诊", "患者满意度", "98.5%", "问卷「患者」算出来是 93.6%、96.0%"),
    ("示例县人民医院", "患者", "就诊", "就诊患者满意度", "93.6%", ""),
    ("某市第二中学", "学生家长", "食堂", "食堂满意度", "97%", "问卷「学生家长.食堂」算出来是 93.6%、96.0%"),
    ("某市第二中学", "学生家长", "食堂", "学生家长对食堂的满意度", "96%", ""),
    ("某市水务局", "用水户", "水压", "用水户满意度", "94%", ""),  # 93.6 % to its last place
    ("某市水务局", "用水户", "水压", "用水户满意度", "95%以上", ""),
    ("某市水务局", "用水户", "水压", "服务对象满意度", "99%", "问卷「用水户」算出来是 93.6%、96.0%"),  # the only one
    ("某市水务局", "用水户", "水压", "供水水质合格率", "99%", ""),
]


@pytest.mark.parametrize(("unit", "asked", "about", "name", "value", "label"), TRADES)
def test_the_result_is_one_of_those_that_follow_from_the_answers(
    unit: str, asked: str, about: str, name: str, value: str, label: str
) -> None:
    text = FORM.format(unit=unit, asked=asked, about=about, name=name, value=value)
    found = [each.label for each in check_text(text, "内容.yaml").report if each.code == "IND022"]
    assert found == ([label] if label else [])


def test_a_reference_is_right_by_itself() -> None:
    text = FORM.format(
        unit="某市科技馆", asked="观众", about="讲解", name="观众满意度", value='"{{ 问卷.观众.满意率 }}"'
    )
    codes = [each.code for each in check_text(text, "内容.yaml").report]
    assert not {"IND022", "REF001", "REF002"} & {*codes}


SCORED = """\
文种: 绩效评价指标体系及评分情况表
单位: 某市第二中学
年度: 2024
评价: {得分: 82分, 等级: 良}
评分表:
  - {一级指标: 产出, 二级指标: 数量, 三级指标: 参训教师, 指标值: ≥90人, 完成值: 81人, 分值: 100, 得分: 82{standard}}
"""


def test_points_by_a_standard_that_is_written_are_not_worked_out_by_shares() -> None:
    own = ", 评分标准: 每少1人扣2分, 评分依据: 培训签到表"
    codes = {
        text: [each.code for each in check_text(SCORED.replace("{standard}", text), "内容.yaml").report]
        for text in ("", own)
    }
    assert "SCO009" in codes[""]
    assert "SCO009" not in codes[own]
