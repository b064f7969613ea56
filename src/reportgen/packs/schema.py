"""The JSON Schema of a pack's content files: in the editor, hovering over a key is the filling guide."""

from typing import Any

from reportgen.model.chart import ChartKind
from reportgen.model.content import FundColumn
from reportgen.packs.charts_reader import STAGES
from reportgen.packs.fields import MEANINGS, Field, FieldType
from reportgen.packs.outline import chart_steps, sections
from reportgen.packs.pack import Pack

Schema = dict[str, Any]

_FIGURE: Schema = {
    "type": ["string", "number"],
    "description": "数字，可以带单位，如 518.89、93812人次、95%以上",
}
_TEXT: Schema = {"type": ["string", "number"], "minLength": 1}

_NONE = ["无", "无。"]
"""What `resolve` takes instead of a list that has nothing in it."""


def json_schema(pack: Pack) -> Schema:
    """Draft 2020-12; titles and descriptions are Chinese."""
    names = {"enum": [pack.title, pack.name], "title": "文种", "description": "这份内容用哪个模板"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": pack.title,
        "description": pack.meaning,
        **_object({"文种": names, **_properties(pack.fields, pack)}, ["文种", *_required(pack.fields)]),
        "$defs": {"数据": _group()},
    }


def _properties(fields: tuple[Field, ...], pack: Pack) -> Schema:
    return {
        field.name: {
            "title": field.name,
            "description": field.meaning or MEANINGS[field.type],
            **_shape(field, pack),
        }
        for field in fields
    }


def _required(fields: tuple[Field, ...]) -> list[str]:
    return [field.name for field in fields if field.required]


def _shape(field: Field, pack: Pack) -> Schema:  # noqa: C901, PLR0911, PLR0912 - one case for each field type
    match field.type:
        case FieldType.TEXT:
            return _TEXT
        case FieldType.PROSE:
            return {"type": "string", "minLength": 1}
        case FieldType.DATE:
            return {"type": "string", "pattern": r"^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})$"}
        case FieldType.YEAR:
            return {"type": ["integer", "string"], "pattern": r"^\d{4}(年|年度)?$"}
        case FieldType.FUNDS:
            return _funds()
        case FieldType.FACTS:
            return {"$ref": "#/$defs/数据"}
        case FieldType.SCORE:
            return _object({"得分": _FIGURE, "等级": {"enum": _grades(pack)} if pack.grades else _TEXT}, [])
        case FieldType.ENTRIES:
            return _rows({"名称": _TEXT, "内容": _TEXT}, ["名称", "内容"])
        case FieldType.DEPARTMENTS:
            return _rows({"部门": _TEXT, "内容": _TEXT}, ["部门", "内容"])
        case FieldType.PROBLEMS:
            return _rows({"简称": _TEXT, "问题": _TEXT, "说明": _TEXT}, ["简称", "问题"])
        case FieldType.MEASURES:
            return _rows({"对应问题": _TEXT, "措施": _TEXT, "说明": _TEXT}, ["对应问题", "措施"])
        case FieldType.HEADINGS:
            return _object({section.heading: _TEXT for section in sections(pack.outline)}, [])
        case FieldType.AMOUNT | FieldType.QUANTITY:
            return _FIGURE
        case FieldType.LISTING | FieldType.INDICATORS:
            return _rows(_properties(field.fields, pack), _required(field.fields))
        case FieldType.CHARTS:
            return _charts(pack)
        case FieldType.RECORD:
            return _object(_properties(field.fields, pack), _required(field.fields))


def _object(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _rows(properties: Schema, required: list[str]) -> Schema:
    """A list, or the word for an empty one."""
    rows: Schema = {"type": "array", "minItems": 1, "items": _object(properties, required)}
    return {"anyOf": [rows, {"enum": _NONE, "description": "确实没有的，写「无」"}]}


def _charts(pack: Pack) -> Schema:
    """A chart with its data, or the name of one that the pack has ready."""
    data: Schema = {
        "anyOf": [{"$ref": "#/$defs/数据"}, _TEXT],
        "description": "每项一个数字；几组数字比较的，每组再分各项；已在「预算」「数据」里写过的，写它的名称",
    }
    columns: Schema = {"type": "array", "items": {"enum": list(STAGES)}, "description": "数据是经费表时比较哪几栏"}
    kind: Schema = {"enum": [kind.value for kind in ChartKind], "description": "不写就是柱形图"}
    own = _object({"名称": _TEXT, "类型": kind, "单位": _TEXT, "数据": data, "列": columns}, ["名称", "数据"])
    ready = [step.name for step in chart_steps(pack.outline)]
    items = [own, {"enum": ready, "description": "模板现成的图，写名称就画"}] if ready else [own]
    chart_list: Schema = {"type": "array", "minItems": 1, "items": {"anyOf": items}}
    return {"anyOf": [chart_list, {"enum": _NONE, "description": "确实没有的，写「无」"}]}


def _group() -> Schema:
    return {"type": "object", "additionalProperties": {"anyOf": [_FIGURE, {"$ref": "#/$defs/数据"}]}}


def _grades(pack: Pack) -> list[str]:
    bands = pack.grades.bands if pack.grades else ()
    return [word for band in bands for word in (band.name, *band.aliases)]


def _funds() -> Schema:
    columns: Schema = {column.value: _FIGURE for column in FundColumn}
    row = _object(columns, [])
    item = _object({"名称": _TEXT, **columns}, ["名称"])
    others = {"项目资金": row, "基本支出": row, "三公经费": row, "政府采购": row}
    unit = {"enum": ["元", "万元", "亿元"], "description": "下面所有金额的单位"}
    return _object({"金额单位": unit, **columns, **others, "分项": {"type": "array", "items": item}}, ["金额单位"])
