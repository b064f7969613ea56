"""A unit's name written otherwise: one character more or less, another ending, the old name, two words exchanged."""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from reportgen import patterns as re
from reportgen.lexicon.lists import characters, lists
from reportgen.record import Struct

_UNITS = lists("units")
_GROUPS = tuple(words for name, words in _UNITS.items() if name.startswith("易错"))
_OTHERS = frozenset(_UNITS["别的单位"])
_ELSE = characters(_UNITS["不是结尾"])
_MANAGES, _MANAGEMENT = characters(_UNITS["管理后面"]), "管理"
_OTHER_PLACE = {"镇": "乡", "乡": "镇", "县": "区市", "区": "县市", "市": "县区", "省": "市", "州": "市县", "旗": "县"}
_OLD = tuple((new, old) for pair in _UNITS["旧名"] for new, _, old in [pair.partition("=")])
_PLACE = re.compile(rf"[\u4e00-\u9fff]{{1,3}}?[{characters(_UNITS['行政区划'])}]")
_HANZI = re.compile(r"[\u4e00-\u9fff]*")
_NUMERALS = frozenset("一二三四五六七八九十东西南北中上下新老分支")
"""What tells one unit of a kind from another."""
_GENERAL = re.compile("|".join(_UNITS["泛用"]))
"""管理, 事务, 服务: what many names hold whatever the unit does."""
_ORGAN = tuple(sorted((word for word in _UNITS["单位"] if len(word) > 1), key=len, reverse=True))
_BUREAUS, _BELOW = frozenset(_UNITS["机关"]), frozenset(_UNITS["办事单位"])
"""县林业局 and 县林业站 are two units, one below the other."""
_SHORT_CORE, _LONG_CORE, _PLACE_LENGTH = 3, 5, 2
_ENDS_A_NAME = frozenset("为是系于在由将已的与和及对按全负承组内共把")


class Variant(Struct, frozen=True):
    """Another way to write a name: its words, and whether they can be nothing else."""

    text: str
    certain: bool


@lru_cache(maxsize=256)
def place_of_name(name: str) -> str:
    """示例县 of 示例县人民医院."""
    found = _PLACE.match(name)
    return found[0] if found else name[:_PLACE_LENGTH]


def variant_at(text: str, at: int, name: str) -> Variant | None:
    """The name written otherwise at a place of running text where its place-name stands."""
    place = place_of_name(name)
    core, rest = name[len(place) :], text[at + len(place) :][: len(name) + 3]
    words = _hanzi(rest)
    if not core or words.startswith(core):
        return _one_more(words, core, place)
    for length in range(min(len(words), len(core) + 2), 1, -1):
        tail, following = words[:length], words[length : length + 1]
        if (tail not in _OTHERS or _is_old(tail, core) or _is_shorter(tail, core)) and (
            found := _kind(tail, core, following)
        ) is not None:
            return Variant(place + tail, found)
    return None


def _is_shorter(tail: str, core: str) -> bool:
    """中医院 for 中医医院: a character is missing, although there are units of that name."""
    return len(tail) == len(core) - 1 and tail[-1] == core[-1] and is_shortened(tail, core)


def _one_more(words: str, core: str, place: str) -> Variant | None:
    """图书馆馆: the last character twice."""
    twice = len(core) > 1 and words.startswith(core + core[-1]) and words[len(core) : len(core) + 2] != core[-1] * 2
    follows = words[len(core) + 1 : len(core) + 2]
    return Variant(place + core + core[-1], False) if twice and follows not in _ELSE.replace("于", "") else None


@cache
def _kind(tail: str, core: str, following: str) -> bool | None:
    """Whether a tail is a slip for the core, certainly or perhaps; None when it is something else."""
    if len(core) < _SHORT_CORE or (following and following in _ELSE):
        return None
    if tail.endswith(_MANAGEMENT) and not (following and following in _MANAGES):
        return None
    if _is_old(tail, core) or _other_ending(tail, core):
        return False
    if tail[-1] != core[-1]:
        cut = tail == core[:-1] and core.endswith(_ORGAN) and (not following or following in _ENDS_A_NAME)
        wrong = cut or _turned(tail, core) or _last_wrong(tail, core) or _ends_as_another(tail, core, following)
        return False if wrong else None
    return _slip(tail, core)


def _slip(tail: str, core: str) -> bool | None:
    """One character left out, put in, exchanged, or several in another order; the last one agrees."""
    if is_shortened(tail, core) and len(tail) == len(core) - 1:
        return len(core) > _SHORT_CORE
    if is_shortened(core, tail) and len(tail) == len(core) + 1:
        return _inserted(tail, core)
    if _turned(tail, core):
        return True
    if _but_for_general_words(tail, core) or _lacks_two(tail, core):
        return False
    changed = [{new, old} for new, old in zip(tail, core, strict=False) if new != old]
    told_apart = len(changed) != 1 or changed[0] & _NUMERALS
    if len(tail) == len(core) > _SHORT_CORE and (not told_apart or _shares_the_rest(tail, core)):
        return False
    return None


def _but_for_general_words(tail: str, core: str) -> bool:
    """退役军人管理局 for 退役军人事务局, 投资促进中心 for 投资促进服务中心: what differs says nothing of its trade."""
    ours, theirs = _GENERAL.sub("", core), _GENERAL.sub("", tail)
    return len(core) > _LONG_CORE and ours == theirs and len(ours) > _SHORT_CORE


def _lacks_two(tail: str, core: str) -> bool:
    """传承中心 for 传承保护中心, in a long name: two characters that follow each other are left out."""
    at = next((at for at, (new, old) in enumerate(zip(tail, core, strict=False)) if new != old), len(tail))
    without = core[:at] + core[at + _PLACE_LENGTH :]
    inside = _PLACE_LENGTH <= at <= len(core) - 2 * _PLACE_LENGTH
    return len(core) > _LONG_CORE + _PLACE_LENGTH and tail == without and inside


def _shares_the_rest(tail: str, core: str) -> bool:
    """航道事业发展中心 for 港航事业发展中心: of the two characters that differ one stands in both."""
    apart = [at for at, (new, old) in enumerate(zip(tail, core, strict=True)) if new != old]
    if len(core) <= _LONG_CORE or len(apart) != _PLACE_LENGTH or apart[1] - apart[0] != 1:
        return False
    ours, theirs = (words[apart[0] : apart[1] + 1] for words in (core, tail))
    return bool(set(ours) & set(theirs))


def _ends_as_another(tail: str, core: str, following: str) -> bool:
    """中医医馆 for 中医医院: a long stem with the ending of another kind of unit, none that stands below a bureau."""
    stem = len(core) > _SHORT_CORE and tail[:-1] == core[:-1]
    goes_on = bool(following) and tail[-1] + following in _UNITS["单位"]  # 科学技术协会
    below = core[-1] in _BUREAUS and tail[-1] in _BELOW
    return stem and tail[-1] in _UNITS["单位"] and not goes_on and not below


def _last_wrong(tail: str, core: str) -> bool:
    """人民政腐, 交通管理大大: all but the last character of a long name, and no other ending."""
    told = (core.endswith(_ORGAN) or len(core) > _LONG_CORE) and len(core) > _SHORT_CORE and tail[:-1] == core[:-1]
    return told and not tail.endswith(_ORGAN) and tail[-1] not in _ENDS_A_NAME and tail[-1] not in _UNITS["单位"]


def _inserted(tail: str, core: str) -> bool | None:
    """体育总局, 医医院; but 公安分局 is another unit."""
    at = next((at for at, char in enumerate(core) if tail[at] != char), len(core))
    twice = tail[at] in (tail[at - 1 : at], tail[at + 1 : at + 2])
    return True if twice else None if tail[at] in _NUMERALS else False


def _is_old(tail: str, core: str) -> bool:
    return any(core.endswith(new) and tail == core[: -len(new)] + old for new, old in _OLD)


def _other_ending(tail: str, core: str) -> bool:
    """体育厅 for 体育局: the same stem and another ending of its group."""
    for group in _GROUPS:
        for ending in sorted(group, key=len, reverse=True):
            stem = core[: -len(ending)]
            if core.endswith(ending) and len(stem) > 1:
                return any(tail == stem + other for other in group if other != ending)
    return False


def _turned(tail: str, core: str) -> bool:
    """政府人民, 法民院: the characters of the name in another order, at most one left out."""
    left = Counter(tail) - Counter(core)
    return not left and len(core) - 1 <= len(tail) <= len(core) and not is_shortened(tail, core)


def is_shortened(short: str, long: str) -> bool:
    """Whether all characters of one stand in the other, in order: 某市科技馆 of 某市科学技术馆."""
    rest = iter(long)
    return all(char in rest for char in short)


def alike(words: str, name: str) -> bool:
    """Whether words that stand where only the name can stand mean the unit: half of its characters, in order."""
    if words == name or words[:_PLACE_LENGTH] != name[:_PLACE_LENGTH]:
        return False
    place = place_of_name(name)
    same_place = words.startswith(place)
    ours, theirs = (name[len(place) :], words[len(place) :]) if same_place else (name, words)
    if theirs in _OTHERS and not _is_old(theirs, ours):
        return False
    return 2 * _common(ours, theirs) >= max(len(ours), len(theirs))


@cache
def _common(first: str, second: str) -> int:
    """How many characters two names have in common, in order."""
    rows = [0] * (len(second) + 1)
    for char in first:
        before = 0
        for at, other in enumerate(second, 1):
            before, rows[at] = rows[at], before + 1 if char == other else max(rows[at], rows[at - 1])
    return rows[-1]


@lru_cache(maxsize=256)
def other_places(name: str) -> tuple[str, ...]:
    """样本乡人民政府 for 样本镇人民政府, 某县图书馆 for 某市图书馆; none where the place is of another kind."""
    place = place_of_name(name)
    return tuple(place[:-1] + other + name[len(place) :] for other in _OTHER_PLACE.get(place[-1], ""))


def misspelt_places(name: str, text: str) -> Iterator[tuple[int, str]]:
    """Where the name stands with one other character in its first two: 示列街道办事处."""
    core = name[_PLACE_LENGTH:]
    for found in re.finditer(re.escape(core), text) if len(core) > _SHORT_CORE and core in text else ():
        start = found.start() - _PLACE_LENGTH
        words = text[max(start, 0) : found.end()]
        same = sum(new == old for new, old in zip(words, name, strict=False))
        if start >= 0 and same == len(name) - 1 and _HANZI.fullmatch(words) and words[0] not in _ENDS_A_NAME:
            yield start, words


def renamed(name: str) -> str:
    """The new name where this one is the old one, 农业农村局 for 农业局; several can be meant, the first is taken."""
    return next((name[: -len(old)] + new for new, old in _OLD if name.endswith(old)), "")


def spellings(name: str) -> Iterator[str]:
    """The name with each other ending that is easily written for its own."""
    for group in _GROUPS:
        for ending in group:
            if name.endswith(ending):
                yield from (name[: -len(ending)] + other for other in group if other != ending)


def _hanzi(text: str) -> str:
    found = _HANZI.match(text)
    return found[0] if found else ""
