"""What the rules about text find, and the very characters that they mark."""

import pytest
from tests.rules.fragments import findings, marked, merged, said, sentence

FOUND = [
    ("STR003", "每月进馆人次如下图所示。", ["如下图所示"]),
    ("STR003", "支出情况见下表,明细见下图：", ["见下表", "见下图"]),
    ("STR003", "分布情况如图1所示，明细见表2-1。", ["如图1所示", "见表2-1"]),
    ("STR003", "明细（附表1）和说明（详见附件）。", ["附表1", "详见附件"]),
    ("STR004", "（一）展览部全年开放。", ["（一）"]),
    ("STR004", "1.展览部全年开放。", ["1."]),
    ("STR004", "第一、加强领导。", ["第一、"]),
    ("STR007", "内容有：1、展览；2、讲座；4、比赛。", ["4、"]),
    ("STR007", "①展览。②讲座。②比赛。", ["②"]),
    ("STR007", "（1）展览；（3）讲座；（4）比赛。", ["（3）"]),
    ("STR008", "20XX年举办活动××场，某某参加，【】，（略）。", ["XX", "××", "某某", "【】", "（略）"]),
    ("STR008", "202X年X月X日，○○市，总结（100字以内）。", ["X", "X", "X", "○○", "（100字以内）"]),
    (
        "STR008",
        "比上年增加（减少）10%，{项目名称}，____人，【待核实】。",
        ["增加（减少）", "{项目名称}", "____", "【待核实】"],
    ),
    ("NUM004", "{{ 年度 }}年末核定编制13人。", ["13人"]),
    ("NUM004", "常设展厅全年开放，其中三公经费支出0.9万元。", ["0.9万元"]),
    ("NUM004", "全年开放天数共计280天。", ["280天"]),
    ("PUN001", "知识,传播;思想:好!吗? 是.", [",", ";", ":", "!", "?"]),
    ("PUN001", "评出16项,三等奖（试行)、办法(试行)。", [",", ")", "(试行)"]),
    ("PUN002", "（含接待费，“好”活动》，”反了“。", ["（", "》", "”", "“"]),
    ("PUN003", "很好。。真的，，是吗；，对、，错？。", ["。。", "，，", "；，", "、，", "？。"]),
    (
        "PUN004",
        "粤财科教(2022)224号、豫财[2021]第20号、宛财【2022】020号。",
        ["(2022)224号", "[2021]第20号", "【2022】020号"],
    ),
    ("PUN005", "完成９５．５％，Ａ类２０件。", ["９５．５％", "Ａ", "２０"]),
    ("WRD001", "截止12月31日，资金拔付到位，其它正常。", ["截止", "拔付", "其它"]),
    ("WRD002", "约50%左右，近8000余人，约十多个，100余人左右。", ["约50%左右", "近8000余", "约十多", "100余人左右"]),
    (
        "FMT002",
        "2024年04月05日，3月08日，2024.9.30，2024-12-01。",
        ["2024年04月05日", "3月08日", "2024.9.30", "2024-12-01"],
    ),
    ("FMT003", "1月24日-6月12日，5月29-30日，2018-2020年。", ["-", "-", "-"]),
    ("DIS001", "身份证11010519491231002x。", ["11010519491231002x"]),
    ("DIS002", "手机138-0013-8000、13800138000。", ["138-0013-8000", "13800138000"]),
    ("DIS003", "卡号6222 0212 3456 7890 128，账号4111111111111111。", ["6222 0212 3456 7890 128", "4111111111111111"]),
]


@pytest.mark.parametrize(("code", "text", "characters"), FOUND)
def test_the_very_characters_are_marked(code: str, text: str, characters: list[str]) -> None:
    assert [marks for found, marks in said(text) if found == code] == characters


def test_a_reference_is_marked_as_a_whole() -> None:
    assert said("全年接待约{{ 接待观众.合计 }}左右。") == [("WRD002", "约{{ 接待观众.合计 }}左右")]


def test_a_bound_figure_never_differs_from_itself() -> None:
    assert said("全年开放天数为{{ 展览.开放天数 }}。") == []


def test_a_typed_figure_is_shown_beside_the_fact_that_it_restates() -> None:
    (finding,) = findings(sentence("全年开放天数共计280天。"))
    assert finding.label == "这里写的是 280天"
    assert finding.notes[0].endswith("「数据.展览.开放天数」是 305天")
    assert finding.fix == "换成引用 {{ 展览.开放天数 }}，或更正其中一处"


def test_personal_numbers_are_masked_in_the_message_too() -> None:
    for text in ("身份证11010519491231002X。", "手机13800138000。", "卡号6222021234567890128。"):
        (finding,) = findings(sentence(text))
        assert "*" in finding.label
        assert text[3:-1] not in finding.label + finding.fix


def test_fields_that_are_lines_are_read_too() -> None:
    content = merged("主送机关: 某某市财政局\n单位: XX市科技馆\n")
    assert [(finding.code, marked(content, finding)) for finding in findings(content)] == [
        ("STR008", "XX"),
        ("STR008", "某某"),
    ]


def test_headings_of_problems_are_read_too() -> None:
    content = merged(
        "存在问题:\n  - {简称: 计划, 问题: 一、活动计划不够周密}\n"
        "整改措施:\n  - 对应问题: 计划\n    措施: 完善,落实活动计划\n"
    )
    assert [(finding.code, marked(content, finding)) for finding in findings(content)] == [
        ("STR004", "一、"),
        ("PUN001", ","),
    ]


def test_an_uncertain_finding_says_so() -> None:
    certain = {text: findings(sentence(text))[0].certain for text in ("明细见下表。", "明细详见附件。")}
    assert certain == {"明细见下表。": True, "明细详见附件。": False}


def test_a_short_name_is_known_by_the_reference_beside_it() -> None:
    """在编 alone may be anyone's; beside {{ 人员.编制 }} it is the 在编 of 人员."""
    found = said("年末核定编制{{ 人员.编制 }}，在编11人，全年接待{{ 接待观众.合计 }}。")
    assert found == []
    told = said("年末核定编制{{ 人员.编制 }}，在编13人，退休{{ 人员.退休 }}。")
    assert told == [("NUM004", "13人"), ("NUM044", "13人")]  # more than the posts, too: those retired are counted apart
    assert said("年末在编13人。") == []
