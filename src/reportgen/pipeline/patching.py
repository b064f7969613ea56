"""Changes that came home → edits of the content file, made only where it then prints what was asked for.

The file is read and composed once more: every line must say what it said, or what its patch says. Where many patches
together do not, the guilty ones are found by halves and left to the writer.
"""

from collections.abc import Callable, Sequence

from reportgen.diagnostics.repair import Edit
from reportgen.language import _
from reportgen.model.inline import Number
from reportgen.record import Struct, field
from reportgen.review.joined import squeezed
from reportgen.review.patches.expectation import expected_words, prints
from reportgen.review.patches.fact_edits import FactPatch
from reportgen.review.patches.patch import Patch, Refused
from reportgen.review.patches.rearranging import rearranged, unlabelled
from reportgen.review.patches.rewording import reworded
from reportgen.review.patches.target import Target
from reportgen.review.patches.value_edits import readable
from reportgen.review.remarks.change import Act, Change
from reportgen.review.wording import Edit as WordingEdit
from reportgen.review.wording import edited as reworded_text
from reportgen.source.edits import edited

Compose = Callable[[str], Target | None]
"""The document that a text of the content file makes; None when it makes none."""


def patch_of(change: Change, target: Target) -> Patch:
    """The patch of one change. Raises Refused with the reason where there is none."""
    if change.act is Act.REWORD and _takes_all(change, target):
        change = Change(Act.REMOVE, change.line)
    if change.act is Act.REWORD:
        return reworded(change, target)
    change = unlabelled(change, target)
    return Patch(change, tuple(rearranged(change, target)))


def _takes_all(change: Change, target: Target) -> bool:
    """Whether nothing is left of a paragraph."""
    traced = target.by_name[change.line]
    if traced.cell is not None or traced.slot or change.new.strip():
        return False
    text = traced.line.text
    labels = [each.end for each in target.stretches(change.line)[:1] if not each.place.file]
    return change.start <= (labels or [0])[0] and not text[change.end :].strip()


def clashing(patches: Sequence[Patch], target: Target, ordered: bool) -> list[tuple[int, int]]:
    """Pairs of patches, by their numbers, that want the same characters of the file and do not agree.

    So do two that put other words in at one place, unless these are `ordered`, as they are where people have worked
    on one text, one after the other. New paragraphs may always stand one below the other.
    """
    wanted = [
        (*_span(edit, target), number, edit)
        for number, each in enumerate(patches)
        for edit in each.edits
        if each.change.act is not Act.ADD
    ]
    found: list[tuple[int, int]] = []
    last: tuple[int, int, int, Edit] | None = None
    for start, end, number, edit in sorted(wanted, key=lambda each: each[:3]):
        meet = last is not None and (start < last[1] or (not ordered and start == end == last[0] == last[1]))
        if last and meet and number != last[2] and edit != last[3]:
            found.append((last[2], number))
        if last is None or end >= last[1]:
            last = (start, end, number, edit)
    return found


def _span(edit: Edit, target: Target) -> tuple[int, int]:
    start = target.sheet.starts[edit.place.line - 1] + edit.place.column - 1
    return start, start + len(edit.old)


class Patched(Struct):
    """A text with the groups of patches that could be made in it, and what was wrong with the others, by number."""

    text: str
    made: list[int] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)


Groups = Sequence[Sequence[Patch]]
"""Patches that are made together or not at all: those of one remark."""


def patched(groups: Groups, target: Target, compose: Compose) -> Patched:
    """The content file with all patches that it takes."""
    done = Patched(target.text)
    _make(list(range(len(groups))), groups, target, compose, done)
    return done


def _make(wanted: list[int], groups: Groups, target: Target, compose: Compose, done: Patched) -> None:
    if not wanted:
        return
    numbers = sorted([*done.made, *wanted])
    text, why = _tried([patch for number in numbers for patch in groups[number]], target, compose)
    if text is not None:
        done.text, done.made = text, numbers
    elif len(wanted) == 1:
        done.refused[wanted[0]] = why
    else:
        half = len(wanted) // 2
        _make(wanted[:half], groups, target, compose, done)
        _make(wanted[half:], groups, target, compose, done)


def _tried(patches: list[Patch], target: Target, compose: Compose) -> tuple[str | None, str]:
    patches = sorted(patches, key=lambda patch: patch.change.at)  # what is put in at one place, in its order
    edits = list(dict.fromkeys(edit for patch in patches for edit in patch.edits))
    try:
        text = edited(target.text, sorted(readable(edits, target), key=lambda edit: (edit.start, edit.end)))
    except Refused as refused:
        return None, str(refused)
    after = compose(text)
    if after is None:
        return None, _("写进去以后内容文件就做不成文档了")
    if not prints(after, expected_words(target, patches)):
        return None, _("写进去以后印出来的不是这样，请自己改")
    return text, ""


def with_facts(patches: Sequence[FactPatch], before: str, compose: Compose) -> tuple[str, list[FactPatch]]:
    """The text with facts changed, and those that were: each only where its lines then say what was wanted."""
    text, made = before, list[FactPatch]()
    target = compose(before)
    for patch in patches:
        if patch.edit is None or target is None:
            continue
        tried = edited(text, [patch.edit])
        after = compose(tried)
        if after is not None and all(_says(change.line, target, after, patch) for change in patch.changes):
            text, target = tried, after
            made.append(patch)
    return text, made


def _says(name: str, before: Target, after: Target, patch: FactPatch) -> bool:
    """Whether a line says all new figures of a fact where it said the old ones, and else the same."""
    if name not in before.by_name or name not in after.by_name:
        return False
    text = before.by_name[name].line.text
    wanted = {change.old: change.new for change in patch.changes}
    edits = [
        WordingEdit(each.start, each.end, wanted[each.inline.text])
        for each in before.stretches(name)
        if isinstance(each.inline, Number) and each.inline.fact.path == patch.fact.path and each.inline.text in wanted
    ]
    return squeezed(reworded_text(text, edits)) == squeezed(after.by_name[name].line.text)
