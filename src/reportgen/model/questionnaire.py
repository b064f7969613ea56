"""Questionnaires: what was asked, how many answered what, and the shares and satisfaction that follow from it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum

from reportgen.model.facts import Fact
from reportgen.model.quantity import Quantity, round_half_up
from reportgen.place import Place, Written
from reportgen.record import Struct

ROUNDED, MADE_UP = "四舍五入", "凑足100%"
"""How shares are rounded: each by itself, or so that they add up to 100 %, by the largest remainders."""
_HUNDRED = Decimal(100)


class QuestionKind(Enum):
    """How a question is answered; the value is its name in content files."""

    SINGLE = "单选"
    SEVERAL = "多选"
    """Shares are of those who answered, and add up to more than 100 %."""
    SCALE = "满意度"
    """One option each, which is worth points."""


class Option(Struct, frozen=True):
    """An answer that can be given, and how many gave it; `points` are None where it says nothing of satisfaction."""

    name: str
    count: int
    place: Place
    points: Decimal | None = None
    satisfied: bool = False


class Question(Struct, frozen=True):
    """A question with its answers; `answered` are those who gave any."""

    path: tuple[str, ...]
    words: Written
    kind: QuestionKind
    options: tuple[Option, ...]
    answered: int
    decimals: int
    made_up: bool
    """Whether shares are made to add up to 100 % by the largest remainders, or each rounded by itself."""
    place: Place

    @property
    def name(self) -> str:
        """What references call it."""
        return self.path[-1]

    @property
    def shares(self) -> tuple[Quantity, ...]:
        """The share of each option, in percent."""
        counts = [option.count for option in self.options]
        if self.made_up and self.kind is not QuestionKind.SEVERAL and self.answered:
            return tuple(map(_percent, largest_remainders(counts, self.decimals)))
        return tuple(ratio(count, self.answered, self.decimals) for count in counts)

    @property
    def satisfaction(self) -> Quantity | None:
        """The average of the points, in percent; None without points or answers."""
        return average(self.scaled, self.decimals)

    @property
    def satisfied(self) -> Quantity | None:
        """The share of those who chose an option that counts as satisfied."""
        return satisfied_share(self.scaled, self.decimals)

    @property
    def scaled(self) -> tuple[Option, ...]:
        """The options that are worth points."""
        return tuple(option for option in self.options if option.points is not None)

    @property
    def weights(self) -> str:
        """非常满意100分、满意80分: what the options are worth, in words."""
        return "、".join(
            f"{option.name}{option.points.normalize():f}分" for option in self.scaled if option.points is not None
        )

    def counted(self) -> Mapping[str, Fact]:
        """The number of answers by option."""
        return {
            each.name: _fact((*self.path, each.name, "人数"), whole(each.count), each.place) for each in self.options
        }

    def shared(self) -> Mapping[str, Fact]:
        """The share of answers by option."""
        pairs = zip(self.options, self.shares, strict=True)
        return {each.name: _fact((*self.path, each.name), share, each.place) for each, share in pairs}

    def facts(self) -> Iterator[Fact]:
        """What references may print."""
        yield from self.shared().values()
        yield from self.counted().values()
        yield _fact((*self.path, "回答"), whole(self.answered), self.place)
        yield from satisfaction_facts(self.path, self.satisfaction, self.satisfied, self.place)
        if self.weights:
            yield Fact((*self.path, "赋分"), self.weights, self.place)


class Questionnaire(Struct, frozen=True):
    """One survey: how many were handed out, came back and can be used, and what they say.

    `answers` has a row for each sheet with the options chosen at each question, where the sheets themselves are given.
    """

    path: tuple[str, ...]
    numbers: tuple[Fact, ...]
    """发放, 收回, 有效, as far as they are known."""
    questions: tuple[Question, ...]
    decimals: int
    place: Place
    answers: tuple[tuple[frozenset[str], ...], ...] = ()

    @property
    def name(self) -> str:
        """What references call it."""
        return self.path[-1]

    @property
    def scaled(self) -> tuple[Question, ...]:
        """The questions about satisfaction."""
        return tuple(question for question in self.questions if question.kind is QuestionKind.SCALE)

    @property
    def satisfaction(self) -> Quantity | None:
        """Over all questions about satisfaction, each answer alike."""
        return average([option for question in self.scaled for option in question.scaled], self.decimals)

    @property
    def satisfied(self) -> Quantity | None:
        """The share of satisfied answers among all to questions about satisfaction."""
        return satisfied_share([option for question in self.scaled for option in question.scaled], self.decimals)

    def number(self, name: str) -> Fact | None:
        """发放, 收回, 有效, 回收率 or 有效率."""
        return next((fact for fact in (*self.numbers, *self.rates()) if fact.path[-1] == name), None)

    def rates(self) -> Iterator[Fact]:
        """回收率 (收回 ÷ 发放) and 有效率 (有效 ÷ 收回, or ÷ 发放 where that is not given)."""
        given = {fact.path[-1]: fact for fact in self.numbers}
        for name, part, wholes in (("回收率", "收回", ("发放",)), ("有效率", "有效", ("收回", "发放"))):
            whole_fact = next((given[each] for each in wholes if each in given), None)
            part_fact = given.get(part)
            if part_fact and part_fact.quantity and whole_fact and whole_fact.quantity:
                rate = ratio(part_fact.quantity.value, whole_fact.quantity.value, self.decimals)
                yield _fact((*self.path, name), rate, part_fact.place)

    def facts(self) -> Iterator[Fact]:
        """What references may print."""
        yield from self.numbers
        yield from self.rates()
        yield from satisfaction_facts(self.path, self.satisfaction, self.satisfied, self.place)
        for question in self.questions:
            yield from question.facts()


class Questionnaires(Struct, frozen=True):
    """The surveys of a content file."""

    path: tuple[str, ...]
    items: tuple[Questionnaire, ...]
    place: Place

    def all(self) -> Iterator[Fact]:
        """Every fact of every survey."""
        for survey in self.items:
            yield from survey.facts()


def whole(count: int) -> Quantity:
    """A number of persons."""
    return Quantity(Decimal(count), "", "人", text=f"{count}人")


def ratio(part: Decimal | int, all_of: Decimal | int, decimals: int) -> Quantity:
    """A part in percent of all, rounded half-up; 0 of nothing."""
    return _percent(round_half_up(Decimal(part) / Decimal(all_of) * 100 if all_of else Decimal(0), decimals))


def largest_remainders(counts: list[int], decimals: int) -> list[Decimal]:
    """Shares in percent that add up to 100: rounded down, then the last place goes to the largest remainders."""
    total, unit = sum(counts), Decimal(1).scaleb(-decimals)
    exact = [Decimal(count) / total * 100 if total else Decimal(0) for count in counts]
    shares = [share // unit * unit for share in exact]
    lacking = int((_HUNDRED - sum(shares, Decimal(0))) / unit) if total else 0
    by_remainder = sorted(range(len(counts)), key=lambda at: (shares[at] - exact[at], at))
    for at in by_remainder[:lacking]:
        shares[at] += unit
    return shares


def average(options: list[Option] | tuple[Option, ...], decimals: int) -> Quantity | None:
    """The points of all answers ÷ their number, in percent of 100 points; None where there are no answers."""
    answers = sum(option.count for option in options)
    points = sum((option.points * option.count for option in options if option.points is not None), Decimal(0))
    return ratio(points, answers * 100, decimals) if answers else None


def satisfied_share(options: list[Option] | tuple[Option, ...], decimals: int) -> Quantity | None:
    """The share of answers that count as satisfied; None where there are no answers."""
    answers = sum(option.count for option in options)
    return ratio(sum(option.count for option in options if option.satisfied), answers, decimals) if answers else None


def satisfaction_facts(
    path: tuple[str, ...], points: Quantity | None, rate: Quantity | None, place: Place
) -> Iterator[Fact]:
    """满意度 and 满意率."""
    if points:
        yield _fact((*path, "满意度"), points, place)
    if rate:
        yield _fact((*path, "满意率"), rate, place)


def _percent(share: Decimal) -> Quantity:
    return Quantity(share, "", "%", text=f"{share:f}%")


def _fact(path: tuple[str, ...], quantity: Quantity, place: Place) -> Fact:
    return Fact(path, quantity, place)
