"""What the document must print once patches are made: every line, without its computed number.

A patch is only believed when the content file, read and composed once more, prints just that.
"""

from collections import Counter
from collections.abc import Iterable

from reportgen.record import Struct, replace
from reportgen.review.joined import squeezed
from reportgen.review.patches.patch import Patch
from reportgen.review.patches.stretches import Made
from reportgen.review.patches.target import Target
from reportgen.review.remarks.change import Act, Change
from reportgen.review.wording import Edit, edited


class _Line(Struct):
    name: str
    label: int
    text: str
    behind: str = ""
    """Of what is put in: the name of the line behind which that was."""


def printed_words(target: Target) -> list[str]:
    """What each line prints, without its computed number and without white space."""
    return [part for line in _lines(target) for part in _paragraphs(line) if part]


def prints(target: Target, expected: list[str]) -> bool:
    """Whether a document prints just these lines.

    A cell that is cut at the end of a page may be cut elsewhere then, and the words of it stand in another row: of
    documents with tables the order does not count.
    """
    found = printed_words(target)
    tables = any(each.cell is not None for each in target.traced)
    return found == expected or (tables and Counter(found) == Counter(expected))


def expected_words(target: Target, patches: Iterable[Patch]) -> list[str]:
    """The same as it must be when the patches are made."""
    lines, rewordings, others = _lines(target), dict[str, list[Edit]](), list[Change]()
    for change in dict.fromkeys(patch.change for patch in patches):
        if change.act is Act.REWORD:
            rewordings.setdefault(change.line, []).append(Edit(change.start, change.end, change.new))
        else:
            others.append(change)
    for line in lines:
        line.text = edited(line.text, rewordings.get(line.name, []))
    for change in sorted(others, key=lambda change: change.act is Act.REMOVE):
        lines = _rearranged(lines, change)
    words = [part for line in lines for part in _paragraphs(line)]
    return [each for each in words if each]


def _lines(target: Target) -> list[_Line]:
    found = []
    for each in target.traced:
        first = next(iter(target.stretches(each.line.name)), None)
        found.append(_Line(each.line.name, first.end if first and first.made is Made.LABEL else 0, each.line.text))
    return found


def _paragraphs(line: _Line) -> list[str]:
    return [squeezed(part) for part in line.text[line.label :].split("\n")]


def _rearranged(lines: list[_Line], change: Change) -> list[_Line]:
    at = next((number for number, line in enumerate(lines) if line.name == change.line), None)
    if at is None:
        return lines
    match change.act:
        case Act.REMOVE:
            return lines[:at] + lines[at + 1 :]
        case Act.JOIN:
            other = lines[at + 1]
            joined = replace(lines[at], text=lines[at].text + other.text[other.label :])
            return [*lines[:at], joined, *lines[at + 2 :]]
        case Act.MOVE:
            moved = replace(lines[at], behind=change.other)
            return _put_in(lines[:at] + lines[at + 1 :], [moved], change.other)
        case _:
            added = [_Line("", 0, words, change.line) for words in change.new.split("\n")]
            return _put_in(lines, added, change.line)


def _put_in(lines: list[_Line], new: list[_Line], behind: str) -> list[_Line]:
    """The lines with others behind one of them, and behind what was put in there before."""
    at = next((number for number, line in enumerate(lines) if line.name == behind), -1) + 1
    while at < len(lines) and lines[at].behind == behind and behind:
        at += 1
    return [*lines[:at], *new, *lines[at:]]
