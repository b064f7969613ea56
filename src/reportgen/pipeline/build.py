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
from reportgen.pipeline.check import Checked
from reportgen.place import NOWHERE, Place
from reportgen.render.plain import PrintedLine, printed_lines, render_plain
from reportgen.verify.artifacts import verify_docx, verify_pdf
from reportgen.word.template import Template
from reportgen.world import now

if TYPE_CHECKING:
    from reportgen.render.pdf.writer import Pdf

FORMATS = ("docx", "pdf", "html", "txt")


@dataclass(frozen=True)
class Built:
    """A checked file and its outputs by format; there are none when the document is refused."""

    checked: Checked
    report: Report
    outputs: dict[str, bytes] = field(default_factory=dict)


def build(checked: Checked, formats: Iterable[str], strict: bool = False) -> Built:
    """Render a checked file and read the outputs back.

    Nothing is made when the document is impossible, or when `strict` and an error is not acknowledged. Raises
    EnvironmentProblem when an engine or a font is missing.
    """
    limit = Severity.ERROR if strict else Severity.FATAL
    document, template = checked.document, checked.template
    if document is None or template is None or checked.report.at_least(limit):
        return Built(checked, checked.report)
    wanted = list(formats)
    outputs = _render(document, template, wanted)
    lines = printed_lines(document, template.frame)
    remarks, pages = _verify(Path(checked.source.file).stem, lines, template, outputs)
    located = _with_pages(checked.report, Whereabouts(document), lines, pages)
    report = Report.of([*located, *remarks, *_missing_glyphs(document, outputs.missing)])
    return Built(checked, report, {name: outputs.files[name] for name in wanted})


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
    name: str, lines: list[PrintedLine], template: Template, outputs: _Outputs
) -> tuple[list[Diagnostic], list[int]]:
    """What the outputs say otherwise, and the page of each line when there is a PDF."""
    texts = [(line.text, line.block.origin if line.block else NOWHERE) for line in lines]
    found: list[Diagnostic] = []
    pages: list[int] = []
    if "docx" in outputs.files:
        found += verify_docx(texts, outputs.files["docx"], f"{name}.docx")
    if "pdf" in outputs.files:
        remarks, pages = verify_pdf(texts, outputs.files["pdf"], f"{name}.pdf", template.looks)
        found += remarks
    return found, pages


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


def _with_pages(
    report: Report, whereabouts: Whereabouts, lines: list[PrintedLine], pages: list[int]
) -> list[Diagnostic]:
    page_of = {id(line.block): page for line, page in zip(lines, pages, strict=False) if line.block}
    located = []
    for finding in report:
        block = whereabouts.block(finding.place)
        located.append(replace(finding, page=page_of.get(id(block), 0)))
    return located
