"""The pages of a bound copy between cover and text become the fields that print them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.support.adopted import printed_by, squeezed
from tests.support.made import ROOT

from reportgen.adopt.front import without_front
from reportgen.finished.parts import Box, Grid, Line, Part
from reportgen.packs.loader import load_pack
from reportgen.packs.pack import Pack
from reportgen.pipeline.adopted import adopt_file
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.render.plain import printed_lines
from reportgen.source.composed_text import Running

PACK = ROOT / "templates" / "dept-evaluation-bound"
FRONT = """\
项目名称: 某市科技馆2024年度部门整体支出
委托单位: 某市财政局
评价机构: 样板会计师事务所有限公司
报告编号: 样板评字〔2025〕18号
署名: 样板会计师事务所有限公司
声明: 照模板
签署:
  - {职责: 项目负责人, 姓名: 李某某}
  - {职责: 参与人员, 姓名: 王某、赵某某}
"""


def test_a_bound_copy_comes_out_as_it_was(tmp_path: Path) -> None:
    text = (PACK / "example.yaml").read_text(encoding="utf-8") + FRONT
    built = build(check_text(text, str(PACK / "example.yaml")), ("docx", "pdf"))
    main = built.checked.main
    assert main
    lines = squeezed(line.text for line in printed_lines(main.document, main.template.frame))
    for kind, content in built.outputs.items():
        (tmp_path / f"装订本.{kind}").write_bytes(content)
        adoption = adopt_file(tmp_path / f"装订本.{kind}", main.pack)
        assert printed_by(adoption) == lines
        assert "声明: 照模板" in adoption.text
        assert "- {职责: 参与人员, 姓名: 王某、赵某某}" in adoption.text


def pack() -> Pack:
    loaded = load_pack(PACK)[0]
    assert loaded
    return loaded


def signing(*rows: tuple[str, Sequence[str]]) -> Grid:
    """The table to be signed: a duty beside the names of those who have it."""
    boxes, at = [Box(0, 0, "职责"), Box(0, 1, "姓名"), Box(0, 2, "签字")], 1
    for duty, names in rows:
        boxes.append(Box(at, 0, duty, rows=len(names)))
        boxes += [Box(at + n, 1, name) for n, name in enumerate(names)]
        at += len(names)
    return Grid(tuple(boxes))


TITLE = Line("示例县人民医院2024年度部门整体支出绩效评价报告", centred=True)


@pytest.mark.parametrize(
    ("pages", "statement", "signed"),
    [
        (
            [Line("声　明", centred=True), Line("本报告只对委托的医疗设备项目负责。"), Line("附表经院方核对。")],
            ["本报告只对委托的医疗设备项目负责。", "附表经院方核对。"],
            None,
        ),
        (
            [Line("签 署 页", centred=True), signing(("主评人", ["周强"]), ("复核人", ["吴静", "郑涛"]))],
            None,
            [{"职责": "主评人", "姓名": "周强"}, {"职责": "复核人", "姓名": "吴静、郑涛"}],
        ),
        (
            [signing(("评价组长", ["钱芳"])), Line("声明", level=1), Line("数据来自学校财务系统。")],
            ["数据来自学校财务系统。"],
            [{"职责": "评价组长", "姓名": "钱芳"}],
        ),
        ([Line("前言", centred=True), Line("全县供水面积扩大。")], None, None),
    ],
    ids=["hospital", "court", "school", "none"],
)
def test_each_page_is_told_by_its_title_or_its_heads(
    pages: list[Part], statement: list[str] | None, signed: object
) -> None:
    rest, values = without_front([TITLE, *pages, TITLE, Line("一、基本情况", level=1)], pack())
    told = values.get("声明")
    assert (list(told.lines) if isinstance(told, Running) else told) == statement
    assert values.get("签署") == signed
    assert rest[-2:] == [TITLE, Line("一、基本情况", level=1)]
    assert len(rest) == 3 + (0 if values else len(pages))
