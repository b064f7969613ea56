"""The unit's own name that differs in general words, is cut, or opens a caption; and units that only look like it."""

import pytest
from tests.rules.fragments import findings_finished

PAPER = """{unit}2024年度部门整体支出绩效自评报告
一、基本情况
{unit}内设办公室、业务科、财务科3个科室。全年支出在预算以内，{unit}没有新增债务。
{line}
二、下一步打算
继续加强管理。
{unit}
2025年3月20日
"""

SLIPS = [
    ("示例区退役军人事务局", "资金由示例区退役军人管理局规财科核算。", "示例区退役军人管理局"),
    ("示例县投资促进服务中心", "全县招商由示例县投资促进中心牵头。", "示例县投资促进中心"),
    ("样板市城市排水事务中心", "样板市城市排水管理中心安排人员值守。", "样板市城市排水管理中心"),
    ("某市采茶戏传承保护中心", "某市采茶戏传承中心现有省级传承人4名。", "某市采茶戏传承中心"),
    ("示例市动物疫病预防控制中心", "示例市动物预防控制中心完成检测。", "示例市动物预防控制中心"),
    ("示例县统计局", "表2 示例县统计所自评得分表", "示例县统计所"),
    ("样例县水务局", "附表1 样例县水务站预算执行情况", "样例县水务站"),
    ("某区档案馆", "本报告由某区档案负责解释。", ""),
    ("示例县医疗保障局", "本报告由示例县医疗保障负责解释。", "示例县医疗保障"),
    ("模拟省戒毒管理局", "模拟市戒毒管理局印发方案。", "模拟市戒毒管理局"),
]

OTHERS = [
    ("示例区退役军人事务局", "下辖示例区退役军人服务中心，业务上受样本市退役军人事务局指导。"),
    ("示例县统计局", "管理示例县统计局普查中心，资料送示例县统计学会。"),
    ("某省第三测绘院", "江北由某省第一测绘院、某省第三测绘院分片承担。"),
    ("样板县水务局", "样板县水务站在各乡镇设点。"),
    ("示例县医疗保障局", "示例县医疗保障负责人到会。"),
    ("样板市排水管理处", "样板市供水集团负责供水，样板市水务局负责河道。"),
]


@pytest.mark.parametrize(("unit", "line", "words"), SLIPS)
def test_a_name_in_other_words_is_asked_about(unit: str, line: str, words: str) -> None:
    assert _named(PAPER.format(unit=unit, line=line)) == ([words] if words else [])


@pytest.mark.parametrize(("unit", "line"), OTHERS)
def test_units_beside_it_keep_their_names(unit: str, line: str) -> None:
    assert _named(PAPER.format(unit=unit, line=line)) == []


def test_a_firm_that_signs_is_no_unit_written_wrongly() -> None:
    paper = PAPER.format(unit="虚设市航道事务中心", line="评价分三个阶段。")
    assert _named(paper.replace("虚设市航道事务中心\n2025", "虚设市明镜咨询有限公司\n2025")) == []


def _named(paper: str) -> list[str]:
    lines = paper.split("\n")
    found = [each for each in findings_finished(paper) if each.code == "STR029"]
    return [lines[each.place.line - 1][each.place.column - 1 :][: each.place.length] for each in found]
