"""Words that compare two figures of other sentences, paragraphs or of a row of a table: 门诊人次较上年有所增加.

What there is and what it was, or was to be, make a pair where they share a name. A word is wrong only where every pair
that it may be said of denies it; with an amount behind it, where the amount is what the two differ by.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.arithmetic import same_things
from reportgen.record import Struct, replace
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.comparing import AIMS, NAME, SOFTLY, TREND, YEARS
from reportgen.statements.denials import is_denied
from reportgen.statements.differences import bigrams, is_held_against, more_or_less_by, turned, word_before
from reportgen.statements.equations import Bounded
from reportgen.statements.grid import Grid
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Origin, Period, Role, Statement

_YEARS, _AIMS = re.compile(YEARS), re.compile(AIMS)
_DONE = re.compile("本年|今年|实际|完成|实有|决算|执行|本期|当年|现有")
_END = rf"{TREND}(?=[，。；]|$)"
_GENERAL = re.compile("(?:支出|收入)?(?:决算|预算|执行|实际|完成)[数额]?")
_SEVERAL = re.compile("[均都各及]|分别|[^总饱共]和|以及")
_FAR, _NEAR, _FEW = 4, 1, 2


class Pair(Struct, frozen=True, dict=True):
    """What there is, and what it is held against."""

    now: Statement
    base: Statement

    @property
    def apart(self) -> Decimal:
        """By how much the two differ; positive where there is more."""
        return self.now.quantity.value - self.base.quantity.value

    @cached_property
    def names(self) -> set[str]:
        """The two characters of the name of what there is."""
        return bigrams(self.now.row if self.now.origin is Origin.CELL else self.now.label)


def held_elsewhere(paragraphs: Sequence[Paragraph], grids: Sequence[Grid]) -> Iterator[Claim]:
    """Every such word of a document that its pairs deny."""
    pairs = [*_of_rows(grids), *_of_prose(paragraphs)]
    by_name: Mapping[str, list[Pair]] = defaultdict(list)
    by_amount: Mapping[Decimal, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_amount[abs(pair.apart)].append(pair)
        for name in pair.names:
            by_name[name].append(pair)
    for paragraph in paragraphs:
        for by in paragraph.statements:
            yield from _by_so_much(by, paragraph, by_amount)
        yield from _in_words(paragraph, by_name)


def _of_rows(grids: Sequence[Grid]) -> Iterator[Pair]:
    """上年 and 本年, 目标值 and 实际值 of one row."""
    rows: Mapping[tuple[int, int], list[Statement]] = defaultdict(list)
    for grid in grids:
        for (row, _at), each in grid.figures.items():
            rows[each.block, row].append(each)
    for cells in rows.values():
        for base in cells:
            nows = [each for each in cells if _is_of_now(each) and same_things(each.quantity, base.quantity)]
            held = base.period is Period.BEFORE or _AIMS.search(base.column)
            if held and not _DONE.search(base.column) and len(nows) == 1 and nows[0] is not base:
                yield Pair(nows[0], base)


def _is_of_now(cell: Statement) -> bool:
    return cell.period is Period.NOW and bool(_DONE.search(cell.column)) and not _AIMS.search(cell.column)


def _of_prose(paragraphs: Sequence[Paragraph]) -> Iterator[Pair]:
    """Two figures of running text that share a name, a few paragraphs apart."""
    for at, paragraph in enumerate(paragraphs):
        near = [each for other in paragraphs[max(0, at - _FAR) : at + _FAR] for each in other.statements]
        nows = [each for each in near if each.period is Period.NOW and not is_held_against(each) and _counts(each)]
        for base in paragraph.statements:
            if _counts(base) and is_held_against(base):
                yield from (Pair(now, base) for now in nows if _is_one_thing(now, base))


def _counts(each: Statement) -> bool:
    return each.exact and each.role is not Role.CHANGE and each.quantity.value > 0


def _is_one_thing(now: Statement, base: Statement) -> bool:
    """Whether the two share a name, or the second has none and follows the first."""
    if not same_things(now.quantity, base.quantity) or now.role is not base.role:
        return False
    names = bigrams(_YEARS.sub("", _AIMS.sub("", base.label)))
    if not names:
        return now.block == base.block and 0 <= base.sentence - now.sentence <= _NEAR
    return bool(names & bigrams(now.label))


def _by_so_much(by: Statement, paragraph: Paragraph, by_amount: Mapping[Decimal, Sequence[Pair]]) -> Iterator[Claim]:
    """上年收治3,212人次，本年增加248人次: by how much two figures of other sentences differ."""
    if by.quantity.digits < _FEW or by.quantity.kind == "%" or not (pairs := by_amount.get(by.quantity.value)):
        return
    found = word_before(by, paragraph, paragraph.lexicon.pattern("more or less by", more_or_less_by))
    if found is None or _has_its_own(by, paragraph):
        return
    said = bigrams(paragraph.text[paragraph.span(by.sentence)[0] : by.start])
    meant = [each for each in pairs if by not in (each.now, each.base) and same_things(each.now.quantity, by.quantity)]
    meant = [each for each in meant if each.names & said or abs(each.base.block - by.block) <= _NEAR]
    if meant and all((each.apart > 0) is not bool(found["more"]) for each in meant):
        yield turned(by, meant[0].now, meant[0].base, bool(found["more"]), found)


def _has_its_own(by: Statement, paragraph: Paragraph) -> bool:
    """Whether two figures of its sentence are compared there."""
    near = [each for each in paragraph.statements if each.sentence == by.sentence and each.end <= by.start]
    return len([each for each in near if _counts(each) and same_things(each.quantity, by.quantity)]) >= _FEW


def _in_words(paragraph: Paragraph, by_name: Mapping[str, Sequence[Pair]]) -> Iterator[Claim]:
    """巡查次数超过目标值, 借阅量有所下滑: no amount stands behind the word."""
    for found in paragraph.lexicon.pattern("compared in words", _words).finditer(paragraph.text):
        word = found["word"] or found["held"]
        at = paragraph.text.index(word, found.end("what"))
        if any(is_denied(paragraph.text, each) for each in (found.end("what"), at)):
            continue
        names = bigrams(_GENERAL.sub("", found["what"]))
        if _tells_two(found, paragraph):
            continue
        pairs = list({id(each): each for name in names for each in by_name.get(name, ())}.values())
        pairs = [each for each in pairs if _is_said_of(each, found)]
        most = max((len(each.names & names) for each in pairs), default=0)
        if most * 2 < len(names) or _SEVERAL.search(found[0]):
            continue
        pairs = [each for each in pairs if len(each.names & names) == most]
        up = found["up"] is not None or found["over"] is not None
        if pairs and all(each.apart and (each.apart > 0) is not up for each in pairs):
            yield _denied(pairs[0], up, word, found.end("what"), paragraph)


def _tells_two(found: re.Match[str], paragraph: Paragraph) -> bool:
    """Whether its own sentence tells two figures that may be meant, which others judge."""
    sentence = paragraph.sentence(found.start())
    kinds = [each.quantity.kind for each in paragraph.statements if each.sentence == sentence and _counts(each)]
    return len(set(kinds)) < len(kinds)


def _words(words: Lexicon) -> str:
    up, down, over, under = (alternation(words.lists[key]) for key in ("走高", "走低", "高于词", "低于词"))
    return (
        rf"(?:(?<=[，。；：])|^)(?P<what>{NAME}{{2,14}}?)"
        rf"(?:(?:[比较与同跟]|相比)?(?P<than>{YEARS}|{AIMS})?(?:的?水平)?(?:相比|比)?(?:同比)?[，,]?"
        rf"{SOFTLY}(?P<word>(?P<up>{up})|(?P<down>{down})){_END}"
        rf"|{SOFTLY}(?P<held>(?P<over>{over})|(?P<under>{under}))了?(?P<other>(?:{YEARS}|{AIMS}){NAME}{{0,4}}){_END})"
    )


def _is_said_of(pair: Pair, found: re.Match[str]) -> bool:
    """Whether the pair is what the words hold together: of the year before, or of the aim that they name."""
    than = found["than"] or found["other"] or ""
    aim = _AIMS.search(than)
    if aim is None:
        return pair.base.period is Period.BEFORE
    return aim[0] in (pair.base.column or pair.base.label)


def _denied(pair: Pair, up: bool, word: str, start: int, paragraph: Paragraph) -> Claim:
    right = _("高于") if pair.apart > 0 else _("低于")
    label = _("写的是「{word}」，应为「{right}」", word=word, right=right)
    note = _("前面是 {first}，后面是 {second}", first=pair.now, second=pair.base)
    equation = Bounded(pair.base, pair.now) if up else Bounded(pair.now, pair.base)
    start = paragraph.text.index(word, start)
    said = replace(
        pair.now, passage=paragraph.passage, block=paragraph.index, start=start, end=start + len(word), sentence=-1
    )
    return Claim("direction", equation, False, Proof.LIKELY, said, label, (note,))
