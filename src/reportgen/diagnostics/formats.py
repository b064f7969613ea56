"""The output formats by name; each is a function from an Outcome to one document, imported when it is asked for."""

from importlib import import_module

from reportgen.diagnostics.outcome import Outcome

MODULES = {
    "concise": "concise",
    "json": "as_json",
    "sarif": "sarif",
    "github": "github",
    "junit": "junit",
    "html": "html",
}
"""Beside `text`, which is printed file by file as they are done (`reportgen.diagnostics.text`)."""

NAMES = ("text", *MODULES)
UTF8 = frozenset({"json", "sarif", "junit", "html"})
"""These are read by programs, and are UTF-8 whatever the terminal is."""


def emit(name: str, outcome: Outcome) -> str:
    """The whole run as one document in a format of MODULES, without a line end behind it."""
    document: str = import_module(f"reportgen.diagnostics.{MODULES[name]}").document(outcome)
    return document
