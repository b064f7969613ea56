"""A checked file → the page to click through, one file that a browser opens without a network."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from reportgen.diagnostics.text import summary
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pdf import read_pages
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.floating import laid_out
from reportgen.pipeline.pages import PdfOptions, read_back
from reportgen.pipeline.review_page.figures import facts_of, figures_shown
from reportgen.pipeline.review_page.shown import Sight, facts_shown, findings_shown
from reportgen.pipeline.review_page.standing import Standing
from reportgen.pipeline.review_page.strips import Strip, finished_strips, strips_of
from reportgen.pipeline.review_page.typed import Typed
from reportgen.pipeline.ties import ties_of
from reportgen.record import Struct
from reportgen.render.desk import render_desk
from reportgen.render.desk.data import Desk, ShownFigure, TracedLine
from reportgen.render.desk.pictures import sheets
from reportgen.render.plain import printed_lines
from reportgen.review.trace import digest_of, traced
from reportgen.source.paths import Texts
from reportgen.statements.ties import Tie, coverage


class Laid(Struct, frozen=True):
    """A document as its pages have it, with its PDF."""

    draft: Draft
    pdf: bytes


def review_page(
    checked: Checked, options: PdfOptions, original: bytes = b"", laid: Sequence[Laid] | None = None
) -> bytes:
    """The page of a checked file: a content file, or a PDF that somebody else finished, whose bytes are `original`.

    `laid` are the documents of a content file where their pages have been set already. Raises UsageProblem when there
    are no pages to show: a document that cannot be made, a finished file that is no PDF.
    """
    if checked.scenes and checked.scenes[0].finished:
        return _shown(checked, options, original, (), list(finished_strips(checked)), [original])
    if not checked.drafts or checked.report.fatal:
        raise UsageProblem(_("{file} 现在做不出文档，没有页面可看。请先运行 check 看看问题", file=checked.source.file))
    documents = laid if laid is not None else [laid_of(draft, options) for draft in checked.drafts]
    strips = [strip for number, each in enumerate(documents) for strip in _strips(checked, each, number)]
    titles = tuple(_title(each.draft) for each in documents)
    return _shown(checked, options, checked.original, titles, strips, [each.pdf for each in documents])


def laid_of(draft: Draft, options: PdfOptions) -> Laid:
    """A document set in pages. Raises EnvironmentProblem when the engine or a font is missing."""
    settled, pdf = laid_out(draft, options)
    return Laid(settled, pdf.content)


def _title(draft: Draft) -> str:
    return draft.document.metadata.title or draft.pack.title


def _strips(checked: Checked, laid: Laid, number: int) -> Iterator[Strip]:
    document = laid.draft.document
    printed = printed_lines(document, laid.draft.template.frame)
    _differences, pages = read_back(laid.draft, laid.pdf, "")
    names = traced(document, checked.source.root, checked.source.file)
    return strips_of(document, printed, pages, names, number)


def _shown(  # noqa: PLR0913, PLR0917 - what a page is made of
    checked: Checked,
    options: PdfOptions,
    original: bytes,
    titles: tuple[str, ...],
    strips: list[Strip],
    pdfs: Sequence[bytes],
) -> bytes:
    file = checked.source.file
    if not original.startswith(b"%PDF") and not titles:
        raise UsageProblem(_("{file} 不是 PDF，没有固定的页面。请在 Word、WPS 里另存为 PDF 再来", file=file))
    read = [read_pages(pdf, file) for pdf in pdfs]
    standing = Standing(strips, read)
    root = checked.source.root
    sight = Sight(checked, strips, Typed(strips), standing, Texts(root) if root is not None else None)
    facts = facts_of(sight)
    figures = figures_shown(sight, [ties for _title, ties in ties_of(checked)], facts)
    desk = Desk(
        file=PurePath(file).name,
        digest=digest_of(original),
        title=titles[0] if titles else checked.scenes[0].document.metadata.title or PurePath(file).name,
        made=options.moment.strftime("%Y-%m-%d"),
        finished=not titles,
        documents=titles or (PurePath(file).name,),
        summary=summary(checked.report),
        coverage=_coverage(figures),
        sheets=tuple(sheets(pdfs, read, file, standing.runs)),
        lines=tuple(_line(strip) for strip in strips),
        source=checked.source.lines,
        findings=tuple(findings_shown(sight)),
        figures=tuple(figures),
        facts=tuple(facts_shown(facts, sight)),
    )
    return render_desk(desk)


def _line(strip: Strip) -> TracedLine:
    line = strip.traced
    return TracedLine(line.name, line.text, line.path, line.line) if line else TracedLine("", strip.text)


def _coverage(figures: Sequence[ShownFigure]) -> str:
    """Of the figures as they are printed, each once: a table that is bound in belongs to two documents."""
    found = coverage(Tie[figure.tie.upper()] for figure in figures)
    told = {"total": found.total, "tied": found.tied, "share": found.percent}
    return _("{total}个数字，已挂钩{tied}，挂钩率{share}%", **told)
