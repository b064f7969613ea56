"""Wrong words for a mark whose source gives none: made by the kind of error, blindly but always the same."""

import re
from collections.abc import Callable
from decimal import Decimal
from random import Random

from benchmarks.accuracy.corpus.figures import (
    DIGITS,
    Figure,
    above,
    figure_in,
    one_more_or_less,
    slipped,
)
from benchmarks.accuracy.corpus.kinds import Kind
from reportgen.record import Struct


class Setting(Struct, frozen=True):
    """The right words of a mark, and what stands before and behind them: the paragraph, or the row of the table."""

    words: str
    before: str
    after: str
    random: Random


_Maker = Callable[[Setting, Figure], str | None]
_POSTS = re.compile(r"(?:编制?|岗位|职数|核定|限额)[^\d。，；]{0,10}?(\d+)\s*[名人个]")
"""A number of posts."""
_IS_POSTS = re.compile(r"(?:编制|岗位|职数|核定|限额)[^\d。，；]{0,6}$")
_IN_POST = re.compile(r"(\d+)\s*人")
_PEOPLE = re.compile(r"(\d+)\s*[名人个]?")
_BY_RATE = (Kind.SHARE, Kind.SHARES100, Kind.COMPLETION, Kind.GROWTH, Kind.PRODUCT)
"""Of these a slip must be larger than what rounding hides."""
_HIDDEN = Decimal("0.002")
_SCALED = re.compile(r"[百千万亿]?元|万?人次|万?[人名户件次个台册吨亩份]|公里|米")
_OTHER_SCALE = {"元": "万元", "万元": "亿元", "亿元": "万元", "千元": "万元", "公里": "米", "米": "公里"}
_OPPOSITE = {
    "大于": "小于",
    "高于": "低于",
    "多于": "少于",
    "超过": "低于",
    "等于": "大于",
    "持平": "增加",
    "增加": "减少",
    "增长": "下降",
    "上升": "下降",
    "提高": "降低",
    "上涨": "下跌",
}
_OPPOSITES = _OPPOSITE | {other: word for word, other in _OPPOSITE.items() if word not in ("等于", "持平", "超过")}
_DAYS = re.compile(r"(月)(\d{1,2})(日)")


def wrong_words(kind: Kind, setting: Setting) -> str | None:
    """Other words in the place of the right ones; None where the program can make none."""
    match kind:
        case Kind.DOUBLED:
            return setting.words * 2
        case Kind.COMPARE:
            return _OPPOSITES.get(setting.words)
        case Kind.DATE:
            wrong = _DAYS.sub(lambda day: f"{day[1]}32{day[3]}", setting.words)
            return wrong if wrong != setting.words else None
        case Kind.BASE0 | Kind.UNITNAME | Kind.TIED | Kind.ALONE:
            return None
        case _:
            return _wrong_figure(kind, setting)


def _wrong_figure(kind: Kind, setting: Setting) -> str | None:
    """The words with the figure that they hold written wrongly."""
    figure = figure_in(setting.words)
    made = _MAKERS.get(kind, _slip)(setting, figure) if figure else None
    if figure is None or made is None:
        return None
    wrong = setting.words[: figure.start] + made + setting.words[figure.end :]
    return wrong if kind is not Kind.UNIT else made


def _slip(setting: Setting, figure: Figure) -> str | None:
    return slipped(figure, setting.random)


def _large_slip(setting: Setting, figure: Figure) -> str | None:
    return slipped(figure, setting.random, _HIDDEN)


def _step(setting: Setting, figure: Figure) -> str | None:
    return one_more_or_less(figure, setting.random)


def _too_many(setting: Setting, figure: Figure) -> str | None:
    """More people than there are posts before them; where the posts themselves are marked, fewer posts than people."""
    step = setting.random.randint(1, 9)
    if _IS_POSTS.search(setting.before) and not setting.words.endswith("人"):
        people = _IN_POST.search(setting.after)
        fewer = (Decimal(people[1]) if people else figure.number) - min(step, 3)
        return figure.written(fewer) if 0 < fewer < figure.number else None
    told = _POSTS.findall(setting.before)[-1:] or _PEOPLE.findall(setting.before + "\n" + setting.after)
    likely = [number for number in map(Decimal, told) if number < 10 * max(figure.number, Decimal(10))]
    return figure.written(max([figure.number, *likely]) + step)


def _too_large(setting: Setting, figure: Figure) -> str:
    """More than the greatest amount of the same unit told before it: in the sentence, else in the paragraph."""
    unit, sentence = setting.words[figure.end :], setting.before.rpartition("。")[2]
    told = _amounts(sentence, unit) or _amounts(setting.before, unit)
    return above(max([figure.number, *told]), figure, setting.random)


def _amounts(text: str, unit: str) -> list[Decimal]:
    found = (match for match in DIGITS.finditer(text) if unit and text.startswith(unit, match.end()))
    return [Decimal(match[0].replace(",", "")) for match in found]


def _over(setting: Setting, figure: Figure) -> str:
    return above(Decimal(100), figure, setting.random)


def _negative(setting: Setting, figure: Figure) -> str | None:
    return None if figure.spelt or setting.before.endswith("-") else f"-{figure.text}"


def _last_year(_setting: Setting, figure: Figure) -> str | None:
    return figure.written(figure.number - 1) if len(figure.text) == 4 and not figure.spelt else None


def _other_scale(setting: Setting, figure: Figure) -> str | None:
    """All the words, with a unit of another scale behind the same figure."""
    head, tail = setting.words[: figure.end], setting.words[figure.end :]
    unit = _SCALED.match(tail)
    if unit is None:
        return None
    other = _OTHER_SCALE.get(unit[0]) or (unit[0][1:] if unit[0].startswith("万") else f"万{unit[0]}")
    return head + other + tail[unit.end() :]


_MAKERS: dict[Kind, _Maker] = {
    Kind.COUNT: _step,
    Kind.GRADES: _step,
    Kind.POSTS: _too_many,
    Kind.PART: _too_large,
    Kind.OVER: _over,
    Kind.NEGATIVE: _negative,
    Kind.YEAR: _last_year,
    Kind.UNIT: _other_scale,
    **dict.fromkeys(_BY_RATE, _large_slip),
}
