"""What the words of a title tell: the kind of document that ends it, the unit that it names, its year."""

from functools import cache

from reportgen import patterns as re
from reportgen.finished.lexicon import any_of, word_lists
from reportgen.lexicon.lists import either, lists

_BRACKETED = r"(?:[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)])*"
"""（委托方：某市财政局　受托方：某某咨询（某市）有限公司）."""
_YEAR = r"(?:20\d{2}|二[〇○零0OＯ][一二三四五六七八九〇○零0OＯ]{2})"
_DIGITS = {char: str(value) for value, chars in enumerate(("〇○零0OＯ", *"一二三四五六七八九")) for char in chars}
_OF_YEAR = re.compile(rf"[（(]\s*({_YEAR})\s*年\s*度?\s*[）)]")
_YEAR_LINE = re.compile(rf"[（(]?\s*({_YEAR})\s*年\s*度\s*[）)]?")
_TABLE = re.compile(
    r"(?:公开|附|续|财决|预算|决算)?[\d一二三四五六七八九十]*\s*(?:-\d+)?\s*表|(?:公开)?\d+\s*表|[附续]?表\s*[\d一二三四五六七八九十]"
)
"""公开01表, 附表2, 续表: what stands over a table of a series."""
_NUMBER = re.compile(r"^(?:公开|附|财决|预算|决算)?\d+(?:-\d+)?表(?=.{8})")
_NO_UNIT = re.compile(r"[\d\s“”《》〔〕]|^(?:关于|年度|部门|单位|项目|整体|财政|预算|决算|绩效|支出|自评|评价)+$")
_LEAST = 3
_NAME = rf"(?:(?!{_YEAR}\s*年)[^（(《“])"
_PART_OF_NAME = (
    rf"(?:财政|项目|预算|绩效|专项|决算|部门)\w{{0,6}}?(?:{either(lists('units')['内设'])})"
    r"(?=20|二[〇○零]|[\u4e00-\u9fff]{0,4}(?:整体|部门|项目|决算|预算|绩效))"
)
"""甲县乙镇 before 财政所: the name goes on."""


def ends_in_kind(words: str) -> bool:
    """Whether a line may end a title: with a kind of document, and not as a line or a cell within one does."""
    return bool(_kind().search(words)) and words not in _labels() and not _TABLE.match(words)


def says_kind(title: str) -> bool:
    """Whether a title says what kind of document it is; the number of its table may lead it: 公开13表 …自评情况."""
    words = _NUMBER.sub("", "".join(title.split()))
    return ends_in_kind(words) or words.endswith(word_lists("titles")["也算文种"])


def names_other_kind(title: str) -> bool:
    """Whether it is one of the kinds that are not about a year that is over: a notice, an order, a law."""
    return bool(_other_kind().search(title))


def unit_span(title: str) -> tuple[int, int] | None:
    """Where the unit stands that a title names: at its beginning, or behind its year."""
    found = _unit_before_year().match(title) or _unit().match(title)
    return found.span("unit") if found else None


def has_unit(title: str) -> bool:
    """Whether a title names a unit, be it one whose name ends in no known word: what stands before its year."""
    if unit_span(title):
        return True
    before = re.split(_YEAR + r"\s*年", title)[0] if re.search(_YEAR + r"\s*年", title) else ""
    before = before.removeprefix("关于").strip()
    return len(before) >= _LEAST and not _NO_UNIT.search(before)


def year_below(text: str) -> re.Match[str] | None:
    """The year that a line below a title gives in brackets, or that is all it says."""
    return _OF_YEAR.search(text) or _YEAR_LINE.fullmatch(text.strip())


def year_number(words: str) -> int:
    """2024, or 二〇二四.

    >>> year_number("二〇二四")
    2024
    """
    return int("".join(_DIGITS.get(char, char) for char in words))


@cache
def _labels() -> frozenset[str]:
    return frozenset(word_lists("titles")["不是标题"])


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(word_lists('titles')['文种'])}){_BRACKETED}(?:—+.*)?$")


@cache
def _other_kind() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(word_lists('titles')['不按年度的文种'])}){_BRACKETED}$")


@cache
def _unit_before_year() -> re.Pattern[str]:
    """All that stands before the year, where it ends in the word of an office."""
    return re.compile(rf"(?:关于)?(?P<unit>{_NAME}{{1,38}}(?:{_offices()}))(?=\s*{_YEAR}\s*年)")


@cache
def _unit() -> re.Pattern[str]:
    """A name that ends in the word of an office, before the kind of document."""
    after = any_of(word_lists("titles")["单位后面"])
    before = rf"(?:关于)?(?:{_YEAR}\s*年\s*度?)?"
    return re.compile(rf"{before}(?P<unit>{_NAME}{{1,38}}?(?:{_offices()}))(?={_YEAR}|(?!{_PART_OF_NAME})(?:{after}))")


def _offices() -> str:
    return any_of(word_lists("titles")["单位末字"])
