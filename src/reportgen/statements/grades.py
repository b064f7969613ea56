"""Results by grade: 12个项目，评为“优”的5个、“良”的6个、“中”的1个，优良率91.67%. Together they are all of them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval, percent
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.labels import has_a_pair_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation, SumOf
from reportgen.statements.grade_words import grade_before, grade_behind, graded_things, is_usable
from reportgen.statements.outgrown_lists import of_two_kinds
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement
from reportgen.statements.sum_claims import sum_claim

_GOOD_RATE = re.compile(r"优良(?:率|比例)|优秀和良好(?:率|比例)")
_BEST_RATE = re.compile(r"优秀率|优等率|优秀比例")
_PASS_RATE = re.compile(
    r"(?<![不未])(?:总有效率|满意[度率]|满意比例|[合及]格率|达标率)[^，。；\d]{0,4}(?:[（(][^）)]{0,12}[）)])?[^，。；、\d]{0,3}$"
)
_FIRST_TWO = re.compile(
    r"(?:[前两]类|(?:很|非常)?(?:满意|优秀|优|好)[的者]?(?:[与和及、]|以及)[^，。；、\d]{1,6}?[的者]?)"
    r"(?:合计|两项|共|一共|加起来)*占[^，。；、\d]{0,8}$"
)
"""满意与基本满意合计占."""
_A_ONE = re.compile(r"[^\W\d]一[个项家人名户处所]")
_GOOD = ("优", "优秀", "优等", "优良", "良", "良好", "良等", "好", "较好", "A级", "B级")
_BEST = ("优", "优秀", "优等", "A级")
_FEW, _REACH = 2, 1


class GoodRate(Equation, frozen=True, eq=False):
    """A rate of those with good grades among all that were graded."""

    rate: Statement
    good: tuple[Statement, ...]
    graded: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.rate, *self.graded

    @property
    def exact(self) -> Decimal:
        """The good ones ÷ all."""
        return _added(self.good) / _added(self.graded)

    @property
    def holds(self) -> bool:
        return abs(self.exact - self.rate.quantity.value) < self.rate.quantity.half_place * 3

    def due(self, member: Statement) -> Interval | None:
        return Interval(self.exact, self.exact) if member is self.rate else None


def _added(statements: Sequence[Statement]) -> Decimal:
    return sum((each.quantity.value for each in statements), Decimal(0))


def grades(paragraph: Paragraph) -> Iterator[Claim]:
    """Every list of results by grade: against the number that was graded, and the rate of the good ones."""
    for run in _runs(paragraph):
        graded = tuple(each for each, _grade in run)
        if _added(graded):
            yield from _of_all(graded, paragraph)
            yield from _rate_of_good(run, graded, paragraph)


def _runs(paragraph: Paragraph) -> Iterator[list[tuple[Statement, str]]]:
    """Statements of one kind that follow each other, each behind a grade of its own; shares may stand between."""
    run: list[tuple[Statement, str]] = []
    end = 0
    for each in paragraph.statements:
        grade = ""
        if each.role is Role.AMOUNT:
            grade = grade_before(paragraph.text[max(end, each.start - 18) : each.start], paragraph.lexicon)
            grade = grade or grade_behind(paragraph.text[each.end :][:12], paragraph.lexicon)
        end = each.end
        if each.quantity.kind == "%":
            continue
        goes_on = (
            run and grade and same_things(run[-1][0].quantity, each.quantity) and each.sentence == run[-1][0].sentence
        )
        within = bool(run) and "其中" in paragraph.text[run[-1][0].end : each.start]  # 合格312个，其中优良283个
        if run and not (goes_on and not within and grade not in {before for _each, before in run}):
            if len(run) >= _FEW:
                yield run
            run = []
        if grade and each.exact and each.quantity.unit:
            run.append((each, grade))
    if len(run) >= _FEW:
        yield run


def _before(first: Statement, paragraph: Paragraph) -> list[Statement]:
    """What may be graded: the figures before, in its sentence and the one before; of 有效115份，其中…… only that."""
    told = [each for each in paragraph.statements if each.end <= first.start and each.role is Role.AMOUNT]
    told = [each for each in told if first.sentence - each.sentence <= _REACH and each.depth <= first.depth]
    before = [each for each in told if same_things(each.quantity, first.quantity)]
    return before[-1:] if before and is_usable(before[-1], first.start) else before


def _of_all(graded: tuple[Statement, ...], paragraph: Paragraph) -> Iterator[Claim]:
    first = graded[0]
    before = _before(first, paragraph)
    more = next(
        (each for each in paragraph.statements if each.start >= graded[-1].end and each.quantity.kind != "%"), None
    )
    goes_on = (
        more is not None
        and more.sentence == first.sentence
        and same_things(more.quantity, first.quantity)
        and not re.search("[；。]|其中|以上|合计|共|前", paragraph.text[graded[-1].end : more.start])
    )
    if goes_on and more is not None:  # 返工后再验的1处: one kind more, whose name is no grade
        whole = next((each for each in before if SumOf(each, (*graded, more)).holds), None)
        alone = any(SumOf(each, graded).holds for each in before)
        nearly = SumOf(before[-1], (*graded, more)) if before and not alone else None
        if whole is not None:
            yield Claim("grades", SumOf(whole, (*graded, more)), True)
            return
        if nearly and _is_whole(before[-1], first, paragraph) and _is_one_off(nearly) and more.depth == first.depth:
            yield sum_claim("grades", nearly, Proof.LIKELY)
            return
    right = next((each for each in reversed(before) if SumOf(each, graded).holds), None)
    if right is not None:
        yield Claim("grades", SumOf(right, graded), True)
    elif (
        _leaves_out_one(graded, paragraph)
        or _leaves_out_the_bad(graded, paragraph)
        or (before and of_two_kinds(before[-1], before[-1].quantity.value - _added(graded), paragraph))
    ):
        return
    elif before and _is_whole(before[-1], first, paragraph) and not goes_on:
        yield sum_claim("grades", SumOf(before[-1], graded), Proof.CERTAIN)
    elif before and not goes_on and _stands_for_all(before[-1], graded):
        yield sum_claim("grades", SumOf(before[-1], graded), Proof.LIKELY)  # 收回288份。认为好的201份、……
    elif (
        len(before) == 1
        and graded_things(paragraph.lexicon.lists["评级物"]).search(before[0].label)
        and not goes_on
        and before[0].sentence < first.sentence
    ):
        yield sum_claim("grades", SumOf(before[0], graded), Proof.LIKELY)  # 实施项目6个。等级为“优”的4个、“良”的2个


def _is_one_off(equation: SumOf) -> bool:
    """优良15处、合格12处，需要返修的1处 of 27: with the kind that is no grade, one too many or too few."""
    return abs(equation.missing) == 1


def _leaves_out_one(graded: Sequence[Statement], paragraph: Paragraph) -> bool:
    """绿灯三个，黄灯两个，红灯一个: 一个 is mostly an article and no number, here it counts."""
    end = paragraph.span(graded[-1].sentence)[1]
    return bool(_A_ONE.search(paragraph.text, graded[0].start, end))


def _leaves_out_the_bad(graded: Sequence[Statement], paragraph: Paragraph) -> bool:
    """有效480份，满意432份、基本满意36份: those who are not are not told."""
    names = [paragraph.lexicon.grade(each.label) for each in graded]
    return len(names) == _FEW and all("满意" in name and "不" not in name for name in names)


def _stands_for_all(total: Statement, graded: tuple[Statement, ...]) -> bool:
    """Whether the last figure of the sentence before is nearly what the grades make."""
    missing = abs(SumOf(total, graded).missing)
    return len(graded) > _FEW and missing <= max(total.quantity.value / 10, Decimal(1))


def _is_whole(total: Statement, first: Statement, paragraph: Paragraph) -> bool:
    """Whether a figure can be what was graded: no grade itself, and none of those that were only asked or drawn."""
    words = re.split("[。；，]", paragraph.text[max(0, total.start - 16) : total.start])[-1]
    graded = any(grade in words for grade in paragraph.lexicon.lists["等级"] if len(grade) > 1 or f"“{grade}”" in words)
    return total.sentence == first.sentence and not graded and not re.search("应|拟|计划", total.label)


def _rate_of_good(
    run: Sequence[tuple[Statement, str]], graded: tuple[Statement, ...], paragraph: Paragraph
) -> Iterator[Claim]:
    following = [each for each in paragraph.statements if each.start >= graded[-1].end]
    counted = next((each for each in following if same_things(each.quantity, graded[0].quantity)), None)
    if counted is not None and SumOf(counted, graded).holds:  # 满意327份、……，合计480份；满意度93.54%
        rest = [each for each in following if each.start > counted.start]
        counted = next((each for each in rest if same_things(each.quantity, graded[0].quantity)), None)
    rates = [
        each
        for each in following
        if each.quantity.unit == "%" and each.exact and (counted is None or each.start < counted.start)
    ]
    for rate in rates:
        words = paragraph.text[max(0, rate.start - 16) : rate.start]
        if rate.sentence - graded[-1].sentence > _REACH or _is_of_others(rate, run, paragraph):
            continue
        if rate.role is Role.SHARE and not _FIRST_TWO.search(words):
            continue
        wanted = _GOOD if _GOOD_RATE.search(words) else _BEST if _BEST_RATE.search(words) else ()
        good = tuple(each for each, grade in run if grade in wanted)
        if wanted:
            yield _good_rate(GoodRate(rate, good, graded), Proof.CERTAIN)
            return
        begin = paragraph.span(rate.sentence)[0]
        between = [each for each in following if begin <= each.start < rate.start and each.quantity.kind != "%"]
        if (_PASS_RATE.search(words) or _FIRST_TWO.search(words)) and (
            rate.sentence == graded[-1].sentence or not between
        ):
            wholes = [
                each for each in paragraph.statements if each.end <= graded[0].start and each.sentence == rate.sentence
            ]
            yield _rate_of_first(
                rate, graded, [each for each in wholes if same_things(each.quantity, graded[0].quantity)]
            )
            return


_SATISFIED = "满意"
_GENERAL = re.compile("综合|总体|平均|整体|合计|服务对象|调查|问卷|总的?")


def _is_of_others(rate: Statement, run: Sequence[tuple[Statement, str]], paragraph: Paragraph) -> bool:
    """优秀9个、良好12个。群众满意率93.60%: of satisfaction, or of people, of whom nothing was graded."""
    words = _PASS_RATE.search(rate.label)
    if words is None:
        return False
    if _SATISFIED in words[0] and not any(_SATISFIED in each.label or _SATISFIED in grade for each, grade in run):
        return True
    whose = _GENERAL.sub("", rate.label[: words.start()])
    before = paragraph.text[: rate.start - len(rate.label)]
    told = has_a_pair_of(whose, before)
    return rate.sentence > run[-1][0].sentence and len(whose) >= _FEW and not told


def _rate_of_first(rate: Statement, graded: tuple[Statement, ...], wholes: Sequence[Statement]) -> Claim:
    """满意度, 及格率: of the first grades, as many as the unit counts among them: two, or all but the last.

    They may be of a whole that is stated before them: 有效480份，满意432份、基本满意36份，满意率97.50%.
    """
    ways = [GoodRate(rate, graded[:count], graded) for count in range(1, len(graded))]
    usual = ways[min(1, len(ways) - 1)] if "满意" in rate.passage.text[: rate.start][-16:] else ways[-1]
    of_whole = [GoodRate(rate, graded[:count], (each,)) for each in wholes for count in range(1, len(graded) + 1)]
    return _good_rate(next((way for way in [*ways, *of_whole] if way.holds), usual), Proof.LIKELY)


def _good_rate(equation: GoodRate, proof: Proof) -> Claim:
    rate = equation.rate
    due = percent(equation.exact, rate.quantity.decimals)
    note = _(
        "{good} 个 ÷ {all} 个 = {due}，写的是 {rate}",
        good=_added(equation.good),
        all=_added(equation.graded),
        due=due,
        rate=rate,
    )
    return Claim("rate", equation, equation.holds, proof, rate, _("应为 {due}", due=due), (note,))
