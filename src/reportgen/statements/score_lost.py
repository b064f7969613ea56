"""Points lost: what a class could have, what it got and what it lost; all that is lost and the total score.

过程满分25分、得23.28分，扣1.72分; 四项共扣7.22分 and a total of 92.78分; scores told in paragraphs below their total.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, product

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval, plain
from reportgen.numbers.clauses import begin_of, end_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.cross_sums import wrong_sum
from reportgen.statements.equations import Bounded, Equation, SumOf
from reportgen.statements.grid import Grid
from reportgen.statements.member_slips import is_mistyped
from reportgen.statements.named_equations import Balance
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.score_items import Scored
from reportgen.statements.score_kinds import ClassPoints, Points, across, is_added, is_of_all, table_points, told_points
from reportgen.statements.score_names import told_total
from reportgen.statements.score_rows import score_rows
from reportgen.statements.score_steps import score_steps
from reportgen.statements.score_tree import divided_points
from reportgen.statements.statement import Statement
from reportgen.statements.sum_claims import sum_claim
from reportgen.statements.sum_proofs import lacks_a_figure

_FULL = Decimal(100)
_FEW, _SEVERAL = 2, 3
_SOME = re.compile("其中|包括|主要是|部分")
_BEHIND = re.compile(r"[，,、（(]?(?:被|实|共|即)?(?:扣|失|丢|减)(?:分|了|去|掉|除|减)*(?:为|[:：])?")
_OPENS_LIST = re.compile("[，,]?其中")
_CONVERTED = re.compile("折算|折合|换算|加权|权重|百分制|占比")


class AddsTo(Equation, frozen=True, eq=False):
    """Figures that make a number which stands nowhere: what was got and what was lost make 100."""

    figures: tuple[Statement, ...]
    whole: Decimal = _FULL

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.figures

    def due(self, member: Statement) -> Interval:
        value = self.whole - sum((each.quantity.value for each in self.figures if each is not member), Decimal(0))
        return Interval(value, value)


def points_lost(paragraphs: Sequence[Paragraph], grids: Sequence[Grid]) -> Iterator[Claim]:
    """Every figure of points lost, and of scores that stand below their total."""
    paragraphs = [paragraph for paragraph in paragraphs if "分" in paragraph.text]
    read = [Scored(paragraph, tuple(told_points(paragraph))) for paragraph in paragraphs]
    told = [scored for scored in read if scored.points]
    known = [each for scored in told for each in scored.points]
    if any(each.kind is Points.LOST for each in known):
        known += [each for grid in grids for each in table_points(grid)]
        for each in known:
            if each.kind is Points.LOST and each.name and not is_added(each.figures[0]):
                alike = [other for other in known if other.name == each.name]
                lost = [other.figures[0] for other in alike if other.kind is Points.LOST]
                same = tuple(other for other in lost if other.block == each.figures[0].block)
                if same[0] is each.figures[0]:
                    yield from _of_class(same, alike)
    totals = list(_totals(paragraphs))
    for scored in told:
        yield from _within(scored.points)
        yield from _together(scored.figures(Points.LOST), totals, scored.paragraph)
        yield from _beside(scored.points, totals)
    yield from _below(told)
    yield from divided_points(told, totals)
    yield from score_rows(told, grids)
    yield from score_steps(told)


def _totals(paragraphs: Sequence[Paragraph]) -> Iterator[Statement]:
    for paragraph in paragraphs:
        for each in paragraph.statements:
            found = told_total(each, paragraph.times.year)
            if found and not found.year and not found.project and each.quantity.value <= _FULL:
                yield each


def _of_class(lost: Sequence[Statement], alike: Sequence[ClassPoints]) -> Iterator[Claim]:
    """What the class could have is what it got and what it lost, of one cause or of several."""
    full = [each.figures for each in alike if each.kind is Points.FULL]
    got = [each.figures for each in alike if each.kind is Points.GOT]
    ways = [Balance(most, (*some, *lost)) for most, some in product(full, got)]
    right = next((way for way in ways if way.holds), None)
    if right is not None:
        yield Claim("points", right, True)
    elif ways and not _is_partial(lost[0]):
        beside = [way for way in ways if len({(each.block, each.sentence) for each in way.members}) == 1]
        told_once = len(ways) == 1 or len(beside) == 1
        way = (beside or ways)[0]
        odd = next((each for each in way.members if is_mistyped(each, way)), None)
        if (beside and len(lost) == 1) or (told_once and odd is not None):
            note = _(
                "满分 {full}，得 {got}，扣 {lost}",
                full=_added(way.left),
                got=_added(way.right[: -len(lost)]),
                lost=_added(lost),
            )
            proof = Proof.CERTAIN if beside and _stands_right_behind(lost[0], way) else Proof.LIKELY
            yield Claim("points", way, False, proof, lost[0], _("满分减得分不是扣分"), (note,))


def _is_partial(lost: Statement) -> bool:
    """效益20分得18分，其中投诉扣1.20分: some of what was lost."""
    text = lost.passage.text
    return bool(_SOME.search(text, begin_of(text, lost.start, "。；"), lost.start))


def _stands_right_behind(lost: Statement, way: Balance) -> bool:
    """得23.28分，扣1.72分: nothing between that says what was lost of."""
    return any(_BEHIND.fullmatch(lost.passage.text, each.end, lost.start) for each in way.right if each is not lost)


def _added(figures: Sequence[Statement]) -> str:
    return plain(sum((each.quantity.value for each in figures), Decimal(0)))


def _within(points: Sequence[ClassPoints]) -> Iterator[Claim]:
    """产出43.00分（满分35分）: no more can be got than there is."""
    for one, other in pairwise(points):
        pair = {one.kind: one.figures[0], other.kind: other.figures[0]}
        same = one.name == other.name and one.name and one.figures[0].sentence == other.figures[0].sentence
        if same and {Points.FULL, Points.GOT} == set(pair) and _is_of_it(pair[Points.GOT], pair[Points.FULL]):
            equation = Bounded(pair[Points.GOT], pair[Points.FULL])
            note = _("满分 {full}，得 {got}", full=pair[Points.FULL], got=pair[Points.GOT])
            yield Claim("points", equation, equation.holds, Proof.CERTAIN, pair[Points.GOT], _("得分多于满分"), (note,))


def _is_of_it(got: Statement, full: Statement) -> bool:
    """Whether points are told on the scale of what there was to be had: 问卷得分95.20分，折算9.52分 are not."""
    text = got.passage.text
    begin, end = begin_of(text, min(got.start, full.start), "。"), end_of(text, max(got.end, full.end), "。")
    behind = full.start < got.start or text[got.end : got.end + 1] in ("（", "(")
    return behind and not _CONVERTED.search(text, begin, end)


def _together(lost: Sequence[Statement], totals: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    """扣分共7.22分: the sum of what the classes lost, and what the total score lacks of 100."""
    sums = [each for each in lost if is_added(each) or _OPENS_LIST.match(each.passage.text, each.end)]
    for each in sums[:1] if len(sums) == 1 else ():
        own = [part for part in lost if part.sentence == each.sentence and part is not each]
        own = [part for part in own if part.depth == each.depth]  # 数量扣1.50分（初稿扣0.50分、培训扣1.00分）
        opens = _OPENS_LIST.match(each.passage.text, each.end) is not None
        own = [part for part in own if part.start > each.end] if opens else own
        parts = tuple(own if opens or len(own) >= _SEVERAL else [part for part in lost if part is not each])
        equation = SumOf(each, parts)
        listed = all(part.end <= each.start for part in parts) or len(own) >= _SEVERAL
        if len(parts) >= _FEW and (equation.holds or (listed and not lacks_a_figure(equation, paragraph))):
            yield from _meant(equation)
        slipped = [total for total in totals if _slipped_of_hundred(total, each)]
        if slipped or (len(parts) >= _FEW and is_of_all(each)):
            yield from _of_hundred([AddsTo((total, each)) for total in slipped or totals], each)
    if not sums and len(lost) >= _SEVERAL:
        yield from (way for way in _of_hundred([AddsTo((total, *lost)) for total in totals], lost[0]) if way.holds)


def _slipped_of_hundred(total: Statement, lost: Statement) -> bool:
    way = AddsTo((total, lost))
    return way.holds or is_mistyped(lost, way)


def _of_hundred(ways: Sequence[AddsTo], at: Statement) -> Iterator[Claim]:
    right = next((way for way in ways if way.holds), None)
    if right is not None:
        yield Claim("points", right, True)
    elif ways:
        note = _("总得分 {total}，扣 {lost}，相加不是 100 分", total=ways[0].figures[0], lost=at)
        yield Claim("points", ways[0], False, Proof.LIKELY, at, _("扣分与总得分对不上"), (note,))


def _beside(points: Sequence[ClassPoints], totals: Sequence[Statement]) -> Iterator[Claim]:
    """决策满分20分，得17.50分；过程满分20分，得17.85分；…: all classes in one paragraph, each with both."""
    full = tuple(each.figures[0] for each in points if each.kind is Points.FULL and each.name)
    names = [each.name for each in points if each.kind is Points.FULL]
    got = tuple(each.figures[0] for each in points if each.kind is Points.GOT and each.name in names)
    if not len(full) == len(got) == len(set(names)) >= _SEVERAL:
        return
    ways = [SumOf(total, got) for total in totals if total not in got]
    right, hundred = next((way for way in ways if way.holds), None), AddsTo(full)
    if right is not None or hundred.holds:
        yield _all_to_be_had(full)
    if right is not None:
        yield Claim("points", right, True)


def _all_to_be_had(full: tuple[Statement, ...]) -> Claim:
    equation = AddsTo(full)
    working = " + ".join(plain(each.quantity.number) for each in full)
    note = _("各项满分相加得 {added}，不是 100 分：{working}", added=_added(full), working=working)
    return Claim("points", equation, equation.holds, Proof.LIKELY, full[0], _("满分合计不是 100 分"), (note,))


def _below(told: Sequence[Scored]) -> Iterator[Claim]:
    """自评总得分93.65分： and below it a paragraph for each class."""
    for at, scored in enumerate(told):
        if not scored.paragraph.text.rstrip().endswith((":", "：")):
            continue
        year = scored.paragraph.times.year
        scores = [each.figures[0] for each in scored.points if told_total(each.figures[0], year)]
        if len(scores) != 1:
            continue
        following = list(_following(told, at))
        got, full = (
            tuple(each for one in following for each in one.figures(kind)) for kind in (Points.GOT, Points.FULL)
        )
        if len(got) >= _SEVERAL:
            yield from _meant(SumOf(scores[0], got))
        if len(full) == len(following) >= _SEVERAL:
            yield _all_to_be_had(full)


def _following(told: Sequence[Scored], at: int) -> Iterator[Scored]:
    """The paragraphs right behind one that each tell one score."""
    for index, each in enumerate(told[at + 1 :], told[at].paragraph.index + 1):
        if each.paragraph.index != index or len(each.figures(Points.GOT)) != 1 or len(each.points) > _FEW:
            return
        yield each


def _meant(equation: SumOf) -> Iterator[Claim]:
    if equation.holds:
        yield Claim("points", equation, True)
        return
    odd = [each for each in equation.members if is_mistyped(each, equation)]
    yield sum_claim("points", equation, Proof.LIKELY, odd[0] if len(odd) == 1 else None)


def points_across(grid: Grid) -> Iterator[Claim]:
    """决策, 过程, 产出, 效益, 合计 as heads: the total of each row of points."""
    rows: list[SumOf] = []
    for figures in across(grid):
        totals = [each for each in figures if grid.lexicon.any_of("合计列").fullmatch(each.column.split(" ")[0])]
        parts = tuple(each for each in figures if each not in totals)
        if len(totals) == 1 and len(parts) >= _SEVERAL:
            rows.append(SumOf(totals[0], parts))
    proof = Proof.CERTAIN if any(each.holds for each in rows) else Proof.LIKELY
    for each in rows:
        yield Claim("points", each, True) if each.holds else wrong_sum("points", each, proof)
