"""The Word template filled: docxtpl sets the words of its lines, the blocks are put in afterwards.

docxtpl's defaults lose text in silence (a bare `&`, a misspelt tag), so the environment is strict, sandboxed and
escaping, and the properties are set here: with escaping on, docxtpl would write `&amp;` into them. Of a block slot it
sees a paragraph of one mark, which gives way to the blocks when the parts are packed: it would send a long table
through a dozen regular expressions and two XML trees.
"""

import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from types import MappingProxyType
from typing import Any

from docx.parts.document import DocumentPart
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from markupsafe import Markup

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.document import Chart, Document, Illustration, PageTurn, plain_text
from reportgen.model.frame import Frame
from reportgen.model.inline import is_strong
from reportgen.model.look import Looks
from reportgen.render.docx.blocks import Flow
from reportgen.render.docx.bookmarks import NO_NAMES, Bookmarks, Named, attach_trace
from reportgen.render.docx.contents import Entries
from reportgen.render.docx.environment import environment
from reportgen.render.docx.footers import add_across_footers
from reportgen.render.docx.letterhead import set_letterhead
from reportgen.render.docx.letters import Letters
from reportgen.render.docx.line_breaks import set_line_breaks
from reportgen.render.docx.notes import Footnotes, count_in_circles
from reportgen.render.docx.pictures import attach_pictures
from reportgen.render.docx.running_heads import attach_running_head, running_head
from reportgen.render.docx.sections import Sections, page_setup
from reportgen.word.package import Element, W, value

_LONGEST_PROPERTY = 255
"""Word takes no more."""
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_BODY_PART = "word/document.xml"
_NO_PAGES: Mapping[int, int] = MappingProxyType({})
_MARK = '<w:p><w:pPr><w:pStyle w:val="reportgen-{}"/></w:pPr></w:p>'
"""The paragraph that stands for a block slot; no text that a user writes can come to look like it."""

_LIBREOFFICE_CORE = b"/officedocument/2006/relationships/metadata/core-properties"
_PACKAGE_CORE = b"/package/2006/relationships/metadata/core-properties"


def render_docx(  # noqa: PLR0913, PLR0917 - the parts of a document, and the pages for its table of contents
    document: Document,
    template: bytes,
    frame: Frame,
    looks: Looks,
    moment: datetime,
    pages: Mapping[int, int] = _NO_PAGES,
    named: Named = NO_NAMES,
) -> bytes:
    """The docx of a document; `moment` is its date of creation. Byte-identical for equal input and moment.

    `pages` gives the number that is printed on the page of a heading, by the `id` of its block, for tables of contents;
    where it is silent the entry shows no number until Word updates the field. `named` says what lines are called in
    hidden bookmarks, and what is told of them in a part of its own.
    """
    word = DocxTemplate(BytesIO(_with_core_properties(template)))
    word.render_properties = _leave_properties
    _render(word, _context(document, frame))
    _describe(word, document, moment)
    set_line_breaks(word.docx.settings.element)
    bodies = _fill(word, document, frame, looks, pages, Bookmarks(named))
    if named.trace:
        attach_trace(word.docx.part, named.trace)
    stream = BytesIO()
    word.save(stream)
    return _repacked(stream.getvalue(), bodies)


def _leave_properties(context: dict[str, Any], jinja_env: Any = None) -> None:
    """docxtpl would fill braces in the title of the template's file; `_describe` writes all properties."""


def _render(word: DocxTemplate, context: dict[str, Any]) -> None:
    """Fill the lines. Tags are read before, so that nothing is left to refuse; if it is, it is said in words."""
    try:
        word.render(context, environment(), autoescape=True)
    except (TemplateError, AttributeError, LookupError, ValueError) as error:  # docxtpl trusts what it is given
        raise UsageProblem(_("Word 模板里有填不了的内容：{why}", why=error)) from error


def _with_core_properties(template: bytes) -> bytes:
    """The template with its properties where python-docx looks for them.

    LibreOffice links them under a name of its own; python-docx then writes a second part, and the SDK refuses both.
    """
    with zipfile.ZipFile(BytesIO(template)) as archive:
        if _LIBREOFFICE_CORE not in archive.read("_rels/.rels"):
            return template
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as mended:
            for name in archive.namelist():
                mended.writestr(name, archive.read(name).replace(_LIBREOFFICE_CORE, _PACKAGE_CORE))
    return stream.getvalue()


def _context(document: Document, frame: Frame) -> dict[str, Any]:
    """Every name of the frame: the words of inline slots, the mark of block slots, empty when absent."""
    context = {name: plain_text(document.lines.get(name, ())) for name in frame.names()}
    marks = {name: Markup(_MARK.format(number)) for number, name in enumerate(document.blocks)}
    return _nested(context | {name: mark if document.blocks[name] else "" for name, mark in marks.items()})


def _nested(context: Mapping[str, str]) -> dict[str, Any]:
    """Jinja takes 预算.批复 for 批复 within 预算."""
    outer: dict[str, Any] = {}
    for name, words in sorted(context.items()):
        *path, last = name.split(".")
        inner = outer
        for part in path:
            if not isinstance(inner.get(part), dict):
                inner[part] = {}
            inner = inner[part]
        inner[last] = words
    return outer


def _fill(  # noqa: PLR0913, PLR0917 - as `render_docx`
    word: DocxTemplate, document: Document, frame: Frame, looks: Looks, pages: Mapping[int, int], bookmarks: Bookmarks
) -> dict[str, str]:
    """What each mark of the body stands for; the body's own section is set to what the last page needs."""
    body = word.docx.element.body
    set_letterhead(body, document, frame, looks)
    bookmarks.mark_slots(body, frame, document)
    upright = page_setup(body)
    count_in_circles(upright, document)
    if lines := running_head(frame):
        attach_running_head(word.docx.part, upright, lines)
    sections = Sections(upright, _across_footers(word, document, looks, upright))
    drawer, letters, notes = _Drawer(word.docx.part, looks), Letters(word.docx.part, looks), Footnotes(looks.styles)
    flow = Flow(looks.styles, sections, Entries(document, pages), drawer, letters, notes.mark, bookmarks)
    slots = {f"reportgen-{number}": blocks for number, blocks in enumerate(document.blocks.values())}
    made = {}
    for node in body.iterchildren(W + "p", W + "tbl", W + "sdt"):
        mark = value(node.find(W + "pPr"), "pStyle") or ""
        if mark in slots:
            made[mark] = flow.slot(slots[mark])
        else:
            flow.frame(node.tag == W + "tbl", _says_something(node))
    flow.end()
    if notes.asked or any(map(is_strong, document.inlines())):
        from reportgen.render.docx.footnotes import attach_footnotes  # most documents have none

        attach_footnotes(word.docx.part, notes)
    body.replace(upright, sections.element(flow.section))
    return {
        _MARK.format(mark.removeprefix("reportgen-")): "".join(
            piece if isinstance(piece, str) else piece.xml() for piece in pieces
        )
        for mark, pieces in made.items()
    }


def _across_footers(word: DocxTemplate, document: Document, looks: Looks, upright: Element) -> Mapping[str, str]:
    """The footers of pages that lie across; one of more than the page number stays below."""
    across = any(isinstance(block, PageTurn) and block.landscape for block in document.walk())
    return add_across_footers(word.docx.part, upright) if across and (looks.odd or looks.even) else {}


class _Drawer:
    """Puts what is drawn into the document part of a package."""

    def __init__(self, part: DocumentPart, looks: Looks) -> None:
        self.part, self.looks, self.pictures = part, looks, 0

    def __call__(self, drawn: Chart | Illustration) -> str:
        if isinstance(drawn, Illustration):
            self.pictures += len(drawn.pictures)
            return attach_pictures(self.part, drawn, self.pictures - len(drawn.pictures) + 1)
        from reportgen.render.docx.charts import attach_chart  # it brings a library, which most documents do not need

        return attach_chart(self.part, drawn, self.looks)


def _says_something(node: Element) -> bool:
    return any((piece.text or "").strip() for piece in node.iter(W + "t"))


def _describe(word: DocxTemplate, document: Document, moment: datetime) -> None:
    properties = word.docx.core_properties
    properties.title = document.metadata.title[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = document.metadata.author[:_LONGEST_PROPERTY]
    properties.language = document.metadata.language
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.identifier = properties.content_status = ""  # of whoever made the template
    properties.created = properties.modified = moment.replace(tzinfo=None, microsecond=0)


def _repacked(content: bytes, bodies: Mapping[str, str]) -> bytes:
    """The same parts with fixed time stamps and the marks replaced by their blocks.

    Of parts written twice (LibreOffice's core.xml) the last counts.
    """
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        last = {entry.filename: entry for entry in old.infolist()}
        for name, entry in last.items():
            info = zipfile.ZipInfo(name, _ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            part = old.read(entry)
            new.writestr(info, _with_blocks(part, bodies) if name == _BODY_PART else part)
    return stream.getvalue()


def _with_blocks(part: bytes, bodies: Mapping[str, str]) -> bytes:
    for mark, xml in bodies.items():
        part = part.replace(mark.encode(), xml.encode())
    return part
