"""How a paragraph is cut up: sentences, clauses, brackets, and the words that say what a number is."""

from collections.abc import Iterator
from functools import lru_cache

from reportgen import patterns as re

SENTENCE_ENDS, HALF_ENDS = "。！？\n", "。；！？\n"
"""The marks that end a sentence, and those that end a half of one."""
_SENTENCE = re.compile(rf"[^{SENTENCE_ENDS}]+")
_SENTENCE_END, _BRACKET = re.compile(f"[{SENTENCE_ENDS}]"), re.compile("[（(）)]")


def bracket_depths(text: str) -> list[int]:
    """How many brackets each character stands in."""
    depths: list[int] = []
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depths += [depth] * (bracket.start() - len(depths))
        depth -= bracket[0] in "）)" and depth > 0
        depths.append(depth)
        depth += bracket[0] in "（("
    return depths + [depth] * (len(text) - len(depths))


def closing_bracket(text: str, opening: int) -> int:
    """Where the bracket closes whose inside begins at `opening`."""
    depth = 1
    for at in range(opening, len(text)):
        depth += (text[at] in "（(") - (text[at] in "）)")
        if not depth:
            return at
    return len(text)


def label_start(text: str, at: int) -> int:
    """Where the words begin that say what the number at `at` is: after the last digit or mark before it."""
    while at and text[at - 1] not in "，。；：、（）,;:()0123456789":
        at -= 1
    return at


def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that holds `at`."""
    return begin_of(text, at, SENTENCE_ENDS)


def clause_start(text: str, at: int) -> int:
    """Where the clause begins that holds `at`."""
    return begin_of(text, at, SENTENCE_ENDS + "，；：")


def sentences(text: str) -> Iterator[re.Match[str]]:
    """The sentences of a text, without the marks that end them."""
    return _SENTENCE.finditer(text)


@lru_cache(maxsize=4096)
def begin_of(text: str, at: int, marks: str) -> int:
    """Where the stretch begins that holds `at`, in a text that `marks` part into stretches."""
    return max([text.rfind(mark, 0, at) for mark in marks]) + 1


def end_of(text: str, at: int, marks: str) -> int:
    """Where the stretch ends that holds `at`: at the first of the `marks`, or with the text."""
    return min((end for mark in marks if (end := text.find(mark, at)) >= 0), default=len(text))


def in_a_title(text: str, at: int) -> bool:
    """Whether `at` stands between 《 and 》, or on one of them."""
    return text.rfind("《", 0, at + 1) > text.rfind("》", 0, at) and text.find("》", at) >= 0


def list_end(text: str, at: int, depths: list[int], depth: int) -> int:
    """Where the sentence, or the bracket, ends that holds `at`."""
    found = _SENTENCE_END.search(text, at)
    end = found.start() if found else len(text)
    return next((place for place in range(at, end) if depths[place] < depth), end) if depth else end
