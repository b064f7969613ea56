"""Single values of a content file: a figure to be filled in, years moved on, a text emptied, an entry taken out."""

from collections.abc import Iterable

from reportgen import patterns as re
from reportgen.diagnostics.repair import Edit, value_edit, written_edit
from reportgen.language import _
from reportgen.model.hole import Hole, read_hole
from reportgen.numbers import read_quantity
from reportgen.place import Written
from reportgen.record import Struct
from reportgen.roll.changes import Change, Done
from reportgen.roll.typed_figures import typed_figures
from reportgen.roll.years import Calendar, Moved, all_years_later, year_later
from reportgen.source.node import Entry, Mapping
from reportgen.source.sheet import Sheet

_REFERENCE = "{{"
_NOTHING = ("", "—", "-", "－", "无", "=", "＝")
_ROOM, _BEFORE, _BEHIND = 24, 4, 8


class Values(Struct, frozen=True):
    """What can be done with a value; what the file does not let be edited stays, and the report says so."""

    sheet: Sheet
    calendar: Calendar

    def emptied(self, value: Written, name: str, unit: str = "") -> list[Change]:
        """A hole in the place of a value; references and what says nothing stay."""
        if _REFERENCE in value.text and not value.block:
            return []
        if value.text.strip() in _NOTHING or read_hole(value.text):
            return []
        hole = str(Hole(_unit(value.text, unit)))
        edit = self._whole(value, hole)
        if edit is None:
            return [Change(Done.LEFT, name, value.place, short(value.text))]
        return [Change(Done.EMPTIED, name, value.place, short(value.text), hole, (edit,))]

    def year_moved(self, value: Written, name: str) -> list[Change]:
        """The budget year moved on."""
        return self._all_moved(value, name, year_later(value.text))

    def moved(self, value: Written, name: str, every: bool = False) -> list[Change]:
        """Years of a text moved on: `every` one, or those that mean the report's time."""
        if every:
            return self._all_moved(value, name, all_years_later(value.text))
        left = self.calendar.left(value.text)
        stay = [Change(Done.LEFT, name, value.place_at(start, len(words)), words) for start, words in left]
        return self._all_moved(value, name, self.calendar.moves(value.text)) + stay

    def typed(self, value: Written, name: str) -> list[Change]:
        """The figures of each line that were typed and are no references: they are last year's."""
        made: list[Change] = []
        for line in re.finditer(r"[^\n]+", value.text):
            found = typed_figures(line[0])
            if found:
                start, end = found[0]
                words = short(_("、").join(line[0][one:other] for one, other in found))
                place = value.place_at(line.start() + start, end - start)
                made.append(Change(Done.TYPED, name, place, words))
        return made

    def _all_moved(self, value: Written, name: str, moves: Iterable[Moved]) -> list[Change]:
        made: list[Change] = []
        for move in moves:
            old, place = value.text[move.start : move.end], value.place_at(move.start, move.end - move.start)
            edit = self._standing(written_edit(value, move.start, move.end, move.new))
            done = Done.MOVED if edit else Done.LEFT
            lead, tail = _around(value.text, move)
            words = (f"{lead}{old}{tail}", f"{lead}{move.new}{tail}")
            made.append(Change(done, name, place, *words, (edit,) if edit else ()))
        return made

    def dropped(self, mapping: Mapping, entry: Entry, name: str) -> list[Change]:
        """An entry taken out, with its comma in a list of one line; the first of its lines is emptied instead."""
        place, number = entry.key.place, list(mapping).index(entry)
        if self._is_flow(mapping):
            edit = self._out_of_flow(mapping, number)
        elif self.sheet.lead(place.line) == self.sheet.line(place.line)[: place.column - 1]:
            edit = self.sheet.without(place.line, entry.value.place.last)
        else:
            edit = None
        words = entry.value.text if isinstance(entry.value, Written) else ""
        if edit is None:
            return self.emptied(entry.value, name) if isinstance(entry.value, Written) else []
        return [Change(Done.DROPPED, name, place, f"{entry.key.text}: {short(words)}", "", (edit,))]

    def _whole(self, value: Written, new: str) -> Edit | None:
        """Another text in the place of a whole value: below its bar at its own indent, between its quotes."""
        if value.block:
            last = self.sheet.last_said(value.place.last)
            return self.sheet.instead(value.place.line + 1, last, " " * value.indent + new)
        if value.place.last > value.place.line:
            return None
        return self._standing(value_edit(value.place, value.text, new))

    def _standing(self, edit: Edit | None) -> Edit | None:
        """The edit, if the file holds what it takes away: an escape in quotes is written otherwise than it reads."""
        return edit if edit and edit.stands_in(self.sheet.line(edit.place.line)) else None

    def _is_flow(self, mapping: Mapping) -> bool:
        line, column = mapping.place.line, mapping.place.column
        return self.sheet.line(line)[column - 1 : column] == "{"

    def _out_of_flow(self, mapping: Mapping, number: int) -> Edit | None:
        entries = list(mapping)
        own = entries[number]
        if not isinstance(own.value, Written) or own.value.place.last > own.value.place.line:
            return None
        end = own.value.place.line, own.value.place.column + own.value.place.length
        if (
            number
            and isinstance(before := entries[number - 1].value, Written)
            and before.place.last == before.place.line
        ):
            return self.sheet.stretch((before.place.line, before.place.column + before.place.length), end)
        if number + 1 < len(entries):
            following = entries[number + 1].key.place
            return self.sheet.stretch((own.key.place.line, own.key.place.column), (following.line, following.column))
        return None


def _around(text: str, move: Moved) -> tuple[str, str]:
    """A few characters of its line before and behind what moves; … where it goes on."""
    lead = text[: move.start].rpartition("\n")[2].lstrip("-# ")
    tail = text[move.end :].partition("\n")[0]
    before = f"…{lead[-_BEFORE:]}" if len(lead) > _BEFORE else lead
    return before, f"{tail[:_BEHIND]}…" if len(tail) > _BEHIND else tail


def figure_words(text: str, unit: str = "") -> str:
    """A figure with its unit, as it is kept for the year after; empty where the text is none, or refers to another."""
    quantity = None if _REFERENCE in text or read_hole(text) else read_quantity(text, unit)
    if quantity is None:
        return ""
    bare = read_quantity(text)
    return text.strip() + (quantity.implied if bare and not bare.unit else "")


def _unit(text: str, unit: str) -> str:
    quantity = read_quantity(text, unit)
    return quantity.implied or quantity.scale + quantity.unit if quantity else ""


def short(text: str) -> str:
    """A value as far as a line of the report has room for it."""
    words = " ".join(text.split())
    return words if len(words) <= _ROOM else f"{words[:_ROOM]}……"
