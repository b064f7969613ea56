"""Clauses that hold one name against another: 甲县高于平均分4.18分, 本年支出比上年多."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.statements.comparing import NAME
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

_SOFTLY = r"(?:但|却|仍|也|均|都|又|还|已|略|稍|远|明显|大幅|依然|同样|反而|总体|实际|要|则|共|约|有所)*"
_MARK = re.compile(r"[，。；：、（）“”\d\n]")
_BESIDE = re.compile("[比较与跟]")
_LONGEST = 18


class Phrase(Struct, frozen=True):
    """A clause that holds `one` against `other`, both by name, and by how much it says."""

    one: str
    other: str
    up: bool
    word: str
    start: int
    by: Statement | None


def phrases(paragraph: Paragraph) -> Iterator[Phrase]:
    """Every such clause of a paragraph."""
    text, starts = paragraph.text, {each.start: each for each in paragraph.statements}
    over = paragraph.lexicon.pattern("named over words", _words_over)
    for words, key, make in ((over, "named over", _over), (_BESIDE, "named beside", _beside)):
        pattern, seen = paragraph.lexicon.pattern(key, make), 0
        for word in words.finditer(text):
            found = pattern.match(text, _begin(text, word.start())) if word.start() >= seen else None
            by = starts.get(found.end()) if found else None
            if found is None or (by is not None and (not by.exact or by.quantity.value <= 0)):
                continue
            seen = found.end()
            said = found["more"] or found["less"]
            yield Phrase(found["one"], found["other"], bool(found["more"]), said, found.start(), by)


def _words_over(words: Lexicon) -> str:
    return alternation((*words.lists["高于词"], *words.lists["低于词"]))


def _begin(text: str, word: int) -> int:
    """Where the name begins that stands before a word."""
    at = word
    while at and word - at < _LONGEST and not _MARK.match(text, at - 1):
        at -= 1
    return at


def _over(words: Lexicon) -> str:
    more, less = (alternation(words.lists[key]) for key in ("高于词", "低于词"))
    return (
        rf"(?P<one>{NAME}{{0,18}}?){_SOFTLY}(?:(?P<more>{more})|(?P<less>{less}))(?:了|于)?(?P<other>{NAME}{{2,14}}?)"
        r"(?=\d|[，。；：（）]|$)"
    )


def _beside(words: Lexicon) -> str:
    up, down = (alternation(words.lists[key]) for key in ("增", "减"))
    return (
        rf"(?P<one>{NAME}{{0,18}}?){_SOFTLY}[比较与跟](?P<other>(?:(?![比较与跟]){NAME}){{2,14}}?)(?:相比|比)?[，,]?"
        rf"{_SOFTLY}(?:(?P<more>{up})|(?P<less>{down}))(?:了|出|约)?(?=\d|[，。；]|$)"
    )
