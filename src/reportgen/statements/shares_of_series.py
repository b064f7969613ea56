"""Shares in a row and the figures that they are shares of, wherever these stand: items of a list, a column of a table.

各项开支的比重依次是46.00%、16.56%、19.25%、9.79%和8.40%: the five amounts are told in five paragraphs before. A row of
figures as long as the row of shares, of which all but one are these shares of one whole, is what they are shares of.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from reportgen import patterns as re
from reportgen.model.quantity import round_half_up
from reportgen.numbers.units import counts
from reportgen.statements.claim import Claim
from reportgen.statements.elsewhere import NEAR
from reportgen.statements.grid import Grid
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.share_parts import Share
from reportgen.statements.shares import in_proportion
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Period, Role, Statement

_MOST, _FEW, _SURE = 8, 2, 4
_GAP = 16
_JOINED = re.compile(r"[、，]|[和与及]|以及")


class Row(NamedTuple):
    """Figures that follow each other, and their values."""

    parts: tuple[Statement, ...]
    values: tuple[float, ...]


Told = Sequence[tuple[float, float]]
"""Shares in a row, each with how far it may be off."""


def shares_of_series(paragraphs: Sequence[Paragraph], grids: Sequence[Grid]) -> Iterator[Claim]:
    """The shares of each sentence against the rows of figures of the document."""
    runs = [run for paragraph in paragraphs for run in _runs(paragraph)]
    if not runs:
        return
    lines = [*_prose(paragraphs), *_columns(grids)]
    rows: dict[int, list[Row]] = {}
    for run in runs:
        if len(run) not in rows:
            rows[len(run)] = list(_rows(lines, len(run)))
        told = [(float(share.quantity.value), float(share.quantity.half_place) * 1.1) for share in run]
        fits = [len(_fitting(told, row)) for row in rows[len(run)]]
        if fits:
            best = fits.index(max(fits))
            yield from _judged(run, rows[len(run)][best].parts, _fitting(told, rows[len(run)][best]))


def _judged(run: Sequence[Statement], row: Sequence[Statement], fitting: Sequence[int]) -> Iterator[Claim]:
    """All but one of the shares are of one whole; of two or three that whole must be their sum."""
    all_but_one = len(fitting) == len(run) - 1 and (len(run) >= _SURE or _in_one_row(run))
    if len(fitting) < len(run) and not all_but_one:
        return
    odd = [at for at in range(len(run)) if at not in fitting]
    if any(
        not _is_slip(run[at], float(row[at].quantity.value) / sum(float(p.quantity.value) for p in row)) for at in odd
    ):
        return
    told = [Share(share, part, "") for share, part in zip(run, row, strict=True)]
    agreeing = [told[at] for at in fitting]
    yield from in_proportion(told, agreeing)


def _in_one_row(run: Sequence[Statement]) -> bool:
    """Whether no names stand between: 分别占46.00%和54.00%, and not 公开招标占比66.67%，涉及金额占比82.40%."""
    between = (one.passage.text[one.end : other.start] for one, other in pairwise(run))
    return all(_JOINED.fullmatch(words) for words in between) and all(each.quantity.decimals > 1 for each in run)


def _fitting(told: Told, row: Row) -> list[int]:
    """The shares, by number, that their figures have of the sum of all; of many, also of another whole."""
    values = row.values
    wholes = [sum(values)]
    if len(told) > _SURE:
        wholes += [value / share for value, (share, _room) in zip(values, told, strict=True)]
    fits = [
        [at for at, (share, room) in enumerate(told) if whole > 0 and abs(values[at] / whole - share) <= room]
        for whole in wholes
    ]
    return max(fits, key=len)


def _is_slip(share: Statement, meant: float) -> bool:
    """Whether a share is about what it must be, or a slip of the hand makes it that."""
    written = round_half_up(Decimal(meant) * 100, share.quantity.decimals) / 100
    near = meant / NEAR <= float(share.quantity.value) <= meant * NEAR
    return near or is_slip_of(share.quantity, written)


def _runs(paragraph: Paragraph) -> Iterator[list[Statement]]:
    """Shares that follow each other with no other figure between, and are told to two decimals or so."""
    run: list[Statement] = []
    for each in paragraph.statements:
        share = each.quantity.unit == "%" and each.exact and each.role in (Role.SHARE, Role.RATE)
        share = share and each.quantity.decimals > 0 and each.quantity.number > 0
        if share and (not run or each.start - run[-1].end <= _GAP) and (run or each.role is Role.SHARE):
            run.append(each)
            continue
        if _FEW <= len(run) <= _MOST:
            yield run
        run = [each] if share and each.role is Role.SHARE else []
    if _FEW <= len(run) <= _MOST:
        yield run


def _prose(paragraphs: Sequence[Paragraph]) -> Iterator[list[Statement]]:
    """The amounts of the running text, by unit, in order; and the first ones of each paragraph."""
    kinds: dict[str, list[Statement]] = {}
    firsts: dict[str, list[Statement]] = {}
    for paragraph in paragraphs:
        begun: set[str] = set()
        for each in paragraph.statements:
            kind = counts(each.quantity.kind)
            if each.role is Role.AMOUNT and each.exact and kind not in ("", "%") and each.period is not Period.BEFORE:
                kinds.setdefault(kind, []).append(each)
                if kind not in begun:
                    firsts.setdefault(kind, []).append(each)
                begun.add(kind)
    yield from kinds.values()
    yield from firsts.values()


def _columns(grids: Sequence[Grid]) -> Iterator[list[Statement]]:
    """The figures of each column, those of totals left out."""
    for grid in grids:
        for column in grid.numeric_columns:
            cells = [grid.figures[row, column] for row in grid.rows if (row, column) in grid.figures]
            yield [each for each in cells if not grid.lexicon.any_of("合计行").search(each.row)]


def _rows(lines: Sequence[Sequence[Statement]], length: int) -> Iterator[Row]:
    for line in lines:
        values = [float(each.quantity.value) for each in line]
        for at in range(len(line) - length + 1):
            yield Row(tuple(line[at : at + length]), tuple(values[at : at + length]))
