"""The rules: one function each, with its manual page and executed examples in the docstring.

A folder is a family: structure, figures, scores, indicators, wording, disclosure and so on; a new module in one of them
is found by itself.
"""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from reportgen.rules.registry import Rule, put_in_order, registered


def all_rules() -> dict[str, Rule]:
    """Every rule by its code."""
    _load()
    return registered()


@cache
def _load() -> None:
    for module in walk_packages(__path__, f"{__name__}."):
        import_module(module.name)
    put_in_order()
