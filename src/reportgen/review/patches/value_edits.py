"""Edits of words so that YAML still reads a value: quotes where new characters need them, a bar for paragraphs."""

from collections.abc import Iterable

from reportgen import patterns as re
from reportgen.diagnostics.repair import Edit
from reportgen.language import _
from reportgen.place import Place, Written
from reportgen.review.patches.patch import Refused
from reportgen.review.patches.target import Target
from reportgen.source.scalars import scalar

_KEY = re.compile(r"(?P<lead>\s*(?:-\s+)*)[^\s{\[,][^{\[]*[:：]\s*")
"""What stands before a value that has its line to itself."""


def readable(edits: Iterable[Edit], target: Target) -> list[Edit]:
    """The same edits; those of one value on one line as one where its spelling must change.

    Raises Refused where a value cannot hold what is to stand in it.
    """
    by_value: dict[int, tuple[Written | None, list[Edit]]] = {}
    for edit in edits:
        keyed = target.texts.at(edit.place)
        value = keyed.text if keyed else None
        by_value.setdefault(id(value), (value, []))[1].append(edit)
    return [made for value, own in by_value.values() for made in _of_value(value, own, target)]


def _of_value(value: Written | None, edits: list[Edit], target: Target) -> list[Edit]:
    if value is None:
        return edits
    if value.block:
        return [_paragraphs(edit, value, target) for edit in edits]
    if value.place.last > value.place.line:
        raise Refused(_("这个值写了几行又没有用「|」，请自己改"))
    source = _source(value, target)
    if source != value.text and source[1:-1] != value.text:
        return edits
    new = value.text
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end))[::-1]:
        at = edit.place.column - value.place.column - value.quoted
        new = new[:at] + edit.new + new[at + len(edit.old) :]
    return [_spelt(value, source, new, target)] if _respell(source, new, edits) else edits


def _source(value: Written, target: Target) -> str:
    start = value.place.column - 1
    return target.sheet.line(value.place.line)[start : start + value.place.length]


def _respell(source: str, new: str, edits: list[Edit]) -> bool:
    added = "".join(edit.new for edit in edits)
    if "\n" in new:
        return True
    return (source[:1] in "\"'" and any(char in added for char in "\"'\\")) or (
        source[:1] not in "\"'" and scalar(new) != new
    )


def _spelt(value: Written, source: str, new: str, target: Target) -> Edit:
    if "\n" not in new:
        return Edit(value.place, source, scalar(new))
    line = target.sheet.line(value.place.line)
    found = _KEY.fullmatch(line[: value.place.column - 1])
    if not found or line[value.place.column - 1 + value.place.length :].strip():
        raise Refused(_("这一栏只能写一段，请自己改"))
    lead = " " * (len(found["lead"]) + 2)
    end = target.sheet.newline
    paragraphs = [part.strip() for part in new.split("\n") if part.strip()]
    return Edit(value.place, source, "|" + "".join(end + lead + words for words in paragraphs))


def _paragraphs(edit: Edit, value: Written, target: Target) -> Edit:
    """New paragraphs of a text behind a bar stand on lines of their own, as far in as the others."""
    behind = len(target.sheet.line(edit.place.line)) + 1
    if "\n" not in edit.new or not 1 < edit.place.column <= behind:  # whole lines, at their beginning or at the end
        return edit
    lead, end = " " * value.indent, target.sheet.newline
    gap = end if "\n\n" in value.text.strip("\n") else ""
    parts = [part.strip() for part in edit.new.split("\n")]
    return Edit(Place(target.file, *edit.start), edit.old, (end + gap + lead).join(parts))
