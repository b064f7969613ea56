"""The words by which statements are understood, read from `lexicon/figures.yaml`: names, times, plans, lists."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain
from typing import Any

from reportgen import patterns as re
from reportgen.place import Written
from reportgen.record import Struct, field
from reportgen.source import node as nodes
from reportgen.source.reader import read_own
from reportgen.world import lexicon_folder, read_text


class Rate(Struct, frozen=True):
    """What a rate is made of: words for what is counted above the line and below it."""

    part: re.Pattern[str]
    whole: re.Pattern[str]


class Lexicon(Struct, frozen=True, dict=True):
    """Every list of the lexicon, and what is looked up in it."""

    concepts: Mapping[str, str]
    """Each name by which a concept goes → the concept."""
    lists: Mapping[str, tuple[str, ...]]
    """A list of words by its key."""
    closed: tuple[tuple[str, ...], ...]
    """The labels of each closed set."""
    rates: Mapping[str, Rate]
    ordered: Mapping[str, tuple[str, ...]]
    """What is never more than something else: 收回 → 发放, 发出."""
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict)
    _concepts: dict[str, str] = field(default_factory=dict)

    def any_of(self, key: str) -> re.Pattern[str]:
        """One of the words of a list, the longest that fits."""
        if key not in self._patterns:
            self._patterns[key] = re.compile(alternation(self.lists[key]))
        return self._patterns[key]

    def pattern(self, key: str, make: Callable[["Lexicon"], str]) -> re.Pattern[str]:
        """What is made of several lists, under a key of its own."""
        if key not in self._patterns:
            self._patterns[key] = re.compile(make(self))
        return self._patterns[key]

    def concept(self, label: str) -> str:
        """The concept whose name ends last in the label, of those that end alike the longest; empty where none is."""
        if label not in self._concepts:
            words = _NO_CONCEPT.sub("～", label)
            ends = ((words.rfind(word) + len(word), len(word), word) for word in self.concepts if word in words)
            last = max(ends, default=None)
            self._concepts[label] = self.concepts[last[2]] if last else ""
        return self._concepts[label]

    def grade(self, label: str) -> str:
        """The grade that a label names: 评为“优”的 → 优; empty where it names none."""
        if "grade" not in self._patterns:
            words = alternation(self.lists["等级"])
            self._patterns["grade"] = re.compile(
                rf"(?:[^，。；：]{{0,12}}(?:为|有|中|评定|评为|表示|认为|回答|结果|自评|工程))?[“\"「]?(?P<grade>{words})[”\"」]?"
                r"(?:等次|等级|档次|等|级|的|项目|档|项|有|共|仅|者)*"
            )
        found = self._patterns["grade"].fullmatch(label.strip())
        return found["grade"] if found else ""

    def rate(self, name: str) -> Rate | None:
        """What a rate of such a name is made of; None for names that the lexicon does not know."""
        return next((rate for ending, rate in self.rates.items() if name.endswith(ending)), None)

    def closed_set(self, labels: Iterable[str]) -> bool:
        """Whether the labels are, each once, those of a set that leaves no other."""
        said = list(labels)
        if len(said) == 2 and _is_denied(*said):
            return True
        of_size = self._closed_by_size.get(len(said))
        if of_size is None or not all(of_size[0].search(label) for label in said):
            return False
        return any(_each_once(words, said) for words in of_size[1])

    @cached_property
    def _closed_by_size(self) -> Mapping[int, tuple[re.Pattern[str], list[tuple[str, ...]]]]:
        """The sets of so many words, and a pattern of all these words, without which a label is in none of them."""
        sizes = {len(words) for words in self.closed}
        sets = {size: [words for words in self.closed if len(words) == size] for size in sizes}
        return {size: (re.compile(alternation({*chain(*words)})), words) for size, words in sets.items()}


_DENIES = re.compile("^[非未不无]")


def _is_denied(one: str, other: str) -> bool:
    """机动船 and 非机动船, 持证 and 未持证: what is denied leaves no other."""
    return bool(_DENIES.match(other)) and len(one) > 1 and other[1:] == one


_NO_CONCEPT = re.compile(
    r"""
    (?:一般)?公共预算 | 政府性基金预算 | 国有资本经营预算   # names of money that hold the word 预算
    | 应(?=[急用对聘届]) | (?<=[反供响适对相效感])应       # 应急电话, 不良反应: nothing is due
    """,
    re.VERBOSE,
)
"""Words that hold a word of a concept and are none."""


def _each_once(words: tuple[str, ...], labels: list[str]) -> bool:
    """Whether each label holds a word of its own, the longest that it holds counting: 不合格 is not 合格."""
    found = []
    for label in labels:
        if not (held := [word for word in words if word in label]):
            return False
        found.append(max(held, key=len))
    return sorted(found) == sorted(words)


def alternation(words: Iterable[str]) -> str:
    """A pattern of words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def beginning(words: Iterable[str], others: str = "") -> str:
    """A pattern for a place where one of the words can begin, or one of the other characters stands: to look for one
    character first spares most places of a text a try of every word."""
    return f"(?=[{re.escape(''.join(sorted({word[0] for word in words} | {*others})))}])"


@cache
def lexicon() -> Lexicon:
    """The lexicon that travels with the program."""
    data = read_data("figures.yaml")
    concepts = {word: name for name, words in data.pop("概念").items() for word in words.split()}
    closed = tuple(tuple(words.split()) for words in data.pop("穷尽"))
    rates = {name: Rate(_words(rate["分子"]), _words(rate["分母"])) for name, rate in data.pop("比率").items()}
    ordered = {word: tuple(words.split()) for word, words in data.pop("不多于").items()}
    lists = dict(_lists(data))
    for way, word in (("增", "多"), ("减", "少")):
        lists[way] += tuple(word + verb for verb in lists["多少"])
    return Lexicon(concepts, lists, closed, rates, ordered)


def read_data(name: str) -> Any:
    """A file of the lexicon as mappings, lists and texts."""
    return _plain(read_own(read_text(lexicon_folder() / name), name))


def _plain(node: nodes.Node) -> Any:
    match node:
        case nodes.Mapping():
            return {entry.key.text: _plain(entry.value) for entry in node}
        case nodes.Sequence():
            return [_plain(item) for item in node.items]
        case Written():
            return node.text


def _lists(data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, words in data.items():
        if isinstance(words, str):
            yield key, tuple(words.split())
        else:
            yield from _lists(words)


def _words(words: str) -> re.Pattern[str]:
    return re.compile(alternation(words.split()))
