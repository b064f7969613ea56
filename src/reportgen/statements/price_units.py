"""For each of what a figure is: 人 and 月 of 每人每月, 人均月工资; 盏 and 年 of 一盏灯一年; 台班 of 台班费."""

from functools import cache

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.numbers.clauses import begin_of
from reportgen.numbers.units import by_characters, known
from reportgen.record import Struct
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_SINCE = "，。；：、（(\n"
_FIGURE = re.compile(r"\d(?:(?!每)[^\W\d_])*$|\d")
"""The figure before, with all that follows it; 45名保洁员每人每月 says for each of what the next one is."""
_HINT = re.compile(r"[每均一单价费酬租薪资补贴本标造奖投工收/／·•]")
"""Without one of these characters a figure is for nothing."""
_TIMES = re.compile(r"[年月日天周]")
_BEHIND = re.compile(r"\s*(?:[/／·•]\s*|一(?=[^\W\d_]{1,2}(?:[，。；、）]|$)))(?P<unit>[^\W\d_]{1,2})")
"""元/人·月; 120元/课时, where the unit was not read with the figure; 22元一件."""
_EACH_OF_THEM = re.compile(r"[，、]?每[^，。；、\d]{1,4}")
"""14座、每座62,000元: between a count and its price."""
_FAR, _LONG = 24, 4


class PriceUnits(Struct, frozen=True):
    """What a price is for: things, none where its words name none (单价), and spans of time (月, 天, 年)."""

    things: tuple[str, ...]
    times: tuple[str, ...]
    named: bool
    """Whether a word calls it a price: 单价."""


def price_units(each: Statement) -> PriceUnits | None:
    """For each of what a figure is, by the words before it and its unit; None where it is no figure for each."""
    text = each.passage.text
    if not _HINT.search(text, max(0, each.start - _FAR), each.end + _LONG):
        return None
    words = _words_before(each)
    found = [next(filter(None, match.groups())) for match in _units().finditer(words)]
    found += [unit for unit in [each.quantity.unit.partition("/")[2]] if unit]
    behind = _BEHIND.match(each.passage.text, each.end)
    found += [behind["unit"]] if behind else []
    named = bool(_names().search(words))
    if not found and not named:
        return None
    times = tuple(dict.fromkeys(unit[0] for unit in found if _TIMES.match(unit)))
    return PriceUnits(tuple(dict.fromkeys(unit for unit in found if not _TIMES.match(unit))), times, named)


def is_price(each: Statement) -> bool:
    """Whether it is so much for each: by its role, or as money by its words or its unit."""
    return each.role is Role.EACH or (each.quantity.kind == "元" and price_units(each) is not None)


def price_words(each: Statement) -> str:
    """What is paid for, behind the units: 接待费 of 人均接待费; empty where no more than a character says it."""
    words = bare(_words_before(each))
    found = list(_units().finditer(words))
    what = words[found[-1].end() :] if found else ""
    return what if len(what) > 1 else ""


def _words_before(each: Statement) -> str:
    """The words of its clause since the figure before, without what brackets add: 每个投放点（126个）一年花费."""
    text = each.passage.text
    begin = begin_of(text, each.start, "。；\n") if not each.depth else text.rfind("（", 0, each.start) + 1
    words = _BRACKETS.sub("", text[max(begin, each.start - _FAR) : each.start])
    words = words[begin_of(words, len(words), _SINCE) :]
    figures = list(_FIGURE.finditer(words))
    return words[figures[-1].end() :] if figures else words


@cache
def _units() -> re.Pattern[str]:
    """Every unit that the words of a price name."""
    units = by_characters(lists("counting_units")["单价"])
    counted = either(lists("counting")["单价的单位"])
    longer = by_characters(unit for unit in known() if len(unit) > 1)
    spent, priced = (either(lists("counting")[key]) for key in ("按期付的", "单位后的价"))
    return re.compile(
        rf"每(?:一|个(?!月)|(?!{units})一)?(?P<every>[^\W\d_每均一]{{1,{_LONG}}})"  # 每人每月, 每个投放点
        rf"|(?P<mean>{units}|[^\W\d_平每])均(?![衡等价为匀按已达有是能未可不获得完]|在(?![^\W\d_]$))"  # 人均, 次均
        rf"|(?:^|[价本费格均需要资按以])一(?:个(?={units}))?(?P<one>{units})(?![款工项标建级届批次])"  # 一次400元
        rf"|(?:^|[，。；])一(?P<case>[^\W\d_等次])(?=[补奖付给])"  # 一案补150元
        rf"|(?<=[^\W\d_])一(?P<span>年|天|个月|日)$"  # 一盏灯一年
        rf"|(?<![\d年])(?P<time>[月日年])(?:均)?(?={spent})"  # 月工资, 年租金
        rf"|单(?P<single>{counted}|车)(?!价)"  # 单场
        rf"|单(?P<sole>[^\W\d_位价独项一纯月日年])(?={priced})"  # 单井造价
        rf"|^(?P<fee>{counted}|{longer})(?:{priced})(?:为|是|按|约)*$"  # 台班费, 吨价
    )


@cache
def _names() -> re.Pattern[str]:
    """A word that calls a figure a price, right before it."""
    return re.compile(rf"(?:{either(lists('counting')['价名'])})(?:定为|执行|控制在|约|为|是|按|[:：])*$")


def its_own_count(price: Statement, paragraph: Paragraph) -> Statement | None:
    """一类14座、每座62,000元，二类38座、每座50,000元: of several prices each is of the count that it stands behind."""
    own = [one for one in paragraph.statements if one.sentence == price.sentence and one.role is Role.EACH]
    priced = [one for one in own if one.quantity.unit == price.quantity.unit and _follows_a_count(one, paragraph)]
    return paragraph.before(price) if price in priced and len(priced) > 1 else None


def _follows_a_count(price: Statement, paragraph: Paragraph) -> bool:
    before = paragraph.before(price)
    return before is not None and bool(_EACH_OF_THEM.fullmatch(paragraph.text, before.end, price.start))
