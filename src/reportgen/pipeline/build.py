"""The second half of the way: document → outputs, read back and held against it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.compose.whereabouts import Whereabouts
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.report import Report
from reportgen.model.document import Chart, Document, PageTurn
from reportgen.model.edition import Edition
from reportgen.model.engine import DEFAULT_ENGINE, Engine
from reportgen.model.table import Table
from reportgen.pipeline.ahead import Ahead
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.closing import closed
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.floating import floated
from reportgen.pipeline.losses import losses
from reportgen.pipeline.naming import named_lines
from reportgen.pipeline.pages import (
    PdfOptions,
    has_charts,
    has_contents,
    meant_line,
    needs_pages,
    print_draft,
    read_back,
)
from reportgen.record import Struct, field, replace
from reportgen.render.finish.finishing import Attachment
from reportgen.render.made_pdf import Pdf
from reportgen.render.plain import PrintedLine, edge_lines, frame_lines, printed_lines, render_plain
from reportgen.render.provenance import marked
from reportgen.verify.artifacts import verify_docx
from reportgen.world import now

if TYPE_CHECKING:
    from reportgen.pipeline.public.edition import Published


class Laid(Struct, frozen=True):
    """A document as it is laid out: its printed lines, and the page of each, 0 for one that was not found."""

    document: Document
    lines: list[PrintedLine]
    pages: list[int]


class Built(Struct, frozen=True):
    """A checked file and its outputs; there are none when the documents are refused."""

    checked: Checked
    report: Report
    outputs: dict[str, bytes] = field(default_factory=dict)
    """The main document by format."""
    beside: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """The other documents of the file, by their name and by format."""
    laid: tuple[Laid, ...] = ()
    """Each document, in their order, as its pages have it."""
    published: "Published | None" = None
    """Of a public edition: what was masked."""

    @property
    def pdfs(self) -> tuple[bytes, ...]:
        """Those of all documents, in their order; none where no PDF was asked for or made."""
        return tuple(each["pdf"] for each in (self.outputs, *self.beside.values()) if "pdf" in each)


def build_file(  # noqa: PLR0913, PLR0917 - the file, and what `build` is asked for
    path: Path,
    roots: tuple[Path, ...],
    formats: Iterable[str],
    strict: bool = False,
    engine: Engine = DEFAULT_ENGINE,
    archive: bool = False,
    edition: Edition = Edition.INTERNAL,
) -> Built:
    """Check a content file and build it, as `check_file` and `build`; its pages are set while the rules read it.

    Nothing is made when the check was cut short.
    """
    wanted = list(formats)
    if edition is Edition.PUBLIC:
        checked = check_file(path, roots)  # what is masked is known when the rules have read it: no page is set before
        return Built(checked, checked.report) if checked.cut else build_public(checked, wanted, strict, engine)
    ahead = None if archive else Ahead(PdfOptions(engine, now()), wanted)
    checked = check_file(path, roots, ahead.begin if ahead else None)
    return Built(checked, checked.report) if checked.cut else build(checked, wanted, strict, engine, archive, ahead)


def build_public(checked: Checked, formats: Iterable[str], strict: bool, engine: Engine) -> Built:
    """The public edition of a checked file, as `build`."""
    from reportgen.pipeline.public.edition import published  # few documents are made for the public

    made = published(checked)
    return replace(build(made.checked, formats, strict, engine), published=made)


def build(  # noqa: PLR0913, PLR0917 - what is asked for on the command line
    checked: Checked,
    formats: Iterable[str],
    strict: bool = False,
    engine: Engine = DEFAULT_ENGINE,
    archive: bool = False,
    ahead: Ahead | None = None,
) -> Built:
    """Render a checked file and read the outputs back; `engine` sets the pages of the PDF, if not `ahead` has begun.

    With `archive`, PDFs are made for archives (PDF/A-3a) and carry the content file, facts, findings and versions.
    Nothing is made when a document is impossible, or when `strict` and an error is not acknowledged.
    Raises EnvironmentProblem when an engine or a font is missing, UsageProblem when the engine makes no PDFs for
    archives.
    """
    if archive:
        from reportgen.pipeline.archive.contents import refuse_to_archive  # few documents are made for archives

        refuse_to_archive(engine)
    limit = Severity.ERROR if strict else Severity.FATAL
    if not checked.drafts or checked.report.at_least(limit):
        return Built(checked, checked.report)
    stem, wanted, moment = Path(checked.source.file).stem, list(formats), ahead.options.moment if ahead else now()
    findings = list(checked.report)
    beside: dict[str, dict[str, bytes]] = {}
    laid: list[Laid] = []
    for number, draft in enumerate(checked.drafts):
        options = PdfOptions(engine, moment, _attachments(checked, draft, engine, moment) if archive else ())
        pages = ahead or Ahead(options, wanted)
        made = _make(checked, draft, wanted, f"{stem}-{draft.name}" if number else stem, pages)
        remarks = checked.decided.accept(made.remarks) if checked.decided else made.remarks
        findings = [*_with_pages(findings, made), *remarks]
        beside[draft.name] = {kind: made.files[kind] for kind in wanted if kind in made.files}
        laid.append(Laid(made.document, made.lines, made.pages))
    main = beside.pop(checked.drafts[0].name)
    return Built(checked, Report.of(findings), main, beside, tuple(laid))


def _attachments(checked: Checked, draft: Draft, engine: Engine, moment: datetime) -> tuple[Attachment, ...]:
    from reportgen.pipeline.archive.contents import attachments_of

    return attachments_of(checked, draft, engine, moment)


class _Made(Struct):
    """The outputs of one document as they are made, what reading them back has found, and the page of each line."""

    document: Document
    """As it is laid out."""
    lines: list[PrintedLine]
    checked: Checked
    files: dict[str, bytes] = field(default_factory=dict)
    remarks: list[Diagnostic] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    def page_of(self) -> dict[int, int]:
        """The page of each block by its id; empty without a PDF."""
        numbered = zip(self.lines, self.pages, strict=False)
        pages: dict[int, int] = {}
        for line, page in numbered:
            if line.block and page:
                pages.setdefault(id(line.block), page)
        return pages

    def printed_page_of(self) -> dict[int, int]:
        """The number that is printed on the page of each block, where pages are counted anew from some block on."""
        pages, printed, first = self.page_of(), dict[int, int](), 1
        anew = False
        for block in self.document.walk():
            anew |= isinstance(block, PageTurn) and block.numbers is not None
            if page := pages.get(id(block)):
                first, anew = (page if anew else first), False
                printed[id(block)] = page - first + 1
        return printed


def _make(checked: Checked, draft: Draft, formats: list[str], name: str, pages: Ahead) -> _Made:
    """All outputs of one document.

    Engines are imported when they are first wanted: `check` needs none of them.
    """
    draft, pdf = _with_charts(draft, formats, pages)
    document, frame, looks = draft.document, draft.template.frame, draft.template.looks
    made = _Made(document, printed_lines(document, frame), checked)
    if "txt" in formats:
        made.files["txt"] = render_plain(document, frame).encode()
    if "html" in formats:
        from reportgen.render.html import render_html

        made.files["html"] = render_html(document, frame, looks, screen=True).encode()
    _make_pages(draft, formats, made, name, pages, pdf)
    if "xlsx" in formats and any(isinstance(block, Table) for block in document.walk()):
        from reportgen.render.xlsx import render_xlsx

        made.files["xlsx"] = marked("xlsx", render_xlsx(document, looks, pages.options.moment))
    return made


def _with_charts(draft: Draft, formats: list[str], pages: Ahead) -> tuple[Draft, Pdf | None]:
    """The draft with its charts where they leave no hole, and its PDF; without charts the pages are not waited for."""
    if not (has_charts(draft.document) and needs_pages(draft.document, formats)):
        return draft, None
    return floated(draft, pages.pdf_of(draft), partial(print_draft, options=pages.options))


def _make_pages(  # noqa: PLR0913, PLR0917 - what a document is made of
    draft: Draft, formats: list[str], made: _Made, name: str, pages: Ahead, pdf: Pdf | None
) -> None:
    """The docx, while the pages of the PDF may still be being set; behind it where its contents need their numbers."""
    moment, waits = pages.options.moment, has_contents(draft.document)
    of_docx = _keep_docx(draft, made, name, moment) if "docx" in formats and not waits else []
    if needs_pages(draft.document, formats):
        before = draft
        draft = _keep_pdf(draft, made, name, pdf or pages.pdf_of(draft), partial(print_draft, options=pages.options))
        if draft is not before and "docx" in formats and not waits:
            of_docx = _keep_docx(draft, made, name, moment)
    made.remarks += _keep_docx(draft, made, name, moment) if "docx" in formats and waits else of_docx


def _keep_docx(draft: Draft, made: _Made, name: str, moment: datetime) -> list[Diagnostic]:
    """What is found when it is read back."""
    from reportgen.render.docx import render_docx

    document, frame, template = draft.document, draft.template.frame, draft.template
    named, pages = named_lines(document, made.checked), made.printed_page_of()
    docx = render_docx(document, template.content, frame, template.looks, moment, pages, named)
    content = made.files["docx"] = marked("docx", docx)
    return verify_docx(
        [meant_line(line) for line in made.lines if not isinstance(line.block, Chart)],
        content,
        f"{name}.docx",
        frame_lines(document, frame.word_only),
        partial(edge_lines, document, frame),
    )


def _keep_pdf(draft: Draft, made: _Made, name: str, pdf: Pdf, print_: Callable[[Draft], Pdf]) -> Draft:
    """The draft as its last page has it."""
    remarks, made.pages = read_back(draft, pdf.content, f"{name}.pdf")
    settled, pdf = closed(draft, pdf, made.pages, print_)
    if settled is not draft:
        made.document, made.lines = settled.document, printed_lines(settled.document, settled.template.frame)
        remarks, made.pages = read_back(settled, pdf.content, f"{name}.pdf")
    made.files["pdf"] = marked("pdf", pdf.content)
    made.remarks += [*remarks, *losses(settled, pdf, f"{name}.pdf")]
    return settled


def _with_pages(findings: Iterable[Diagnostic], made: _Made) -> list[Diagnostic]:
    whereabouts, page_of = Whereabouts(made.document), made.page_of()
    located = []
    for finding in findings:
        page = page_of.get(id(whereabouts.block(finding.place)), 0)
        located.append(replace(finding, page=finding.page or page))
    return located
