"""The formats in which a document is checked, and what the checker says of it in each."""

from enum import Enum

from benchmarks.accuracy.corpus.source import Document
from benchmarks.accuracy.corpus.written.docx import as_docx
from benchmarks.accuracy.corpus.written.pdf import kept_pdf
from benchmarks.accuracy.corpus.written.text import as_text
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.finished.parts import Reading
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.finished import check_parts
from reportgen.record import Struct

_ENDS = "。；！？\n"


class Format(Enum):
    """A kind of file; the value is its ending."""

    DOCX = "docx"
    PDF = "pdf"
    TXT = "txt"


class Said(Struct, frozen=True):
    """A finding, with the words that it marks and the paragraph or cell in which they stand."""

    code: str
    label: str
    notes: tuple[str, ...]
    marked: str
    sentence: str
    paragraph: str

    @property
    def told(self) -> str:
        """All its words, a line each."""
        return "\n".join((self.marked, self.label, *self.notes))


def check(document: Document, form: Format) -> Checked:
    """The document checked as a file of that format. A PDF must have been made before."""
    reading = _read(document, form)
    return check_parts(reading.parts, f"{document.name}.{form.value}", layout=reading.layout)


def _read(document: Document, form: Format) -> Reading:
    name = f"{document.name}.{form.value}"
    match form:
        case Format.DOCX:
            from reportgen.finished.docx import read_docx

            return read_docx(as_docx(document), name)
        case Format.PDF:
            from reportgen.finished.pdf import read_pdf

            return read_pdf(kept_pdf(document).read_bytes(), name)
        case Format.TXT:
            from reportgen.finished.text import read_lines

            return Reading(tuple(read_lines(as_text(document))))


def said_of(document: Document, form: Format) -> list[Said]:
    """What the checker says of the figures and words of a document; its layout is no matter here."""
    checked = check(document, form)
    return [_said(finding, checked.source.lines) for finding in checked.report if not finding.code.startswith("LAY")]


def _said(finding: Diagnostic, lines: tuple[str, ...] | list[str]) -> Said:
    place = finding.place
    paragraph = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    start = max(place.column - 1, 0)
    marked = paragraph[start:][: place.length].strip()
    return Said(finding.code, finding.label, finding.notes, marked, sentence_at(paragraph, start), paragraph)


def sentence_at(text: str, at: int) -> str:
    """The sentence of a text that stands at a character."""
    start = max(text.rfind(end, 0, at) for end in _ENDS) + 1
    ends = [found for end in _ENDS if (found := text.find(end, at)) >= 0]
    return text[start : min(ends, default=len(text))]
