"""HTML → PDF bytes, with the bundled fonts declared once a process.

The fonts are TTF: woff2 would be unpacked for every document (8 s each). A character that no font has is only a
warning in WeasyPrint's log, and a box on the page: it is caught there and returned.
"""

import gc
import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from weasyprint import HTML
from weasyprint.html import UA_STYLESHEET
from weasyprint.pdf import pydyf
from weasyprint.text.ffi import ffi, fontconfig, pangoft2
from weasyprint.text.fonts import FontConfiguration

from reportgen.errors import EnvironmentProblem
from reportgen.fonts import FACES
from reportgen.language import _
from reportgen.render.pdf import typeset
from reportgen.world import bundled_fonts_only, fonts_folder

_LOGGER = logging.getLogger("weasyprint")
logging.getLogger("fontTools").setLevel(logging.ERROR)
_VARIANT = "pdf/ua-1"
"""Tagged for screen readers: 5 % more time, 3 % more bytes."""
_MISSING = re.compile(r"\.notdef glyph rendered")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF file and the characters that no font could print."""

    content: bytes
    missing: str


@cache
def _fonts() -> FontConfiguration:
    """The bundled fonts alone, used where they lie: those of the system would change the pages.

    By @font-face, 25 MB would be read and copied into a temporary folder by every process.
    """
    with bundled_fonts_only():
        configuration = FontConfiguration()
    for face in FACES:
        path = fonts_folder() / face.file
        if not fontconfig.FcConfigAppFontAddFile(configuration._config, bytes(path)):
            raise EnvironmentProblem(_("字体文件 {path} 不在或已损坏，请重新安装", path=path))
    pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", configuration.font_map))
    return configuration


@cache
def _spare_margin_boxes() -> None:
    """Take the corners, top and sides out of WeasyPrint's own stylesheet: 4 % of the time.

    It styles and lays out on every page each margin box that any stylesheet names. A box that ours names still works.
    """
    unused = ("@top-", "@left-", "@right-", "@bottom-left-corner", "@bottom-right-corner")
    UA_STYLESHEET.page_rules = [
        (rule, selectors, declarations)
        for rule, selectors, declarations in UA_STYLESHEET.page_rules
        if not any((box or "").startswith(unused) for _specificity, box, _page in selectors)
    ]


@cache
def _quick_references() -> None:
    """Keep the list of pages: pydyf makes it anew for each tag of each page, 8 % of the time of a long table."""

    def page_references(self: Any) -> tuple[bytes, ...]:
        numbers = self.pages["Kids"][::3]
        known: tuple[bytes, ...] = self.__dict__.get("known_references", ())
        if len(known) != len(numbers):
            known = self.known_references = tuple([f"{number} 0 R".encode() for number in numbers])
        return known

    pydyf.PDF.page_references = property(page_references)


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Without the garbage collector: it walks over all boxes again and again and frees none, 20 % of a long table."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _deflate(_document: Any, pdf: Any) -> None:
    """Deflate streams at level 5: 9 % of the time. pydyf's own 9 makes the file 1.3 % smaller."""
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and stream.compress:
            words = b"\n".join(pydyf._to_bytes(item) for item in stream.stream)
            stream.stream, stream.compress = [zlib.compress(words, 5)], False
            stream.extra["Filter"] = "/FlateDecode"


def render_pdf(html: str, moment: datetime) -> Pdf:
    """The PDF of a page made by `render_html`; `moment` is its date of creation."""
    typeset.install()
    _spare_margin_boxes()
    _quick_references()
    configuration = _fonts()
    with _missing_glyphs() as missing, _collecting_later():
        document = HTML(string=html).render(font_config=configuration, pdf_variant=_VARIANT)
        document.metadata.created = document.metadata.modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        content = document.write_pdf(pdf_variant=_VARIANT, finisher=_deflate)
    assert isinstance(content, bytes)
    return Pdf(content, "".join(dict.fromkeys(missing)))


class _Collector(logging.Handler):
    def __init__(self, characters: list[str]) -> None:
        super().__init__()
        self.characters = characters

    def emit(self, record: logging.LogRecord) -> None:
        if _MISSING.match(str(record.msg)) and isinstance(record.args, tuple):
            self.characters.append(str(record.args[0]))


@contextmanager
def _missing_glyphs() -> Iterator[list[str]]:
    characters: list[str] = []
    handler, others, propagate = _Collector(characters), list(_LOGGER.handlers), _LOGGER.propagate
    _LOGGER.handlers, _LOGGER.propagate = [handler], False
    try:
        yield characters
    finally:
        _LOGGER.handlers, _LOGGER.propagate = others, propagate
