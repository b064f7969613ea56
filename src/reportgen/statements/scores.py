"""The total score: one in a document for each year and each judge, wherever it is stated, and the one of its table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval
from reportgen.numbers.clauses import begin_of
from reportgen.record import replace
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same
from reportgen.statements.grid import Grid
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.score_names import Told, told_total
from reportgen.statements.score_projects import by_project
from reportgen.statements.score_results import may_be_the_result, tells_the_result
from reportgen.statements.score_totals import is_mean, total_scores
from reportgen.statements.slips import is_exchange, is_slip_of
from reportgen.statements.statement import Origin, Period, Statement

_FEW = 2
_EXAMINED = re.compile("考核|考评|评比|检查|排名|测评|巡查|竞赛|考试")
"""What somebody else gives scores for."""
_IN_SHORT = re.compile(r"(?:共|共计|总共)?得分?|自评|评分|得分为|监控得分")
_CALLED = re.compile("(?:自评|得分|评分|总分|打分)(?:为|是|得|计)?$")
_STAGE = re.compile("复核|核定|审定|调整后|终评|复评|初评|初步|核算|折算|加权|基础分|专家|评议|折合|平均")
_POINTS = re.compile(r"\d分(?!以[上下]|及以[上下])")
"""产出35分，得32.5分: points of a class."""
_EVALUATOR = re.compile(
    r"评价组|评价小组|评价机构|评审组|第三方|重点评价|复核|复评|(?:[比较与同]|[高低]于)[^，。；、\d]{0,6}自评(?!表|报告)"
)
"""Somebody else than the unit gave a score too."""
_ENTRUSTED = re.compile(
    r"""
      受 [^，。；]{2,14} 委托                                       # 受某县财政局委托
    | 委托 [^，。；]{2,16} (?:公司|事务所|机构) (?:对|开展|进行|实施)   # 委托某会计师事务所开展评价
    | 评价机构
    | (?:事务所|公司) (?: [（(] [^）)]* [）)] )? 实施                # 由某会计师事务所（普通合伙）实施
    """,
    re.VERBOSE,
)
"""Somebody was asked to evaluate: what the unit does not call its own score is theirs."""


def one_score(paragraphs: Sequence[Paragraph], grids: Sequence[Grid], given: Sequence[Statement]) -> Iterator[Claim]:
    """Every total score against the one of its year that is stated most, or in the table."""
    prose = [each for paragraph in paragraphs for each in paragraph.statements]
    own_year = paragraphs[0].times.year if paragraphs else None
    told = [total for each in prose if (total := told_total(each, own_year))] or _told_somehow(prose)
    fields = [each for each in given if each.concept == "总得分" and not each.subject]
    totals = [each for grid in grids for each in total_scores(grid) if not is_mean(grid, each) or _is_told(each, told)]
    tables = [*fields, *totals]
    judged = _are_judged(told, paragraphs)
    if not judged:
        told = [replace(each, by_itself=False) for each in told]
    projects = by_project(told)
    plain = [each for each in told if not each.project] or max(projects, key=len, default=[])
    for group in projects:
        for of_year in _by_year(group).values() if group != plain else ():
            yield from _of_year(of_year, [], [], judged)
    by_year = _by_year(plain)
    own = "" if own_year or "" in by_year or len(by_year) != 1 else next(iter(by_year))
    for year in dict.fromkeys([*by_year, own]):
        yield from _of_year(by_year.get(year, []), tables if year == own else [], fields, judged)
    yield from _misread(by_year)
    if own == "" and (main := _main([each.score for each in by_year.get("", [])], tables, fields) if told else None):
        by_others = judged and not any(each.by_itself for each in told if each.score is main)
        yield from _told_in_short(prose, main, {each.score for each in told}, by_others)


def _by_year(told: Sequence[Told]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for each in told:
        found.setdefault(each.year, []).append(each)
    return found


def _are_judged(told: Sequence[Told], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether somebody else than the unit gave a score too."""
    if any(_EVALUATOR.search(each.score.passage.text) for each in told) or _tells_both(told):
        return True
    entrusted = any(_ENTRUSTED.search(paragraph.text) for paragraph in paragraphs)
    return entrusted and not all(each.by_itself for each in told)


def _tells_both(told: Sequence[Told]) -> bool:
    """综合得分89.00分，等级为“良”。县教体局自评得分95.00分: whether a paragraph tells what the unit gave itself beside
    what it got, and they are no slip of each other."""
    pairs = combinations(told, 2)
    return any(
        one.score.passage is other.score.passage
        and one.by_itself is not other.by_itself
        and one.score.quantity.number != other.score.quantity.number
        and not _slip(one.score, other.score)
        for one, other in pairs
    )


def _told_somehow(prose: Sequence[Statement]) -> list[Told]:
    """学校自评96.20分, 该项资金得分85.5分: where nothing says it by a name, the one that words of scores end at."""
    found = [each for each in prose if each.exact and _CALLED.search(each.label) and may_be_the_result(each)]
    same = len({each.quantity.number for each in found}) == 1 and found[0].period is Period.NOW
    return [Told(found[0], "", False, False, "")] if same else []


def _of_year(
    told: Sequence[Told], tables: Sequence[Statement], fields: Sequence[Statement], judged: bool
) -> Iterator[Claim]:
    """`judged`: somebody else than the unit gave a score too."""
    found = [*(each.score for each in told), *tables]
    if not found:
        return
    main = _main(found, tables, fields)
    for each in found if main else ():
        if main is not None and each is not main and each.quantity.number == main.quantity.number:
            yield Claim("total_score", Same(main, each), True)
    often = len([each for each in found if main and each.quantity.number == main.quantity.number]) > 1
    judges = {each.score: each for each in told}
    for each in found if main else ():
        if main is None or each.quantity.number == main.quantity.number or (each not in judges and not often):
            continue
        several = len({other.quantity.number for other in found}) > _FEW
        if _of_two_stages(each, main) and not _slip(each, main):
            continue  # 指标核算得86.96分……项目最终得分87.07分
        by_itself = judges[main].by_itself if main in judges else judged and "自评" in main.column
        by_another = each in judges and judges[each].by_itself is not by_itself
        by_another = by_another or _has_another_beside(each, tables)
        beside = each.passage is main.passage and each.sentence == main.sentence
        if by_another and (beside or not _slip(each, main)):
            continue  # 自评得分94.50分，评价得分89.27分
        if each in judges and judges[each].summed and not _slip(each, main):
            continue  # 以上四部分合计88.60分, before what was added
        part = each in judges and judges[each].of_part
        told_surely = _is_given(main, fields) or _exchanged(each, main)
        sure = told_surely and _slip(each, main) and not (several or part or by_another)
        yield _differ(main, each, Proof.CERTAIN if sure else Proof.LIKELY)


def _is_told(total: Statement, told: Sequence[Told]) -> bool:
    """Whether the text tells the score of a table, right or with a slip."""
    same = (each.score for each in told if each.score.quantity.number == total.quantity.number)
    return any(same) or any(_slip(total, each.score) for each in told)


def _has_another_beside(each: Statement, tables: Sequence[Statement]) -> bool:
    """评价得分 and 自评得分, side by side in the last row of one table."""
    row = [other for other in tables if (other.block, other.sentence) == (each.block, each.sentence)]
    return each in row and any(other.column != each.column for other in row)


def _of_two_stages(each: Statement, main: Statement) -> bool:
    """Whether one is a score on the way, or after it was looked at again, and the other is not."""
    one, other = ({*_STAGE.findall(_clause(score))} for score in (each, main))
    return one != other


def _clause(score: Statement) -> str:
    if score.origin is Origin.CELL:
        return f"{score.row} {score.column}"
    text = score.passage.text
    return text[begin_of(text, score.start, "，。；") : score.start]


def _told_in_short(
    prose: Sequence[Statement], main: Statement, told: Set[Statement], by_others: bool
) -> Iterator[Claim]:
    """支出477.45万元，结案912件，得95.50分: a slip of the total score, in a clause that says no more than 得.

    `by_others`: the total score is not the one that the unit gave itself."""
    values = Counter(each.quantity.number for each in prose if each.quantity.unit == "分")
    for each in prose:
        short = (
            each.quantity.unit == "分"
            and each.exact
            and (_IN_SHORT.fullmatch(each.label.strip()) or tells_the_result(each) or may_be_the_result(each))
        )
        text = each.passage.text
        sentence = text[begin_of(text, each.start, "。；") : each.start]
        if (
            short
            and not _POINTS.search(sentence.replace(main.text, ""))
            and not _EXAMINED.search(sentence)
            and not (by_others and "自评" in each.label)
            and each not in told
            and each.period is main.period
            and values[each.quantity.number] == 1
            and _slip(each, main)
        ):
            yield _differ(main, each, Proof.LIKELY)


def _misread(by_year: Mapping[str, Sequence[Told]]) -> Iterator[Claim]:
    """One that stands alone for its year, and with a slip is the one that is told twice of another year."""
    for told in by_year.values():
        for other in by_year.values() if len(told) == 1 else ():
            main = other[0].score
            if len(other) >= _FEW and other is not told and _slip(told[0].score, main):
                yield _differ(main, told[0].score, Proof.LIKELY)


def _main(found: Sequence[Statement], tables: Sequence[Statement], fields: Sequence[Statement]) -> Statement | None:
    """The score that the others are held against; None where no one says which of several is right."""
    if not found:
        return None
    counted = Counter(each.quantity.number for each in found)
    (most, times), *_rest = counted.most_common()
    if len(counted) > _FEW and times < _FEW and not fields:
        return None
    right = next((each for each in tables if each in fields or counted[each.quantity.number] == times), None)
    return right or next(each for each in found if each.quantity.number == most)


def _slip(each: Statement, main: Statement) -> bool:
    """Whether two neighbouring digits exchanged, or one other digit, make one score the other."""
    return is_slip_of(each.quantity, main.quantity.value)


def _is_given(main: Statement, fields: Sequence[Statement]) -> bool:
    """Whether a content file gives it: what is recognised in a finished document was read out of its own sentences."""
    return main in fields and not main.passage.place(main.start, main.end).spot


def _exchanged(each: Statement, main: Statement) -> bool:
    """Whether two exchanged digits make one score the other: that one digit differs may be so of two that are meant."""
    return is_exchange(each.quantity, Interval(main.quantity.value, main.quantity.value))


def _differ(main: Statement, each: Statement, proof: Proof) -> Claim:
    note = _("另一处总得分是 {score}", score=main.text)
    return Claim("total_score", Same(main, each), False, proof, each, _("应为 {shown}", shown=main.text), (note,))
