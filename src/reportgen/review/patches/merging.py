"""Remarks on an older version of the content: their lines and characters in the content as it stands now.

Three texts meet in a line: as it was sent out, as the reviewer wants it, as it is by now. What the content has changed
elsewhere in the line only shifts a change; where both touch the same characters nobody but the writer can decide.
"""

from difflib import SequenceMatcher

from reportgen.language import _
from reportgen.record import replace
from reportgen.review.remarks.change import Act, Change
from reportgen.review.trace import Line
from reportgen.review.wording import Edit, edited, edits_between, likeness, without_label

_ALIKE = 0.5
"""How alike two versions of a line must be, both under one key and between the same neighbours."""


class Conflict(Exception):
    """A change cannot be carried over; the message says why, in the user's words."""


class AlreadyDone(Exception):
    """The content says already what the change asks for."""


def successors(sent: tuple[Line, ...], now: tuple[Line, ...]) -> dict[str, str]:
    """By the name of each line that was sent out the name that it has now; without those that are gone.

    Their computed numbers say nothing: they change with what stands before.
    """
    old, new = ([(line.path, without_label(line.text)) for line in lines] for lines in (sent, now))
    found: dict[str, str] = {}
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            found[sent[block.a + step].name] = now[block.b + step].name
    left = [line for line in now if line.name not in set(found.values())]
    for line in sent:
        if line.name not in found and (other := _successor(line, left)) is not None:
            found[line.name] = other.name
            left.remove(other)
    return found


def _successor(line: Line, left: list[Line]) -> Line | None:
    """Of the lines that none is the successor of the one that says the same, else the most alike under its key.

    A text that is alone under its key is its successor whatever it says.
    """
    beside = [other for other in left if other.path == line.path]
    text = without_label(line.text)
    same = next((other for other in beside if without_label(other.text) == text), None)
    if same is not None:
        return same
    alike = [(likeness(text, without_label(other.text), _ALIKE), other) for other in beside]
    best = max(alike, key=lambda pair: pair[0], default=(0.0, line))
    if best[0]:
        return best[1]
    alone = [other for other in beside if other.name == line.name and line.path]
    return alone[0] if len(beside) == 1 and alone else None


def carried(change: Change, sent: Line, now: Line) -> Change:
    """The change of a line that was sent out as one of the line as it stands.

    Raises Conflict where the content has changed the same characters since, AlreadyDone where it changed them alike.
    """
    if change.act is not Act.REWORD:
        if change.act in (Act.REMOVE, Act.JOIN) and sent.text != now.text:
            raise Conflict(_("这一行在内容文件里后来改过，现在是「{now}」", now=now.text))
        return replace(change, line=now.name)
    if sent.text == now.text:
        return replace(change, line=now.name)
    ours = list(edits_between(sent.text, now.text))
    if edited(sent.text, [Edit(change.start, change.end, change.new)]) == now.text:
        raise AlreadyDone
    wanted = _leftmost(Edit(change.start, change.end, change.new), sent.text)
    for edit in ours:
        if _leftmost(edit, sent.text) == wanted:
            raise AlreadyDone
        if _meet(edit, change):
            raise Conflict(_("同样的字在内容文件里后来改过，现在这一行是「{now}」", now=now.text))
    shift = sum(len(edit.new) - (edit.end - edit.start) for edit in ours if edit.end <= change.start)
    return replace(change, line=now.name, start=change.start + shift, end=change.end + shift)


def _leftmost(edit: Edit, text: str) -> Edit:
    """The same edit as far to the left as it can be made: 三 put in before or behind 三 is one."""
    start, end, new = edit.start, edit.end, edit.new
    while start and bool(new) != (start < end) and text[start - 1] == (new or text[start:end])[-1]:
        new = new and text[start - 1] + new[:-1]
        start, end = start - 1, end - 1
    return Edit(start, end, new)


def _meet(edit: Edit, change: Change) -> bool:
    """Whether both want the same characters, or to put something in at the same place."""
    if edit.start == edit.end or change.start == change.end:
        return edit.start <= change.end and change.start <= edit.end
    return edit.start < change.end and change.start < edit.end
