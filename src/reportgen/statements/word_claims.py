"""What is claimed by a word that compares two figures: 高于, 有所下降."""

from decimal import Decimal

from reportgen.language import _
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.statement import Statement


def right_word(apart: Decimal) -> str:
    """What is to be said of two figures, by how much the first is more."""
    return _("高于") if apart > 0 else _("低于") if apart < 0 else _("等于")


def word_claim(relation: str, word: str, pair: tuple[Statement, Statement], up: bool) -> Claim:
    """Whether the first of two figures is more than the second (`up`), or less, as a word says."""
    now, base = pair
    apart = now.quantity.value - base.quantity.value
    holds = apart > 0 if up else apart < 0
    label = _("写的是「{word}」，应为「{right}」", word=word, right=right_word(apart))
    note = _("前面是 {first}，后面是 {second}", first=now, second=base)
    equation = Bounded(base, now) if up else Bounded(now, base)
    return Claim(relation, equation, holds, Proof.LIKELY, now, label, (note,))
