"""Figures of a content file held against the workbooks again: those with a receipt, and those that are asked for."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.workbook_kinds import DIFFERS, NOT_THERE
from reportgen.fill.book import Book
from reportgen.fill.filling import Filled, Unfilled, by_path, fill_first, whose_of
from reportgen.fill.lookup import Pages
from reportgen.fill.receipts import Receipt
from reportgen.fill.targets import NoTarget, place_of, target_of
from reportgen.language import _
from reportgen.model.quantity import Bound, round_half_up
from reportgen.numbers import read_quantity
from reportgen.packs.fields import Field, FieldType
from reportgen.packs.intake import Intake
from reportgen.record import Struct, replace
from reportgen.resolve.days import read_day
from reportgen.source.node import Mapping


class Held(Struct, frozen=True):
    """What came of it: findings, how many figures were held against a cell, and how many of them agree."""

    findings: tuple[Diagnostic, ...]
    compared: int
    agreeing: int


def held_against(
    root: Mapping, asked: Sequence[Intake], receipts: Sequence[Receipt], fields: Sequence[Field], books: Sequence[Book]
) -> Held:
    """The figures of a content file and the cells of some workbooks."""
    pages, whose = Pages.of(books), whose_of(root)
    taken = {receipt.intake.path: receipt for receipt in receipts}
    intakes = {ways[0].path: ways for ways in by_path(asked)}
    own = {path: _as_taken(intakes.get(path, ()), receipt.intake) for path, receipt in taken.items()}
    findings: list[Diagnostic] = []
    compared = agreeing = 0
    for path, ways in (intakes | own).items():
        one = fill_first(root, ways, fields, pages, whose)
        if isinstance(one, Filled) and one.target.gap:
            continue  # the file says nothing of it
        if isinstance(one, Filled):
            compared += 1
            agreeing += (agrees := _agrees(one))
            findings += [] if agrees else [_differs(one)]
        else:
            findings += _missed(root, one, taken.get(path), fields)
    return Held(tuple(findings), compared, agreeing)


def _as_taken(ways: tuple[Intake, ...], taken: Intake) -> tuple[Intake, ...]:
    """The ways to a figure, of the unit of which it was taken; without any, that of the receipt."""
    return tuple(replace(way, owner=taken.owner) for way in ways) or (taken,)


def _agrees(filled: Filled) -> bool:
    """Whether the file says what the cell does, rounded to as many places as the file writes."""
    written, target, said = filled.target.value.text.strip(), filled.target, filled.taken.said
    if target.type is FieldType.DATE:
        return read_day(written) == read_day(filled.value.text)
    quantity = read_quantity(written, target.unit)
    if filled.value.exact is None or quantity is None:
        return written == filled.value.text or (said.number is not None and written == str(said.number))
    model = read_quantity("1", target.unit) if target.unit else None
    there = filled.value.exact * (model.factor if model else Decimal(1))
    if quantity.bound is not Bound.EXACT:
        return quantity.interval.holds(there)
    return round_half_up(there / quantity.factor, quantity.decimals) == quantity.number


def _differs(filled: Filled) -> Diagnostic:
    taken, (row, column) = filled.taken, filled.taken.labels
    there = filled.value.text
    unit = "" if filled.target.shows_unit or filled.value.number is None else filled.target.unit
    where = {"file": taken.page.book.file, "sheet": taken.page.grid.name.strip(), "cell": taken.address}
    label = _("{file}「{sheet}」{cell} 是 {there}", **where, there=there + unit)
    note = _("行「{row}」，列「{column}」，那一格写的是 {cell}", row=row, column=column, cell=_cell(filled))
    return DIFFERS.at(place_of(filled.target), label, notes=(note,))


def _cell(filled: Filled) -> str:
    said = filled.taken.said
    unit = "" if said.unit or said.number is None else filled.taken.unit
    return f"{said.words or said.number or said.day}{unit}"


def _missed(
    root: Mapping, unfilled: Unfilled, receipt: Receipt | None, fields: Sequence[Field]
) -> Iterator[Diagnostic]:
    """Nothing where nobody said that the workbook has it: a pack knows more sheets than are handed in."""
    if receipt is None and (unfilled.expected or unfilled.elsewhere):
        return
    target = target_of(root, unfilled.intake.path, fields)
    place = receipt.place if receipt else unfilled.intake.place
    yield NOT_THERE.at(place if isinstance(target, NoTarget) else place_of(target), unfilled.why)
