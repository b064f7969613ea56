"""The published documents: every finding was looked at, hardly any is false, and what is known to be wrong is found."""

import pytest
from benchmarks.accuracy.bases import SEEDS, bases
from benchmarks.accuracy.measure import found_in
from benchmarks.accuracy.reviewed import Judgement, entries, false_errors, unjudged, verdicts

MOST_FALSE = 10
"""Pages for which one false alarm is allowed."""


def test_every_finding_has_been_judged_and_is_still_found() -> None:
    new, gone = unjudged()
    assert (list(new), list(gone)) == ([], [])


def test_every_judgement_has_its_reason() -> None:
    assert [entry.key for entry in entries() if not entry.reason] == []


def test_false_alarms_are_rare_and_none_is_an_error() -> None:
    assert [
        verdict.name for verdict in verdicts() if verdict.counts[Judgement.FALSE] * MOST_FALSE > verdict.pages
    ] == []
    assert false_errors() == []


KNOWN = {
    "dongguan-2020": {
        "打印日期早于批复日期": ("STR032", "2020年06月02日"),
        "临展三年60次、一年30次": ("IND010", "≥60次"),
        "工作质量达标率年度低于三年": ("IND018", "≥98%"),
        "预算调整率写「小于等于」": ("IND019", "小于等于2%"),
        "航模表演没有年度指标": ("IND010", "3年航模表演次数"),
        "创客培训没有年度指标": ("IND010", "3年创客教育培训课时数量"),
        "新增展品没有指标": ("IND009", "5件以上"),
        "少年科学院没有指标": ("IND009", "3期"),
        "慕课没有指标": ("IND009", "100节"),
        "影片两部与四部": ("IND009", "两部"),
        "公开达标率写了两条": ("IND008", "预决算信息公开达标率"),
        "起止年没有填": ("STR022", "年—年"),
        "断在半句": ("STR019", "吉博"),
        "印出了 <p>": ("STR018", "<p>"),
        "部门的批复写本项目": ("STR021", "本项目的绩效目标"),
        "约十多个": ("WRD002", "约十多"),
        "月份补零": ("FMT002", "2020年06月30日"),
        "金额小数位数不一": ("FMT010", "195"),
    },
    "nanyang-2020": {
        "九项相加不等于总额": ("NUM003", "244.89"),
        "支出大于批复": ("NUM002", "597.77"),
        "基本完成与支付率": ("NUM013", "基本完成"),
        "没有图": ("STR003", "如下图所示"),
        "没有评分表": ("STR013", ""),
        "良好应为良": ("SCO002", "良好"),
        "开放154天": ("NUM024", ""),
        "达标率的分母": ("NUM033", ""),
        "讲解员姓名": ("DIS004", "杜艳一、李蕴哲"),
        "老师姓名": ("DIS004", "鲁文文和朱元勋"),
        "截止应为截至": ("WRD001", "截止"),
        "5.30 应为 5·30": ("PUN010", "5.30"),
    },
    "nanyang-2020.txt": {
        "九项相加不等于总额": ("NUM037", "244.89"),
        "支出大于批复": ("NUM038", "597.77"),
        "编号掉了：（3）": ("STR010", "（3）"),
        "编号掉了：（二）": ("STR010", "（二）"),
        "编号写「1、」": ("PUN009", "1、"),
    },
    "tangshan-2021": {
        "2021年的目标写2020年": ("STR027", "2020年"),
        "正文不少于4次，表里4次": ("IND019", "4次"),
        "成本指标是资金完成率": ("IND004", "预算资金完成率"),
        "提高了市民的科学素质": ("IND015", "提高了市民的科学素质"),
        "不可衡量": ("IND003", "提高了群众的科学素质"),
        "说明照抄名称": ("IND007", "房屋租赁平米数"),
        "依据都一样": ("IND007", "年初工作计划"),
    },
    "linze-2023": {
        "馆外42与47场次": ("NUM029", ""),
        "42场、每场60人与4000人": ("NUM022", ""),
        "每月一次与22次": ("NUM023", ""),
        "本年资金只用了49.12%": ("NUM018", ""),
        "没有个数、覆盖率": ("STR017", ""),
        "满意度100%": ("IND014", ""),
        "少半个括号": ("PUN002", "（"),
        "停在逗号": ("PUN006", "，"),
        "没有署名和日期": ("STR012", ""),
        "教师姓名": ("DIS004", "何建英"),
        "近8000余人": ("WRD002", "近"),
    },
    "linze-2023.txt": {"编号「2.」重复": ("STR010", "2.")},
    "guangzhou-2023.txt": {"句号重复": ("PUN003", "。。")},
    "guangzhou-2023": {
        "九条指标与另一个项目相同": ("IND008", "活动投诉率"),
        "满意度指标归错类": ("IND005", "效益指标及服务对象满意度指标"),
        "率的值是分钟": ("IND006", "10分钟"),
        "没有效益指标": ("IND001", "产出指标"),
        "体现公益性不可衡量": ("IND003", "体现公益性"),
        "播放量重复": ("WRD007", "播放量播放量"),
        "视频数量重复": ("WRD007", "视频数量视频数量"),
        "发文字号": ("PUN004", "(2022)224号"),
        "标题没有年度": ("STR005", ""),
    },
}
"""What reviewers found in the published documents by hand, with the rule that is to say so and the words it marks."""


@pytest.mark.parametrize(("name", "defect"), [(name, defect) for name, defects in KNOWN.items() for defect in defects])
def test_what_is_known_to_be_wrong_is_found(name: str, defect: str) -> None:
    code, words = KNOWN[name][defect]
    found = [entry.key[2] for entry in entries() if entry.key[:2] == (name, code)]
    assert any(words in marked for marked in found)


@pytest.mark.parametrize("name", [name for name in bases() if name.removesuffix(".txt") not in SEEDS])
def test_an_example_has_no_finding(name: str) -> None:
    base = bases()[name]
    assert [(finding.code, finding.label) for finding in found_in(base, base.text)] == []
