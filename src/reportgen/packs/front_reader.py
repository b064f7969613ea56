"""前页 of pack.yaml → the pages in front of the text; every field that one names must be declared."""

from reportgen.diagnostics.kinds import PACK_WRONG
from reportgen.language import _
from reportgen.packs.fields import Field, FieldType
from reportgen.packs.front import DUTY, NAMES, CaptionsStep, FrontStep, SigningStep, StatementStep
from reportgen.packs.outline import ContentsStep
from reportgen.packs.outline_reader import Names, read_depth
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Mapping, Node

_KEYS = {"声明": ["声明", "标题", "文字"], "签署": ["签署", "标题"], "目录": ["目录"], "图表目录": ["图表目录"]}


def read_front(node: Node | None, names: Names, expect: Expect) -> tuple[FrontStep, ...]:
    """The pages in their order; wrong ones are reported and left out."""
    steps = [_step(item, names, expect) for item in (expect.sequence(node, "前页") if node is not None else ())]
    return tuple(step for step in steps if step)


def _step(node: Node, names: Names, expect: Expect) -> FrontStep | None:
    mapping = expect.mapping(node, "前页的一页")
    if mapping is None:
        return None
    kind = next((key for key in _KEYS if mapping.get(key) is not None), None)
    if kind is None:
        expect.report(PACK_WRONG, mapping.place, _("前页写：{kinds}", kinds=_("、").join(_KEYS)))
        return None
    expect.known(mapping, _KEYS[kind])
    match kind:
        case "目录":
            depth = read_depth(mapping, expect)
            return ContentsStep(depth) if depth else None
        case "图表目录":
            title = expect.required_text(mapping, kind)
            return CaptionsStep(title.text) if title else None
        case _:
            return _page(kind, mapping, names, expect)


def _page(kind: str, mapping: Mapping, names: Names, expect: Expect) -> StatementStep | SigningStep | None:
    path, title = expect.required_text(mapping, kind), expect.required_text(mapping, "标题")
    words = expect.optional_text(mapping, "文字")
    if path is None or title is None:
        return None
    declared = names.fields.get(path.text)
    wanted = FieldType.PROSE if kind == "声明" else FieldType.LISTING
    if declared is None:
        expect.report(PACK_WRONG, path.place, _("没有声明这个字段"), did_you_mean(path.text, names.fields))
    elif declared.type is not wanted:
        expect.report(PACK_WRONG, path.place, _("这个字段的类型是「{actual}」", actual=declared.type.value))
    elif wanted is FieldType.PROSE:
        return StatementStep(path.text, title.text, words)
    elif missing := _missing(declared):
        expect.report(PACK_WRONG, path.place, _("签署的字段要有「{name}」这一栏", name=missing))
    else:
        return SigningStep(path.text, title.text)
    return None


def _missing(declared: Field) -> str:
    columns = {column.name for column in declared.fields}
    return next((name for name in (DUTY, NAMES) if name not in columns), "")
