"""Printed figures as numbers that a spreadsheet shows in the same way, and totals as formulas.

A number format is sought under which the number prints the very words of the cell; where there is none (≥95%, 007,
more than the 15 digits that Excel keeps) the cell stays text. A figure that a total adds up is a number in any case.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.model.inline import Number
from reportgen.model.quantity import Bound
from reportgen.model.table import Cell

_FIGURE = re.compile(r"(?P<before>[^0-9\"]*?)(?P<numeral>-?[0-9][0-9,]*(?:\.[0-9]+)?)(?P<after>[^0-9\"]*)")
_DIGITS_KEPT = 15
_LONGEST_FORMAT = 255
_MOST_ARGUMENTS = 200
"""Excel takes 255 arguments to SUM."""


def number_format(cell: Cell, summed: bool = False) -> str | None:
    """The format under which `cell.number` prints as the cell's words; None when the cell has to be text.

    `summed`: a formula calculates with the cell, which is then a number in any case.
    """
    if cell.number is None:
        return None
    fallback = plain_format(cell.number) if summed else None
    match = _FIGURE.fullmatch(cell.text.strip())
    if match is None or not (summed or _is_exact(cell, match["before"])):
        return fallback
    return _exactly(match, cell.number) or fallback


def is_shown(cell: Cell) -> bool:
    """Whether `cell.number` can be printed as the cell's very words, sign and unit among them: ≥20场."""
    match = _FIGURE.fullmatch(cell.text.strip())
    return cell.number is not None and match is not None and bool(_exactly(match, cell.number))


def plain_format(number: Decimal) -> str:
    """Digits with the decimals that the number itself has."""
    exponent = number.as_tuple().exponent
    return _code(-exponent if isinstance(exponent, int) else 0, grouped=False)


def _exactly(match: re.Match[str], number: Decimal) -> str:
    code = _digits_code(match["numeral"], number, match["after"])
    whole = _literal(match["before"]) + code if code else ""
    return whole if len(whole) <= _LONGEST_FORMAT else ""


def _is_exact(cell: Cell, before: str) -> bool:
    """约, ≥ and 余 mean more than the number says: such a figure is not one to calculate with."""
    facts = [inline.fact for paragraph in cell.paragraphs for inline in paragraph if isinstance(inline, Number)]
    return not before and all(fact.quantity is None or fact.quantity.bound is Bound.EXACT for fact in facts)


def _digits_code(numeral: str, number: Decimal, after: str) -> str | None:
    """`number` may be the figure itself or, before a %, the ratio: 95% as 95 or as 0.95."""
    value = Decimal(numeral.replace(",", ""))
    decimals = len(numeral.partition(".")[2])
    grouped = "," in numeral
    printed = f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"
    if printed != numeral or len(value.as_tuple().digits) > _DIGITS_KEPT:
        return None
    if number == value:
        return _code(decimals, grouped) + _literal(after)
    ratio = after.startswith("%") and number * 100 == value
    return _code(decimals, grouped) + "%" + _literal(after.removeprefix("%")) if ratio else None


def _code(decimals: int, grouped: bool) -> str:
    return ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals > 0 else "")


def _literal(words: str) -> str:
    return f'"{words}"' if words else ""


def sum_formula(areas: list[tuple[str, str]]) -> str:
    """What adds up areas (first and last cell, A1 style), in pieces that Excel takes."""
    names = [first if first == last else f"{first}:{last}" for first, last in areas]
    pieces = [names[start : start + _MOST_ARGUMENTS] for start in range(0, len(names), _MOST_ARGUMENTS)]
    return "+".join(f"SUM({','.join(piece)})" for piece in pieces)


def runs(cells: list[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """First and last cell of each stretch without a gap: down a column, or along a row where all stand in one."""
    along = len({cell.row for cell in cells}) == 1

    def order(cell: Cell) -> tuple[int, int]:
        return (cell.row, cell.column) if along else (cell.column, cell.row)

    ordered = sorted(cells, key=order)
    start = 0
    for index, cell in enumerate(ordered):
        after = ordered[index + 1] if index + 1 < len(ordered) else None
        following = (cell.row, cell.column + cell.columns) if along else (cell.column, cell.row + cell.rows)
        if after is None or order(after) != following:
            yield ordered[start], cell
            start = index + 1
