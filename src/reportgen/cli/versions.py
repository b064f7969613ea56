"""`--version`: the program and its engines, without loading more of them than must be asked."""

import platform
from collections.abc import Callable
from importlib.metadata import version

from reportgen import __version__
from reportgen.cli.console import show
from reportgen.errors import EnvironmentProblem
from reportgen.render.pdf.engine import pango_version_alone

_ENGINES = (
    "weasyprint",
    "typst",
    "docxtpl",
    "python-docx",
    "ruamel.yaml",
    "Jinja2",
    "lxml",
    "pypdfium2",
    "pikepdf",
    "Babel",
)


def show_versions(pango: Callable[[], str] = pango_version_alone) -> bool:
    """The program's version and those of its engines; whether all of these are there. `pango` is asked for its own."""
    show(f"reportgen {__version__}")
    show(f"Python {platform.python_version()}")
    for name in _ENGINES:
        show(f"{name} {version(name)}")
    try:
        show(f"Pango {pango()}")
    except EnvironmentProblem as problem:
        show(str(problem))
        return False
    return True
