"""提纲 of pack.yaml → outline steps; every field and form that a step names must be declared."""

from collections.abc import Mapping as Mapping_

from reportgen.diagnostics.kinds import PACK_WRONG
from reportgen.language import _
from reportgen.packs.charts_reader import read_columns, read_kind
from reportgen.packs.fields import Field, FieldType
from reportgen.packs.forms import Form
from reportgen.packs.outline import (
    STEP_TYPES,
    AbstractStep,
    AnnexStep,
    CaptionStep,
    ChartStep,
    ContentsStep,
    FieldStep,
    FormStep,
    Section,
    Step,
    TurnStep,
)
from reportgen.record import Struct
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Mapping, Node

_SECTION_KEYS = ["标题", "必需", "内容"]
_TURNS = {"横排": True, "竖排": False}


class Names(Struct, frozen=True):
    """What a step may name: fields by path, forms by name."""

    fields: Mapping_[str, Field]
    forms: Mapping_[str, Form]


def read_outline(node: Node | None, names: Names, expect: Expect) -> tuple[Step, ...]:
    """The steps of an outline, in order; wrong ones are reported and left out."""
    steps: list[Step] = []
    for item in expect.sequence(node, "提纲") if node is not None else ():
        mapping = expect.mapping(item, "提纲的一步")
        step = _step(mapping, names, expect) if mapping else None
        steps += [step] if step else []
    return tuple(steps)


def _step(mapping: Mapping, names: Names, expect: Expect) -> Step | None:
    readers = {
        "标题": _section,
        "摘要": _abstract,
        "表": _form,
        "图": _chart,
        "表题": _caption,
        "换页": _turn,
        "目录": _contents,
        "附件": _annex,
    }
    for key, reader in readers.items():
        if mapping.get(key) is not None:
            return reader(mapping, names, expect)
    return _field(mapping, names, expect)


def _section(mapping: Mapping, names: Names, expect: Expect) -> Section | None:
    expect.known(mapping, _SECTION_KEYS)
    heading = expect.required_text(mapping, "标题")
    required = expect.yes(mapping.get("必需"), "必需")
    steps = read_outline(mapping.get("内容"), names, expect)
    return Section(heading.text, required, steps) if heading else None


def _abstract(mapping: Mapping, names: Names, expect: Expect) -> AbstractStep | None:
    expect.known(mapping, ["摘要", "关键词"])
    asked = (("摘要", FieldType.PROSE), ("关键词", FieldType.TEXT))
    paths = []
    for key, kind in asked:
        path = expect.optional_text(mapping, key)
        declared = names.fields.get(path.text) if path else None
        if path and (declared is None or declared.type is not kind):
            label = _("没有声明这个字段，或它的类型不是「{kind}」", kind=kind.value)
            expect.report(PACK_WRONG, path.place, label, did_you_mean(path.text, names.fields))
            return None
        paths.append(path.text if path else "")
    return AbstractStep(*paths)


def _form(mapping: Mapping, names: Names, expect: Expect) -> FormStep | None:
    expect.known(mapping, ["表", "写了"])
    name, given = expect.required_text(mapping, "表"), expect.optional_text(mapping, "写了")
    if name is None:
        return None
    if given is not None and given.text not in names.fields:
        expect.report(PACK_WRONG, given.place, _("没有声明这个字段"), did_you_mean(given.text, names.fields))
        return None
    if name.text not in names.forms:
        expect.report(PACK_WRONG, name.place, _("没有声明这张表"), did_you_mean(name.text, names.forms))
        return None
    return FormStep(name.text, given.text if given else "")


def _chart(mapping: Mapping, names: Names, expect: Expect) -> ChartStep | None:
    expect.known(mapping, ["图", "数据", "列", "类型"])
    name, funds = expect.required_text(mapping, "图"), expect.required_text(mapping, "数据")
    kind = read_kind(mapping, expect)
    columns = read_columns(mapping, kind, expect)
    if name is None or funds is None or kind is None:
        return None
    drawn = [path for path, field in names.fields.items() if field.type in {FieldType.FUNDS, FieldType.INDICATORS}]
    if funds.text not in drawn:
        label = _("「数据」写一个经费表字段或指标字段")
        expect.report(PACK_WRONG, funds.place, label, did_you_mean(funds.text, drawn))
        return None
    if not any(field.type is FieldType.CHARTS for field in names.fields.values()):
        expect.report(PACK_WRONG, name.place, _("没有声明类型为「图表」的字段，内容文件没法要这张图"))
        return None
    return ChartStep(name.text, funds.text, columns, kind)


def _caption(mapping: Mapping, _names: Names, expect: Expect) -> CaptionStep | None:
    expect.known(mapping, ["表题"])
    words = expect.required_text(mapping, "表题")
    return CaptionStep(words.text) if words else None


def _turn(mapping: Mapping, _names: Names, expect: Expect) -> TurnStep | None:
    expect.known(mapping, ["换页"])
    way = expect.required_text(mapping, "换页")
    if way is None:
        return None
    if way.text not in _TURNS:
        expect.report(PACK_WRONG, way.place, _("「换页」写 横排 或 竖排"))
        return None
    return TurnStep(_TURNS[way.text])


def _contents(mapping: Mapping, _names: Names, expect: Expect) -> ContentsStep | None:
    expect.known(mapping, ["目录"])
    depth = read_depth(mapping, expect)
    return ContentsStep(depth) if depth else None


def read_depth(mapping: Mapping, expect: Expect) -> int:
    """`目录: 2`, the deepest heading in a table of contents; 0 without one."""
    depth = expect.optional_text(mapping, "目录")
    if depth is None:
        return 0
    if depth.text not in ("1", "2", "3"):
        expect.report(PACK_WRONG, depth.place, _("「目录」写列到第几级标题，1 到 3"))
        return 0
    return int(depth.text)


def _annex(mapping: Mapping, _names: Names, expect: Expect) -> AnnexStep | None:
    expect.known(mapping, ["附件", "写了", "没写"])
    pack = expect.required_text(mapping, "附件")
    given, not_given = (expect.optional_text(mapping, key) for key in ("写了", "没写"))
    for column in filter(None, (given, not_given)):
        if column.text.count(".") != 1:
            expect.report(PACK_WRONG, column.place, _("写清单和它的一列：{example}", example="评分表.评分标准"))
    return AnnexStep(pack.text, given.text if given else "", not_given.text if not_given else "") if pack else None


def _field(mapping: Mapping, names: Names, expect: Expect) -> FieldStep | None:
    types = {kind.value: kind for kind in STEP_TYPES}
    expect.known(mapping, [*types, "引题"])
    lead = expect.optional_text(mapping, "引题")
    for entry in mapping:
        if entry.key.text not in types:
            continue
        path = expect.text(entry.value, entry.key.text)
        if path is None:
            return None
        declared = names.fields.get(path.text)
        if declared is None:
            expect.report(PACK_WRONG, path.place, _("没有声明这个字段"), did_you_mean(path.text, names.fields))
        elif declared.type is not types[entry.key.text]:
            expect.report(PACK_WRONG, path.place, _("这个字段的类型是「{actual}」", actual=declared.type.value))
        else:
            return FieldStep(path.text, declared.type, lead.text if lead else "")
    return None
