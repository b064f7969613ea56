"""Ranges, days and approximations as people type them: told in papers of several trades, mended where that is safe."""

import pytest
from tests.rules.fragments import findings_finished
from tests.support.example import changed

from reportgen.pipeline.check import check_text
from reportgen.pipeline.fix import fix_text


def told(code: str, sentence: str, unit: str = "某市科技馆") -> list[str]:
    text = f"{unit}2024年度部门整体支出绩效评价报告\n一、基本情况\n{sentence}\n"
    return [found.label for found in findings_finished(text) if found.code == code]


@pytest.mark.parametrize(
    ("code", "unit", "sentence", "right"),
    [
        ("FMT015", "某市教育局", "每所学校补助13～17万元。", "13万元～17万元"),
        ("FMT015", "某市水务局", "年供水量在2至3亿立方米之间。", "2亿至3亿"),
        ("FMT016", "示例县人民医院", "平均住院日缩短1-2天。", "1～2天"),
        ("FMT016", "某市实验中学", "近视率比上年下降3-5个百分点。", "3～5个百分点"),
        ("FMT016", "示例县人民法院", "结案率提高了3%-5%。", "3%～5%"),
        ("FMT016", "某区水务局", "每个断面取样10-12人次。", "10～12人次"),
        ("FMT017", "示例县人民医院", "新门诊楼4月1号启用。", "4月1日"),
        ("FMT017", "某市实验中学", "9月10号教师节前发放。", "9月10日"),
        ("FMT017", "样板镇人民政府", "汛期自6月15号至9月15日。", "6月15日"),
        ("FMT018", "示例县人民法院", "全年巡回审判了3、4个乡镇。", "三四个"),
        ("FMT018", "某区水务局", "每月走访两、三户用水大户。", "两三户"),
        ("FMT018", "某市科技馆", "展品平均使用七、八年。", "七八年"),
    ],
)
def test_a_slip_is_told_with_what_is_right(code: str, unit: str, sentence: str, right: str) -> None:
    assert told(code, sentence, unit) == [f"应为「{right}」"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("FMT015", "每所学校补助13万元～17万元，其中2～3人次负责登记。"),
        ("FMT015", "2023—2024万亩灌区改造。"),
        ("FMT016", "检修1-3号泵，开放3-5年级教室，咨询电话0377-6312个人不答。"),
        ("FMT016", "2023-2024年度完成，1-6月支出52%，第3-5项人员到位。"),
        ("FMT016", "型号SCH-80人机界面，合同编号2024-12份。"),
        ("FMT017", "按照4月1号文件办理，3月2号楼竣工，群众说“4月1号再来”。"),
        ("FMT018", "按照第3、4条规定，7月3、4日停水，2、3季度检修，3、4号泵更换。"),
        ("FMT018", "一、二年级更新课桌，第一、二名由本校获得，二、三期工程完工。"),
        ("FMT018", "抽查1、2、3家医院，在编3、5人。"),
        ("WRD001", "会议纪要写明“其它事项另行研究”。"),
        ("STR008", "委托****有限公司、×××有限公司和××会计师事务所实施，患者李××、王×等人随访。"),
    ],
)
def test_what_looks_like_it_is_not(code: str, sentence: str) -> None:
    assert told(code, sentence) == []


def test_a_hole_is_still_a_hole() -> None:
    assert told("STR008", "全年培训××场，支出×××万元，结余××万元，由×××负责。") == [
        "「××」没有填",
        "「×××」没有填",
        "「××」没有填",
        "「×××」没有填",
    ]


def test_what_is_safe_is_mended_and_the_rest_when_asked_for() -> None:
    slips = "各校近视率下降3-5个百分点，自4月1号起每校补助13～17万元，支出进度慢10～20%，走访3、4个班级。"
    text = changed(("其他问题: 无", f"其他问题: {slips}"))
    safe = fix_text(text, lambda new: check_text(new, "a.yaml"), lambda each: bool(each.offer and each.offer.safe))
    mended = "各校近视率下降3～5个百分点，自4月1日起每校补助13万元～17万元，支出进度慢10%～20%，走访3、4个班级。"
    assert safe.text == changed(("其他问题: 无", f"其他问题: {mended}"))
    whole = fix_text(text, lambda new: check_text(new, "a.yaml"), lambda each: each.code == "FMT018")
    assert "走访三四个班级" in whole.text
