"""This year's report beside last year's: what `check` finds between the two, in four trades.

Last year's file is rolled, filled in with figures that are a little more, and then written anew in part: what is left
of last year is found.
"""

from pathlib import Path

import pytest
from tests.roll.conftest import SCHOOL
from tests.support.shell import Shell

from reportgen import patterns as re
from reportgen.model.hole import spans_of_holes
from reportgen.pipeline.rolling import roll_file

HOSPITAL = (
    SCHOOL.replace("某市第二中学", "示例县人民医院")
    .replace("教学设备", "医疗设备")
    .replace("公办完全中学，承担初中、高中教育教学任务", "县级综合医院，承担医疗、急救和预防保健任务")
    .replace("学生", "住院病人")
    .replace("教务处", "医务科")
    .replace("新建的实验室", "新建的门诊楼")
)
COURT = (
    SCHOOL.replace("某市第二中学", "某县人民法院")
    .replace("教学设备", "办案设备")
    .replace("公办完全中学，承担初中、高中教育教学任务", "基层人民法院，依法审理辖区内的一审案件")
    .replace("教务处", "立案庭")
    .replace("新建的实验室", "新建的诉讼服务中心")
)
WATER = (
    SCHOOL.replace("某市第二中学", "某县水务局")
    .replace("教学设备", "渠道清淤")
    .replace("公办完全中学，承担初中、高中教育教学任务", "县政府工作部门，负责水资源管理和防汛")
    .replace("教务处", "工程股")
    .replace("新建的实验室", "新建的泵站")
)
TRADES = pytest.mark.parametrize("text", [SCHOOL, HOSPITAL, COURT, WATER], ids=["school", "hospital", "court", "water"])


class Years:
    """The files of two years in a folder, and what is found in the second."""

    def __init__(self, shell: Shell, text: str) -> None:
        self.shell = shell
        shell.write("报告-2024.yaml", text)
        made = roll_file(Path("报告-2024.yaml"), ())
        self.text = re.sub(r"\n *# 沿用上年待确认", "", _filled(made.rolled.text))

    def change(self, *pairs: tuple[str, str]) -> "Years":
        for old, new in pairs:
            assert old in self.text
            self.text = self.text.replace(old, new)
        return self

    def found(self, select: str = "YRS,CON") -> list[str]:
        self.shell.write("报告-2025.yaml", self.text)
        out = self.shell.run("check", "报告-2025.yaml", "--select", select, "--output-format", "concise")[1]
        return [line.split(" ", 1)[1] for line in out.splitlines()[:-1]]


FIGURES = (
    *("86人", "84人", "1260人", "735人", "525人"),
    *("1530.00", "1550.00", "1540.00", "124.00", "124.00", "113.00", "1426.00", "1426.00"),
    *("124.00", "124.00", "113.00", "91.1%", "93分", "优"),
    "已提前启动，设备四月到货。",
)
REWRITTEN = (
    (
        "设备采购偏晚\n    说明: 设备年末才到货，尾款没有支付。",
        "培训计划不够细\n    说明: 年初没有按岗位排定培训，两期合并举办。",
    ),
    ("措施: 提前启动设备采购\n", "措施: 按岗位排定培训\n"),
    ("责，在2026年4月底前完成下一批设备的招标", "责，在2026年5月底前排定全年的培训"),
    ("2024年9月新建的", "全年使用新建的"),
)


def _filled(text: str) -> str:
    """The file with this year's figures in its holes, from the first to the last."""
    figures = iter(FIGURES)
    at, pieces = 0, []
    for start, end in spans_of_holes(text):
        pieces += [text[at:start], next(figures)]
        at = end
    return "".join([*pieces, text[at:]])


@TRADES
def test_a_year_that_was_written_anew_is_quiet(text: str, shell: Shell) -> None:
    assert Years(shell, text).change(*REWRITTEN).found() == []


@TRADES
def test_what_was_left_of_last_year_is_found(text: str, shell: Shell) -> None:
    """The event of last September and last year's problem; the measure is answered above."""
    found = Years(shell, text).change(("设备年末才到货", "设备年末才运到")).found()
    assert [line.split(" ")[1] for line in found] == ["YRS012"]


@TRADES
def test_money_that_jumps_wants_a_reason(text: str, shell: Shell) -> None:
    jumped = Years(shell, text).change(
        *REWRITTEN, ("基本支出: {批复: 1426.00, 支出: 1426.00}", "基本支出: {批复: 1626.00, 支出: 1626.00}")
    )
    found = [line for line in jumped.found("YRS009") if "基本支出" in line]
    assert found == [
        "疑似 YRS009 比上年变动大没有说明原因：基本支出 支出：1626.00万元，比上年增加 16.1%",
    ]
    explained = jumped.change(("主要原因是设备年末到货", "主要原因是设备年末到货。基本支出增加较多，由于补发工资"))
    assert explained.found("YRS009") == []


@TRADES
def test_from_nothing_and_to_nothing_is_a_jump(text: str, shell: Shell) -> None:
    made = Years(shell, text).change(
        *REWRITTEN, ("项目资金: {批复: 124.00", "三公经费: {批复: 1.00, 支出: 0}\n  项目资金: {批复: 124.00")
    )
    shell.write(
        "报告-2024.yaml", text.replace("  项目资金: {", "  三公经费: {批复: 1.00, 支出: 0.80}\n  项目资金: {", 1)
    )
    assert made.found("YRS009") == ["疑似 YRS009 比上年变动大没有说明原因：三公经费 支出：0万元，上年有，今年没有"]


@TRADES
def test_a_figure_of_last_year_is_what_last_years_report_says(text: str, shell: Shell) -> None:
    found = Years(shell, text).change(*REWRITTEN, ("    支出: 1510.00万元", "    支出: 1501.00万元")).found()
    assert found == ["错误 YRS003 上年数与上年报告不符：上年.预算.支出：1501.00万元"]


@TRADES
def test_a_promise_that_is_not_answered_is_told(text: str, shell: Shell) -> None:
    made = Years(shell, text).change(*REWRITTEN, ("上年提出的措施：提前启动设备采购。", "上年提出的措施："))
    assert made.found("YRS011") == ["疑似 YRS011 上年的整改措施没有交代：上年 1 条整改措施，1 条没有交代"]


def test_last_years_file_may_have_another_name_and_may_be_missing(shell: Shell) -> None:
    made = Years(shell, SCHOOL).change(*REWRITTEN, ("上年文件: 报告-2024.yaml", "上年文件: 送审稿.yaml"))
    assert made.found() == ["警告 CON022 找不到上年文件：没有「送审稿.yaml」这个文件"]
    (shell.folder / "报告-2024.yaml").rename(shell.folder / "送审稿.yaml")
    made.change(("    支出: 1510.00万元", "    支出: 1501.00万元"))
    assert [line.split(" ")[1] for line in made.found()] == ["YRS003"]


def test_without_a_name_the_file_beside_it_is_last_years(shell: Shell) -> None:
    made = Years(shell, SCHOOL).change(
        *REWRITTEN, ("上年文件: 报告-2024.yaml\n", ""), ("    支出: 1510.00万元", "    支出: 1501.00万元")
    )
    assert [line.split(" ")[1] for line in made.found()] == ["YRS003"]


def test_a_file_of_the_same_call_is_not_read_twice(shell: Shell) -> None:
    made = Years(shell, SCHOOL).change(*REWRITTEN, ("    支出: 1510.00万元", "    支出: 1501.00万元"))
    made.found()
    out = shell.run("check", "报告-2024.yaml", "报告-2025.yaml", "--select", "YRS", "--output-format", "concise")[1]
    assert out.count("YRS003") == 1


def test_a_pack_may_set_the_threshold_and_know_more_words(shell: Shell) -> None:
    folder = shell.folder / "模板" / "local"
    folder.mkdir(parents=True)
    ruling = "规则:\n  YRS009: {限值: 20, 用词: [系]}\n"
    (folder / "pack.yaml").write_text(f"继承: dept-evaluation\n名称: 本县评价报告\n{ruling}", encoding="utf-8")
    jump = ("基本支出: {批复: 1426.00, 支出: 1426.00}", "基本支出: {批复: 1626.00, 支出: 1626.00}")
    made = Years(shell, SCHOOL).change(*REWRITTEN, jump, ("文种: 部门整体支出绩效评价报告", "文种: 本县评价报告"))
    shell.write("报告-2024.yaml", SCHOOL.replace("文种: 部门整体支出绩效评价报告", "文种: 本县评价报告"))
    shell.write("报告-2025.yaml", made.text)
    words = ("check", "报告-2025.yaml", "--select", "YRS009", "--output-format", "concise", "--templates", "模板")
    assert "基本支出" not in shell.run(*words)[1]
