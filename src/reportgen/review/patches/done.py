"""Whether the content says already what changes ask for: a copy may be brought home twice."""

from collections.abc import Iterable, Iterator, Mapping

from reportgen import patterns as re
from reportgen.review.joined import squeezed
from reportgen.review.remarks.change import Act, Change
from reportgen.review.trace import Line
from reportgen.review.wording import without_label

_PARAGRAPH = re.compile(r"\s*\n\s*")
_BLANKS = re.compile(r"[^\S\n]+")
_NONE: frozenset[Change] = frozenset()
_NEAR = 4
"""Lines behind another one among which a paragraph is looked for that was put in there: others may be, too."""


def is_done(change: Change, sent: Mapping[str, Line], now: Mapping[str, str], lines: tuple[Line, ...]) -> bool:
    """Whether the paragraphs of the content stand as they are to stand after a change that is none of words alone.

    `now` gives the present name of a line that was sent out, `lines` are those of the content.
    """
    at = next(number for number, line in enumerate(lines) if line.name == now[change.line])
    match change.act:
        case Act.ADD:
            added = squeezed(without_label(change.new.split("\n")[0]))
            return added in {squeezed(without_label(line.text)) for line in lines[at + 1 : at + 1 + _NEAR]}
        case Act.JOIN:
            return squeezed(lines[at].text) == squeezed(sent[change.line].text + without_label(sent[change.other].text))
        case Act.MOVE:
            known = set(now.values())
            above = (line.name for line in reversed(lines[:at]) if line.name in known)
            return next(above, "") == now.get(change.other)
        case _:
            return False


def takes_all(change: Change, sent: Mapping[str, Line]) -> bool:
    """Whether nothing is left of a line."""
    whole = change.act is Act.REWORD and not change.new.strip() and change.end == len(sent[change.line].text)
    return change.act is Act.REMOVE or (whole and not without_label(sent[change.line].text[: change.start]).strip())


def made(changes: Iterable[Change], sent: Line, now: str, lines: tuple[Line, ...]) -> frozenset[Change]:
    """Of the changes of words of a line those that the content has made, where it has changed nothing else there.

    `now` is the present name of the line; new paragraphs within it are lines of their own by now. None is told where
    two changes want the same characters.
    """
    spoken = [change for change in changes if _says_otherwise(change, sent.text)]
    wanted = sorted(spoken, key=lambda change: (change.start, change.end, change.at))
    breaks = sum(change.new.count("\n") for change in wanted)
    at = next(number for number, line in enumerate(lines) if line.name == now)
    return next((found for text in _standing(lines, at, breaks) if (found := _made_in(text, sent.text, wanted))), _NONE)


def _says_otherwise(change: Change, sent: str) -> bool:
    """Whether it is one of words, and not of blanks or of the computed number."""
    words = _bare(change.new) != _bare(sent[change.start : change.end])
    return words and change.start >= len(sent) - len(without_label(sent))


def _standing(lines: tuple[Line, ...], at: int, breaks: int) -> Iterator[str]:
    """What stands there now: the line, or paragraphs into which it may have been parted, it among them."""
    for more in range(breaks + 1):
        for first in range(max(0, at - more), at + 1):
            parts = [without_label(line.text) for line in lines[first : first + more + 1]]
            yield _bare("\n".join(parts))


def _made_in(text: str, sent: str, changes: list[Change]) -> frozenset[Change]:
    """Those that make the text: each was made or not, and all ways to read it so are followed at once."""
    ways, end = {0: _NONE}, len(sent) - len(without_label(sent))
    for change in changes:
        if change.start < end:
            return _NONE
        ways = _followed(ways, text, sent[end : change.start])
        new = {at: found | {change} for at, found in _followed(ways, text, change.new).items()}
        ways, end = _followed(ways, text, sent[change.start : change.end]) | new, change.end
    return _followed(ways, text, sent[end:]).get(len(text), _NONE)


def _followed(ways: dict[int, frozenset[Change]], text: str, words: str) -> dict[int, frozenset[Change]]:
    """The ways that go on with the words, by how far they have come in the text."""
    said = _bare(words)
    return {at + len(said): found for at, found in ways.items() if text.startswith(said, at)}


def _bare(text: str) -> str:
    """The text without blanks, and with one newline between two paragraphs."""
    return _BLANKS.sub("", _PARAGRAPH.sub("\n", text))
