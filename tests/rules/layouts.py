"""Layouts for rule tests: a right one, with the measures of a small YAML mapping laid over it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.finished.recognise import recognise
from reportgen.finished.text import read_lines
from reportgen.model.layout import Layout, Lettering, Side, Size, Width
from reportgen.model.setting import Divider, Placed, Setting
from reportgen.pipeline.finished import pack_for, scene_of
from reportgen.place import Place, Written
from reportgen.record import replace
from reportgen.rules import all_rules
from reportgen.rules.driver import run_rules
from reportgen.source.node import Mapping, Node, Sequence
from reportgen.source.reader import read_source

FILE = "报告.docx"
REPORT = "某市科技馆2024年度部门整体支出绩效评价报告\n一、部门基本情况\n某市科技馆全年免费开放展厅。\n"


def size(text: str) -> Size:
    width, height = text.split("×")
    return Decimal(width), Decimal(height)


def letters(text: str) -> Lettering:
    family, points = text.split()
    return Lettering(family, Decimal(points))


RIGHT = Layout(
    FILE,
    paper=size("210×297"),
    top=Decimal(37),
    left=Decimal(28),
    area=size("156×225"),
    roles={
        name: (Placed(name, Setting(letters.family, letters.size), Place(FILE)),)
        for name, letters in {
            "标题": letters("小标宋 22"),
            "正文": letters("仿宋 16"),
            "一级标题": letters("黑体 16"),
            "二级标题": letters("楷体 16"),
        }.items()
    },
    pitch=Decimal("28.95"),
    characters=Decimal(28),
    number="— 1 —",
    side=Side.OUTER,
)


def _table(cells: dict[str, str]) -> Width:
    room = Decimal(cells["版心宽"]) if "版心宽" in cells else None
    again = cells.get("表头", "每页") == "每页"
    return Width(cells["名称"], Decimal(cells["宽"]), room, int(cells.get("页数", "1")), again)


WORDS = {
    "主送机关": "某市财政局：",
    "发文字号": "某水发〔2025〕12号",
    "抄送": "抄送：某市审计局。",
    "成文日期": "2025年3月20日",
    "附注": "（联系人：王芳）",
}
"""What a part says where an example does not."""
SETTING: dict[str, tuple[str, Callable[[str], Any]]] = {
    "首行": ("first", Decimal),
    "回行": ("hang", Decimal),
    "右空": ("right", Decimal),
    "居中": ("middle", lambda text: text == "是"),
    "行距": ("pitch", Decimal),
    "不固定": ("loose", str),
    "上空": ("above", Decimal),
    "起页": ("turns", lambda text: text == "是"),
    "颜色": ("color", str),
}
"""Each measure of a paragraph by the name that examples give it."""


def _paragraphs(rows: Sequence) -> dict[str, tuple[Placed, ...]]:
    """The paragraphs of a layout by what they are for, each placed where it was written."""
    found: dict[str, tuple[Placed, ...]] = {}
    for row in rows.items:
        assert isinstance(row, Mapping)
        cells = _plain(row)
        role = cells.pop("用途")
        words = cells.pop("文字", WORDS.get(role, "某市水务局"))
        measures = {SETTING[name][0]: SETTING[name][1](text) for name, text in cells.items()}
        found[role] = (*found.get(role, ()), Placed(words, Setting(**measures), row.place))
    return found


def _placed_at(given: dict[str, str], node: Node) -> dict[str, tuple[Placed, ...]]:
    """A paragraph in these letters for each part, placed where they were written."""
    places = _places("字体", node)
    return {
        name: (Placed(name, Setting(found.family, found.size), places[f"字体.{name}"]),)
        for name, found in ((name, letters(text)) for name, text in given.items())
    }


def divider(cells: dict[str, str]) -> Divider:
    width, weight, foot = (Decimal(cells[name]) if name in cells else None for name in ("宽", "粗", "页脚距"))
    return Divider(0, cells.get("颜色", "000000"), width, weight, foot)


READ: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "纸张": ("paper", size),
    "天头": ("top", Decimal),
    "订口": ("left", Decimal),
    "版心": ("area", size),
    "误差": ("error", Decimal),
    "分隔线": ("separators", lambda rows: tuple(map(divider, rows))),
    "版记线": ("imprint", lambda rows: tuple(map(divider, rows))),
    "行距": ("pitch", Decimal),
    "每行": ("characters", Decimal),
    "页码": ("number", str),
    "页码位置": ("side", Side),
    "标题": ("title", tuple),
    "表格": ("tables", lambda rows: tuple(map(_table, rows))),
    "页末标题": ("stranded", tuple),
    "落款页": ("lonely", str),
    "批注": ("remarks", int),
    "修订": ("revisions", int),
    "附带": ("carried", tuple),
    "没有读": ("unread", tuple),
    "属性": ("properties", dict),
}
"""Each measure by the name that examples give it: its field, and how it is read."""


def layout_of(text: str) -> Layout:
    """The right layout with the measures of the mapping; each is said to stand where it was written."""
    source, _found = read_source(text, FILE)
    assert isinstance(source.root, Mapping)
    layout = RIGHT
    places: dict[str, Place] = {}
    for entry in source.root:
        places |= _places(entry.key.text, entry.value)
        if entry.key.text == "段落":
            assert isinstance(entry.value, Sequence)
            layout = replace(layout, roles=_paragraphs(entry.value))
            continue
        if entry.key.text == "字体":
            layout = replace(layout, roles={**layout.roles, **_placed_at(_plain(entry.value), entry.value)})
            continue
        name, read = READ[entry.key.text]
        layout = replace(layout, **{name: read(_plain(entry.value))})
    return replace(layout, places=places)


def _plain(node: Node) -> Any:
    match node:
        case Mapping():
            return {entry.key.text: _plain(entry.value) for entry in node}
        case Sequence():
            return [_plain(item) for item in node.items]
        case Written():
            return node.text


def _places(name: str, node: Node) -> dict[str, Place]:
    """The places of a measure and of its parts, by the names that rules ask for."""
    match node:
        case Written():
            return {name: node.place}
        case Mapping():
            return {f"{name}.{entry.key.text}": entry.key.place for entry in node}
        case Sequence() if name == "表格":
            rows = [row for row in node.items if isinstance(row, Mapping)]
            return {f"表格.{_plain(row)['名称']}": row.place for row in rows}
        case Sequence() if not node.items:
            return {name: node.place}
        case Sequence():
            word = "末行" if name == "页末标题" else name
            return {f"{word}.{at}": item.place for at, item in enumerate(node.items)}


def findings_of(layout: Layout) -> list[Diagnostic]:
    """What all rules say about a small report that is laid out so."""
    finished = recognise(read_lines(REPORT), FILE)
    scene = scene_of(finished, pack_for(finished.document.metadata.title), layout)
    return run_rules(all_rules().values(), scene)[0]


def findings_layout(text: str) -> list[Diagnostic]:
    """What all rules say about the right layout with the measures of the mapping."""
    return findings_of(layout_of(text))
