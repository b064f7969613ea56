"""The unit's own name written otherwise, and other units that are named rightly."""

import pytest
from tests.rules.fragments import findings_finished, marked

from reportgen.rules.structure.told_names import inner_names

REPORT = """{title}2024年度部门整体支出绩效自评报告
一、单位概况
{name}设办公室和业务科。
{text}
二、自评结论
{name}2024年度自评得分92.30分，等级为优。
{signed}
2025年3月20日
"""


def names(name: str, text: str = "", title: str = "", signed: str = "") -> list[tuple[str, ...]]:
    report = REPORT.format(name=name, text=text or "本年没有新增债务。", title=title or name, signed=signed or name)
    return [finding.notes for finding in findings_finished(report) if finding.code == "STR029"]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("某县林业和草原局", "某县林业和草原厅"),
        ("某市气象局", "某市气象总局"),
        ("某县文化馆", "某县文化馆馆"),
        ("某市儿童福利院", "某市儿童福院"),
        ("某县特殊教育学校", "某县特殊教育学院"),
        ("样板镇人民政府", "样板镇政府人民"),
        ("样板镇人民政府", "样板镇人民政腐"),
        ("示例街道办事处", "示列街道办事处"),
        ("某市图书馆", "某县图书馆"),
        ("样板镇人民政府", "样板乡人民政府"),
        ("某市公安局特警支队", "某市公安局特警大队"),
        ("某县疾病预防控制中心", "某县疾病预防控治中心"),
        ("某县水利局", "某县水务局"),
    ],
)
def test_a_slip_in_running_text(name: str, wrong: str) -> None:
    assert names(name, f"{wrong}全年没有新增债务。") == [(f"这里写的是「{wrong}」",)]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("某县第一中学", "某县第二中学"), ("某县中医医院", "某县医院"), ("某市林业和草原局", "某市林草局")],
)
def test_title_and_signature_say_the_full_name(name: str, wrong: str) -> None:
    assert names(name, signed=wrong) == [(f"这里写的是「{wrong}」",)]
    assert names(name, title=wrong) == [(f"这里写的是「{wrong}」",)]


def test_a_unit_that_is_called_this_unit() -> None:
    assert names("某县人民法院", "某县人民检察院（以下简称“本院”）成立自评小组。")
    assert names("某县妇幼保健院", "某县妇幼服务院是某县卫生健康局所属的公益一类事业单位。")


def test_a_labelled_cell() -> None:
    table = "表1 基本信息表\n单位名称\t某县盐业局\n联系电话\t略"
    assert names("某县烟草局", table) == []
    assert names("某县烟草局", table.replace("盐业局", "烟草厅"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("某县教育局", "某县体育局、某县财政局参加验收。"),
        ("某县人民医院", "某县中医院、某县人民法院、某县人民政府支持开展义诊。"),
        ("某县第一中学", "某县第一小学、某县第二中学共用操场。"),
        ("某市体育局", "某市体育馆、某市体育中心、某市体育部门承办赛事。"),
        ("某县公安局", "某县公安分局、某县公安局交警大队负责执勤。"),
        ("某县水务局", "某县水务管理水平提高，某省水利厅给予补助。"),
        ("某县人民医院", "某县医院、县医院的床位使用率为92%。"),
        ("某县民政局", "某县财政局下达资金。"),
    ],
)
def test_other_units_and_short_names(name: str, text: str) -> None:
    assert names(name, text) == []


@pytest.mark.parametrize(
    ("name", "wrong", "sentence"),
    [
        ("某市工人文化宫", "某市工人文化馆", "{name}设办公室、文体部、培训部。"),
        ("某县农业技术推广站", "某县农业技术推广局", "{name}承担粮油高产创建。"),
        ("某市启明特殊教育学校", "某市启明特殊教育中心", "总的看，{name}2024年支出1,352.75万元。"),
    ],
)
def test_who_acts_as_the_unit_is_the_unit(name: str, wrong: str, sentence: str) -> None:
    for written in (name, wrong):
        told = sentence.format(name=written)
        text = (
            f"{name}2024年度部门整体支出绩效自评报告\n一、基本情况\n{name}为公益一类事业单位。\n{told}\n"
            f"二、结论\n{name}自评得分92.30分。\n{name}\n2025年3月20日\n"
        )
        found = [marked(text, each) for each in findings_finished(text) if each.code == "STR029"]
        assert found == [wrong] * (written == wrong)


FIRM = """{name}2024年度{project}绩效评价报告
受某市财政局委托，明鉴评估有限公司对{name}2024年度{project}实施了绩效评价。
一、项目情况
{name}承担项目的组织实施，项目资金已经全部拨付。
{text}
明鉴评估有限公司
2025年5月20日
"""


@pytest.mark.parametrize(
    ("name", "project", "wrong"),
    [
        ("某市港航事业发展中心", "渡船更新改造项目", "某市航道事业发展中心"),
        ("某市植物园", "珍稀植物保护项目", "某市植物所"),
        ("某县公证处", "公益公证补贴项目", "某县公正处"),
        ("某市中医医院", "中医药传承项目", "某市中医医馆"),
    ],
)
def test_a_unit_that_a_firm_writes_about(name: str, project: str, wrong: str) -> None:
    report = FIRM.format(name=name, project=project, text=f"建议{wrong}自2025年起按季报账。")
    assert [f"这里写的是「{wrong}」" in each.notes for each in findings_finished(report) if each.code == "STR029"] == [
        True
    ]
    right = FIRM.format(name=name, project=project, text="某市财政局按季拨付资金，某市审计局参加了验收。")
    assert "STR029" not in {each.code for each in findings_finished(right)}


def test_a_name_without_the_place_before_it() -> None:
    assert names("甲县试样镇人民政府", "试样镇人民政府负责人居环境整治。\n试样乡人民政府对报告的真实性负责。")
    assert names("甲县试样镇人民政府", "试样镇人民政府负责人居环境整治。") == []


def test_units_below_a_bureau_are_no_slips() -> None:
    assert names("某县林业局", "某县林业站也参加了苗木检疫。") == []


def test_a_name_with_brackets_is_read_as_it_stands() -> None:
    assert [*inner_names("某市科技馆(某市青少年中心", "青少年中心开放300天")] == ["青少年中心"]
