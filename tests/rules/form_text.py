"""Forms as text, with a tab between cells: a self-evaluation form that somebody else finished, and a target form."""

from collections.abc import Sequence

from tests.rules.fragments import findings, findings_finished, merged

from reportgen.diagnostics.diagnostic import Diagnostic

HEAD = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
FUNDS = ("80.00", "80.00", "78.40", "10", "98.00%", "9.80")
"""年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分."""
REST = (
    ("效益指标", "社会效益指标", "受益学校数", "≥30所", "30所", "30", "30"),
    ("满意度指标", "服务对象满意度指标", "观众满意度", "≥90%", "93%", "10", "10"),
)
"""40 points beside the 50 of 产出指标 and the 10 of 预算执行率."""

Found = tuple[str, bool, str]


def form(rows: Sequence[Sequence[str]], funds: Sequence[str] = FUNDS, total: Sequence[str] = ()) -> str:
    """A finished 项目支出绩效自评表."""
    lines = [
        ("某市科技馆2024年度项目支出绩效自评表",),
        ("一、自评表",),
        ("项目名称", "展厅运行经费"),
        ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        ("", "年度资金总额", *funds),
        HEAD,
        *((*row, *[""] * (len(HEAD) - len(row))) for row in rows),
        *([("总分", "", "", "", "", *total, "")] if total else []),
    ]
    return "".join("\t".join(line) + "\n" for line in lines)


def said_of_form(rows: Sequence[Sequence[str]], funds: Sequence[str] = FUNDS, total: Sequence[str] = ()) -> list[Found]:
    """What the rules of the two families say about such a form: code, whether it is certain, label."""
    return _ours(findings_finished(form(rows, funds, total)))


def said_of_output(*row: str) -> list[Found]:
    """What they say about one 产出指标 of 50 points, the other indicators being right."""
    return said_of_form([("产出指标", *row), *REST])


def said_of_target(*row: str, goal: str = "展厅全年免费开放。") -> list[Found]:
    """What they say about one more indicator in a target form: its three levels and its value."""
    rows = [
        ("产出指标", "数量指标", "开放天数", "≥300天"),
        row,
        ("效益指标", "社会效益指标", "受益学校", "≥30所"),
        ("满意度指标", "服务对象满意度指标", "观众满意度", "≥90%"),
    ]
    lines = [
        "文种: 项目支出绩效目标表（含转移支付项目）",
        "资金使用单位:",
        "  - 单位名称: 某市科技馆",
        "    项目:",
        "      - 项目名称: 展厅运行经费",
        "        财政拨款: 80.00",
        f"        绩效目标: {goal}",
        "        绩效指标:",
        *(
            f'          - {{一级指标: {first}, 二级指标: {second}, 三级指标: "{name}", 指标值: "{target}"}}'
            for first, second, name, target in (each for each in rows if each)
        ),
    ]
    return _ours(findings(merged("\n".join(lines) + "\n")))


def _ours(found: Sequence[Diagnostic]) -> list[Found]:
    return [(each.code, each.certain, each.label) for each in found if each.code.startswith(("SCO", "IND"))]
