"""reportgen: budget-performance documents of Chinese public units from YAML content files.

What a program may use of it is told in docs/library.md and stands in `reportgen.api`, which is loaded when the first of
its names is asked for: the command line starts without it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportgen.api import (
        FORMATS,
        Built,
        Checked,
        Diagnostic,
        EnvironmentProblem,
        Pack,
        Place,
        Report,
        ReportgenError,
        Reproduction,
        Settings,
        Severity,
        Spot,
        UsageProblem,
        build,
        check,
        check_text,
        load_pack,
        reproduce,
        settings_for,
    )

__version__ = "0.1.0"

__all__ = [
    "FORMATS",
    "Built",
    "Checked",
    "Diagnostic",
    "EnvironmentProblem",
    "Pack",
    "Place",
    "Report",
    "ReportgenError",
    "Reproduction",
    "Settings",
    "Severity",
    "Spot",
    "UsageProblem",
    "build",
    "check",
    "check_text",
    "load_pack",
    "reproduce",
    "settings_for",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reportgen import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
