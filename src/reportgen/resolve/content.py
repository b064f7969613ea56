"""A content file's root mapping → `Content`, field by field as the pack declares them."""

from collections.abc import Callable, Iterable

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import BAD_DATE, BAD_YEAR, MISSING
from reportgen.diagnostics.repair import repair, value_edit
from reportgen.language import _
from reportgen.model.chart_plan import Charts
from reportgen.model.content import (
    Content,
    Dated,
    Departments,
    Entries,
    FundTable,
    HeadingTexts,
    Indicators,
    Listing,
    NamedText,
    Prose,
    Score,
    Value,
    Year,
)
from reportgen.model.facts import Fact, FactGroup, Facts, Unreadable
from reportgen.model.hole import read_hole
from reportgen.model.questionnaire import Questionnaires
from reportgen.packs.carrying import FORMER, FORMER_FILE
from reportgen.packs.fields import KIND_KEY, Field, FieldType
from reportgen.packs.intake import INTAKE_KEY
from reportgen.packs.outline import chart_steps, sections
from reportgen.packs.pack import Pack
from reportgen.place import Place, Written
from reportgen.record import Struct, field
from reportgen.resolve.annexes import read_annexes
from reportgen.resolve.charts import read_charts
from reportgen.resolve.days import no_day, read_day
from reportgen.resolve.funds import read_funds
from reportgen.resolve.listings import LEVELS, read_rows
from reportgen.resolve.problems import read_measures, read_problems
from reportgen.resolve.quantities import read_fact, read_group
from reportgen.resolve.questionnaires import Read, no_files, read_questionnaires
from reportgen.resolve.quoted import bare
from reportgen.resolve.scoring import scored
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping, Node

Spelt = Callable[[Written], str | None]
NONE_WORD = "无"
"""Written instead of a list that has nothing in it."""


class _Reading(Struct):
    """What has been read so far of one content file."""

    pack: Pack
    expect: Expect
    read: Read
    values: dict[str, Value] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)


def resolve(
    root: Mapping, pack: Pack, keys: Iterable[str] = (), spelt: Spelt | None = None, read: Read = no_files
) -> tuple[Content, list[Diagnostic]]:
    """The typed values of a content file, and everything about them that does not fit the pack.

    `keys` are those of all documents made from the same file: one that none of them knows is said once. `spelt` tells
    what a figure that is given by a reference prints, `read` gives the bytes of a file beside the content file.
    """
    reading = _Reading(pack, Expect(spelt=spelt), read)
    _record(pack.fields, root, "", reading, [KIND_KEY, FORMER, FORMER_FILE, INTAKE_KEY, *keys])
    unreadable = [Fact(path, Unreadable(), root.place) for path in reading.expect.unreadable]
    content = Content(root.place.file, reading.values, Facts((*reading.facts, *unreadable)))
    return content, reading.expect.found


def _record(fields: tuple[Field, ...], node: Mapping, prefix: str, reading: _Reading, extra: list[str]) -> None:
    reading.expect.known(node, list(dict.fromkeys([*extra, *(field.name for field in fields)])))
    for declared in fields:
        value = node.get(declared.name)
        if value is None:
            if declared.required:
                label = _("没有「{name}」", name=prefix + declared.name)
                reading.expect.report(MISSING, _head(node.place), label, _how_to_add(declared))
                reading.expect.unreadable.append(tuple((prefix + declared.name).split(".")))
        elif declared.type is FieldType.RECORD:
            mapping = reading.expect.mapping(value, declared.name)
            if mapping is not None:
                _record(declared.fields, mapping, f"{prefix}{declared.name}.", reading, [])
        else:
            _field(prefix + declared.name, declared, value, reading)


def _how_to_add(declared: Field) -> str:
    if not declared.meaning:
        return _("加一行「{name}: …」", name=declared.name)
    return _("加一行「{name}: …」（{meaning}）", name=declared.name, meaning=declared.meaning)


def _head(place: Place) -> Place:
    return Place(place.file, place.line, place.column)


def _field(path: str, field: Field, node: Node, reading: _Reading) -> None:
    names, value = tuple(path.split(".")), _value(path, field, node, reading)
    if value is None:
        hole = read_hole(node.text) if isinstance(node, Written) else None
        reading.facts.append(Fact(names, hole or Unreadable(), node.place))
        return
    reading.values[path] = value
    reading.facts += _facts_in(names, value)


def _value(  # noqa: C901, PLR0911, PLR0912 - one case for each field type
    path: str, field: Field, node: Node, reading: _Reading
) -> Value | None:
    expect, names = reading.expect, tuple(path.split("."))
    match field.type:
        case FieldType.TEXT:
            return _dateless(path, bare(expect.text(node, path), expect, safe=False), expect)
        case FieldType.PROSE:
            written = bare(expect.text(node, path), expect, safe=False)
            return Prose(written) if written else None
        case FieldType.DATE:
            return _date(bare(expect.text(node, path), expect), expect)
        case FieldType.YEAR:
            return _year(bare(expect.text(node, path), expect), expect)
        case FieldType.FUNDS:
            return read_funds(names, node, expect)
        case FieldType.FACTS:
            return read_group(names, node, expect)
        case FieldType.SCORE:
            return _score(names, node, expect)
        case _ if isinstance(node, Written) and node.text.strip("。 ") == NONE_WORD:
            return Prose(node)
        case FieldType.ENTRIES:
            return Entries(_named(path, node, "名称", expect))
        case FieldType.DEPARTMENTS:
            return Departments(_named(path, node, "部门", expect))
        case FieldType.PROBLEMS:
            return read_problems(path, node, expect)
        case FieldType.MEASURES:
            return read_measures(path, node, expect)
        case FieldType.HEADINGS:
            return _headings(path, node, reading)
        case FieldType.LISTING:
            return Listing(names, read_rows(names, field, node, expect), node.place)
        case FieldType.INDICATORS:
            return Indicators(names, scored(read_rows(names, field, node, expect, LEVELS), expect), node.place)
        case FieldType.CHARTS:
            return read_charts(names, node, [step.name for step in chart_steps(reading.pack.outline)], expect)
        case FieldType.ANNEXES:
            return read_annexes(path, node, expect)
        case FieldType.QUESTIONNAIRES:
            return read_questionnaires(names, node, expect, reading.read)
        case FieldType.AMOUNT | FieldType.QUANTITY:
            return read_fact(names, node, expect, field.unit)
        case FieldType.RECORD:
            return None


def _dateless(path: str, written: Written | None, expect: Expect) -> Written | None:
    """A text, which as 批复日期 may be no full day: digits alone are none, but Excel's number of one."""
    if written and path.endswith("日期") and written.text.isdecimal() and (slip := no_day(written.text)):
        mended = repair(value_edit(written.place, written.text, slip.meant), safe=False)
        expect.offer(BAD_DATE.at(written.place, slip.words), mended)
    return written


def _date(written: Written | None, expect: Expect) -> Dated | None:
    if written is None or read_hole(written.text):
        return None
    day = read_day(written.text)
    if day is None:
        slip = no_day(written.text)
        edit = value_edit(written.place, written.text, slip.meant) if slip and slip.meant else None
        label = slip.words if slip else _("读不懂「{text}」", text=written.text)
        expect.offer(BAD_DATE.at(written.place, label), repair(edit, safe=False))
    return Dated(day, written) if day else None


def _year(written: Written | None, expect: Expect) -> Year | None:
    if written is None:
        return None
    text = written.text.removesuffix("年度").removesuffix("年").strip()
    if not (text.isdecimal() and len(text) == 4):
        expect.report(BAD_YEAR, written.place, _("读不懂「{text}」", text=written.text))
        return None
    return Year(int(text), written)


def _score(path: tuple[str, ...], node: Node, expect: Expect) -> Score | None:
    mapping = expect.mapping(node, path[-1], ["得分", "等级"])
    if mapping is None:
        return None
    points = mapping.get("得分")
    fact = read_fact((*path, "得分"), points, expect, "分") if points is not None else None
    grade = bare(expect.optional_text(mapping, "等级"), expect)
    if grade is None:
        expect.unreadable.append((*path, "等级"))
    return Score(fact, grade, mapping.place)


def _named(path: str, node: Node, key: str, expect: Expect) -> tuple[NamedText, ...]:
    items = []
    for row in expect.rows(node, path, [key, "内容"]):
        name, text = expect.required_text(row, key), expect.required_text(row, "内容")
        if name and text:
            items.append(NamedText(name, text))
    return tuple(items)


def _headings(path: str, node: Node, reading: _Reading) -> HeadingTexts | None:
    known = [section.heading for section in sections(reading.pack.outline)]
    mapping = reading.expect.mapping(node, path, known)
    if mapping is None:
        return None
    texts = {entry.key.text: reading.expect.text(entry.value, entry.key.text) for entry in mapping}
    return HeadingTexts({key: text for key, text in texts.items() if text})


def _facts_in(path: tuple[str, ...], value: Value) -> list[Fact]:
    """The facts that a value gives to references."""
    match value:
        case Written():
            facts = [Fact(path, value.text, value.place)]
        case Dated():
            facts = [Fact(path, value.date, value.written.place)]
        case Year():
            facts = [Fact(path, str(value.number), value.written.place)]
        case FundTable():
            unit = Fact((*path, "金额单位"), value.unit, value.place)
            facts = [unit, *(cell for row in value.rows() for cell in row.cells.values())]
        case FactGroup() | Questionnaires():
            facts = list(value.all())
        case Charts():
            facts = [fact for plan in value.plans if isinstance(plan.data, FactGroup) for fact in plan.data.all()]
        case Score():
            grade = Fact((*path, "等级"), value.grade.text, value.grade.place) if value.grade else None
            facts = [fact for fact in (value.points, grade) if fact]
        case Listing() | Indicators():
            facts = [fact for row in value.rows for cell in row.cells.values() for fact in _facts_in_cell(path, cell)]
        case Fact():
            facts = [value]
        case _:
            facts = []
    return facts


def _facts_in_cell(path: tuple[str, ...], cell: Value) -> list[Fact]:
    """Words of a listing are no facts: references are for its figures."""
    return [] if isinstance(cell, Written) else _facts_in(path, cell)
