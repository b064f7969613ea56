"""Charts of answers above tables are read back whole from the PDF of either engine."""

import pytest
from tests.support.example import changed
from tests.support.prose import added

from reportgen.model.engine import Engine
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

TRADES = {"患者评价": ("门诊服务", "住院服务"), "家长评价": ("校车", "食堂"), "当事人评价": ("立案", "执行")}


def asked(name: str, first: str, second: str) -> str:
    """The chart of a survey of two questions; nobody has chosen the last answer, which its label says."""
    answers = "{{非常满意: {}人, 满意: {}人, 一般: {}人, 不满意: 0人}}"
    data = f"{{{first}: {answers.format(60, 48, 12)}, {second}: {answers.format(72, 48, 0)}}}"
    return f"  - {{名称: {name}, 类型: 占比图, 单位: 人, 数据: {data}}}\n"


@pytest.mark.parametrize("engine", Engine)
def test_no_difference_is_seen_where_there_is_none(engine: Engine) -> None:
    charts = "".join(asked(name, *questions) for name, questions in TRADES.items())
    lines = [
        line
        for name, (first, second) in TRADES.items()
        for line in (
            f"{{{{ 图表.{name} }}}}",
            f"表 {name}汇总",
            "| 题目 | 非常满意 | 满意 |",
            f"| {first} | 60 | 48 |",
            f"| {second} | 72 | 48 |",
            f"{name}按问卷统计。",
        )
    ]
    text = changed(("\n数据:", f"\n图表:\n{charts}\n数据:"), added(*lines))
    built = build(check_text(text, "内容.yaml"), ("pdf",), engine=engine)
    assert [(found.code, found.label) for found in built.report] == []
