"""Words of change without an amount behind them: 支出5.26万元，比上年的6.10万元有所增加; 14起，上年14起，同比下降."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.comparing import SOFTLY, TREND
from reportgen.statements.differences import bigrams
from reportgen.statements.equations import Bounded
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement

_YEAR = "(?:上年|去年|上一年|前一年|往年|上期|上月|上季度?)(?:度|同期)?"
_OF_BEFORE = re.compile(
    r"[，,、（(]?(?:[与比较同]|相比|较之)?(?:上年|去年|上一年|20\d\d年)(?:度|同期|全年)?(?:的|为|是|也是|也为|支出|决算)*"
)

_OF_NOW = re.compile(r"[，,](?:而)?(?:今年|本年|本年度|当年|本期|本月|本季度|20\d\d年)[^，。；：、（）\d]{0,8}")
_AMOUNT_OF = re.compile("[量数额值度率]$|人数|规模|总量")
_FEW = 2


def _way(words: Lexicon) -> str:
    return rf"(?P<up>{alternation(words.lists['走高'])})|(?P<down>{alternation(words.lists['走低'])})"


def _behind(words: Lexicon) -> str:
    """The word behind what it was: 上年14起，同比下降; 上年356件，来信量减少."""
    return (
        r"(?:（[^（）]*）)?(?:相比|比较|相较)?[，,]?(?P<what>[^，。；：、（）\d]{0,10}?)"
        rf"(?:同比|环比|[与比较同]{_YEAR}(?:相比)?)?{SOFTLY}(?:{_way(words)}){TREND}(?=[，。；]|$)"
    )


def _between(words: Lexicon) -> str:
    """The word before what it was: 14起，比上年下降（上年16起）."""
    return rf"[，,]?[与比较同和]{_YEAR}(?:相比)?[，,]?{SOFTLY}(?:{_way(words)})了?[（(]{_YEAR}(?:为|是)?"


def trends(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such word beside a figure and what it was a year before."""
    figures = [each for each in paragraph.statements if each.role in (Role.AMOUNT, Role.RATE, Role.EACH)]
    for now, base in pairwise(figures):
        if _may_be_compared(now, base) and (found := _word(now, base, paragraph)):
            yield _judged(now, base, found)
        elif _may_be_compared(base, now) and (found := _word_of_later(now, base, paragraph)):
            yield _judged(base, now, found)
    for now, base, found in _by_name(figures, paragraph):
        yield _judged(now, base, found)


def _by_name(
    figures: Sequence[Statement], paragraph: Paragraph
) -> Iterator[tuple[Statement, Statement, re.Match[str]]]:
    """差错率0.18%，低于0.30%的控制线，上年为0.24%，差错率有所下降: the last of the name, over what else was told."""
    for at, base in enumerate(figures):
        if base.period is not Period.BEFORE:
            continue
        found = paragraph.lexicon.pattern("trend behind", _behind).match(paragraph.text, base.end)
        if found is None or len(found["what"]) < _FEW:
            continue
        own = [each for each in figures[:at] if each.label.endswith(found["what"]) and _may_be_compared(each, base)]
        if len(own) == 1 and own[0] is not figures[at - 1]:
            yield own[0], base, found


def _may_be_compared(now: Statement, base: Statement) -> bool:
    told = now.exact and base.exact and now.sentence == base.sentence and same_things(now.quantity, base.quantity)
    return told and base.period is Period.BEFORE and now.period is Period.NOW and not now.planned


def _word(now: Statement, base: Statement, paragraph: Paragraph) -> re.Match[str] | None:
    between = paragraph.text[now.end : base.start]
    if found := paragraph.lexicon.pattern("trend between", _between).fullmatch(between):
        return found
    return _word_behind(base.end, now, paragraph) if _OF_BEFORE.fullmatch(between) else None


def _word_of_later(base: Statement, now: Statement, paragraph: Paragraph) -> re.Match[str] | None:
    """去年办案312件，今年办案298件，办案量略有下降: what it was stands first."""
    between = paragraph.text[base.end : now.start]
    return _word_behind(now.end, now, paragraph) if _OF_NOW.fullmatch(between) else None


def _word_behind(at: int, now: Statement, paragraph: Paragraph) -> re.Match[str] | None:
    behind = paragraph.lexicon.pattern("trend behind", _behind).match(paragraph.text, at)
    return behind if behind and _is_of(behind["what"], now, paragraph) else None


def _is_of(what: str, now: Statement, paragraph: Paragraph) -> bool:
    """Whether a name means the figure: its own, or of a count one that ends in an amount of it (来信量)."""
    if what in ("", *_names(now, paragraph)):
        return True
    counted = now.role is Role.AMOUNT and _AMOUNT_OF.search(what)
    return bool(counted and bigrams(what) & bigrams(now.label))


def _names(now: Statement, paragraph: Paragraph) -> tuple[str, ...]:
    """差错率 of 报告差错率0.18%，…，差错率有所下降: what a figure is called, wherever the name begins."""
    label = now.label
    return (*(label[at:] for at in range(len(label) - 1)), *paragraph.lexicon.lists["承前"])


def _judged(now: Statement, base: Statement, found: re.Match[str]) -> Claim:
    moved = now.quantity.value - base.quantity.value
    equation = Bounded(base, now) if found["up"] else Bounded(now, base)
    holds = moved > 0 if found["up"] else moved < 0
    label = _("方向词「{word}」反了", word=found["up"] or found["down"])
    label = label if moved else _("两个数一样，写的是「{word}」", word=found["up"] or found["down"])
    note = _("{now} − {base} = {change}", now=now, base=base, change=like(moved, now.quantity))
    return Claim("direction", equation, holds, Proof.LIKELY, now, label, (note,))
