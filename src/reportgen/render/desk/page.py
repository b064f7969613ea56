"""The desk as one HTML file, which allows itself nothing: no host, no script but its own, pictures from itself alone.

Words of documents reach the page in two ways, both closed: by the template, which escapes, and as JSON in which no tag
can end; the script puts them in as text.
"""

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportgen.language import language_in_use
from reportgen.record import as_json
from reportgen.render.desk.data import Desk
from reportgen.render.desk.scripts import script, static_text
from reportgen.render.desk.words import words


def render_desk(desk: Desk) -> bytes:
    """The whole page."""
    environment = Environment(
        loader=PackageLoader("reportgen.render.desk", "static"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    own = script()
    page = environment.get_template("page.html").render(
        language={"zh": "zh-CN"}.get(language_in_use(), language_in_use()),
        words=words(),
        desk=desk,
        style=Markup(static_text("desk.css")),
        script=Markup(own),
        allowed=f"sha256-{b64encode(sha256(own.encode()).digest()).decode()}",
        data=_embedded(desk),
        told=_embedded(words()),
    )
    return page.encode()


def _embedded(value: object) -> Markup:
    """JSON that can stand within a script element: nothing in it begins a tag or a comment."""
    told = as_json(value).decode()
    return Markup(told.replace("<", "\\u003c").replace("&", "\\u0026"))
