"""Words that compare the two figures of a row of a table: 门诊人次较上年有所增加.

What there is and what it was, or was to be, make a pair. A word is wrong only where every row that it may be said of
denies it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.record import Struct, replace
from reportgen.statements.claim import Claim
from reportgen.statements.comparing import AIMS, NAME, SOFTLY, TREND, YEARS
from reportgen.statements.denials import is_denied
from reportgen.statements.differences import bigrams
from reportgen.statements.grid import Grid
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.word_claims import word_claim

_YEARS, _AIMS = re.compile(YEARS), re.compile(AIMS)
_DONE = re.compile("本年|今年|实际|完成|实有|决算|执行|本期|当年|现有")
_END = rf"{TREND}(?=[，。；]|$)"
_GENERAL = re.compile("(?:支出|收入)?(?:决算|预算|执行|实际|完成)[数额]?")
_SEVERAL = re.compile("[均都各及]|分别|[^总饱共]和|以及")


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
        return bigrams(self.now.row)


def told_of_rows(paragraphs: Sequence[Paragraph], grids: Sequence[Grid]) -> Iterator[Claim]:
    """Every such word of a document that its rows deny."""
    by_name: Mapping[str, list[Pair]] = defaultdict(list)
    for pair in _of_rows(grids):
        for name in pair.names:
            by_name[name].append(pair)
    for paragraph in paragraphs:
        yield from _in_words(paragraph, by_name) if by_name else ()


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


def _in_words(paragraph: Paragraph, by_name: Mapping[str, Sequence[Pair]]) -> Iterator[Claim]:
    """巡查次数超过目标值, 借阅量有所下滑: no amount stands behind the word."""
    for found in paragraph.lexicon.pattern("compared in words", _words).finditer(paragraph.text):
        at = found.start("word" if found["word"] else "held")
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
            yield _denied(pairs[0], up, found["word"] or found["held"], at, paragraph)


def _tells_two(found: re.Match[str], paragraph: Paragraph) -> bool:
    """Whether its own sentence tells two figures that may be meant, which others judge."""
    sentence = paragraph.sentence(found.start())
    own = [each for each in paragraph.statements if each.sentence == sentence and each.exact]
    kinds = [each.quantity.kind for each in own if each.role is not Role.CHANGE and each.quantity.value > 0]
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
    return aim[0] in pair.base.column


def _denied(pair: Pair, up: bool, word: str, at: int, paragraph: Paragraph) -> Claim:
    """The finding at the word, which stands in a paragraph, while both figures stand in a table."""
    said = replace(
        pair.now, passage=paragraph.passage, block=paragraph.index, start=at, end=at + len(word), sentence=-1
    )
    return replace(word_claim("direction", word, (pair.now, pair.base), up), at=said)
