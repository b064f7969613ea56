"""The units and classifiers that a number in a report may carry, and which of them count the same things.

For prose the list is closed: 5处 is five places, 「5多功能厅」 is not five of anything. What can be converted (money,
rates) stands here, what is counted in one trade or another in `lexicon/counting_units.yaml`.
"""

from collections.abc import Iterable

from reportgen import patterns as re
from reportgen.lexicon.lists import lists
from reportgen.model.quantity import THOUSANDS


def words(text: str) -> tuple[str, ...]:
    """The words of a list that is written with spaces."""
    return tuple(re.findall(r"\S+", text))


def by_characters(choices: Iterable[str]) -> str:
    """A pattern for one of the words, the longest that fits: 人(?:次|天)?, which is quicker compiled and tried."""
    rest: dict[str, list[str]] = {}
    for word in sorted(set(choices)):
        rest.setdefault(word[:1], []).append(word[1:])
    optional = "?" if rest.pop("", None) else ""
    single = "".join(first for first, tails in rest.items() if tails == [""])
    longer = [re.escape(first) + by_characters(tails) for first, tails in rest.items() if tails != [""]]
    choice = "|".join([*longer, *([f"[{re.escape(single)}]"] if single else [])])
    return f"(?:{choice}){optional}" if choice else ""


_UNITS = lists("counting_units")
_ALIKE = {unit: group[0] for name, group in _UNITS.items() if name.startswith("同样的") for unit in group[1:]}
_ALIKE |= {"百分点": "个百分点"}
_SPELLINGS = {"百分点": "个百分点", "圆": "元", "块钱": "元", "元整": "元", "元正": "元"}
_SPELLINGS |= {
    written: unit
    for unit in _UNITS["可加括号"]
    for written in (f"{unit[0]}（{unit[1]}）", f"{unit[0]}({unit[1]})", f"{unit[0]}/{unit[1]}")
}

MONEY = words("元 圆 块钱 美元 欧元 港元 港币")
RATES = words("个百分点 百分点 % ‰")
SPELT = _UNITS["汉字数字的单位"]
"""Units before which a numeral in Chinese characters is a statement too."""


def known() -> Iterable[str]:
    """Every unit of prose but money: rates, measures and classifiers."""
    counted = ("度量", "量词", "公共服务量词", "建设量词")
    return (*RATES, *_SPELLINGS, *(unit for name in counted for unit in _UNITS[name]))


_EACH = by_characters(_UNITS["单价"])
UNIT = rf"{by_characters(MONEY)}(?:/{_EACH})?|{by_characters(known())}"
"""A pattern for one unit. Longer ones are tried first, so that 人次 is not read as 人."""
_NO_SCALE = rf"(?![十百万亿余多]|千(?![{THOUSANDS}]))"
_WORD = r"[^\W\d_]"
ANY_UNIT = rf"{_NO_SCALE}{_WORD}+?(?:[（(]{_WORD}[）)])?(?:/{_EACH}|(?<=元)/{_WORD}+)?"
"""A pattern for whatever a field may count: 个乡镇, 部（套）, 公里/小时, 元/盆."""


def one_spelling(unit: str) -> str:
    """台（套） → 台套: the way a unit is kept."""
    return _SPELLINGS.get(unit, unit)


def counts(unit: str) -> str:
    """What a unit counts, for comparing: 名 and 位 count 人, 场次 count 场."""
    return _ALIKE.get(unit, unit)
