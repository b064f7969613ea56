"""What the figures of a checked file are tied to, document by document."""

from collections.abc import Iterator

from reportgen.pipeline.checked import Checked
from reportgen.rules.scene import Scene
from reportgen.statements.facts import fields
from reportgen.statements.ties import Ties

_FIGURES = ("NUM", "SCO")
_ASK_FOR_WORDS = frozenset(["NUM018", "NUM019", "NUM030", "SCO012", "SCO013", "SCO014", "SCO017", "SCO022", "SCO026"])
"""Rules that ask for an explanation, or find a figure unlikely: they contradict none."""


def ties_of(checked: Checked) -> Iterator[tuple[str, Ties]]:
    """The title of each document, annexes too, and the ties of its figures."""
    said = [each for each in checked.report if each.pending and _contradicts(each.code)]
    for scene in checked.scenes:
        facts = () if scene.finished else tuple(fields(scene.content))
        yield _title(scene), Ties(scene.ledger, scene.year, facts, said)


def _contradicts(code: str) -> bool:
    return code.startswith(_FIGURES) and code not in _ASK_FOR_WORDS


def _title(scene: Scene) -> str:
    return scene.document.metadata.title or ("" if scene.finished else scene.pack.title)
