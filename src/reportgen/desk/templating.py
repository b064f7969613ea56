"""Pages and their parts, from the templates beside this module; whatever is put in is escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from reportgen.language import _, language_in_use


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reportgen.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["_"] = _
    return environment


def rendered(template: str, **values: Any) -> str:
    """A template with its values."""
    language = {"zh": "zh-CN"}.get(language_in_use(), language_in_use())
    return _environment().get_template(template).render(language=language, **values)


def page(template: str, **values: Any) -> HTMLResponse:
    """A template as an answer."""
    return HTMLResponse(rendered(template, **values))
