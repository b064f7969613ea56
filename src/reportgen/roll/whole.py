"""A content file of a year → that of the next: all changes, made in the text and proved on what YAML then reads."""

from collections.abc import Collection

from reportgen.packs.carrying import ANSWERS, Carry
from reportgen.packs.fields import Field, FieldType
from reportgen.packs.pack import Pack
from reportgen.place import Written
from reportgen.record import Struct, replace
from reportgen.resolve.days import read_day
from reportgen.roll.changes import Change, Done
from reportgen.roll.parts import answers, former_figures, former_file
from reportgen.roll.plan import Plan
from reportgen.roll.values import Values
from reportgen.roll.years import Calendar
from reportgen.source.comments import read_remarks
from reportgen.source.edits import edited
from reportgen.source.node import Entry, Mapping
from reportgen.source.reader import Source
from reportgen.source.sheet import Sheet


class Rolled(Struct, frozen=True):
    """Next year's text, and every change by which it differs from this year's, in the order of its lines."""

    text: str
    changes: tuple[Change, ...]

    def of(self, done: Done) -> list[Change]:
        """The changes of one kind."""
        return [change for change in self.changes if change.done is done]


def calendar_of(root: Mapping, fields: Collection[Field]) -> Calendar | None:
    """The year that a file is about and when it was signed; the year of its date where it names none."""
    declared = {each.name: each for each in fields}
    typed = [(declared[entry.key.text].type, entry.value) for entry in root if entry.key.text in declared]
    years = [value.text for kind, value in typed if kind is FieldType.YEAR and isinstance(value, Written)]
    days = [read_day(value.text) for kind, value in typed if kind is FieldType.DATE and isinstance(value, Written)]
    signed = max((day for day in days if day), default=None)
    year = next((int(text[:4]) for text in years if text[:4].isdecimal()), signed.year if signed else None)
    if year is None:
        return None
    return Calendar(year, (signed.year, signed.month) if signed else None)


def rolled(text: str, source: Source, packs: Collection[Pack], calendar: Calendar, file: str = "") -> Rolled:
    """Next year's file; `file` is what this year's is called, to be named in it below the year."""
    root = source.root
    assert isinstance(root, Mapping), "a file without entries is refused before"
    fields = list({field.name: field for pack in packs for field in pack.fields}.values())
    sheet = Sheet(source.file, text)
    plan = Plan(Values(sheet, calendar))
    titles = [name for pack in packs for name in (pack.title, pack.name)]
    plan.of_file(root, [field for field in fields if field.name != ANSWERS], titles)
    made = [*plan.changes, *_dropped(source, sheet), *_new_parts(root, plan, fields, file)]
    ordered = numbered(sorted(made, key=_standing), sheet.newline)
    after = edited(text, [edit for change in ordered for edit in change.edits])
    return Rolled(after, tuple(ordered))


def _standing(change: Change) -> tuple[int, int, bool]:
    """Where it begins; of what is put in above one line, a new part stands before the mark of the old."""
    start = min((edit.start for edit in change.edits), default=(change.place.line, change.place.column))
    return *start, change.done is Done.KEPT


def numbered(changes: list[Change], newline: str) -> list[Change]:
    """The changes, in their order, with their lines in the new text."""
    shift, told = 0, list[Change]()
    for change in changes:
        told.append(replace(change, line=_standing(change)[0] + shift))
        shift += sum(edit.new.count(newline) - edit.old.count(newline) for edit in change.edits)
    return told


def _new_parts(root: Mapping, plan: Plan, fields: list[Field], file: str) -> list[Change]:
    sheet, year = plan.values.sheet, _year_entry(root, fields)
    named = [former_file(root, sheet, file, year)] if file and year else []
    promising = next((each.name for each in fields if each.type is FieldType.PROBLEMS), "")
    asked = any(each.name == ANSWERS for each in fields) and any(each.carried is Carry.ANSWER for each in fields)
    return [
        *named,
        *(answers(root, sheet, plan.promises, promising) if asked else ()),
        *former_figures(root, sheet, plan.former),
    ]


def _year_entry(root: Mapping, fields: list[Field]) -> Entry | None:
    names = {each.name for each in fields if each.type is FieldType.YEAR}
    return next((entry for entry in root if entry.key.text in names), None)


def _dropped(source: Source, sheet: Sheet) -> list[Change]:
    """Acknowledgements: what was accepted was accepted of that year."""
    changes: list[Change] = []
    for remark in read_remarks(source):
        if not remark.accepts:
            continue
        place, line = remark.place, sheet.line(remark.place.line)
        start = len(line[: place.column - 1].rstrip()) + 1
        edit = (
            sheet.without(place.line, place.line)
            if remark.alone
            else sheet.stretch((place.line, start), (place.line, len(line) + 1))
        )
        changes.append(Change(Done.DROPPED, "忽略", place, line[place.column - 1 :].strip(), "", (edit,)))
    return changes
