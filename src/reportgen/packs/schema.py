"""The JSON Schema of content files: in the editor, hovering over a key is the filling guide.

Draft 2020-12. A content file may name several packs, each of which brings its own keys: what none of them knows is a
key too many (`unevaluatedProperties`).
"""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.packs.carrying import FORMER, FORMER_FILE
from reportgen.packs.fields import FIELDS_OF_A_FILE, KIND_KEY
from reportgen.packs.intake import INTAKE_KEY, INTAKE_MEANINGS
from reportgen.packs.pack import Pack
from reportgen.packs.questionnaire_shapes import questionnaires
from reportgen.packs.shapes import Schema, group, properties, required
from reportgen.record import Struct

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHARED: Schema = {
    each.name: {"title": each.name, "description": each.meaning, "$ref": f"#/$defs/{each.type.value}"}
    for each in FIELDS_OF_A_FILE
}
_WORDS: Schema = {"anyOf": [{"type": ["string", "number"]}, {"type": "array", "items": {"type": ["string", "number"]}}]}
_INTAKES: Schema = {
    INTAKE_KEY: {
        "title": INTAKE_KEY,
        "description": "哪些数由 reportgen fill 从工作簿里取，一个数一条",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {name: {"description": meaning, **_WORDS} for name, meaning in INTAKE_MEANINGS.items()},
            "required": ["填", "表", "行", "列"],
            "additionalProperties": False,
        },
    }
}
_CARRIED: Schema = {
    FORMER: {
        "title": FORMER,
        "description": "上年的数，与今年的同名；由 reportgen roll 写，正文里用 {{ 上年.名称 }}、{{ 同比.名称 }} 引用",
        "$ref": "#/$defs/数据",
    },
    FORMER_FILE: {
        "title": FORMER_FILE,
        "description": "上年的内容文件（或上年做好的 docx、PDF），检查时与它比；写文件名，放在这个文件旁边",
        "type": "string",
        "minLength": 1,
    },
}
"""What every content file may have when it was made from last year's."""
_KIND_MEANING = "这份内容用哪个模板；一份内容做几份文件的，写成列表，第一个是主要的一份"


class Described(Struct, frozen=True):
    """A pack with those that it binds in as annexes, whose fields stand in the same file."""

    pack: Pack
    annexes: tuple[Pack, ...] = ()

    @property
    def names(self) -> list[str]:
        """What 文种 may call it."""
        return [self.pack.title, self.pack.name]

    def keys(self) -> Schema:
        """The properties of a content file; of two fields of one name that of the pack itself."""
        bound = {name: told for annex in self.annexes for name, told in properties(annex.fields, annex).items()}
        return bound | properties(self.pack.fields, self.pack)


def json_schema(described: Described) -> Schema:
    """The schema of the content files of one pack, alone or beside others, whose keys it does not know."""
    pack, own = described.pack, described.keys()
    beside: Schema = {"properties": {KIND_KEY: {"type": "array"}}, "required": [KIND_KEY]}
    return {
        "$schema": _DIALECT,
        "title": pack.title,
        "description": pack.meaning,
        "type": "object",
        "properties": {
            KIND_KEY: _kind([described]),
            **_INTAKES,
            **_CARRIED,
            **{name: told for name, told in _SHARED.items() if name not in own},
            **own,
        },
        "required": [KIND_KEY, *required(pack.fields)],
        "if": beside,
        "then": {"additionalProperties": True},
        "unevaluatedProperties": False,
        "$defs": {"数据": group(), "问卷": questionnaires()},
    }


def schema_of_all(every: Sequence[Described]) -> Schema:
    """One schema for all packs: which keys there are goes by what stands behind 文种."""
    parts = {described.pack.title: _part(described) for described in every}
    return {
        "$schema": _DIALECT,
        "title": "内容文件",
        "description": "预算绩效文档的内容文件；先写文种，别的栏目由它决定",
        "type": "object",
        "properties": {KIND_KEY: _kind(every), **_CARRIED, **_INTAKES, **_SHARED},
        "required": [KIND_KEY],
        "allOf": [{"if": _named(each), "then": {"$ref": f"#/$defs/{each.pack.title}"}} for each in every],
        "unevaluatedProperties": False,
        "$defs": {"数据": group(), "问卷": questionnaires(), **parts},
    }


def _part(described: Described) -> Schema:
    pack = described.pack
    told = {"title": pack.title, "description": pack.meaning, "type": "object"}
    return {**told, "properties": described.keys(), "required": required(pack.fields)}


def _kind(every: Sequence[Described]) -> Schema:
    choices = [{"const": each.pack.title, "description": each.pack.meaning} for each in every]
    name: Schema = {"anyOf": [*choices, {"enum": [each.pack.name for each in every]}]}
    # Of one pack's own schema the others of a list are not known.
    item: Schema = name if len(every) > 1 else {"type": "string"}
    several: Schema = {"type": "array", "minItems": 1, "items": item}
    if len(every) == 1:
        several["contains"] = {"enum": every[0].names}
    return {"title": KIND_KEY, "description": _KIND_MEANING, "anyOf": [name, several]}


def _named(described: Described) -> Schema:
    """A file that names the pack, alone or in a list.

    By a pattern: while completing, editors take the beginning of a word of an `enum` for the word.
    """
    called = {"type": "string", "pattern": f"^({'|'.join(map(re.escape, described.names))})$"}
    either = {"anyOf": [called, {"type": "array", "contains": called}]}
    return {"properties": {KIND_KEY: either}, "required": [KIND_KEY]}
