"""The second half of the way: document → outputs, read back and held against it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.compose.whereabouts import Whereabouts
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.kinds import MISSING_GLYPH
from reportgen.diagnostics.report import Report
from reportgen.model.document import Document
from reportgen.model.table import Table
from reportgen.pipeline.check import Checked
from reportgen.pipeline.drafts import Draft
from reportgen.place import NOWHERE, Place
from reportgen.render.plain import PrintedLine, printed_lines, render_plain
from reportgen.verify.artifacts import verify_docx, verify_pdf
from reportgen.verify.lines import Line, contents_of
from reportgen.word.template import Template
from reportgen.world import now

if TYPE_CHECKING:
    from reportgen.render.pdf.writer import Pdf

FORMATS = ("docx", "pdf", "html", "txt")


@dataclass(frozen=True)
class Built:
    """A checked file and its outputs; there are none when the documents are refused."""

    checked: Checked
    report: Report
    outputs: dict[str, bytes] = field(default_factory=dict)
    """The main document by format."""
    beside: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """The other documents of the file, by the name of their pack and by format."""


def build(checked: Checked, formats: Iterable[str], strict: bool = False) -> Built:
    """Render a checked file and read the outputs back.

    Nothing is made when a document is impossible, or when `strict` and an error is not acknowledged. Raises
    EnvironmentProblem when an engine or a font is missing.
    """
    limit = Severity.ERROR if strict else Severity.FATAL
    if not checked.drafts or checked.report.at_least(limit):
        return Built(checked, checked.report)
    stem, wanted = Path(checked.source.file).stem, list(formats)
    findings = list(checked.report)
    beside: dict[str, dict[str, bytes]] = {}
    for number, draft in enumerate(checked.drafts):
        made = _make(draft, wanted, f"{stem}-{draft.pack.name}" if number else stem)
        findings = [*_with_pages(findings, draft.document, made), *made.remarks]
        beside[draft.pack.name] = {kind: made.files[kind] for kind in wanted if kind in made.files}
    main = beside.pop(checked.drafts[0].pack.name)
    return Built(checked, Report.of(findings), main, beside)


@dataclass(frozen=True)
class _Made:
    """The outputs of one document, what reading them back has found, and the page of each printed line."""

    files: dict[str, bytes]
    lines: list[PrintedLine]
    remarks: list[Diagnostic]
    pages: list[int]


def _make(draft: Draft, formats: list[str], name: str) -> _Made:
    outputs = _render(draft.document, draft.template, formats)
    lines = printed_lines(draft.document, draft.template.frame)
    remarks, pages = _verify(name, lines, contents_of(draft.document.walk()), draft.template, outputs)
    return _Made(outputs.files, lines, [*remarks, *_missing_glyphs(draft.document, outputs.missing)], pages)


@dataclass(frozen=True)
class _Outputs:
    files: dict[str, bytes]
    missing: str = ""
    """Characters that no font of the PDF has."""


def _render(document: Document, template: Template, formats: list[str]) -> _Outputs:
    """Engines are imported when they are first wanted: `check` needs none of them."""
    files: dict[str, bytes] = {}
    missing = ""
    frame, looks, moment = template.frame, template.looks, now()
    if "txt" in formats:
        files["txt"] = render_plain(document, frame).encode()
    if "docx" in formats:
        from reportgen.render.docx import render_docx

        files["docx"] = render_docx(document, template.content, frame, looks, moment)
    if "html" in formats or "pdf" in formats:
        from reportgen.render.html import render_html

        html = render_html(document, frame, looks)
        files["html"] = html.encode()
        if "pdf" in formats:
            pdf = _pdf(html)
            files["pdf"], missing = pdf.content, pdf.missing
    return _Outputs(files, missing)


def _pdf(html: str) -> "Pdf":
    from reportgen.render.pdf.engine import pango_version

    pango_version()
    from reportgen.render.pdf.writer import render_pdf

    return render_pdf(html, now())


def _verify(
    name: str, lines: list[PrintedLine], contents: list[tuple[str, ...]], template: Template, outputs: _Outputs
) -> tuple[list[Diagnostic], list[int]]:
    """What the outputs say otherwise, and the page of each line when there is a PDF."""
    meant = [_line(line) for line in lines]
    found: list[Diagnostic] = []
    pages: list[int] = []
    if "docx" in outputs.files:
        found += verify_docx(meant, outputs.files["docx"], f"{name}.docx")
    if "pdf" in outputs.files:
        odd = template.looks.odd
        footer = (odd.before, odd.after) if odd else ("", "")
        remarks, pages = verify_pdf(meant, outputs.files["pdf"], f"{name}.pdf", footer, contents)
        found += remarks
    return found, pages


def _line(line: PrintedLine) -> Line:
    """The line for comparing; a cell stands where it was written, not where its table begins."""
    origin = line.block.origin if line.block else NOWHERE
    table = line.block if isinstance(line.block, Table) else None
    return Line(line.text, line.cell.origin if line.cell and line.cell.origin.line else origin, table, line.cell)


def _missing_glyphs(document: Document, missing: str) -> list[Diagnostic]:
    found = []
    for char in missing.replace(" ", ""):  # a blank needs no glyph
        places = (
            replace(inline.origin, column=inline.origin.column + inline.text.index(char), length=1)
            for inline in document.inlines()
            if char in inline.text
        )
        place = next(places, Place(""))
        found.append(MISSING_GLYPH.at(place, f"「{char}」 U+{ord(char):04X}"))
    return found


def _with_pages(findings: Iterable[Diagnostic], document: Document, made: _Made) -> list[Diagnostic]:
    whereabouts = Whereabouts(document)
    page_of = {id(line.block): page for line, page in zip(made.lines, made.pages, strict=False) if line.block}
    located = []
    for finding in findings:
        page = page_of.get(id(whereabouts.block(finding.place)), 0)
        located.append(replace(finding, page=finding.page or page))
    return located
