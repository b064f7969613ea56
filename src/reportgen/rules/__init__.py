"""The rules: one function each, with its manual page and executed examples in the docstring."""

from importlib import import_module
from pkgutil import iter_modules

from reportgen.rules.registry import Rule, registered

_MACHINERY = {"registry", "driver", "scene", "spots", "marks", "amounts", "typed"}


def all_rules() -> dict[str, Rule]:
    """Every rule by its code; the modules of rules are those of this folder."""
    for module in iter_modules(__path__):
        if module.name not in _MACHINERY:
            import_module(f"{__name__}.{module.name}")
    return registered()
