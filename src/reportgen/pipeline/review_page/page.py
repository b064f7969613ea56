"""A built content file, or a PDF that somebody else finished → the page to click through: one file for a browser."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath

from reportgen.diagnostics.text import summary
from reportgen.digest import digest_of
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pdf import Page, read_pages
from reportgen.pipeline.build import Built
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.review_page.figures import facts_of, figures_shown
from reportgen.pipeline.review_page.shown import facts_shown, findings_shown, sight_of
from reportgen.pipeline.review_page.strips import Strip, built_strips, finished_strips
from reportgen.pipeline.ties import ties_of
from reportgen.record import Struct, replace
from reportgen.render.desk import render_desk
from reportgen.render.desk.data import Desk, Run, Sheet, ShownFigure, TracedLine
from reportgen.render.desk.pictures import sheets
from reportgen.statements.ties import Tie, Ties, coverage
from reportgen.world import now

SheetsWith = Callable[[Callable[[int], Iterable[Run]]], Iterable[Sheet]]
_MOST_PAGES = 600
"""A file of fifty megabytes, which browsers still open."""


def review_page(built: Built, ties: Sequence[Ties] | None = None, read: Sequence[Sequence[Page]] = ()) -> bytes:
    """The page of a content file whose PDFs are built, with all documents that it makes.

    `ties` are those of its documents where they have been worked out, `read` are their pages where they have been read.
    Raises UsageProblem when there are no pages to show.
    """
    checked = replace(built.checked, report=built.report)
    if "pdf" not in built.outputs:
        raise _nothing_made(checked.source.file)
    titles = tuple(
        each.document.metadata.title or draft.pack.title for each, draft in zip(built.laid, checked.drafts, strict=True)
    )
    return _shown(
        Printed(titles, built_strips(built), built.pdfs, read or _read(built.pdfs, checked)),
        checked,
        checked.original,
        ties,
    )


def page_of_pdf(
    checked: Checked, original: bytes, ties: Sequence[Ties] | None = None, read: Sequence[Sequence[Page]] = ()
) -> bytes:
    """The page of a PDF that somebody else finished, whose bytes are `original`; `ties`, `read` as for a content file.

    Raises UsageProblem for what has no pages: a finished file of another kind, a content file that makes no document.
    """
    file = checked.source.file
    if not (checked.scenes and checked.scenes[0].finished):
        raise _nothing_made(file)
    if not original.startswith(b"%PDF"):
        raise UsageProblem(_("{file} 不是 PDF，没有固定的页面。请在 Word、WPS 里另存为 PDF 再来", file=file))
    pages = read or _read((original,), checked)
    return _shown(Printed((), list(finished_strips(checked)), (original,), pages), checked, original, ties)


def _nothing_made(file: str) -> UsageProblem:
    return UsageProblem(_("{file} 现在做不出文档，没有页面可看。请先运行 check 看看问题", file=file))


class Printed(Struct, frozen=True):
    """The documents by their titles (none of a finished file), their printed lines, their PDFs and pages."""

    titles: tuple[str, ...]
    strips: Sequence[Strip]
    pdfs: Sequence[bytes]
    read: Sequence[Sequence[Page]]


def _read(pdfs: Sequence[bytes], checked: Checked) -> list[list[Page]]:
    return [read_pages(pdf, checked.source.file) for pdf in pdfs]


def _shown(printed: Printed, checked: Checked, original: bytes, ties: Sequence[Ties] | None) -> bytes:
    file = checked.source.file
    return render_desk(
        desk_of(printed, checked, original, ties, lambda runs: sheets(printed.pdfs, printed.read, file, runs))
    )


def desk_of(
    printed: Printed, checked: Checked, original: bytes, ties: Sequence[Ties] | None, sheets_with: SheetsWith
) -> Desk:
    """All that a page to click through shows; `sheets_with` makes its pages with the text that stands on each.

    Raises UsageProblem when there are more pages than a browser shows.
    """
    file, strips = checked.source.file, printed.strips
    _refuse_too_many(sum(map(len, printed.read)), file)
    sight = sight_of(checked, strips, printed.read)
    facts = facts_of(sight)
    figures = figures_shown(sight, ties or [each for _title, each in ties_of(checked)], facts)
    name = PurePath(file).name
    return Desk(
        file=name,
        digest=digest_of(original),
        title=printed.titles[0] if printed.titles else checked.scenes[0].document.metadata.title or name,
        made=now().strftime("%Y-%m-%d"),
        finished=not printed.titles,
        documents=printed.titles or (name,),
        summary=summary(checked.report),
        coverage=_coverage(figures),
        sheets=tuple(sheets_with(sight.standing.runs)),
        lines=tuple(_line(strip) for strip in strips),
        source=checked.source.lines,
        findings=tuple(findings_shown(sight)),
        figures=tuple(figures),
        facts=tuple(facts_shown(facts, sight)),
    )


def _refuse_too_many(count: int, file: str) -> None:
    if count > _MOST_PAGES:
        told = {"file": file, "count": count, "most": _MOST_PAGES}
        raise UsageProblem(_("{file} 有 {count} 页，核对页最多放 {most} 页。请拆成几个文件", **told))


def _line(strip: Strip) -> TracedLine:
    line = strip.traced
    return TracedLine(*(line.name, line.text, line.path, line.line, line.section) if line else ("", strip.text))


def _coverage(figures: Sequence[ShownFigure]) -> str:
    """Of the figures as they are printed, each once: a table that is bound in belongs to two documents."""
    found = coverage(Tie[figure.tie.upper()] for figure in figures)
    told = {"total": found.total, "tied": found.tied, "share": found.percent}
    return _("{total}个数字，已挂钩{tied}，挂钩率{share}%", **told)
