"""What a content file that was rolled still waits for: holes to be filled in, and text of last year to be confirmed."""

from collections.abc import Iterable, Iterator

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import IGNORE_UNUSED
from reportgen.diagnostics.year_kinds import HOLE, UNCONFIRMED
from reportgen.language import _
from reportgen.model.hole import SIGN, spans_of_holes
from reportgen.packs.fields import FACTS_OF_A_FILE
from reportgen.place import Written
from reportgen.source.comments import MARK, read_remarks
from reportgen.source.node import Entry, Mapping, Node, walk
from reportgen.source.reader import Source

_OF_FIGURES = ("NUM", "SCO", "FMT010", "IND012")
"""Findings that hold figures of one field against each other."""
_SHOWN = 6
_OF_THE_FILE = ("DOC", "SCO023", IGNORE_UNUSED.code)
"""Findings that hold fields against each other, and what has nothing to accept yet."""


def unfilled(text: str, source: Source) -> list[Diagnostic]:
    """Every hole of the values, and every mark of the comments; for a file without any, two looks at its text."""
    found = [*_holes(source)] if SIGN in text else []
    return [*found, *_marks(source)] if MARK in text else found


def without_premature(
    findings: Iterable[Diagnostic], waiting: Iterable[Diagnostic], source: Source
) -> list[Diagnostic]:
    """The findings but for those that hold figures against each other of which some are still to be filled in.

    A sum that lacks a part, a grade before the score: they are judged when the field has no hole any more.
    """
    lines = {finding.place.line for finding in waiting if finding.code == HOLE.code}
    if not lines or not isinstance(source.root, Mapping):
        return list(findings)
    fields = [extent for extent in _extents(source.root) if not lines.isdisjoint(extent)]
    return [finding for finding in findings if not _is_premature(finding, fields)]


def _is_premature(finding: Diagnostic, fields: list[range]) -> bool:
    if finding.code.startswith(_OF_THE_FILE):
        return True
    return finding.code.startswith(_OF_FIGURES) and any(finding.place.line in extent for extent in fields)


def _extents(root: Mapping) -> Iterator[range]:
    """The lines of each field; of 数据 those of each group."""
    for entry in root:
        if entry.key.text == FACTS_OF_A_FILE.name and isinstance(entry.value, Mapping):
            yield from (range(each.key.place.line, each.value.place.last + 1) for each in entry.value)
        else:
            yield range(entry.key.place.line, entry.value.place.last + 1)


def _holes(source: Source) -> Iterator[Diagnostic]:
    for node in walk(source.root) if source.root else ():
        if isinstance(node, Written) and SIGN in node.text:
            for start, end in spans_of_holes(node.text):
                yield HOLE.at(node.place_at(start, end - start), _("{hole} 没有填", hole=node.text[start:end]))


def _marks(source: Source) -> Iterator[Diagnostic]:
    """Each mark; where figures were typed into the text below it, with these: no reference makes them this year's."""
    texts = {entry.key.place.line: entry.value for entry in _entries(source.root)} if source.root else {}
    for remark in read_remarks(source):
        if remark.keeps_last_year:
            figures = _typed(texts.get(remark.place.line + 1))
            told = _("里面直接写的数还是上年的，逐个改：{figures}", figures=_("、").join(figures))
            yield UNCONFIRMED.at(remark.place, notes=(told,) if figures else ())


def _entries(root: Node) -> Iterator[Entry]:
    return (entry for node in walk(root) if isinstance(node, Mapping) for entry in node)


def _typed(value: Node | None) -> list[str]:
    """The figures of a text that are no references, once each, the first of many."""
    from reportgen.roll.typed_figures import typed_figures  # files that were not rolled need none

    lines = value.text.splitlines() if isinstance(value, Written) else []
    figures = dict.fromkeys(line[start:end] for line in lines for start, end in typed_figures(line))
    shown = list(figures)[:_SHOWN]
    return [*shown, _("等 {count} 个", count=len(figures))] if len(figures) > _SHOWN else shown
