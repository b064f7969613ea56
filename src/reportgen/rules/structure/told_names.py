"""Units that a document names again and again: the one that a firm writes about, the bureau that it reports to."""

from collections import Counter
from collections.abc import Iterable, Iterator

from reportgen import patterns as re
from reportgen.lexicon.lists import characters, lists
from reportgen.rules.structure.name_variants import is_shortened

_UNITS = lists("units")
_ORGAN = tuple(sorted(_UNITS["单位"], key=len, reverse=True))
_PLACED = re.compile(rf"[\u4e00-\u9fff](?=[{characters(_UNITS['行政区划'])}])")
"""The last character of a place before its kind: 例 of 示例县."""
_NAME = re.compile(r"[\u4e00-\u9fff]{5,19}")
_SOME = "某"
_NO_ENDING = characters(_UNITS["不是结尾"])
_WITHIN = re.compile(rf"[{characters(_UNITS['行政区划'])}]")
_SHORTEST, _TWICE, _MOST, _INNER = 5, 2, 8, 4


def told_names(text: str, title: str, owns: Iterable[str]) -> list[str]:
    """The names that stand at least twice in a text, its title among it, the most frequent first, without `owns`.

    Of names within each other the longest that stands as often.
    """
    counted = Counter(_candidates(text, title))
    often = [name for name, times in counted.most_common() if times >= _TWICE]
    whole = [
        name
        for name in often
        if not any(other != name and name in other and counted[other] >= counted[name] for other in often)
    ]
    known = [*owns]
    return [name for name in whole if not any(_is_own(name, own) for own in known)][:_MOST]


def _is_own(name: str, own: str) -> bool:
    """Whether a name is one of the document's own, a part of it, or its short form: 某市科技馆 of 某市科学技术馆."""
    return own in name or is_shortened(name, own)


def inner_names(name: str, text: str) -> Iterator[str]:
    """试样镇人民政府 of 甲县试样镇人民政府, where the text calls it so without the place before."""
    for place in _WITHIN.finditer(name):
        inner = name[place.end() :]
        if len(inner) >= _INNER and re.search(rf"(?<![县市区镇乡]){re.escape(inner)}", text):
            yield inner


def _candidates(text: str, title: str) -> Iterator[str]:
    """Every stretch from the name of a place to a word that ends the name of a unit, and is no part of another word."""
    for place in _PLACED.finditer(text):
        alone = place[0] == _SOME and text[place.start() - 1 : place.start()] != _SOME  # 某市, 示例县, 某某县
        start = place.start() if alone else max(place.start() - 1, 0)
        found = _NAME.match(text, start)
        words = found[0] if found else ""
        for end in range(_SHORTEST, len(words) + 1):
            name, following = words[:end], text[start + end : start + end + 1]
            ends = not (following and following in _NO_ENDING) or title.startswith(name)
            if ends and name.endswith(_ORGAN):
                yield name
