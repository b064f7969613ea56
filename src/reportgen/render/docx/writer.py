"""The Word template filled through docxtpl.

docxtpl's defaults lose text in silence (a bare `&`, a misspelt tag), so the environment is strict, sandboxed and
escaping, and the properties are set here: with escaping on, docxtpl would write `&amp;` into them.
"""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from reportgen.model.document import Document, plain_text
from reportgen.model.frame import Frame, FrameIf, FrameLine, Slot
from reportgen.model.look import Looks
from reportgen.render.docx.paragraphs import blocks_xml

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_LIBREOFFICE_CORE = b"/officedocument/2006/relationships/metadata/core-properties"
_PACKAGE_CORE = b"/package/2006/relationships/metadata/core-properties"


def render_docx(document: Document, template: bytes, frame: Frame, looks: Looks, moment: datetime) -> bytes:
    """The docx of a document; `moment` is its date of creation. Byte-identical for equal input and moment."""
    word = DocxTemplate(BytesIO(_with_core_properties(template)))
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    word.render(_context(document, frame, looks), environment, autoescape=True)
    _describe(word, document, moment)
    stream = BytesIO()
    word.save(stream)
    return _repacked(stream.getvalue())


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


def _context(document: Document, frame: Frame, looks: Looks) -> dict[str, Any]:
    """Every name of the frame: the words of inline slots, the paragraphs of block slots, empty when absent."""
    names: set[str] = set()
    for item in frame.walk():
        match item:
            case FrameLine():
                names |= {part.name for part in item.parts if isinstance(part, Slot)}
            case FrameIf():
                names.add(item.name)
            case _:
                names.add(item.name)
    context: dict[str, Any] = {name: plain_text(document.lines.get(name, ())) for name in names}
    for name, blocks in document.blocks.items():
        context[name] = blocks_xml(blocks, looks.styles)
    return context


def _describe(word: DocxTemplate, document: Document, moment: datetime) -> None:
    properties = word.docx.core_properties
    properties.title = document.metadata.title
    properties.author = properties.last_modified_by = document.metadata.author
    properties.language = document.metadata.language
    properties.comments, properties.keywords = "", ""
    properties.created = properties.modified = moment.replace(tzinfo=None, microsecond=0)


def _repacked(content: bytes) -> bytes:
    """The same parts with fixed time stamps; of parts written twice (LibreOffice's core.xml) the last counts."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        last = {entry.filename: entry for entry in old.infolist()}
        for name, entry in last.items():
            info = zipfile.ZipInfo(name, _ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, old.read(entry))
    return stream.getvalue()
