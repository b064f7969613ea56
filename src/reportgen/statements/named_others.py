"""What is held against something only named, its figure told before: 甲县高于平均分4.18分, 低于标准0.65个百分点.

Whose figure a name means is told by the words right before a figure, or by those that open its half of the sentence.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import POINTS, Interval, Quantity, like
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.record import Struct
from reportgen.statements.changes import ChangeOf, PointsOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.comparisons import is_better_of
from reportgen.statements.held_phrases import Phrase, phrases
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_about, is_slip_of
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.word_claims import word_claim
from reportgen.statements.words_of_change import DURATIONS

_TAIL = re.compile(
    r"(?:的|得分|评分|分数|分|数值|数|值|水平|情况|支出|金额|部分|类|指标|(?:为|是|有|到|得|计|共|约|达|[:：]))+$"
)
_LEAD = re.compile(r"^(?:但|且|而|其中|同时|另外|此外|仅|只有|最[高低大小多少]的|[一二三四五]是|因此|故)+")
_KIND = re.compile(r"(?P<of>[^，。；\d]{2,6}?)(?:类|环节)")
_BEFORE = re.compile(r"(?:上年|去年|上一年|上年度|上年同期|去年同期|上期|同期|上一[^\W\d_])")
_AIM = re.compile("标准|目标|要求|规定|任务|计划|指标|警戒|控制|承诺|均值|平均|限价|定额")
_YEARS = ("本年", "全年", "当年", "今年", "本期")
_PACES = ("快于", "慢于")
_FORMER, _LATTER = "前者", "后者"
_FEW, _FAR = 2, 3


def named_others(paragraph: Paragraph, scores: Sequence[Statement] = ()) -> Iterator[Claim]:
    """Every comparison with what is only named; `scores` are the total scores of the document."""
    last: Statement | None = None
    told = list(phrases(paragraph))
    taken = {phrase.by for phrase in told if phrase.by is not None}
    for phrase in told:
        look = _Look(phrase, [each for each in paragraph.statements if each not in taken], paragraph, scores)
        other = look.other()
        one = look.one(other, last) if other is not None else None
        last = one if one is not None else last
        if one is not None and other is not None and one is not other:
            yield from _judged(phrase, one, other)


class _Look(Struct, frozen=True):
    """Whose figures the two names of a phrase mean."""

    phrase: Phrase
    figures: Sequence[Statement]
    paragraph: Paragraph
    scores: Sequence[Statement]

    def other(self) -> Statement | None:
        """The figure that another is held against."""
        name = self.phrase.other
        if name in (_FORMER, _LATTER):
            return self._pair(name)
        if _BEFORE.fullmatch(name):
            return self._nearest([each for each in self._told if each.period is Period.BEFORE])
        return self._called(name) or self._of_the_document(name)

    def one(self, other: Statement, last: Statement | None) -> Statement | None:
        """The figure that is held against it: the one that is named, or the one told last."""
        name = _LEAD.sub("", self.phrase.one)
        told = [each for each in self._told if each is not other and same_things(each.quantity, other.quantity)]
        if name in (_FORMER, _LATTER):
            return self._pair(name)
        if not name or name in self.paragraph.lexicon.lists["承前"]:
            near = [each for each in told if each.sentence == self._sentence and each.period is not Period.BEFORE]
            near = [each for each in near if not each.planned and not _AIM.search(each.label)]
            if not name and last is not None:
                return last
            if not near and name:  # 决算118.72万元，完成96.84%。决算数小于预算数3.88万元
                return self._called(name, other.quantity)
            return near[-1] if near and not self._has_changed(near[-1]) else None
        return self._called(name, other.quantity) or self._of_the_document(name)

    def _has_changed(self, each: Statement) -> bool:
        """馆藏48.77万册，较年初增加3.30万册，小于入藏数: it is the change that is held against another."""
        return any(
            each.end <= change.start < self.phrase.start
            and change.role is Role.CHANGE
            and same_things(change.quantity, each.quantity)
            for change in self.paragraph.statements
        )

    @property
    def _sentence(self) -> int:
        return self.paragraph.sentence(self.phrase.start)

    @property
    def _opens_its_sentence(self) -> bool:
        """乙厂产量高于甲厂，甲厂420吨，乙厂510吨: the figures of the two names follow."""
        own = [each for each in self.paragraph.statements if each.sentence == self._sentence]
        return self.phrase.by is None and len(own) == _FEW and all(each.start > self.phrase.start for each in own)

    @property
    def _told(self) -> list[Statement]:
        """The figures before the phrase that may be meant."""
        by = self.phrase.by
        return [
            each
            for each in self.figures
            if (each.end <= self.phrase.start + len(self.phrase.one) or self._opens_its_sentence)
            and (each.exact or _AIM.match(self.phrase.other))
            and each.role is not Role.CHANGE
            and 0 <= self._sentence - each.sentence <= (0 if self._opens_its_sentence else _FAR)
            and (by is None or _may_differ_by(each.quantity, by.quantity))
        ]

    def _pair(self, name: str) -> Statement | None:
        pair = [each for each in self._told if each.role in (Role.AMOUNT, Role.RATE, Role.EACH) and each.exact]
        told = [each for each in pair if not each.planned and not _is_set(each)][-_FEW:]
        alike = len(told) == _FEW and same_things(told[0].quantity, told[1].quantity)
        return told[name == _LATTER] if alike else None

    def _called(self, name: str, like_this: Quantity | None = None) -> Statement | None:
        """The figure with the name right before it or behind it; else the one whose half of a sentence it opens."""
        told = [each for each in self._told if like_this is None or same_things(each.quantity, like_this)]
        core, what = _core(name), self.phrase.one.partition("的")[2]
        if what and "的" not in name:
            told = [each for each in told if what in each.label]  # 乙县的进度快于甲县: the pace of both
            core = f"{core}的{what}"
        if len(core) < _FEW:
            return None
        labelled = [each for each in told if _has_the_name(core, each) or _is_behind(core, each)]
        if labelled:
            return self._nearest(labelled)
        if kind := _KIND.match(core):  # 服务类采购额高于货物类: 服务368.60万元
            labelled = [each for each in told if each.label.endswith(kind["of"])]
        elif len(core) > _FEW:  # 市场价 of 市场零售价
            labelled = [each for each in told if _holds_in_order(core, each.label) and not each.label.endswith("的")]
        if labelled:
            return self._nearest(labelled)
        whose, _of, what = core.partition("的")
        opened = [each for each in told if _opens(whose, each) and (what in each.label if what else True)]
        return self._nearest(opened) if len(whose) >= _FEW and (what or like_this is not None) else None

    @staticmethod
    def _nearest(found: Sequence[Statement]) -> Statement | None:
        """The last one; none where its sentence tells several."""
        own = [each for each in found if each.sentence == found[-1].sentence]
        return found[-1] if own and len({each.quantity.value for each in own}) == 1 else None

    def _of_the_document(self, name: str) -> Statement | None:
        """自评, 专项总得分: a total score, wherever it was told."""
        by = self.phrase.by
        if by is not None and by.quantity.unit != "分":
            return None
        core = _core(name)
        found = [each for each in self.scores if core and (core in each.label or core.endswith("总"))]
        return found[0] if len({each.quantity.value for each in found}) == 1 else None


def _is_set(each: Statement) -> bool:
    """90%的目标值: what others are held against, and none of two that are."""
    return bool(re.match(rf"的[^，。；\d]{{0,6}}(?:{_AIM.pattern})", each.passage.text[each.end : each.end + 14]))


def _core(name: str) -> str:
    name = _LEAD.sub("", name)
    core = _TAIL.sub("", name)
    return name if core in ("", *_YEARS) else core  # 本年支出小于本年收入, 收入大于支出


def _may_differ_by(figure: Quantity, by: Quantity) -> bool:
    points = POINTS in by.unit
    return figure.kind == "%" if points else same_things(figure, by)


def _holds_in_order(name: str, label: str) -> bool:
    rest = iter(label)
    return all(each in rest for each in name)


def _has_the_name(core: str, each: Statement) -> bool:
    """占预算的94.62% is a rate of what has the name, and not the budget."""
    return core in each.label and not (each.quantity.kind == "%" and each.label.endswith(f"{core}的"))


def _is_behind(core: str, each: Statement) -> bool:
    """98.00%的行业标准: the name stands behind its figure."""
    if not _AIM.search(core):
        return False
    return bool(re.match(rf"的?[^，。；\d]{{0,6}}{re.escape(core)}", each.passage.text[each.end : each.end + 16]))


def _opens(whose: str, each: Statement) -> bool:
    text = each.passage.text
    return text.startswith(whose, begin_of(text, each.start, "。；"))


def _may_be_meant(by: Quantity, moved: Decimal) -> bool:
    """Whether a slip of the hand, or a tenth more or less, makes one difference of the other."""
    return is_slip_of(by, moved) or (bool(moved) and is_about(by, Interval(moved, moved)))


def _judged(phrase: Phrase, one: Statement, other: Statement) -> Iterator[Claim]:
    if not same_things(one.quantity, other.quantity):
        return
    text = one.passage.text
    within = "其中" in text[begin_of(text, one.start, "。；") : one.start]
    if within and other.concept in BUDGETS and one.concept not in BUDGETS:
        return  # 支出1,486万元，其中项目支出500万元，完成预算1,420万元的104.66%，大于预算数: no part is meant
    by = phrase.by
    if by is None:
        if (phrase.word not in _PACES or one.quantity.unit not in DURATIONS) and is_better_of(phrase.word, one.label):
            yield word_claim("compared", phrase.word, (one, other), phrase.up)
        return
    moved = one.quantity.value - other.quantity.value
    note = _("前面是 {first}，后面是 {second}", first=one, second=other)
    points = POINTS in by.quantity.unit
    way = PointsOf(by, one, other) if points else ChangeOf(by, one, other, moved > 0)
    if way.holds:
        turned = (moved > 0) is not phrase.up
        yield Claim("direction" if turned else "change", way, not turned, Proof.LIKELY, by, _("方向写反"), (note,))
    elif (moved > 0) is phrase.up and _may_be_meant(by.quantity, abs(moved)):
        due = like(abs(moved), by.quantity)
        yield Claim("change", way, False, Proof.LIKELY, by, _("应为 {due}", due=due), (note,))
