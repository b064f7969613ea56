"""The page as a browser shows it: a sheet of forty characters a line, at any width; printed, it is the page of the PDF.

The PDF's own engine is given none of this.
"""

from collections.abc import Iterator

from reportgen.model.document import Role
from reportgen.model.look import Looks
from reportgen.render.html.css import pt

_MEASURE = 40
"""Characters of a line that the eye still finds its way back from."""
_NARROW = "48em"
"""A telephone, or half a window."""
_SMALLER = 0.8
_LEAST_TABLE = "34em"
"""Below that width a table is moved within its frame, and not squeezed."""


def screen_rules(looks: Looks) -> Iterator[str]:
    """The rules for screens; they stand behind all others."""
    body = looks.styles[Role.BODY.value]
    measure = pt(_MEASURE * body.character)
    yield "@media screen {"
    yield "html { background: #e9ecef; color-scheme: light }"
    yield f"body {{ max-width: {measure}; margin: 1.5rem auto; padding: 3rem 3.5rem; background: #fff; color: #111 }}"
    yield "section + section { margin-top: 3rem; padding-top: 3rem; border-top: 1px solid #bbb }"
    yield "div.wide { overflow-x: auto } p.chart img { height: auto }"
    yield "}"
    yield f"@media screen and (max-width: {_NARROW}) {{"
    yield f"body {{ margin: 0; padding: 1.2rem 1rem; zoom: {_SMALLER} }}"
    yield f"div.wide > table {{ min-width: {_LEAST_TABLE} }}"
    yield "}"
    yield "@media print { img { break-inside: avoid } }"
