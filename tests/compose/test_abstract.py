"""摘要 and 关键词: before the text, led by words that stand out, without numbers."""

import pytest
from tests.support.example import PACK, changed

from reportgen.model.document import Heading, Paragraph, Text, line_of
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

MARK = "主送机关: 某市财政局\n"
TRADES = {
    "医院": ("评价{{ 年度 }}年门诊和住院服务的产出与效果。", "县级医院；绩效评价；门诊", "县级医院；绩效评价；门诊"),
    "学校": ("评价{{ 年度 }}年校舍维修和课后服务。", "校舍、课后服务", "校舍；课后服务"),
    "水务": ("评价{{ 年度 }}年管网改造，漏损率下降。", "管网，漏损率，节水。", "管网；漏损率；节水"),
}


@pytest.mark.parametrize("trade", TRADES)
def test_the_abstract_stands_before_the_text(trade: str) -> None:
    said, typed, printed = TRADES[trade]
    text = changed((MARK, f"{MARK}摘要: |\n  {said}\n  得分见下文。\n关键词: {typed}\n"))
    made = check_text(text, "内容.yaml")
    assert [(finding.code, finding.label) for finding in made.report] == []
    assert made.document is not None
    blocks = made.document.blocks["正文"][:4]
    assert [line_of(block) for block in blocks if isinstance(block, Heading | Paragraph)] == [
        f"摘要：{said.replace('{{ 年度 }}', '2024')}",
        "得分见下文。",
        f"关键词：{printed}",
        "一、部门基本情况",
    ]
    strong = [inline.text for block in blocks for inline in block.inlines if getattr(inline, "strong", False)]
    assert strong == ["摘要：", "关键词："]


def test_items_in_it_are_numbered_by_themselves() -> None:
    text = changed((MARK, f"{MARK}摘要: |\n  结论如下：\n  - 门诊平稳。\n  - 住院平稳。\n"))
    made = check_text(text, "内容.yaml").document
    assert made is not None
    lines = [line_of(block) for block in made.blocks["正文"][:5] if isinstance(block, Heading | Paragraph)]
    assert lines[:4] == ["摘要：结论如下：", "（一）门诊平稳。", "（二）住院平稳。", "一、部门基本情况"]


@pytest.mark.parametrize("pack", ["dept-evaluation-bound", "hunan-dept", "guangdong-dept", "yunnan-dept"])
def test_variants_have_it_too(pack: str) -> None:
    example = (PACK.parent / pack / "example.yaml").read_text(encoding="utf-8")
    made = check_text(example + "\n摘要: 评价结果为优。\n关键词: 绩效评价\n", "内容.yaml")
    assert made.document is not None
    first = next(block for block in made.document.blocks["正文"] if isinstance(block, Paragraph))
    assert line_of(first) == "摘要：评价结果为优。"
    assert Text("摘要：", strong=True) in first.inlines


def test_every_output_has_it() -> None:
    text = changed((MARK, f"{MARK}摘要: 收治平稳〔注：不含体检。〕。\n关键词: 门诊\n"))
    built = build(check_text(text, "内容.yaml"), ("docx", "pdf", "html", "txt"))
    assert [finding.label for finding in built.report] == []
