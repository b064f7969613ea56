"""HTML → PDF bytes, with the bundled fonts declared once a process.

Parsing the font rules and the font configuration are shared by all documents of a run. The fonts are TTF: woff2 would
be unpacked for every document (8 s each). A character that no font has is only a warning in WeasyPrint's log, and a
box on the page: it is caught there and returned.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from reportgen.fonts import FACES
from reportgen.render.pdf import typeset
from reportgen.world import fonts_folder

_LOGGER = logging.getLogger("weasyprint")
logging.getLogger("fontTools").setLevel(logging.ERROR)
_MISSING = re.compile(r"\.notdef glyph rendered")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF file and the characters that no font could print."""

    content: bytes
    missing: str


@cache
def _fonts() -> tuple[FontConfiguration, CSS]:
    configuration = FontConfiguration()
    folder = fonts_folder()
    rules = (
        f'@font-face {{ font-family: "{face.family}"; src: url("{(folder / face.file).as_uri()}") }}' for face in FACES
    )
    return configuration, CSS(string="\n".join(rules), font_config=configuration)


def render_pdf(html: str, moment: datetime) -> Pdf:
    """The PDF of a page made by `render_html`; `moment` is its date of creation."""
    typeset.install()
    configuration, css = _fonts()
    with _missing_glyphs() as missing:
        document = HTML(string=html).render(stylesheets=[css], font_config=configuration)
        document.metadata.created = document.metadata.modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        content = document.write_pdf()
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
