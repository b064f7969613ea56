"""Whether the content says already what changes ask for: a copy may be brought home twice."""

from collections.abc import Iterable, Iterator, Mapping

from reportgen import patterns as re
from reportgen.record import Struct
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
    steps, end = _steps(sent.text, wanted)
    return next((found for text in _standing(lines, at, breaks) if (found := _made_in(text, steps, end))), _NONE)


def _says_otherwise(change: Change, sent: str) -> bool:
    """Whether it is one of words, and not of blanks or of the computed number."""
    words = _bare(change.new) != _bare(sent[change.start : change.end])
    return words and change.start >= len(sent) - len(without_label(sent))


def _standing(lines: tuple[Line, ...], at: int, breaks: int) -> Iterator[str]:
    """What stands there now: the line, or paragraphs into which it may have been parted, it among them."""
    low = max(0, at - breaks)
    bare = [_bare(without_label(line.text)) for line in lines[low : at + breaks + 1]]
    for more in range(breaks + 1):
        for first in range(max(low, at - more), at + 1):
            yield "\n".join(filter(None, bare[first - low : first - low + more + 1]))


class _Step(Struct, frozen=True):
    """A change with the words before it that stay, those that it replaces and those that it puts there, all bare."""

    change: Change
    before: str
    old: str
    new: str


def _steps(sent: str, changes: list[Change]) -> tuple[list[_Step], str]:
    """The changes of a line in their order, and the words behind the last; no steps where two want the same words."""
    steps, end = list[_Step](), len(sent) - len(without_label(sent))
    for change in changes:
        if change.start < end:
            return [], ""
        old = _bare(sent[change.start : change.end])
        steps.append(_Step(change, _bare(sent[end : change.start]), old, _bare(change.new)))
        end = change.end
    return steps, _bare(sent[end:])


def _made_in(text: str, steps: list[_Step], end: str) -> frozenset[Change]:
    """Those that make the text: each was made or not, and all ways to read it so are followed at once."""
    ways = {0: _NONE}
    for step in steps:
        ways = _followed(ways, text, step.before)
        new = {at: found | {step.change} for at, found in _followed(ways, text, step.new).items()}
        ways = _followed(ways, text, step.old) | new
    return _followed(ways, text, end).get(len(text), _NONE)


def _followed(ways: dict[int, frozenset[Change]], text: str, said: str) -> dict[int, frozenset[Change]]:
    """The ways that go on with the words, by how far they have come in the text."""
    return {at + len(said): found for at, found in ways.items() if text.startswith(said, at)}


def _bare(text: str) -> str:
    """The text without blanks, and with one newline between two paragraphs."""
    return _BLANKS.sub("", _PARAGRAPH.sub("\n", text))
