"""HTML → PDF bytes, with the bundled fonts declared once a process.

Parsing the font rules and the font configuration are shared by all documents of a run. The fonts are TTF: woff2 would
be unpacked for every document (8 s each).
"""

import logging
from datetime import datetime
from functools import cache

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from reportgen.fonts import FACES
from reportgen.render.pdf import typeset
from reportgen.world import fonts_folder

logging.getLogger("weasyprint").setLevel(logging.ERROR)
logging.getLogger("fontTools").setLevel(logging.ERROR)


@cache
def _fonts() -> tuple[FontConfiguration, CSS]:
    configuration = FontConfiguration()
    folder = fonts_folder()
    rules = (
        f'@font-face {{ font-family: "{face.family}"; src: url("{(folder / face.file).as_uri()}") }}' for face in FACES
    )
    return configuration, CSS(string="\n".join(rules), font_config=configuration)


def render_pdf(html: str, moment: datetime) -> bytes:
    """The PDF of a page made by `render_html`; `moment` is its date of creation."""
    typeset.install()
    configuration, css = _fonts()
    document = HTML(string=html).render(stylesheets=[css], font_config=configuration)
    document.metadata.created = document.metadata.modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    content = document.write_pdf()
    assert isinstance(content, bytes)
    return content
