"""What was changed, as JSON for other programs. The keys are English and stay; `format` is raised when one changes."""

from collections.abc import Iterable
from typing import Any

from reportgen.diff.figures import FigureChange
from reportgen.diff.listing import Listed
from reportgen.model.inline import Change

FORMAT = 1
_SIGNS = {None: "=", Change.DELETED: "-", Change.INSERTED: "+"}


def listed_json(each: Listed) -> dict[str, Any]:
    """One thing that was changed; `runs` are pairs of a sign (=, -, +) and words."""
    runs = [[_SIGNS[run.change], run.text] for run in each.runs]
    told = {"what": each.what.name.lower(), "sort": each.sort.name.lower(), "where": each.where, "runs": runs}
    return told | ({"to": each.to} if each.to else {})


def figures_json(figures: Iterable[FigureChange]) -> list[dict[str, Any]]:
    """The figures that were replaced."""
    return [
        {
            "name": each.name,
            "old": each.old,
            "new": each.new,
            "difference": each.difference,
            "where": each.section,
            "depends": list(each.depends),
        }
        for each in figures
    ]
