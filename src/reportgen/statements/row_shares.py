"""Shares that lie along a row, below their amounts: 金额 40.20, 80.40 …; 占比 15.00%, 30.00% …."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import plain
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.grid import Grid
from reportgen.statements.share_parts import Share, agreeing_shares
from reportgen.statements.shares import in_proportion
from reportgen.statements.statement import Statement
from reportgen.statements.whole import Whole

_SHARES = re.compile(r"(?:所占)?(?:占比|比重|比例|构成)(?:[（(]?[%％][）)]?)?|占.{0,10}")
"""The whole name of a row: 水质达标断面比例 is a rate of its own."""
_FEW, _NEAR = 3, 40


def row_shares(grid: Grid) -> Iterator[Claim]:
    """Every row of shares: against the amounts above it, else against 100 %."""
    for row in grid.rows:
        shares = [each for column in grid.numeric_columns if (each := grid.figures.get((row, column)))]
        shares = [each for each in shares if each.quantity.kind == "%" and each.quantity.number != 100]
        if len(shares) < _FEW or not _SHARES.fullmatch(shares[0].row.strip()):
            continue
        run = [Share(share, part, "") for share in shares if (part := _above(grid, share))]
        agreeing = agreeing_shares(run)
        if len(agreeing) * 2 > len(run) >= _FEW:
            yield from in_proportion(run, agreeing)
        yield from _together(Whole(tuple(shares)))


def _above(grid: Grid, share: Statement) -> Statement | None:
    """The amount right above a share."""
    at = next(position for position, each in grid.figures.items() if each is share)
    above = grid.figures.get((at[0] - 1, at[1]))
    return above if above is not None and above.quantity.kind != "%" and above.quantity.value > 0 else None


def _together(whole: Whole) -> Iterator[Claim]:
    near = abs(whole.total - 100) <= _NEAR
    note = _adding(whole.shares, plain(whole.total))
    label = _("相加得 {total}%", total=plain(whole.total))
    if whole.holds or near:
        yield Claim("shares", whole, whole.holds, Proof.LIKELY, whole.shares[0], label, (note,))


def _adding(shares: Sequence[Statement], total: str) -> str:
    return _("{adding} = {total}%", adding=" + ".join(str(each.quantity) for each in shares), total=total)
