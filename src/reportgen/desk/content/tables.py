"""The tables of a form: lists, fund tables and groups of figures, by what the documents of the file ask for."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reportgen.desk.content.facts_table import FactsView, facts_view
from reportgen.desk.content.funds import FundsView, funds_view
from reportgen.desk.content.grid import GridView, grid_view
from reportgen.packs.entry import EntryBook
from reportgen.packs.entry_sheets import entry_book
from reportgen.packs.fields import FIELDS_OF_A_FILE, Field, FieldType
from reportgen.packs.loader import load_pack
from reportgen.packs.pack import Pack
from reportgen.record import Struct, replace
from reportgen.source.tree import Path as Keys


class Tables(Struct, frozen=True):
    """What is known of the tables of one file: its documents, and the annexes that they may have."""

    packs: tuple[Pack, ...]
    annexes: tuple[Pack, ...] = ()

    def of(self, path: Keys) -> GridView | FundsView | FactsView | None:
        """The table of a field; None where no document knows it as one. Items of lists count for nothing in a path."""
        names = tuple(name for name in path if not name.isdecimal())
        known = [field for pack in (*self.packs, *self.annexes) for field in pack.fields]
        field = _at([*known, *FIELDS_OF_A_FILE], names)
        match field.type if field else None:
            case FieldType.LISTING | FieldType.INDICATORS if field:
                return grid_view(field, names, self._book)
            case FieldType.FUNDS if field:
                return funds_view(field, names, self._book)
            case FieldType.FACTS if field:
                return facts_view(field)
            case _:
                return None

    @property
    def _book(self) -> EntryBook:
        return _book(tuple(pack.folder for pack in self.packs), tuple(pack.folder for pack in self.annexes))


def _at(fields: Iterable[Field], names: Keys, unit: str = "") -> Field | None:
    """The field of a path; a list within a list counts in the outer one's unit where it has none."""
    found = next((field for field in fields if field.name == names[0]), None)
    if found is None or names[1:]:
        return _at(found.fields, names[1:], found.unit) if found else None
    return replace(found, unit=unit) if found.type is FieldType.LISTING and not found.unit else found


@cache
def _book(packs: tuple[Path, ...], annexes: tuple[Path, ...]) -> EntryBook:
    """What packs ask for, read once for all fields and pages."""
    return entry_book(tuple(_read(packs)), tuple(_read(annexes)))


def _read(folders: tuple[Path, ...]) -> Iterable[Pack]:
    return (pack for folder in folders if (pack := load_pack(folder)[0]))
