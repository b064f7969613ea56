"""The figures of a document for those who look for one told again: by what they count, and by the words they are of."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from reportgen import patterns as re
from reportgen.numbers.labels import pairs_of
from reportgen.record import Struct
from reportgen.statements.one_thing import is_taken_up, may_be_told_again, must_be_known
from reportgen.statements.repeated_names import kind_of
from reportgen.statements.slips import exchanged, is_close, is_slip_of
from reportgen.statements.statement import Origin, Statement
from reportgen.statements.things import stage, things_of

_PART, _BASIC = re.compile("项目|基本"), "基本"
_OF_ALL = re.compile(
    "(?:涉及|评价|申请|申报|监控)的?(?:财政|项目|预算)?资金(?:总额|规模|总量|合计|总计|共计|共)?[为是]?$|资金总额[为是]?$|年申请(?:（万?元）)?$"
)
_OF_LIST = re.compile(
    "[两二三四五六七八九十2-9][项类笔个块][^，。；：、\\d]{0,6}(?:合计|共计|总计|累加|合起来|相加|加总)[为是得]?$"
)
_FEWEST, _WORD, _NEAR = 2, 2, 18
MANY = 40
"""A word of so many figures, or a unit, tells nothing."""

_Key = TypeVar("_Key", bound=Hashable)


class Told(Struct, frozen=True, dict=True):
    """The figures of a document, and what is known of them."""

    every: Sequence[Statement]
    tied: Set[Statement]
    again: Set[Statement]
    year: int | None
    """That of the document."""

    @cached_property
    def retelling(self) -> Mapping[int, int]:
        """How many figures of a paragraph are told elsewhere."""
        return Counter(each.block for each in self.again if each.origin is Origin.PROSE)

    @cached_property
    def kinds(self) -> Mapping[tuple[str, int], Sequence[Statement]]:
        """Those that may be told again, by what they count and how finely."""
        return _grouped((kind_told(each), each) for each in self.every if may_be_told_again(each))

    @cached_property
    def _words(self) -> Mapping[tuple[tuple[str, int], str], Sequence[Statement]]:
        """The same by each two characters of what they are of."""
        return _grouped(
            ((kind_told(each), pair), each) for group in self.kinds.values() for each in group for pair in _pairs(each)
        )

    @cached_property
    def said(self) -> Mapping[tuple[int, str, Decimal], int]:
        """How often a paragraph says a figure."""
        return Counter((each.block, kind_of(each), each.quantity.value) for each in self.every)

    @cached_property
    def _plainly(self) -> Mapping[tuple[str, Decimal], int]:
        """How often a figure is told by those who need not have told it before."""
        return Counter((kind_of(each), each.quantity.value) for each in self.every if not is_taken_up(each))

    def is_untold(self, each: Statement) -> bool:
        """47处隐患里有12处: a number that must have been told before, and was not."""
        return must_be_known(each) and self._plainly[kind_of(each), each.quantity.value] == 0

    @cached_property
    def _general(self) -> Mapping[tuple[str, int, str, str], Sequence[Statement]]:
        """Money of a stage and of no thing: the largest of all, and the next."""
        money = (each for each in self.every if is_general(each) and may_be_told_again(each))
        found = _grouped((self._budget(each), each) for each in money)
        largest = {key: sorted({one.quantity.value for one in group})[-_FEWEST:] for key, group in found.items()}
        return {key: [one for one in group if one.quantity.value in largest[key]] for key, group in found.items()}

    @cached_property
    def _parted(self) -> bool:
        """Whether the money is told by its parts; in a paper of one project 项目预算 is all there is."""
        return any(each.quantity.unit == "元" and _BASIC in f"{each.label}{each.row}" for each in self.every)

    def _budget(self, each: Statement) -> tuple[str, int, str, str]:
        """Which budget, or outcome, it is: 项目资金120.00万元 is no slip of 预算320.00万元, 基本支出200.00万元."""
        part = _PART.search(f"{each.label}{each.row}") if self._parted else None
        return (*kind_told(each), stage(each), part[0] if part else "")

    def whole(self, each: Statement) -> list[Statement]:
        """The largest money of its stage, as often as it is told: the whole has the largest budget of all."""
        others = [one for one in self._general[self._budget(each)][:MANY] if one is not each]
        most = max((one.quantity.value for one in others), default=None)
        return [one for one in others if one.quantity.value == most]

    def known_money(self, each: Statement) -> list[Statement]:
        """What else money may be: of its stage and told twice, or borne out; of any stage where it is of none."""
        known = [one for one in self.kinds[kind_told(each)] if one in self.tied or one in self.again]
        of_stage = (one for one in known if stage(one) == stage(each) or is_of_all(each))
        return [one for one in of_stage if self._may_be_this_money(each, one)]

    def _may_be_this_money(self, each: Statement, one: Statement) -> bool:
        """共支出25.20万元, after 群众赛事拨付52.20万元: of a thing only where two digits changed places."""
        near = is_slip_of(each.quantity, one.quantity.value) or (
            is_of_all(each) and is_close(each.quantity, one.quantity)
        )
        if not near or is_general(one) or is_of_list(each):
            return near
        return one.quantity.value in exchanged(each.quantity) and one in self.tied and one in self.again

    @cached_property
    def paragraphs(self) -> Mapping[int, Sequence[Statement]]:
        """Those of the running text by their paragraphs."""
        return _grouped((each.block, each) for each in self.every if each.origin is Origin.PROSE)

    def beside(self, each: Statement) -> Sequence[Statement]:
        """The figures of its paragraph; of very many the first."""
        return self.paragraphs[each.block][:MANY]

    @cached_property
    def rows(self) -> Mapping[tuple[int, int], Sequence[Statement]]:
        """Those of each row of a table, and of each sentence."""
        return _grouped(((each.block, each.sentence), each) for each in self.every)

    def named(self, each: Statement) -> list[Statement]:
        """Those that share a word with it; a word of very many tells nothing."""
        groups = (self._words.get((kind_told(each), pair), ()) for pair in sorted(_pairs(each)))
        return list(dict.fromkeys(one for group in groups if len(group) <= MANY for one in group if one is not each))


def _grouped(pairs: Iterable[tuple[_Key, Statement]]) -> Mapping[_Key, list[Statement]]:
    found: dict[_Key, list[Statement]] = defaultdict(list)
    for key, each in pairs:
        found[key].append(each)
    return found


def kind_told(each: Statement) -> tuple[str, int]:
    """What it counts, and how finely it is written."""
    return kind_of(each), each.quantity.decimals


def _pairs(each: Statement) -> set[str]:
    """Each two characters of what it is of."""
    return {pair for name in things_of(each) for pair in pairs_of(name)}


def is_general(each: Statement) -> bool:
    """预算2,186.00万元, 实际花了2,113.10万元: money of a stage and of no thing; the sum of the table."""
    money = each.quantity.unit == "元" and not things_of(each) and not each.depth
    return is_of_list(each) or (money and (stage(each) != "" or is_of_all(each)))


def is_of_all(each: Statement) -> bool:
    """涉及资金, 评价资金总额: of no stage, and of all that the paper is about, or that was told before."""
    return bool(_OF_ALL.search(each.label)) or is_of_list(each)


def is_of_list(each: Statement) -> bool:
    """四项合计268.00万元: of what was told before it."""
    return each.origin is Origin.PROSE and bool(
        _OF_LIST.search(each.passage.text, max(0, each.start - _NEAR), each.start)
    )
