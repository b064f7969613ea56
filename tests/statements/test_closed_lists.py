"""Totals that close their list in other words, what is left over, items in sentences of their own, counts, grades."""

import pytest
from tests.support.ledgers import held, said

TITLE = "某市水务局2024年度工作总结\n一、基本情况\n"

WRONG = [
    # a word of all of it behind the parts, or 加上 between them
    ("核定教师编制24名、职工编制15名，编制总数43名。", "sum 43名 各项相加得 39名"),
    ("车辆运行9.40万元，加上接待的1.85万元，“三公”经费支出11.52万元。", "sum"),
    ("门诊收入268.40万元，住院收入121.60万元，加上补助46.00万元，总量为463.00万元。", "sum"),
    ("刑事案件168件、民事案件262件、行政案件53件，三类案件累计493件。", "sum 493件 各项相加得 483件"),
    (
        "3月到账120.00万元，6月到账96.50万元，9月到账70.40万元，与支出286.50万元一致。",
        "sum 286.50万元 各项相加得 286.9万元",
    ),
    # what is left over
    ("检查餐饮单位85家，立案3家，责令改正9家，剩余80家未见异常。", "sum 85家 各项相加得 92家"),
    ("维修渠道146处，东片54处，西片61处，余下33处列入下年。", "sum 146处 各项相加得 148处"),
    ("馆藏图书8,460册，社科类4,120册，文学类2,740册，其余1,500册。", "sum 8,460册 各项相加得 8360册"),
    # two lists of one total, each its own
    ("演出318场，上半年136场，下半年128场。按场所，进乡村204场，进校园68场，剧场商演46场。", "sum 128场 应为 182场"),
    # sentences without a number
    (
        "全年门诊46,300人次。一季度就诊7,200人次。二季度就诊14,600人次。三季度就诊15,080人次。四季度就诊8,700人次。",
        "listed 15,080人次 应为 15800人次",
    ),
    ("学校经费1,126.40万元，包括以下内容。工资821.60万元。社保238.30万元。补贴75.50万元。", "listed"),
    (
        "资金来源说明，收入864.50万元。从来源看，拨款为主，412.30万元。事业收入次之，386.20万元。其余补助65.00万元。",
        "listed",
    ),
    # counts
    ("下半年抓好四件事。首先，完成围墙验收。其次，补齐运维日志。最后，核对协议。", "count 四件 列出的是 3 个"),
    ("主要有四点不足。一是资料利用不够；二是人员更换频繁；三是合同签订偏晚。", "count 四点 列出的是 3 个"),
    ("救护车4辆，即监护车、转运车、指挥车各1辆。", "count 4辆 列出的是 3 个"),
    ("招聘会2场（3月15日、5月18日、7月26日），提供岗位。", "count 2场 列出的是 3 个"),
    ("包括城东、城西、城南在内的4个片区完成改造。", "count 4个 列出的是 3 个"),
    ("建有《借阅办法》《讲解制度》《安防规定》等2项制度。", "count 2项 列出的是 3 个"),
    # states are grades, and an ordinal before a figure is none of them
    ("年检消防栓420具，完好388具，损坏35具。", "grades"),
    ("全县公厕328座，一类42座，二类186座，三类110座。", "grades"),
    ("现场核查企业27家，履约良好19家，部分履约6家，未履约3家。", "grades"),
]

RIGHT = [
    "在编人员职称，一级6人，二级15人，三级31人，四级20人，取得职称的72人。",
    "全院职工64人，事业编18人、合同制46人；其中保卫科21人，科长、副科长3人，队员18人。",
    "设5个科室，直属站8个，网络站31个。",
    "设一级指标4个、二级指标14个、三级指标22个。",
    "甲村12户、乙村15户、丙村88户完成改厕。",
    "辖7个分馆，评为优的仅1个，且全部1个差级分馆在该片区。",
    "预算120万元，采购100万元，追加30万元，剩余50万元。",
    "在编职工35人。正高15人。副高168人次参训。门诊152人次。",
    "下午三点开会，四点结束。参会36人。",
    "出台《甲办法》《乙制度》等5项制度。",
    "包括两类人员36人。",
]


@pytest.mark.parametrize(("text", "told"), WRONG)
def test_what_the_list_misses_is_said(text: str, told: str) -> None:
    relation, *words = told.split()
    found = [each for each in said(TITLE + text) if each.split()[0] == relation]
    assert found, said(TITLE + text)
    assert len(words) < 2 or told in found, found


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_like_a_list_is_not(text: str) -> None:
    assert said(TITLE + text) == []


def test_lists_that_close_in_other_words_are_tied() -> None:
    assert "sum" in held(
        TITLE + "省级财政2,144.00万元；中央补助402.00万元；自筹134.00万元，以上来源凑成总投资2,680.00万元。"
    )
    assert "listed" in held(TITLE + "授课1,236课时。法治课384课时。心理课312课时。文化课288课时。健康课252课时。")
