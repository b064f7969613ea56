"""The JSON Schema says what the program takes: lists may be 「无」, as the guide tells people to write."""

from tests.support.example import PACK, changed

from reportgen.packs.loader import load_pack
from reportgen.packs.schema import Schema, json_schema
from reportgen.pipeline.check import check_text

LISTS = ("活动", "存在问题", "整改措施")


def schema() -> Schema:
    pack, _found = load_pack(PACK)
    assert pack is not None
    return json_schema(pack)


def shapes(field: Schema) -> list[object]:
    """What a field may be: a type, or one of some words."""
    return [shape.get("type") or shape["enum"] for shape in field.get("anyOf", [field])]


def test_every_list_may_be_the_word_for_none() -> None:
    fields = schema()["properties"]
    lists = {name: fields[name] for name in LISTS} | {
        "内设机构": fields["单位概况"]["properties"]["内设机构"],
    }
    assert {name: shapes(field) for name, field in lists.items()} == {name: ["array", ["无", "无。"]] for name in lists}


def test_the_program_takes_the_word_for_none() -> None:
    head, _lists, tail = changed().partition("\n活动:\n")
    assert tail
    last = tail[tail.index("\n其他问题:") :]
    for word in ("无", "无。"):
        text = head + "".join(f"\n{name}: {word}" for name in LISTS) + last
        assert [d.title for d in check_text(text, "内容.yaml").report if d.severity.rank == 0] == []


def test_what_must_be_there_and_is_no_list_may_not() -> None:
    assert shapes(schema()["properties"]["预算"]) == ["object"]
