"""Figures whose meaning is certain become facts; every other stays as it was typed."""

from pathlib import Path

import pytest
from tests.support.adopted import printed_by

from reportgen.pipeline.adopted import adopt_file


def report(path: Path, unit: str, money: str) -> Path:
    """A short report in plain text."""
    lines = [
        f"{unit}2024年度部门整体支出绩效评价报告",
        "一、部门基本情况",
        "（一）部门职能与机构设置",
        f"{unit}是公益一类事业单位。",
        "（四）部门年度整体收支情况",
        money,
        "六、其他需要说明的问题",
        "无",
        unit,
        "2025年3月20日",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("unit", "money", "facts"),
    [
        (
            "示例县人民医院",
            "2024年预算批复为518.80万元，支出总计为500.10万元。年末在职职工312人，床位450张。",
            ["批复: 518.80", "支出: 500.10", "在职职工: 312人", "{{ 预算.批复 }}", "{{ 床位 }}", "{{ 年度 }}年"],
        ),
        (
            "示例县第一中学",
            "全年预算批复为86.00万元，实际支出80.20万元。在校学生2860人，专任教师214人。",
            ["批复: 86.00", "支出: 80.20", "在校学生: 2860人", "{{ 专任教师 }}"],
        ),
        (
            "示例县水务局",
            "预算批复为1200.00万元，支出总计为1180.50万元，其中，泵站运行经费支出300.00万元。检修泵站16座。",
            ["批复: 1200.00", "检修泵站: 16座", "{{ 检修泵站 }}"],
        ),
    ],
    ids=["hospital", "school", "water"],
)
def test_a_certain_figure_is_written_once(unit: str, money: str, facts: list[str], tmp_path: Path) -> None:
    adoption = adopt_file(report(tmp_path / "报告.txt", unit, money))
    for fact in facts:
        assert fact in adoption.text, fact
    assert money.replace(" ", "") in printed_by(adoption)


@pytest.mark.parametrize(
    ("money", "typed"),
    [
        (
            "门诊部收入12.0万元，住院部收入12.0万元。上年门诊部收入11.0万元。",
            ["门诊部收入12.0万元", "上年门诊部收入11.0万元"],
        ),
        ("共计举办讲座8场，共计举办展览5场。", ["共计举办讲座8场", "共计举办展览5场"]),
        ("满意率不低于90%。", ["满意率不低于90%"]),
    ],
    ids=["the year before", "words that say nothing", "a limit"],
)
def test_what_is_not_certain_stays_typed(money: str, typed: list[str], tmp_path: Path) -> None:
    text = adopt_file(report(tmp_path / "报告.txt", "示例县人民法院", money)).text
    assert [words for words in typed if words not in text] == []
    assert "共计: " not in text
    assert "满意率: 不低于" not in text


def test_a_chapter_that_the_pack_lacks_goes_where_any_text_may_stand(tmp_path: Path) -> None:
    """It does not become a measure because it comes behind them."""
    lines = [
        "示例县第一中学2024年度部门整体支出绩效评价报告",
        "五、整改措施或建议",
        "（一）加强预算约束",
        "由财务处负责，2025年6月底前完成。",
        "六、附带说明",
        "数据来自学校财务系统。",
    ]
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    measures, _colon, rest = adopt_file(path).text.partition("其他问题: |")
    assert "措施: 加强预算约束" in measures
    assert "# 附带说明\n  数据来自学校财务系统。" in rest
