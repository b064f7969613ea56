"""A short report that was taken over whole is said to be so, as a long one is; what may stay as it was is not."""

import pytest
from tests.support.shell import Shell

HEAD = "文种: 部门整体支出绩效评价报告\n单位: {unit}\n年度: {year}\n成文日期: {next}年3月20日\n"
ROLLED = "上年文件: 报告-2024.yaml\n上年问题整改情况: [{名称: 排队, 内容: 已经做到。}]\n"
SAME = {
    "hospital": (
        "示例县人民医院",
        "门诊部按照年初计划完成了全年的诊疗任务，患者反映良好。",
        "支出审批手续齐全，没有发现违规使用资金的情况。",
    ),
    "school": (
        "某市第二中学",
        "各年级按照年初计划完成了全年的教学任务，家长反映良好。",
        "设备采购执行政府采购规定，验收入库手续齐全。",
    ),
    "water": (
        "某县水务局",
        "各泵站按照年初计划完成了全年的检修任务，运行比较稳定。",
        "资金按照工程进度拨付，没有发现截留挪用的情况。",
    ),
}
DUTY = "依法履行单位章程规定的职责，承担上级部门交办的各项工作任务。"


def said(shell: Shell, unit: str, former: str, later: str) -> list[str]:
    """The codes of the comparison with last year."""
    shell.write("报告-2024.yaml", HEAD.format(unit=unit, year=2024, next=2025) + former)
    shell.write("报告-2025.yaml", HEAD.format(unit=unit, year=2025, next=2026) + ROLLED + later)
    out = shell.run("check", "报告-2025.yaml", "--select", "YRS002,YRS010", "--output-format", "concise")[1]
    return [code for line in out.splitlines() for code in ("YRS002", "YRS010") if f" {code} " in line]


@pytest.mark.parametrize("trade", list(SAME))
@pytest.mark.parametrize("apart", [True, False], ids=["in two sections", "in one"])
def test_a_copy_of_two_paragraphs_is_told(trade: str, apart: bool, shell: Shell) -> None:
    unit, first, second = SAME[trade]
    text = f"收支情况: {second}\n评价过程: {first}\n" if apart else f"评价过程: |\n  {first}\n  {second}\n"
    assert said(shell, unit, text, text) == ["YRS002"]


@pytest.mark.parametrize("trade", list(SAME))
def test_one_of_two_sections_that_is_written_anew_is_no_copy(trade: str, shell: Shell) -> None:
    unit, first, second = SAME[trade]
    anew = "今年增加了一个项目，年中追加了预算，全年支出比上年多，主要用于设备。"
    former = f"收支情况: |\n  {second}\n  {first}\n评价过程: 成立评价小组，收集财务和业务资料，逐项打分，形成本报告。\n"
    assert said(shell, unit, former, f"收支情况: |\n  {second}\n  {first}\n评价过程: {anew}\n") == ["YRS010"]


def test_duties_alone_may_stay(shell: Shell) -> None:
    text = f"单位概况:\n  职能: |\n    {DUTY}\n    {DUTY}按照章程执行。\n"
    assert said(shell, "某县人民法院", text, text) == []
