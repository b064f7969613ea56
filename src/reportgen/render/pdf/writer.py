"""HTML → PDF bytes, with the bundled fonts declared once a process.

The fonts are TTF: woff2 would be unpacked for every document (8 s each). A character that no font has is only a
warning in WeasyPrint's log, and a box on the page: it is caught there and returned.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

from weasyprint import HTML
from weasyprint.text.ffi import ffi, fontconfig, pangoft2
from weasyprint.text.fonts import FontConfiguration

from reportgen.errors import EnvironmentProblem
from reportgen.fonts import FACES
from reportgen.language import _
from reportgen.native import bundled_fonts_only, path_for_libraries
from reportgen.render.made_pdf import Pdf
from reportgen.render.pdf import typeset
from reportgen.world import font_files, fonts_folder

_LOGGER = logging.getLogger("weasyprint")
logging.getLogger("fontTools").setLevel(logging.ERROR)
_TAGGED = {"pdf_tags": True}
_ACCESSIBLE = {"pdf_variant": "pdf/ua-1"}
"""Tagged for screen readers: 5 % more time, 3 % more bytes. Only pages without tables say that they meet PDF/UA-1:
where a table goes on over a page WeasyPrint's tags break its rule 7.2 (rows of unequal length)."""
_UNNAMED = b"0" * 32
"""The identifier of a file until `reportgen.render.provenance` knows its content."""
_MISSING = re.compile(r"\.notdef glyph rendered")


@cache
def _fonts(own: Path | None = None) -> FontConfiguration:
    """The bundled fonts, and the unit's own from a folder, used where they lie: the system's would change the pages.

    By @font-face, 25 MB would be read and copied into a temporary folder by every process.
    """
    with bundled_fonts_only():
        configuration = FontConfiguration()
    theirs = font_files(own) if own else []
    for path in (*(fonts_folder() / face.file for face in FACES), *theirs):
        if not fontconfig.FcConfigAppFontAddFile(configuration._config, path_for_libraries(path)):
            if path in theirs:
                raise EnvironmentProblem(_("字体文件 {path} 已损坏，请从字体文件夹里移走", path=path))
            raise EnvironmentProblem(_("字体文件 {path} 不在或已损坏，请重新安装", path=path))
    pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", configuration.font_map))
    return configuration


def render_pdf(html: str, moment: datetime, own_fonts: Path | None = None) -> Pdf:
    """The PDF of a page made by `render_html`; `moment` is its date of creation.

    `own_fonts` is a folder of fonts that are taken where the page asks for them; others stand in for what it lacks.
    """
    typeset.install()
    with _missing_glyphs() as missing:
        content = _write(html, moment, own_fonts)
    return Pdf(content, "".join(dict.fromkeys(missing)))


def _write(html: str, moment: datetime, own_fonts: Path | None) -> bytes:
    options = _TAGGED if "<table" in html else _ACCESSIBLE
    document = HTML(string=html).render(font_config=_fonts(own_fonts), **options)
    document.metadata.created = document.metadata.modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    content = document.write_pdf(pdf_identifier=_UNNAMED, **options)
    assert isinstance(content, bytes)
    return content


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
