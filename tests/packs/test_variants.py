"""Variants of a province: a folder of data that says what is different, and not a line of Python."""

from pathlib import Path

import pytest
from tests.support.forms import picture

from reportgen.model.document import Document, Heading, Paragraph, Role, line_of, plain_text
from reportgen.model.table import Table
from reportgen.packs.loader import load_pack
from reportgen.packs.pack import Pack
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
BASES = {
    "hunan-dept": "dept-evaluation",
    "guangdong-dept": "dept-evaluation",
    "yunnan-dept": "dept-evaluation",
    "sichuan-project": "project-self-evaluation",
}
each = pytest.mark.parametrize("name", BASES)


def pack(name: str, folder: Path = TEMPLATES) -> Pack:
    read, found = load_pack(folder / name)
    assert found == []
    assert read is not None
    return read


def document(name: str) -> Document:
    made = check_file(TEMPLATES / name / "example.yaml").document
    assert made is not None
    return made


def headings(name: str, deepest: int) -> list[str]:
    """The headings of a variant's example, numbers included, down to a level."""
    blocks = document(name).walk()
    return [line_of(block) for block in blocks if isinstance(block, Heading) and block.level <= deepest]


@each
def test_a_variant_is_a_few_files_of_data(name: str) -> None:
    files = {path.name for path in (TEMPLATES / name).iterdir()}
    assert files - {"tests.yaml"} == {"pack.yaml", "example.yaml", "schema.json"}


@each
def test_a_variant_looks_like_the_pack_that_it_inherits_from(name: str) -> None:
    assert pack(name).template == TEMPLATES / BASES[name] / "template.docx"


@each
def test_a_variant_is_built_and_read_back_without_a_finding(name: str) -> None:
    built = build(check_file(TEMPLATES / name / "example.yaml"), ("docx", "pdf"))
    assert list(built.report) == []
    assert set(built.outputs) == {"docx", "pdf"}


@pytest.mark.parametrize("name", ["hunan-dept", "guangdong-dept", "yunnan-dept"])
def test_every_field_that_a_variant_asks_for_has_its_place_in_the_outline(name: str) -> None:
    """What the base asks for and the variant has no place for is dropped with 不用, not left to be filled in."""
    printed = (TEMPLATES / name / "pack.yaml").read_text(encoding="utf-8").partition("\n提纲:")[2]
    required = [path for path, field in pack(name).paths().items() if field.required and not field.fields]
    referred_to = {"单位", "年度", "成文日期", "预算", "评价"}
    assert [path for path in required if path not in referred_to and f": {path}\n" not in printed] == []


# ---- 湖南 ----


def test_hunan_goes_by_the_five_budgets() -> None:
    assert headings("hunan-dept", 1) == [
        "一、部门（单位）基本情况",
        "二、一般公共预算支出情况",
        "三、政府性基金预算支出情况",
        "四、国有资本经营预算支出情况",
        "五、社会保险基金预算支出情况",
        "六、部门整体支出绩效情况",
        "七、存在的问题及原因分析",
        "八、下一步改进措施",
        "九、部门整体支出绩效自评结果拟应用和公开情况",
        "十、其他需要说明的情况",
    ]


def test_hunan_binds_the_self_evaluation_form_in() -> None:
    """The file says nothing of single projects: their form is left out, and one annex needs no number."""
    notes = [
        plain_text(block.inlines)
        for block in document("hunan-dept").walk()
        if isinstance(block, Paragraph) and block.role is Role.ANNEX_NOTE
    ]
    assert notes == ["附件：部门整体支出绩效自评表"]


# ---- 广东 ----


def test_guangdong_looks_at_effect_and_efficiency() -> None:
    assert headings("guangdong-dept", 2) == [
        "一、部门基本情况",
        "（一）部门职能",
        "（二）机构及人员",
        "（三）年度总体工作和重点工作任务",
        "（四）部门整体支出绩效目标",
        "（五）部门整体支出情况（以决算数为口径）",
        "二、绩效自评情况",
        "（一）自评结论",
        "（二）履职效能分析",
        "（三）管理效率分析",
        "（四）存在问题与改进措施",
        "三、其他自评情况",
    ]


# ---- 云南 ----


def test_yunnan_has_three_levels_in_its_first_part() -> None:
    assert headings("yunnan-dept", 3)[:9] == [
        "一、部门基本情况",
        "（一）部门概况",
        "1.部门职能",
        "2.机构设置及人员情况",
        "3.年度工作计划及重点工作任务",
        "（二）当年部门履职总体目标、工作任务",
        "1.总体目标",
        "2.工作任务",
        "（三）部门整体收支情况",
    ]
    assert headings("yunnan-dept", 1)[1:] == [
        "二、绩效自评工作情况",
        "三、绩效实现情况",
        "四、存在的问题和整改情况",
        "五、绩效自评结果应用",
        "六、主要经验及做法",
        "七、其他需说明的情况",
    ]


# ---- 四川 ----


GOALS = "^ ^ ^ 流动科技馆走进20所学校，服务学生0.8万人次以上。 < < < 流动科技馆走进20所学校，服务学生0.86万人次。 < < <"
"""Side by side: what was planned and what was done."""


def test_sichuan_splits_targets_into_sign_figure_and_unit() -> None:
    (table,) = [block for block in document("sichuan-project").walk() if isinstance(block, Table)]
    lines = picture(table)
    assert lines[2:5] == [
        "项目基本情况 1.项目年度目标完成情况 < 项目年度目标 < < < 年度目标完成情况 < < <",
        GOALS,
        "^ 2.项目实施内容及过程概述 < 3月制定巡展计划，4月至11月按计划进校巡展，12月回收问卷、总结归档。 < < < < < < <",
    ]
    assert lines[5:7] == [
        "预算执行情况（10分） 年度预算数（万元） < 年初预算 调整后预算数 < 预算执行数 预算执行率 权重 得分 原因",
        "^ 总额 < 35.00 35.00 < 33.50 95.71% 10 9.57 ·",
    ]
    assert lines[15] == "^ ^ 时效指标 按期完成场次 ≥ 20 场 18 5 4.50 两场因天气改期。", "5 × 18 ÷ 20"
    assert lines[-4:] == [
        "评价结论 < < 项目按计划实施，年度目标全部完成，资金使用规范。 < < < < < < <",
        "存在问题 < < 巡展时间集中在下半年，遇到恶劣天气调整余地小。 < < < < < < <",
        "改进措施 < < 由科普服务中心负责，2025年起上半年安排一半场次。 < < < < < < <",
        "项目负责人 < < 甲同志 < < 财务负责人 < 乙同志 < <",
    ]


def test_sichuan_takes_the_weights_of_the_ministry() -> None:
    assert pack("sichuan-project").weights == pack("project-self-evaluation").weights


# ---- how a variant is written ----

VARIANT = """\
继承: project-self-evaluation
名称: 某市项目支出绩效自评表
标题: "{{ 文种 }}"
字段:
  单位: {类型: 文本, 必填: 是, 说明: 本市的说明}
"""


def written(folder: Path, text: str) -> Path:
    (folder / "mine").mkdir(parents=True)
    (folder / "mine" / "pack.yaml").write_text(text, encoding="utf-8")
    return folder


def test_what_a_variant_does_not_say_is_as_in_its_base(tmp_path: Path) -> None:
    mine, base = pack("mine", written(tmp_path, VARIANT)), pack("project-self-evaluation")
    assert [field.name for field in mine.fields] == [field.name for field in base.fields]
    assert mine.fields[0].meaning == "本市的说明"
    assert (mine.forms, mine.outline, mine.weights) == (base.forms, base.outline, base.weights)


@pytest.mark.parametrize("base", ["dept-evaluatoin", "../elsewhere", "dept-evaluation" * 40, "."])
def test_a_base_is_found_by_its_name_and_nothing_else(base: str, tmp_path: Path) -> None:
    """One written wrongly, a path that leads away, a name longer than a disk takes."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "pack.yaml").write_text("名称: 甲\n标题: 甲\n", encoding="utf-8")
    folder = written(tmp_path / "packs", f"继承: {base}\n名称: 甲\n标题: 甲\n") / "mine"
    assert [finding.label for finding in load_pack(folder)[1]][:1] == ["没有这个模板文件夹"]


def test_a_field_written_as_unused_falls_away(tmp_path: Path) -> None:
    fields = "继承: dept-evaluation\n名称: 甲\n标题: 甲\n字段:\n  主送机关: 不用\n"
    assert "主送机关" not in pack("mine", written(tmp_path, fields)).paths()
    assert "主送机关" in pack("dept-evaluation").paths()


def test_dropping_a_field_that_the_outline_prints_is_said(tmp_path: Path) -> None:
    fields = "继承: dept-evaluation\n名称: 甲\n标题: 甲\n字段:\n  收支情况: 不用\n"
    read, found = load_pack(written(tmp_path, fields) / "mine")
    assert read is None
    assert [finding.label for finding in found] == ["没有声明这个字段"]


def test_weights_that_do_not_add_up_are_said(tmp_path: Path) -> None:
    weights = "权重: {预算执行率: 10, 产出指标: 50, 效益指标: 30, 满意度指标: 20}\n"
    _read, found = load_pack(written(tmp_path, VARIANT + weights) / "mine")
    assert [finding.label for finding in found] == ["各项权重相加是 110，不是 100"]
