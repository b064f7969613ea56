"""The copy of a document that goes round: its pages as they are, with notes, margins and closing pages."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path, PurePath

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.report import Report
from reportgen.language import _
from reportgen.model.engine import DEFAULT_ENGINE, Engine
from reportgen.pdf import Page
from reportgen.pdf.locating import Located, located
from reportgen.pdf.sheets import sheets_of
from reportgen.pipeline.build import Built, Laid, build_file
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.review_page.standing import Standing
from reportgen.pipeline.review_page.strips import laid_strips
from reportgen.pipeline.review_page.typed import Stretch
from reportgen.pipeline.reviewing.closing_links import closing_links
from reportgen.pipeline.reviewing.closing_pages import closing_pages
from reportgen.pipeline.reviewing.entries import entries_of
from reportgen.pipeline.reviewing.margins import area_of, line_number, margin_lines
from reportgen.pipeline.reviewing.notes import Noted
from reportgen.pipeline.reviewing.printed import Printed
from reportgen.pipeline.reviewing.reviewed import Reviewed, Wanted, every, head_of
from reportgen.pipeline.ties import ties_of
from reportgen.render.finish.finishing import Attachment, Finishing, Relation
from reportgen.render.provenance import marked
from reportgen.review.sheet import Entry, Told
from reportgen.review.trace import ATTACHED, trace_of
from reportgen.world import now


def review_file(
    path: Path, roots: tuple[Path, ...] = (), engine: Engine = DEFAULT_ENGINE, wanted: Wanted = every
) -> Reviewed:
    """Build a content file and make the copies that go round, with the pages of the final and the `wanted` findings.

    Raises UsageProblem when it cannot be read, EnvironmentProblem when the engine or a font is missing.
    """
    return copies_of(build_file(path, roots, ("pdf",), engine=engine), engine, wanted)


def copies_of(built: Built, engine: Engine = DEFAULT_ENGINE, wanted: Wanted = every) -> Reviewed:
    """The copies of a file whose PDFs are built by that engine."""
    checked, report = built.checked, Report.of(filter(wanted, built.report))
    if not built.outputs:
        return Reviewed(checked, report)
    moment, head = now(), head_of(checked.original, now())
    copies: dict[str, bytes] = {}
    pages: list[Sequence[Page]] = []
    ties = tuple(ties_of(checked))
    listed: tuple[Entry, ...] = ()
    for draft, laid, pdf in zip(checked.drafts, built.laid, built.pdfs, strict=True):
        copy = _Copy(draft, Printed(laid.document, list(laid_strips(laid, checked.source))), pdf)
        entries = copy.entries(report, checked, everything=not copies)
        listed = listed or entries
        told = Told(laid.document.metadata.title or draft.pack.title, head, entries, ties)
        behind = closing_pages(told, head, moment, engine)
        copies[draft.name if copies else ""] = copy.finished(head, moment, behind, _attached(checked, laid))
        pages.append(copy.pages)
    return Reviewed(checked, report, copies, listed, built=built, ties=ties, pages=tuple(pages))


def _attached(checked: Checked, laid: Laid) -> tuple[Attachment, ...]:
    """The content file, and what each line of the pages was made of."""
    file = checked.source.file
    trace = trace_of(laid.document, checked.source.root, file, checked.original)
    content = Attachment(
        PurePath(file).name, checked.original, "application/yaml", Relation.SOURCE, _("做成这份文件的内容文件")
    )
    names = Attachment(ATTACHED, trace.as_json(), "application/json", Relation.DATA, _("每一行出自内容文件的哪一处"))
    return content, names


class _Copy:
    """The copy of one document in the making."""

    def __init__(self, draft: Draft, printed: Printed, pdf: bytes) -> None:
        self._pdf, self._page, self._printed = pdf, draft.template.looks.page, printed
        self._sheets = sheets_of(pdf, "")
        areas = {sheet.number: area_of(sheet, self._page) for sheet in self._sheets}
        self._lines = {sheet.number: sheet.lines(areas[sheet.number]) for sheet in self._sheets}
        self.pages = [sheet.page for sheet in self._sheets]
        self._standing = Standing(printed.strips, [self.pages])
        self._notes = Noted()

    def entries(self, report: Iterable[Diagnostic], checked: Checked, everything: bool) -> tuple[Entry, ...]:
        """The findings, each noted at its words; `everything`: those without words too.

        About what is not printed a note stands at the heading of its section.
        """
        found = [(finding, self._located(finding)) for finding in report]
        made = entries_of([each for each in found if each[1] or everything], checked, self._notes, self._spot)
        for entry in made:
            heading = None if entry.page else self._printed.heading(entry.finding.section)
            if heading and (at := self._at(heading)):
                self._notes.add(entry, at, beside=True)
        return made

    def _located(self, finding: Diagnostic) -> Located | None:
        stretch = self._printed.words(finding.place)
        return self._at(stretch) if stretch else None

    def _at(self, stretch: Stretch) -> Located | None:
        return located(self._sheets, self._standing.spots(stretch))

    def _spot(self, at: Located | None) -> tuple[int, int]:
        return (at.page, line_number(self._lines[at.page], at.base)) if at else (0, 0)

    def finished(self, head: str, moment: datetime, behind: bytes, attachments: tuple[Attachment, ...]) -> bytes:
        """The PDF."""
        from reportgen.render.finish.writer import finish_pdf

        finishing = Finishing(
            moment,
            attachments=attachments,
            annotations=tuple(self._notes),
            margins=tuple(margin_lines(self._sheets, self._page, head)),
            behind=behind,
            behind_title=_("审核表"),
            links=tuple(closing_links(behind, self._notes.places, len(self._sheets))),
        )
        return marked("pdf", finish_pdf(self._pdf, finishing))
