"""Headings of a finished document: by Word's outline level, by the form of their number, or by their words.

A number alone makes no heading: items of a list have numbers too. A line with a number of the first two levels is one
when it is short; one of the deeper levels only when text stands under it. Words without a number are a heading where
Word's outline says so, or where the outline of the pack has them: automatic numbers are lost when a report is copied.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from reportgen import patterns as re
from reportgen.finished.parts import Line, Part
from reportgen.record import Struct

_LABELS = (
    re.compile(r"[一二三四五六七八九十]{1,3}[、.．]"),
    re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"\d{1,2}(?:、|[.．](?!\d))"),
    re.compile(r"[（(]\d{1,2}[）)]"),
)
"""The numbers of the four levels (GB/T 9704-2012 §7.3.3), as typed by hand (一. for 一、) or printed by Word."""
DEEPEST = len(_LABELS)
LONGEST, LONGEST_ENDED = 50, 40
_DEEP = 3
"""From this level on numbers are mostly those of items."""
SENTENCE_WITHIN = re.compile(r"[。；！？](?=.)")
_ENDED = re.compile(r"[。；：:！？，]$")
_LEAD = re.compile(r"[^。：:，；]{2,25}[。：:]")
"""A heading with its text in one paragraph: 人员情况。全年……"""
_EDGES = re.compile(r"^[\s　]+|[\s　。：:；]+$")


class Label(Struct, frozen=True):
    """The number before a line: its level, and the line's words without it."""

    level: int
    number: str
    words: str


def label_of(line: Line) -> Label:
    """Its number, at level 0 where it has none of the four forms."""
    for level, pattern in enumerate(_LABELS, 1):
        if found := pattern.match(line.number or line.text):
            return Label(level, line.number or found[0], line.text if line.number else line.text[found.end() :])
    return Label(0, line.number, line.text)


def begins_with_label(line: Line) -> bool:
    """Whether a line has a number of a heading or of an item."""
    return bool(label_of(line).level)


class Outline(Struct, frozen=True):
    """What is known of the headings of a document: those that its kind has, and how its Word levels are used."""

    known: Mapping[str, int]
    """The headings of the pack's outline with their level."""
    shift: int = 0
    """By how much Word's outline levels are deeper than those of the numbers: the title may have the first."""

    @classmethod
    def of(cls, parts: Sequence[Part], known: Mapping[str, int], title: int = 0) -> "Outline":
        """The outline of the body of a document; `title` is the outline level of its title."""
        lines = [part for part in parts if isinstance(part, Line) and part.level]
        shifts = Counter(line.level - label.level for line in lines if (label := label_of(line)).level)
        usual = shifts.most_common(1)[0][0] if shifts else title
        return cls(known, usual)

    def level(self, line: Line, following: Part | None) -> int:
        """The level of the heading that a line is, 0 for text."""
        label = label_of(line)
        words = label.words.strip()
        if not words or len(words) > LONGEST or SENTENCE_WITHIN.search(words):
            return 0
        if label.level:
            return label.level if line.level or _is_heading(label, words, following) else 0
        if line.level and not (line.level > DEEPEST + self.shift and _ENDED.search(words)):
            return min(max(line.level - self.shift, 1), DEEPEST)
        return self.known.get(_EDGES.sub("", words), 0)


def _is_heading(label: Label, words: str, following: Part | None) -> bool:
    if words[-1] in "；，":
        return False
    if _ENDED.search(words) and (len(words) > LONGEST_ENDED or "，" in words or "：" in words[:-1]):
        return False
    if words[-1] == "。" and _closes(label, following):
        return False
    return label.level < _DEEP or _has_text_below(label, following)


def _closes(label: Label, following: Part | None) -> bool:
    """Whether a whole sentence is the last item of its list: what follows it is of another list, or nothing is."""
    if following is None:
        return label.level > 1
    return isinstance(following, Line) and 0 < label_of(following).level < label.level


def _has_text_below(label: Label, following: Part | None) -> bool:
    """Whether what follows stands under it: text without a number, or a deeper one."""
    if not isinstance(following, Line):
        return following is not None
    below = label_of(following).level
    return below > label.level or (below == 0 and len(following.text) > len(label.words))


def lead_of(words: str) -> str:
    """The heading that a paragraph begins with, empty when it begins with none."""
    found = _LEAD.match(words)
    return found[0] if found and found.end() < len(words) else ""
