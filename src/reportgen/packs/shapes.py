"""Field → JSON Schema of its value. Every key that an editor may show has its meaning beside it, in Chinese."""

from collections.abc import Iterable
from typing import Any

from reportgen.model.chart import ChartKind
from reportgen.model.content import FundColumn
from reportgen.packs.charts_reader import STAGES, kind_names
from reportgen.packs.fields import MEANINGS, Field, FieldType
from reportgen.packs.outline import chart_steps, sections
from reportgen.packs.pack import Pack

Schema = dict[str, Any]

_FIGURE: Schema = {"type": ["string", "number"]}
_TEXT: Schema = {"type": ["string", "number"], "minLength": 1}
_FIGURE_MEANING = "数字，可以带单位，如 518.89、93812人次、95%以上"

_NONE = ["无", "无。"]
"""What `resolve` takes instead of a list that has nothing in it."""
_NONE_MEANING = "确实没有的，写「无」"

FUND_MEANINGS = {
    FundColumn.INITIAL: "年初批复的预算数",
    FundColumn.APPROVED: "全年预算数：年初预算加上年中追加、减去调减",
    FundColumn.RECEIVED: "实际到账的数",
    FundColumn.SPENT: "全年实际支出数",
    FundColumn.RATE: "支出 ÷ 到位，带百分号，如 98.0%",
}
FUND_LINES = {
    "项目资金": "各专项的总数，应等于「分项」逐栏相加",
    "基本支出": "人员经费和公用经费；与项目资金相加等于总数",
    "三公经费": "因公出国（境）、公务用车、公务接待的合计；没有就写 0",
    "政府采购": "实际采购支出",
}
FUND_KEYS = ("金额单位", *(column.value for column in FundColumn), *FUND_LINES, "分项")
"""The keys of a fund table, as they are laid out."""
_NAMED = {
    FieldType.ENTRIES: {"名称": "这一条的名称，印在编号后面", "内容": "这一条的正文，可以用 | 起头写几段"},
    FieldType.DEPARTMENTS: {"部门": "部门的名称，排成小标题", "内容": "部门做的事，可以用 | 起头写几段"},
    FieldType.PROBLEMS: {"简称": "几个字，只用来让整改措施对应，不印出来", "问题": "一句话的问题，排成小标题"},
    FieldType.MEASURES: {"对应问题": "上面「存在问题」里的简称", "措施": "一句话的措施，排成小标题"},
}
_DETAIL = {"说明": "具体情况，可以用 | 起头写几段"}
_ANNEX = {
    "标题": "附件的标题，印在附件说明、附件那一页和目录里，末尾不加标点",
    "正文": "用 | 起头写，和正文一样可以有小标题、表和图；小标题的编号从一、排起",
    "横排": "这个附件横着排，宽表用",
    "另装": "不与正文装订在一起，另外生成一个文件，第一行印发文字号和「附件」；有发文字号的文种才能用",
}
_NAMED_ONLY = "放在别处的附件，只写名称；写可以装订的表的名称，就是那张表的先后"
_YES: Schema = {"enum": ["是", "否"]}
_CHART = {
    "名称": "图的名称，印在图的下方；正文里写 {{ 图表.名称 }} 引用",
    "类型": f"{'、'.join(kind.value for kind in ChartKind)}；不写就是柱形图",
    "单位": "数字的单位，如 万元；每个数字自己带单位的不写",
    "数据": "每项一个数字；几组数字比较的，每组再分各项；已在「预算」「数据」或指标里写过的，写它的名称",
    "列": "数据是经费表时比较哪几栏",
    "来源": "数据的出处，印在图的下方：数据来源：…",
}


def properties(fields: Iterable[Field], pack: Pack) -> Schema:
    """The keys of a record, a line or the file itself."""
    return {field.name: told(field.name, field.meaning or MEANINGS[field.type], shape(field, pack)) for field in fields}


def required(fields: Iterable[Field]) -> list[str]:
    """The names of those that must be there."""
    return [field.name for field in fields if field.required]


_DIGIT, _HANZI = "[0-9０-９]", "一二三四五六七八九"
_MIDNIGHT = "([ T]0{1,2}:00(:00)?)?"
_DAY = (
    rf"^\s*({_DIGIT}{{4}}\s*[-./年．／－]\s*{_DIGIT}{{1,2}}\s*[-./月．／－]\s*{_DIGIT}{{1,2}}\s*[日号]?{_MIDNIGHT}"
    rf"|[〇零○{_HANZI}]{{4}}年[{_HANZI}十]{{1,2}}月[{_HANZI}十]{{1,3}}日)\s*$"
)
"""All that `reportgen.resolve.days` reads without a word: the editor marks no day that is right."""


def group() -> Schema:
    """A group of facts, which may hold groups."""
    figure = told("数字", _FIGURE_MEANING, _FIGURE)
    items = {"anyOf": [figure, {"$ref": "#/$defs/数据"}]}
    return told("一组数字", MEANINGS[FieldType.FACTS], {"type": "object", "additionalProperties": items})


def shape(field: Field, pack: Pack) -> Schema:  # noqa: C901, PLR0911, PLR0912 - one case for each field type
    """What a field's value may be; groups of facts are defined under `$defs`."""
    match field.type:
        case FieldType.TEXT:
            return _TEXT
        case FieldType.PROSE:
            return {"type": "string", "minLength": 1}
        case FieldType.DATE:
            return {"type": "string", "pattern": _DAY}
        case FieldType.YEAR:
            return {"type": ["integer", "string"], "pattern": f"^{_DIGIT}{{4}}(年|年度)?$"}
        case FieldType.FUNDS:
            return _funds()
        case FieldType.FACTS:
            return {"$ref": "#/$defs/数据"}
        case FieldType.SCORE:
            return _score(pack)
        case FieldType.ENTRIES | FieldType.DEPARTMENTS:
            return _rows(_texts(_NAMED[field.type]), list(_NAMED[field.type]))
        case FieldType.PROBLEMS | FieldType.MEASURES:
            return _rows(_texts(_NAMED[field.type] | _DETAIL), list(_NAMED[field.type]))
        case FieldType.HEADINGS:
            return _headings(pack)
        case FieldType.AMOUNT | FieldType.QUANTITY:
            return _FIGURE
        case FieldType.LISTING | FieldType.INDICATORS:
            return _rows(properties(field.fields, pack), required(field.fields))
        case FieldType.QUESTIONNAIRES:
            return {"$ref": "#/$defs/问卷"}
        case FieldType.CHARTS:
            return _charts(pack)
        case FieldType.ANNEXES:
            return _annexes()
        case FieldType.RECORD:
            return record(properties(field.fields, pack), required(field.fields))


def told(name: str, meaning: str, value: Schema) -> Schema:
    """The shape of a value with its name and meaning."""
    return {"title": name, "description": meaning, **value}


def record(keys: Schema, needed: list[str]) -> Schema:
    """Keys and values, no others, of which some must be there."""
    return {"type": "object", "properties": keys, "required": needed, "additionalProperties": False}


def _texts(meanings: dict[str, str]) -> Schema:
    return {name: told(name, meaning, _TEXT) for name, meaning in meanings.items()}


def _rows(keys: Schema, needed: list[str]) -> Schema:
    """A list, or the word for an empty one."""
    rows: Schema = {"type": "array", "minItems": 1, "items": record(keys, needed)}
    return {"anyOf": [rows, {"enum": _NONE, "description": _NONE_MEANING}]}


def _score(pack: Pack) -> Schema:
    grades = [word for band in pack.grades.bands for word in (band.name, *band.aliases)] if pack.grades else []
    points = told("得分", "总得分，如 88.5分；正文里引用它，只写在这里", _FIGURE)
    grade = told("等级", "得分所在的等级", {"enum": grades} if grades else _TEXT)
    return _or_apart(record({"得分": points, "等级": grade}, []))


def _or_apart(one: Schema) -> Schema:
    """A value, or one for each document of the file by the name of its type."""
    meaning = "一个文件做几份文件、各写各的，在下面写文种的名称"
    return {**one, "additionalProperties": {**one, "description": meaning}}


def _headings(pack: Pack) -> Schema:
    meaning = "本报告里这一节的标题；不写就用模板的"
    return record(_texts(dict.fromkeys((section.heading for section in sections(pack.outline)), meaning)), [])


def _charts(pack: Pack) -> Schema:
    """A chart with its data, or the name of one that the pack has ready."""
    columns: Schema = {"enum": list(STAGES)}
    shapes: dict[str, Schema] = {
        "名称": _TEXT,
        "类型": {"enum": list(kind_names())},
        "单位": _TEXT,
        "数据": {"anyOf": [{"$ref": "#/$defs/数据"}, _TEXT]},
        "列": {"anyOf": [{"type": "array", "items": columns}, columns]},
        "来源": _TEXT,
    }
    own = record({name: told(name, _CHART[name], value) for name, value in shapes.items()}, ["名称", "数据"])
    ready = [step.name for step in chart_steps(pack.outline)]
    items = [own, {"enum": ready, "description": "模板现成的图，写名称就画"}] if ready else [own]
    charts: Schema = {"type": "array", "minItems": 1, "items": {"anyOf": items}}
    return {"anyOf": [charts, {"enum": _NONE, "description": _NONE_MEANING}]}


def _annexes() -> Schema:
    """A name alone, or a title with what stands below it."""
    shapes: dict[str, Schema] = {"标题": _TEXT, "正文": _TEXT, "横排": _YES, "另装": _YES}
    out = record({name: told(name, _ANNEX[name], value) for name, value in shapes.items()}, ["标题", "正文"])
    annexes: Schema = {"type": "array", "minItems": 1, "items": {"anyOf": [out, {**_TEXT, "description": _NAMED_ONLY}]}}
    return {"anyOf": [annexes, {"enum": _NONE, "description": _NONE_MEANING}]}


def _funds() -> Schema:
    columns = {column.value: told(column.value, meaning, _FIGURE) for column, meaning in FUND_MEANINGS.items()}
    lines = {name: told(name, meaning, record(columns, [])) for name, meaning in FUND_LINES.items()}
    item = record({**_texts({"名称": "专项的名称，正文里写 {{ 预算.名称.支出 }} 引用"}), **columns}, ["名称"])
    items = told("分项", "每个专项一行，名称不能重复", {"type": "array", "minItems": 1, "items": item})
    unit = told("金额单位", "下面所有金额的单位", {"enum": ["元", "万元", "亿元"]})
    return record({"金额单位": unit, **columns, **lines, "分项": items}, ["金额单位"])
