"""Shares told one by one, each in a paragraph of its own: （1）大棚建设支出612.00万元，占52.83%. （2）…."""

from collections.abc import Iterator, Sequence

from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim
from reportgen.statements.listed import ITEM
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.share_parts import Share, agreeing_shares, shares_told
from reportgen.statements.shares import in_proportion

_FEW, _SHORT = 3, 40


def shares_listed(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """What most items of a series agree on settles the others, whether their whole is stated or not."""
    for run in _series(paragraphs):
        agreeing = agreeing_shares(run)
        if len(agreeing) >= _FEW and len(agreeing) * 2 > len(run):
            yield from in_proportion(run, agreeing)


def _series(paragraphs: Sequence[Paragraph]) -> Iterator[list[Share]]:
    """Items that follow each other, each with an amount and its share; of one kind, and of one name of the whole."""
    run: list[Share] = []
    for paragraph in [*paragraphs, None]:
        first = _first(paragraph) if paragraph else None
        if first and (not run or _goes_on(run, first)):
            run.append(first)
            continue
        if len(run) >= _FEW:
            yield run
        run = [first] if first else []


def _first(paragraph: Paragraph) -> Share | None:
    """The share of the first amount of an item."""
    share = next(shares_told(paragraph), None)
    if share is None or share.part is not paragraph.statements[0]:
        return None
    item = paragraph.passage.number or ITEM.match(paragraph.text) or len(paragraph.text) < _SHORT
    return share if item or share.share is paragraph.statements[1] else None


def _goes_on(run: Sequence[Share], share: Share) -> bool:
    named = next((each.whole for each in run if each.whole), share.whole)
    return same_things(run[0].part.quantity, share.part.quantity) and share.whole in ("", named)
