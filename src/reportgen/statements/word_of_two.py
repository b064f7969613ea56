"""A sentence of two figures and one word that compares them, in any order: 今年学生多了：去年406人，今年431人.

Which of the two is held against the other is told by its words of time, of a plan, or by 由 and 从. The word must open
no clause about something else: its subject is one of the figures', or the sentence names no other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim
from reportgen.statements.comparing import AIMS, NAME, SOFTLY, TREND, YEARS
from reportgen.statements.comparisons import is_better_of
from reportgen.statements.denials import is_denied
from reportgen.statements.differences import bigrams, is_held_against
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.word_claims import word_claim
from reportgen.statements.words_of_change import DURATIONS

_END = rf"{TREND}(?=[，。；：（）]|$)"
_MORE, _LESS = "高多大长贵增升涨", "低少小短减降跌"
_BEHIND = "(?<=[比年期月周划算标还略更])"
"""One character says it behind one of these: 比去年高, 较计划多, 还多."""
_REASON = re.compile(
    r"原因|由于|因为?|主要[是系]|系|为了|通过|促进|推动|带动|如果|若|力争|要求|确保|不断|拟|将|应|需|须"
)
_OF_EACH = re.compile("[均都各]|分别|双双")
_GENERAL = re.compile("(?:完成|总|数)?(?:数量|总数|总量|总额|数额|数|量|额)$|^(?:总体|整体|今年|本年|实际|结果)")
_OF_TIME = re.compile(
    rf"{YEARS}|{AIMS}|今年|本年度?|现在?|如今|实际|实支|这周|这个?月|当前|目前|年末|期末|[由从到至为是原]"
)
_FROM = re.compile("[由从]")
_TWO = 2


def word_of_two(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such word that the two figures of its sentence deny."""
    if _TWO not in Counter(each.sentence for each in paragraph.statements if each.role is not Role.CHANGE).values():
        return
    pattern = paragraph.lexicon.pattern("word of two", _word)
    for found in pattern.finditer(paragraph.text):
        if is_denied(paragraph.text, found.start("said")):
            continue
        pair = _pair(found, paragraph)
        if pair is None or not _is_of(found, pair, paragraph):
            continue
        now, base = pair
        if (up := _goes_up(found, now)) is None or now.quantity.value == base.quantity.value:
            continue
        if (now.quantity.value > base.quantity.value) is not up:
            yield word_claim("direction" if found["up"] or found["down"] else "compared", found["said"], pair, up)


def _word(words: Lexicon) -> str:
    up, down, over, under = (alternation(words.lists[key]) for key in ("走高", "走低", "高于词", "低于词"))
    return (
        rf"(?:(?<=[，。；：（])|^)(?P<what>{NAME}{{0,16}}?)"
        rf"(?:(?:[较与和同跟]|(?<![占对])比|相比|对比)(?P<than>{YEARS}|{AIMS})(?:相比|比|的)?[，,]?)?{SOFTLY}"
        rf"(?P<said>(?P<up>{up}|同比增|环比增|[{_MORE}]了|{_BEHIND}[{_MORE}])"
        rf"|(?P<down>{down}|同比减|环比减|[{_LESS}]了|{_BEHIND}[{_LESS}])"
        rf"|(?P<over>{over})了?(?:{YEARS}|{AIMS})|(?P<under>{under})了?(?:{YEARS}|{AIMS})){_END}"
    )


def _pair(found: re.Match[str], paragraph: Paragraph) -> tuple[Statement, Statement] | None:
    """The two figures of its sentence that alone may be meant: what there is, and what it is held against."""
    sentence = paragraph.sentence(found.start("said"))
    told = [each for each in paragraph.statements if each.sentence == sentence and each.role is not Role.CHANGE]
    if len(told) != _TWO or not same_things(told[0].quantity, told[1].quantity) or told[0].role is not told[1].role:
        return None
    if not all(each.exact and each.quantity.value > 0 for each in told):
        return None
    held = _held(told)
    return (told[1] if held is told[0] else told[0], held) if held else None


def _held(told: Sequence[Statement]) -> Statement | None:
    first, second = told
    if _FROM.search(first.label) and not _FROM.search(second.label):
        return first
    before = [each for each in told if each.period is Period.BEFORE] or [each for each in told if is_held_against(each)]
    return before[0] if len(before) == 1 else None


def _is_of(found: re.Match[str], pair: tuple[Statement, Statement], paragraph: Paragraph) -> bool:
    begin = paragraph.span(paragraph.sentence(found.start("said")))[0]
    if _REASON.search(paragraph.text, begin, found.end()) or _OF_EACH.search(found[0]):
        return False
    than = found["than"] or found["said"]
    if re.search(AIMS, than) and pair[1].period is Period.BEFORE:
        return False
    names = bigrams(_GENERAL.sub("", re.sub(f"{YEARS}|{AIMS}", "", found["what"])))
    told = bigrams(pair[0].label) | bigrams(pair[1].label)
    if pair[0].start >= found.end() and pair[1].start >= found.end():
        return bool(names & told) or not _own_names(pair)
    return bool(names & told) or (not names and bool(found["than"] or found["over"] or found["under"]))


def _own_names(pair: Sequence[Statement]) -> set[str]:
    """What the labels of two figures name beside their time and plan: nothing in 去年406人，今年431人."""
    return bigrams(_OF_TIME.sub("，", "，".join(each.label for each in pair)))


def _goes_up(found: re.Match[str], now: Statement) -> bool | None:
    """Whether the word says more; None where better is said of what may be better when there is less."""
    word = found["said"]
    more = bool(found["up"] or found["over"])
    if word.startswith(("快于", "慢于")):
        return more if now.quantity.unit not in DURATIONS else not more
    return more if is_better_of(word, found["what"] + now.label) else None
