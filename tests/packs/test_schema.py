"""The JSON Schema says what the program takes: every shipped file fits it, and every key of theirs has its meaning."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from tests.support.example import PACK, ROOT, changed

from reportgen.packs.loader import find_pack, load_pack
from reportgen.packs.schema import json_schema, schema_of_all
from reportgen.packs.shapes import Schema
from reportgen.pipeline.check import check_text
from reportgen.pipeline.described import described, every_described

LISTS = ("活动", "存在问题", "整改措施")
SHIPPED = sorted([*ROOT.glob("content/*.yaml"), *ROOT.glob("templates/*/example.yaml")])
HANZI = re.compile(r"[一-鿿]")
YEAR = ROOT / "content" / "example-year-2024.yaml"
ALL = schema_of_all(every_described())


def schema(name: str = PACK.name) -> Schema:
    folder = find_pack(name)
    pack = load_pack(folder)[0] if folder else None
    assert pack is not None
    return json_schema(described(pack))


def loaded(text: str) -> Any:
    """A content file as an editor reads it: YAML 1.2, in which a day is text."""
    return plain(YAML(typ="safe", pure=True).load(text))


def plain(value: Any) -> Any:
    match value:
        case dict():
            return {str(key): plain(entry) for key, entry in value.items()}
        case list():
            return [plain(entry) for entry in value]
        case date():
            return value.isoformat()
        case _:
            return value


def faults(text: str, against: Schema) -> list[str]:
    return [f"{list(error.path)}: {error.message}" for error in Draft202012Validator(against).iter_errors(loaded(text))]


def kinds(content: Any) -> list[str]:
    return content["文种"] if isinstance(content["文种"], list) else [content["文种"]]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_shipped_file_fits_its_own_schema_and_that_of_all(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [faults(text, schema(kind)) for kind in kinds(loaded(text))] == [[]] * len(kinds(loaded(text)))
    assert faults(text, ALL) == []


def unexplained(content: Any, against: Schema, root: Schema) -> Iterator[str]:
    """The keys of a content file above which an editor shows nothing; those that the writer chose need nothing."""
    for key, value in content.items() if isinstance(content, dict) else ():
        own = any(part.get("additionalProperties") for part in parts(against, root))
        shown = [part["properties"][key] for part in parts(against, root) if key in part.get("properties", {})]
        told: Schema = shown[0] if shown else {}
        if not own and not HANZI.search(told.get("description", "")):
            yield key
        if not own:
            for each in value if isinstance(value, list) else [value]:
                yield from unexplained(each, told, root)


def parts(against: Schema, root: Schema) -> Iterator[Schema]:
    """A schema and those that it is put together from."""
    if reference := against.get("$ref"):
        yield from parts(root["$defs"][reference.rpartition("/")[2]], root)
    yield against
    for part in (*against.get("anyOf", []), *against.get("allOf", []), against.get("items"), against.get("then")):
        if part:
            yield from parts(part, root)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_key_of_a_shipped_file_is_explained_in_chinese(path: Path) -> None:
    content = loaded(path.read_text(encoding="utf-8"))
    against = [schema(kind) for kind in kinds(content)]
    keys = {"文种"}.union(*(each["properties"] for each in against))
    assert set(content) <= keys
    for each in against:
        known = {key: value for key, value in content.items() if key in each["properties"]}
        assert list(unexplained(known, each, each)) == []


def test_without_a_meaning_a_key_would_be_named() -> None:
    """The test above can fail."""
    bare = {"properties": {"预算": {"properties": {"批复": {"title": "批复"}}, "description": "全年预算"}}}
    assert list(unexplained({"预算": {"批复": 1}}, bare, bare)) == ["批复"]


WRONG = [
    (("主送机关: ", "主送单位: "), "主送单位"),
    (("评价: {得分:", "评价: {总分:"), "总分"),
    ((", 等级: ", ", 等级: 大"), "大"),
    (("金额单位: 万元", "金额单位: 万"), "万"),
    (("成文日期: 2025年3月20日", "成文日期: 三月"), "三月"),
    (("    - 名称: 展览部\n      内容:", "    - 名称: 展览部\n      职能:"), "职能"),
    (("评价过程: |", "评过程: |"), "评过程"),
]


@pytest.mark.parametrize("change", [change for change, _word in WRONG], ids=[word for _change, word in WRONG])
def test_what_the_program_refuses_the_editor_marks(change: tuple[str, str]) -> None:
    text = changed(change)
    assert len(check_text(text, "内容.yaml").report) > 0
    assert faults(text, schema()) != []
    assert faults(text, ALL) != []


TYPED = [
    *("2025.3.20", "2025/3/20", "2025-3-20", "2025.03.20", "2025年03月20日", "2025 年 3 月 20 日", "2025年3月20号"),
    *("２０２５年３月２０日", "2025．3．20", "二〇二五年三月二十日", "二零二五年三月二十日", "2025-03-20 00:00:00"),
    *("20250320", "45736", "今天", "2025年3月", "三月二十日", "2025年三月"),
]


@pytest.mark.parametrize("day", TYPED)
def test_a_day_is_marked_when_the_program_cannot_read_it(day: str) -> None:
    text = changed(("2025年3月20日", f'"{day}"'))
    refused = [finding.code for finding in check_text(text, "内容.yaml").report if finding.code == "CON004"]
    assert bool(faults(text, schema())) == bool(refused)


@pytest.mark.parametrize("year", ["2024", "2024年", "２０２４", "24", "二〇二四年"])
def test_so_is_a_year(year: str) -> None:
    text = changed(("年度: 2024", f'年度: "{year}"'))
    refused = [finding.code for finding in check_text(text, "内容.yaml").report if finding.code == "CON006"]
    assert bool(faults(text, schema())) == bool(refused)


def test_beside_other_types_a_key_of_none_of_them_is_marked() -> None:
    text = YEAR.read_text(encoding="utf-8") + "\n总体打算: 无\n"
    assert any("总体打算" in fault for fault in faults(text, ALL))


def test_a_type_in_a_list_that_is_none_is_marked() -> None:
    text = YEAR.read_text(encoding="utf-8").replace("  - 项目支出绩效自评表\n", "  - 项目支出自评表\n", 1)
    assert any("项目支出自评表" in fault for fault in faults(text, ALL))


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
