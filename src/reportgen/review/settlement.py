"""销号: what has become of each opinion of a letter in the next draft, and what is new there.

An opinion is found again by its fingerprint; where its figures have changed, or somebody has stripped the marks, by its
rule and what it is about. Each finding of the new draft answers for one opinion at most.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum

from reportgen import patterns as re
from reportgen.language import _
from reportgen.record import Struct, replace
from reportgen.review.opinion import Demand, Opinion

_LEAST = 0.75
"""So alike are what two opinions of one rule say, figures left out, when they are about one thing."""
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PAGE = re.compile(r"第\s*\d+\s*[页行段列]|表\d+|《[^》]*》")


class State(Enum):
    """The value is what the ledger says."""

    OPEN = "未改正"
    EXPLAINED = "已说明"
    MENDED = "已改正"
    NEW = "新发现"
    BY_HAND = "请人核对"
    """What a reviewer has added: no rule can say whether it is mended."""


class Settled(Struct, frozen=True):
    """A line of the ledger; `number` is that of the letter, 0 for what is new; `found` is what the draft still has."""

    state: State
    number: int
    opinion: Opinion
    found: Opinion | None = None

    @property
    def reopened(self) -> bool:
        """Whether the unit has answered and the rule speaks all the same."""
        return self.state is State.OPEN and bool(self.opinion.answer)

    @property
    def weighs(self) -> bool:
        """Whether the draft cannot be taken as it is."""
        return self.state is State.OPEN or (self.state is State.NEW and self.opinion.demand is Demand.MEND)


def settled(letter: Sequence[Opinion], draft: Sequence[Opinion]) -> list[Settled]:
    """The ledger: the opinions of the letter in their order, then what is new in the draft.

    What is waived, in the letter or in the draft, is no line of it.
    """
    again = _pairs(letter, draft)
    asked = [(index, opinion) for index, opinion in enumerate(letter) if not opinion.waived]
    known = [
        _settled(number, opinion, draft[again[index]] if index in again else None)
        for number, (index, opinion) in enumerate(asked, start=1)
    ]
    taken = set(again.values())
    new = (opinion for index, opinion in enumerate(draft) if index not in taken and not opinion.waived)
    return [*known, *(Settled(State.NEW, 0, opinion, opinion) for opinion in new)]


def carried_on(letter: Sequence[Opinion], draft: Sequence[Opinion]) -> Iterator[Opinion]:
    """The opinions of the next letter: what was waived or explained stays so, what a reviewer has added goes along."""
    answered = {second: letter[first] for first, second in _pairs(letter, draft).items()}
    for index, opinion in enumerate(draft):
        former = answered.get(index)
        yield opinion if former is None or opinion.waived else replace(opinion, waived=_settled_by(former))
    for opinion in letter:
        if not opinion.rule and not opinion.waived:
            told = _("（上次答复：{answer}）", answer=opinion.answer) if opinion.answer else ""
            yield replace(opinion, problem=opinion.problem + told, answer="")


def _settled_by(former: Opinion) -> str:
    """Why nothing more is asked of what an earlier letter has asked; empty where it is asked again."""
    if former.waived:
        return former.waived
    explained = former.answer if former.demand is Demand.EXPLAIN else ""
    return _("单位说明：{answer}", answer=explained) if explained else ""


def counted(ledger: Sequence[Settled]) -> Counter[State]:
    """How many there are of each state."""
    return Counter(each.state for each in ledger)


def _settled(number: int, opinion: Opinion, found: Opinion | None) -> Settled:
    if not opinion.rule:
        return Settled(State.BY_HAND, number, opinion)
    if found is None:
        return Settled(State.MENDED, number, opinion)
    answered = found.waived or (opinion.demand is Demand.EXPLAIN and opinion.answer)
    return Settled(State.EXPLAINED if answered else State.OPEN, number, opinion, found)


# ---- which finding is which ----


def _pairs(letter: Sequence[Opinion], draft: Sequence[Opinion]) -> dict[int, int]:
    """Each opinion that the draft still has → the finding that says so: the same one, else the likest."""
    pairs = _same(letter, draft)
    left = [index for index, opinion in enumerate(letter) if opinion.rule and index not in pairs]
    open_ = [index for index in range(len(draft)) if index not in set(pairs.values())]
    for first, second in _by_likeness(letter, draft, left, open_):
        if first not in pairs and second not in pairs.values():
            pairs[first] = second
    return pairs


def _same(letter: Sequence[Opinion], draft: Sequence[Opinion]) -> dict[int, int]:
    """Those of one fingerprint, in the order of both."""
    waiting: dict[str, list[int]] = {}
    for index, opinion in enumerate(draft):
        if opinion.key:
            waiting.setdefault(opinion.key, []).append(index)
    keyed = ((index, waiting.get(opinion.key)) for index, opinion in enumerate(letter))
    return {index: found.pop(0) for index, found in keyed if found}


def _by_likeness(
    letter: Sequence[Opinion], draft: Sequence[Opinion], left: Sequence[int], open_: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """What may be one among those that are left, the likest first; of equals in the order of both."""
    of_rule: dict[str, list[int]] = {}
    for index in open_:
        of_rule.setdefault(draft[index].rule, []).append(index)
    marks = [
        (-mark, abs(first - second), first, second)
        for first in left
        for second in of_rule.get(letter[first].rule, ())
        if (mark := _likeness(letter[first], draft[second]))
    ]
    yield from ((first, second) for _mark, _distance, first, second in sorted(marks))


def _likeness(old: Opinion, new: Opinion) -> float:
    """How alike their words, their section and their figures are; 0 where they are about different things."""
    words = SequenceMatcher(None, _subject(old.problem), _subject(new.problem), autojunk=False)
    if words.quick_ratio() < _LEAST or (alike := words.ratio()) < _LEAST:
        return 0.0
    one, two = Counter(_FIGURE.findall(old.problem)), Counter(_FIGURE.findall(new.problem))
    shared = sum((one & two).values()) / max(1, sum((one | two).values()))
    return alike + 0.5 * (_section(old.where) == _section(new.where)) + 0.5 * shared


def _subject(problem: str) -> str:
    return _FIGURE.sub("", "".join(problem.split()))


def _section(where: str) -> str:
    return _PAGE.sub("", "".join(where.split())).strip("，；")
