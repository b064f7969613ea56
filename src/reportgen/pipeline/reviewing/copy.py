"""The copy of a document that goes round: its pages as they are, with notes, margins and closing pages."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path, PurePath

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.report import Report
from reportgen.language import _
from reportgen.model.engine import DEFAULT_ENGINE, Engine
from reportgen.pdf.locating import Located, Locator
from reportgen.pdf.reading_order import marks_of_tables
from reportgen.pdf.sheets import sheets_of
from reportgen.pipeline.build import Built, Laid, build_file
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.reviewing.closing_pages import closing_pages
from reportgen.pipeline.reviewing.margins import area_of, line_number, margin_lines
from reportgen.pipeline.reviewing.notes import Noted
from reportgen.pipeline.reviewing.printed import Printed
from reportgen.pipeline.ties import ties_of
from reportgen.record import Struct, field
from reportgen.render.finish.finishing import Attachment, Finishing, Relation
from reportgen.render.provenance import marked
from reportgen.review.fingerprint import Fingerprints
from reportgen.review.sheet import Entry, Told
from reportgen.review.trace import ATTACHED, digest_of, trace_of
from reportgen.world import now

_SHORT = 8
"""Digits of a digest that tell two versions apart."""


class Reviewed(Struct, frozen=True):
    """A file with its copies; there are none when it cannot be made."""

    checked: Checked
    report: Report
    copies: dict[str, bytes] = field(default_factory=dict)
    """A PDF for each document of the file, by its name; that of the main one is empty."""
    entries: tuple[Entry, ...] = ()
    """What was found, in the order of the pages of the main document."""


def review_file(path: Path, roots: tuple[Path, ...] = (), engine: Engine = DEFAULT_ENGINE) -> Reviewed:
    """Build a content file and make the copies that go round, with the pages of the final.

    Raises UsageProblem when it cannot be read, EnvironmentProblem when the engine or a font is missing.
    """
    return copies_of(build_file(path, roots, ("pdf",), engine=engine), engine)


def copies_of(built: Built, engine: Engine = DEFAULT_ENGINE) -> Reviewed:
    """The copies of a file whose PDFs are built by that engine."""
    checked = built.checked
    if not built.outputs:
        return Reviewed(checked, built.report)
    moment, head = now(), head_of(checked.original, now())
    pdfs = [built.outputs["pdf"], *(outputs["pdf"] for outputs in built.beside.values())]
    copies: dict[str, bytes] = {}
    listed: tuple[Entry, ...] = ()
    for draft, laid, pdf in zip(checked.drafts, built.laid, pdfs, strict=True):
        copy = _Copy(draft, laid, pdf)
        entries = copy.entries(built.report, checked, everything=not copies)
        listed = listed or entries
        told = Told(laid.document.metadata.title or draft.pack.title, head, entries, tuple(ties_of(checked)))
        behind = closing_pages(told, head, moment, engine)
        copies[draft.name if copies else ""] = copy.finished(head, moment, behind, _attached(checked, laid))
    return Reviewed(checked, built.report, copies, listed)


def head_of(original: bytes, moment: datetime) -> str:
    """Which copy this is: of which version, and of which day."""
    told = {"version": digest_of(original)[:_SHORT], "year": moment.year, "month": moment.month, "day": moment.day}
    return _("送审稿　版本 {version}　{year}年{month}月{day}日", **told)


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

    def __init__(self, draft: Draft, laid: Laid, pdf: bytes) -> None:
        self._pdf, self._page = pdf, draft.template.looks.page
        self._sheets = sheets_of(pdf, "")
        self._areas = {sheet.number: area_of(sheet, self._page) for sheet in self._sheets}
        self._lines = {sheet.number: sheet.lines(self._areas[sheet.number]) for sheet in self._sheets}
        orders = {index + 1: marks for index, marks in marks_of_tables(pdf).items()}
        self._locator = Locator(self._sheets, orders, self._areas)
        self._printed = Printed(laid.document, laid.lines, laid.pages)
        self._notes = Noted()

    def entries(self, report: Iterable[Diagnostic], checked: Checked, everything: bool) -> tuple[Entry, ...]:
        """The findings in the order of the pages, each noted at its words; `everything`: those without words too."""
        fingerprints = Fingerprints(checked.source)
        found = [(finding, self._located(finding)) for finding in report]
        shown = [(finding, at) for finding, at in found if at or everything]
        numbers: dict[str, int] = {}
        made: list[Entry] = []
        for finding, at in sorted(shown, key=self._order):
            name = fingerprints.of(finding)
            number = numbers.setdefault(name, len(numbers) + 1)
            made.append(Entry(number, finding, name, *self._spot(at)))
            self._note(made[-1], at)
        return tuple(made)

    def _located(self, finding: Diagnostic) -> Located | None:
        sought = self._printed.words(finding.place)
        return self._locator.find(sought) if sought else None

    def _order(self, found: tuple[Diagnostic, Located | None]) -> tuple[bool, bool, tuple[int, int]]:
        """What asks for something before what was accepted; page by page, what stands on none last."""
        finding, at = found
        return not finding.pending, at is None, self._spot(at)

    def _spot(self, at: Located | None) -> tuple[int, int]:
        return (at.page, line_number(self._lines[at.page], at.base)) if at else (0, 0)

    def _note(self, entry: Entry, at: Located | None) -> None:
        """At its words; about what is not printed, at the heading of its section."""
        if at:
            self._notes.add(entry, at)
        elif (heading := self._printed.heading(entry.finding.section)) and (at := self._locator.find(heading)):
            self._notes.add(entry, at, beside=True)

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
        )
        return marked("pdf", finish_pdf(self._pdf, finishing))
