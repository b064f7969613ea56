"""What was changed between two drafts, told on a terminal or as JSON."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.cli.console import paint
from reportgen.diff.as_json import FORMAT, figures_json, listed_json
from reportgen.diff.breaks import BREAK, END
from reportgen.diff.documents import Side
from reportgen.diff.figures import FigureChange
from reportgen.diff.listing import Listed
from reportgen.diff.members import Sort
from reportgen.diff.runs import Run, Runs
from reportgen.language import _
from reportgen.model.inline import Change
from reportgen.pipeline.two_drafts.compared import Alone, Compared

_AROUND = 16
"""Characters that are shown of words that were kept, on each side of a change."""


def json_of(pairs: Sequence[Compared], alone: Alone, names: tuple[str, str]) -> bytes:
    """All that was changed, for programs."""
    documents = [
        {
            "name": pair.name,
            "title": pair.new.document.metadata.title,
            "changes": [listed_json(each) for each in pair.told],
            "figures": figures_json(pair.figures),
        }
        for pair in pairs
    ]
    only = {"old": list(alone.old), "new": list(alone.new)}
    told = {"format": FORMAT, "old": names[0], "new": names[1], "documents": documents, "alone": only}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def lines_of(pairs: Sequence[Compared], alone: Alone, names: tuple[str, str], full: bool) -> Iterator[str]:
    """The lines for a terminal; how many there are of each, or with `full` each of them."""
    for pair in pairs:
        title = pair.new.document.metadata.title if len(pairs) > 1 else ""
        yield from [title] if title else []
        if full:
            yield from _changes(pair.told)
            yield from _figures(pair.figures)
        yield _counted(pair)
        if pair.comparison.is_of_two_documents:
            yield _("两份文件几乎没有相同的段落，请看看是不是拿错了")
    for side, titles in zip(names, (alone.old, alone.new), strict=True):
        yield from (_("只有 {file} 有：{title}", file=side, title=title) for title in titles)


def _counted(pair: Compared) -> str:
    if not pair.told:
        return _("两稿的字完全相同")
    told = {"count": len(pair.told), "figures": len(pair.figures)}
    return _("改动 {count} 处，其中改了的数字 {figures} 个", **told)


def _changes(told: Sequence[Listed]) -> Iterator[str]:
    for where, group in groupby(told, key=lambda each: each.where):
        yield where
        for each in group:
            to = _("（移到 {section}）", section=each.to) if each.to else ""
            yield f"  {_(each.what.value)}{to}  {_shown(each.runs)}".rstrip()


def _shown(runs: Runs) -> str:
    """Words that were kept shortened; the others between signs, as wdiff has them, and coloured on a terminal."""
    last = len(runs) - 1
    return "".join(_run(run, at == 0, at == last) for at, run in enumerate(runs))


def _run(run: Run, first: bool, last: bool) -> str:
    text = run.text.replace(END, "¶").replace(BREAK, "")
    match run.change:
        case Change.DELETED:
            return paint(f"[-{text}-]", "red")
        case Change.INSERTED:
            return paint(f"{{+{text}+}}", "green")
        case None:
            head, tail = ("" if first else text[:_AROUND]), ("" if last else text[-_AROUND:])
            return text if len(text) <= len(head) + len(tail) + 1 else f"{head}…{tail}"


def _figures(figures: Sequence[FigureChange]) -> Iterator[str]:
    if figures:
        yield _("改动的数字")
    for each in figures:
        difference = _("（{difference}）", difference=each.difference) if each.difference else ""
        yield f"  {each.name}  {each.old} → {each.new}{difference}"
        yield from (f"    {words}" for words in each.depends)


def plain_lines(side: Side) -> Iterator[str]:
    """The words of a document: a paragraph a line, a row of a table a line."""
    for line in side.document.lines.values():
        if words := "".join(inline.text for inline in line).replace("\n", ""):
            yield words
    for member in side.members:
        if member.sort is Sort.TABLE:
            for _row, group in groupby(sorted(member.squares, key=lambda s: (s.row, s.column)), key=lambda s: s.row):
                yield " | ".join(square.text.replace(END, " ") for square in group)
        elif member.sort is not Sort.TURN:
            yield member.words.replace(BREAK, "").replace(END, " ")
        yield from member.notes
