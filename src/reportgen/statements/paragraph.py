"""Running text → its statements: each figure with label, name, subject, period and role, sentence and bracket depth."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.numbers.clauses import SENTENCE_ENDS, begin_of, bracket_depths, label_start
from reportgen.numbers.reader import Stated
from reportgen.record import Struct, replace
from reportgen.statements.bare_amounts import with_money
from reportgen.statements.context import Times
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.names import bare, label_of, name_of, opening_of, without_concept
from reportgen.statements.passages import Passage
from reportgen.statements.rates_of_change import is_name_of_measure, is_rate_of_change
from reportgen.statements.round_shares import is_told_as_share
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Role, Statement

_ENDS = re.compile(f"[{SENTENCE_ENDS}]")
_LINE_ITEM = re.compile(r"(?P<name>[^，。；：、（）()\s\d.．]{2,24})[（(][项款][）)]")
"""小学教育（项）: what the figures behind it are said of."""
_ITEM_OR_HEAD = re.compile(r"[（(][项款][）)]")  # most texts hold none, which is soon seen
_CHANGED = r"(?:了|约|为|达到?|率|额|幅度?|比例|金额|经费|数|共|合计|近|[:：])*\s*$"
_NO_CHANGE = re.compile(
    r"[增减降升调扩压缩延提涨][加少低高升长短大缩整减]?[至到为]\s*$|最[高低多少快慢](?:为|达到?|的)*$|多达\s*$|^[^比较]*(?<![提升增走调抬])高\s*$"
)
"""由6座减为5座, 最低86.9%: what it has become, or is, and no change."""
_GOT = re.compile(r"[，,]?(?:的)?[，,]?(?:实)?得(?!分)")  # 10分得9.66分: the first is what there is to be had
_AND = re.compile(r"\s*(?:[、和及与]|以及)\s*")
_PARTS = re.compile(r"其中|(?<!不)包括|包含|分别[为是]")
MADE_OF = re.compile(r"由(?P<list>(?:(?!由)[^。；])*?)(?:组成|构成|混编|凑成|拼成|汇集而成|共同(?:承担|出资|分担))")
_ENDS_LIST = re.compile(r"[；。]|合计|共计|总计|(?:全年|实际|累计)(?:支出|执行|完成)")
_SPENT = re.compile(r"决算|执行|实际|完成|支付|已|累计|花|用(?![车电水房品工地])")
_AT_PRESENT = re.compile("(?:目前|现[有行在])的?$")  # 力争流通率由目前的72.60%提高到80%
_PLANS = re.compile(r"(?:(?:绩效|年度|总体|项目)目标|目标设定)(?:情况|内容|任务)?$")
_ONWARD = re.compile(r"、[^，。；：、\d]{0,16}")
_FAR = 20  # an amount that is so many times another is not for each as well
_ONE = re.compile(
    rf"(?:^|[^\W\d一二三第统同唯])一(?:{either(lists('counting')['单价的单位'])})(?:平均|补助|减免|补贴|成本|花费|费用|花|价|需|计|约|为)*$|每[^，。；\d]{{0,8}}1[^\W\d][^，。；\d]*$"
)
"""一枚2,000元, 每新建1个服务社补助3万元: so much for each."""
_UP_TO_STANDARD, _BRANCH = re.compile("(?:达到?|符合|通过|实现)[^，。；]{0,6}标准"), re.compile("个?百分点")
_KINDS = frozenset("项个部件条")  # 计量标准82项: standards that are counted, and no figure for each


class Paragraph(Struct, frozen=True, dict=True):
    """One passage of running text, the `index`-th of its document, and what it states."""

    passage: Passage
    index: int
    times: Times
    lexicon: Lexicon

    @cached_property
    def text(self) -> str:
        """The words."""
        return self.passage.text

    @cached_property
    def depths(self) -> list[int]:
        """How many brackets each character stands in."""
        return bracket_depths(self.text)

    @cached_property
    def ends(self) -> list[int]:
        """Where its sentences end."""
        return [match.start() for match in _ENDS.finditer(self.text)]

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds a character."""
        return bisect_right(self.ends, at - 1) if at else 0

    def span(self, sentence: int) -> tuple[int, int]:
        """Where a sentence begins and ends."""
        start = self.ends[sentence - 1] + 1 if sentence else 0
        return start, self.ends[sentence] if sentence < len(self.ends) else len(self.text)

    def before(self, each: Statement) -> Statement | None:
        """The figure before another one; None before the first."""
        return next((other for other in reversed(self.statements) if other.end <= each.start), None)

    def joined_to(self, each: Statement) -> Statement | None:
        """The figure before another one, where the two are listed side by side: 规模场60个、散养户140户."""
        before = self.before(each)
        return before if before and self.text.startswith(("、", "和", "及"), before.end) else None

    @cached_property
    def amounts(self) -> tuple[Statement, ...]:
        """Its amounts that have a unit, in order."""
        return tuple(each for each in self.statements if each.role is Role.AMOUNT and each.quantity.unit)

    def added_within(self, start: int, end: int) -> Sequence[Statement]:
        """The figures between two characters that may be added, with a unit or without, in order."""
        starts, added = self._added
        return added[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _added(self) -> tuple[list[int], list[Statement]]:
        added = [each for each in self.statements if each.role is Role.AMOUNT]
        return [each.start for each in added], added

    @cached_property
    def finest_places(self) -> Mapping[tuple[Decimal, str], Decimal]:
        """Half of the finest last place, in base units, of its amounts of each scale and unit; nought has none."""
        found: dict[tuple[Decimal, str], Decimal] = {}
        for each in self.statements:
            if each.role is Role.AMOUNT and each.quantity.number:
                written, half = (each.quantity.factor, each.quantity.unit), each.quantity.half_place
                found[written] = min(found.get(written, half), half)
        return found

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every figure of the passage, in order."""
        made: list[Statement] = []
        for number in with_money(self.passage):
            made.append(self._statement(number, made[-1] if made else None))
        return tuple(self._targets(self._staged(made)))

    def _statement(self, number: Stated, before: Statement | None) -> Statement:
        text, start = self.text, number.start
        label = label_of(text, start, before.end if before else 0)
        sentence = self.sentence(start)
        begin = self.span(sentence)[0]
        opening = opening_of(text, begin, start, self.lexicon)
        told = self._told_before(before, sentence, label)
        subject = told or self._line_item(start) or opening or self._first_opening or self.passage.section
        return Statement(
            number.quantity,
            self.passage,
            start,
            number.end,
            self._role(number, label, before),
            label,
            name_of(label, subject, self.lexicon),
            self._concept(number, label),
            subject,
            self.times.period(text, begin, start),
            block=self.index,
            sentence=sentence,
            depth=self.depths[start],
        )

    def _concept(self, number: Stated, label: str) -> str:
        """已用86个 are people in post, 已用86.00万元 is money spent."""
        if number.quantity.unit == "分" and _GOT.match(self.text, number.end):
            return "满分"
        holds = number.quantity.unit in ("人", "名", "个", "位") and self.lexicon.any_of("占编").search(label)
        return "在编" if holds else self.lexicon.concept(label)

    def _told_before(self, before: Statement | None, sentence: int, label: str) -> str:
        """预算执行率95.20%，得3.81分: a label that says little is of what the figure before it was said of."""
        general = len(bare(label)) < 2 or bare(label) in self.lexicon.concepts
        if not general or before is None or before.sentence != sentence:
            return ""
        if len(bare(before.label)) < 2 or bare(before.label) in self.lexicon.concepts:
            return before.subject
        return without_concept(bare(before.label), self.lexicon)

    def _staged(self, made: Sequence[Statement]) -> Iterator[Statement]:
        """批复预算120万元，其中基本支出80万元、项目支出40万元: parts of a budget are budgets."""
        opened, whole = -1, None
        opens = list(_PARTS.finditer(self.text))
        for at, each in enumerate(made):
            start = max((found.end() for found in opens if found.end() <= each.start), default=-1)
            begin = self.span(each.sentence)[0]
            if start < begin or _ENDS_LIST.search(self.text, start, each.start):
                yield each
                continue
            if start != opened:
                before = [one for one in made[:at] if one.end <= start and one.start >= begin]
                opened, whole = start, next((one for one in reversed(before) if one.role is Role.AMOUNT), None)
            yield self._of_the_stage(each, whole)

    @staticmethod
    def _of_the_stage(part: Statement, whole: Statement | None) -> Statement:
        inherits = (
            whole is not None
            and whole.concept in BUDGETS
            and part.concept in ("", "决算")
            and part.quantity.kind == whole.quantity.kind
            and part.role is Role.AMOUNT
            and not _SPENT.search(part.label)
        )
        return replace(part, concept=whole.concept) if inherits and whole is not None else part

    def in_a_list(self, each: Statement) -> bool:
        """Whether a figure is one of several that make another: behind 其中, or within 由……组成."""
        begin = self.span(each.sentence)[0]
        found = [match.end() for match in _PARTS.finditer(self.text, begin, each.start)]
        listed = bool(found) and not _ENDS_LIST.search(self.text, found[-1], each.start)
        return listed or any(match.start() <= each.start < match.end() for match in MADE_OF.finditer(self.text, begin))

    def _targets(self, made: Iterable[Statement]) -> Iterator[Statement]:
        """Figures with a word of plans and targets right before them: 计划培训36场, 目标90%."""
        for each in made:
            start = self.span(each.sentence)[0]
            begin = label_start(self.text, each.start)
            begin = begin if each.label.startswith("实际") else max(start, begin - 12)  # 计划480人，实际培训506人
            planned = self.lexicon.any_of("计划").search(self.text, begin, each.end)
            planned = None if _AT_PRESENT.search(self.text, start, each.start) else planned
            yield replace(each, planned=True) if planned or _PLANS.search(self.passage.section) else each

    def _line_item(self, at: int) -> str:
        return next((found["name"] for found in reversed(self._line_items) if found.end() <= at), "")

    @cached_property
    def _line_items(self) -> list[re.Match[str]]:
        return list(_LINE_ITEM.finditer(self.text)) if _ITEM_OR_HEAD.search(self.text) else []

    @cached_property
    def _first_opening(self) -> str:
        return opening_of(self.text, 0, self.passage.numbers[0].start, self.lexicon) if self.passage.numbers else ""

    def _role(self, number: Stated, label: str, before: Statement | None) -> Role:
        words = self.text[begin_of(self.text, number.start, "，。；、：:（(\n") : number.start]
        same = before is not None and before.role in (Role.SHARE, Role.CHANGE, Role.RATE)
        joined = before is not None and bool(_AND.fullmatch(self.text, before.end, number.start))
        if _BRANCH.fullmatch(number.quantity.unit):
            return Role.CHANGE
        if same and joined and before is not None and before.quantity.kind == number.quantity.kind:
            return before.role  # 占比分别为60%、40%
        if (self._changes(words) and not is_name_of_measure(number, words)) or is_rate_of_change(
            self.text, number, before
        ):
            return Role.CHANGE
        if number.quantity.kind == "%":
            behind = before is not None and before.role is Role.SHARE
            at_most = number.quantity.value <= 1
            return Role.SHARE if is_told_as_share(self.text, number.start, label, behind, at_most) else Role.RATE
        said = _UP_TO_STANDARD.sub("", self.lexicon.any_of("不是均摊").sub("", label))
        said = said.removesuffix("标准") if number.quantity.unit in _KINDS else said
        each = "/" in number.quantity.unit or said.endswith("各")
        each = each or bool(_ONE.search(words) or self.lexicon.any_of("均摊").search(said))
        return Role.EACH if each or self._is_another_rate(number, before) else Role.AMOUNT

    def _is_another_rate(self, number: Stated, before: Statement | None) -> bool:
        """重度每人每月120元、中度100元; 每百万元论文4.6篇、专利0.9件: what follows an amount for each is so as well."""
        if before is None or before.role is not Role.EACH:
            return False
        if before.quantity.kind != number.quantity.kind:
            told, between = number.quantity, self.text[before.end : number.start]  # 单价18元/公斤、鱼苗款25.20万元
            return between == "、" or bool(told.decimals and told.unit != "元" and _ONWARD.fullmatch(between))
        onward = _ONWARD.fullmatch(self.text, before.end, number.start)
        one, other = sorted((before.quantity.value, number.quantity.value))
        going_on = onward is not None and not self.lexicon.any_of("合计").search(onward[0])
        return going_on and other < one * _FAR

    def _changes(self, words: str) -> bool:
        return bool(self.lexicon.pattern("changes", _change_words).search(words)) and not _NO_CHANGE.search(words)


def _change_words(lexicon: Lexicon) -> str:
    words = (*lexicon.lists["增"], *lexicon.lists["减"], "幅度", "变动率", "变化率")
    return rf"(?:{alternation(words)}){_CHANGED}"
