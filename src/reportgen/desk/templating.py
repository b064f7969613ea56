"""Pages and their parts, from the templates beside this module; whatever is put in is escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from reportgen.language import _, language_in_use
from reportgen.record import Struct, as_json


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reportgen.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False}  # keys of a file stand in its own order
    environment.globals["_"] = _
    environment.globals["view_json"] = view_json
    return environment


def view_json(view: Struct) -> Markup:
    """What a widget is told, as JSON that can stand within a script element: nothing in it begins a tag."""
    return Markup(as_json(view).decode().replace("<", "\\u003c").replace("&", "\\u0026"))


def rendered(template: str, **values: Any) -> str:
    """A template with its values."""
    language = {"zh": "zh-CN"}.get(language_in_use(), language_in_use())
    return _environment().get_template(template).render(language=language, **values)


def page(template: str, **values: Any) -> HTMLResponse:
    """A template as an answer."""
    return HTMLResponse(rendered(template, **values))
