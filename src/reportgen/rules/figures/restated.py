"""Figures typed into prose beside the name of a fact: which fact each of them restates.

Meant to miss rather than to cry: the name must begin a clause, a name of several facts or of two characters needs the
group's name before it or a reference to another fact of the group beside it, and sentences about another year, a month,
a plan or a part are left alone.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from reportgen import patterns as re
from reportgen.lexicon.lists import lists
from reportgen.model.content import FundColumn
from reportgen.model.facts import Fact
from reportgen.model.inline import Number
from reportgen.model.quantity import Quantity
from reportgen.numbers import read_quantity
from reportgen.numbers.clauses import HALF_ENDS, begin_of, end_of
from reportgen.record import Struct
from reportgen.statements.passages import Passage

_GENERAL = {column.value for column in FundColumn} | {"合计", "得分", "完成率", "达标率", "满意度", "满意率"}
"""Names that say something only together with their group's name."""
_SURE = ("核定", "实有", "现有")
"""Before one of these even a name of two characters is meant: 核定编制."""
_LEADS = ("全年", "年末", "年底", "全馆", "共有", "单位", "其中", *_SURE)
_BEGINS = rf"(?P<begins>^|[，。；：、（“\s]|\d{{4}}年(?:度|末|底)?|{'|'.join(_LEADS)})"
_LINK = r"\s*(?:人数|数)?\s*(?:为|是|共计|总计|共|达到|达|：|:)?\s*"
_NUMBER = r"约?\d[\d,]*(?:\.\d+)?(?:百万|万|亿|千|百|十)?[余多]?(?:万|亿)?"
_AFTER = r"(?:以上|以下|左右)?"
_DIGIT = re.compile(r"\d")
_UNITS = lists("counting_units")["重说的单位"]
"""Units that may stand where a fact's own unit does not: without them 5分钟 would be read as 5分."""
_OTHER_TIME = re.compile(
    r"上年|去年|往年|历年|下一?年|明年|来年|月|季度|半年|累计|每|平均|日均"
    r"|同比|比上|较|新增|增加|减少|预计|计划|拟|将|争取|目标|至少|不少于|不低于|超过"
)
_PARTS = re.compile(r"其中|分别|各")


class Restatement(Struct, frozen=True):
    """A typed figure, characters `start` to `end` of its passage, and the facts that it can restate."""

    start: int
    end: int
    quantity: Quantity
    facts: tuple[Fact, ...]


class Names(Struct, frozen=True, dict=True):
    """The names of the facts of one content file, for finding them in prose."""

    facts: tuple[Fact, ...]
    year: int | None
    text: str
    """All that the document says: names that do not stand in it need not be looked for."""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        leaves = _any_of(fact.path[-1] for fact in self.facts if fact.path[-1] in self.text)
        groups = _any_of(fact.path[-2] for fact in self.facts if len(fact.path) > 1 and fact.path[-2] in self.text)
        known = {*_UNITS, *(fact.quantity.unit for fact in self.facts if fact.quantity)}
        units = _any_of(unit for unit in known if unit in self.text)
        return _restating(groups, leaves, units)

    def restated(self, passage: Passage) -> Iterator[Restatement]:
        """The typed figures of a passage that stand right after the name of facts of the same kind."""
        if not self.facts or not _DIGIT.search(passage.text):
            return
        for match in self._pattern.finditer(passage.text):
            quantity = read_quantity(match["figure"])
            start, end = match.span("figure")
            if quantity is None or not passage.typed_at(start) or self._about_something_else(passage.text, match):
                continue
            meant = self._meant(match, _groups_beside(passage, start))
            facts = tuple(fact for fact in meant if fact.quantity and fact.quantity.kind == quantity.kind)
            if facts:
                yield Restatement(start, end, quantity, facts)

    def _meant(self, match: re.Match[str], beside: set[tuple[str, ...]]) -> list[Fact]:
        leaf, group = match["leaf"], match["group"]
        named = [fact for fact in self.facts if fact.path[-1] == leaf]
        if group:
            return [fact for fact in named if fact.path[-2:] == (group, leaf)]
        if siblings := [fact for fact in named if fact.path[:-1] in beside and len(beside) == 1]:
            return siblings
        plain = leaf not in _GENERAL and (len(leaf) > 2 or match["begins"] in _SURE)
        return named if plain and len(named) == 1 else []

    def _about_something_else(self, text: str, match: re.Match[str]) -> bool:
        """Whether the sentence, the name left out, speaks of another time, or of a part when no group is named."""
        first, last = begin_of(text, match.start("leaf"), HALF_ENDS), end_of(text, match.end(), HALF_ENDS)
        rest = text[first : match.start("leaf")] + text[match.end("leaf") : last]
        years = {int(year) for year in re.findall(r"(\d{4})年", rest)}
        part = _PARTS.search(rest) and not match["group"]
        return bool(_OTHER_TIME.search(rest) or part or years - {self.year})


@lru_cache(maxsize=64)
def _restating(groups: str, leaves: str, units: str) -> re.Pattern[str]:
    """A name with a figure right behind it; documents of one type have most names in common."""
    name = rf"(?:(?P<group>{groups})的?)?(?P<leaf>{leaves})"
    return re.compile(rf"{_BEGINS}{name}{_LINK}(?P<figure>{_NUMBER}(?:{units}){_AFTER})")


def _groups_beside(passage: Passage, at: int) -> set[tuple[str, ...]]:
    """The groups whose facts are printed by references in the sentence that holds `at`."""
    first, last = begin_of(passage.text, at, HALF_ENDS), end_of(passage.text, at, HALF_ENDS)
    groups, offset = set(), 0
    for inline in passage.inlines:
        if isinstance(inline, Number) and first <= offset < last and len(inline.fact.path) > 2:
            groups.add(inline.fact.path[:-1])
        offset += len(inline.text)
    return groups


def _any_of(words: Iterable[str]) -> str:
    """An alternation with longer words first, so that 人次 is not read as 人."""
    return "|".join(re.escape(word) for word in sorted(filter(None, set(words)), key=len, reverse=True)) or r"(?!)"
