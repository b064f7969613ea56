"""What the rules find in the documents of one content file, each finding with the document that it is about."""

from collections.abc import Iterable

from reportgen.compose.whereabouts import Whereabouts
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.errors import OverLimit
from reportgen.model.content import Year
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.named import each_once
from reportgen.record import replace
from reportgen.render.titles import printed_titles
from reportgen.rules import all_rules
from reportgen.rules.driver import run_rules
from reportgen.rules.registry import limits_of
from reportgen.rules.scene import Scene


def scenes_of(made: Iterable[Draft]) -> list[Scene]:
    """What rules may look at: every document, annexes behind the one that binds them in."""
    documents = list(made)
    return [_scene(part, documents) for draft in documents for part in (draft, *draft.annexes)]


def _scene(draft: Draft, documents: list[Draft]) -> Scene:
    year = next((value.number for value in draft.content.every(Year)), None)
    limits = limits_of(draft.pack, all_rules())
    beside = tuple(other.document for other in documents if other is not draft)
    titles = printed_titles(draft.document, draft.template.frame)
    return Scene(draft.content, draft.document, draft.pack, year, limits, titles=titles, beside=beside)


def remarks_of(made: list[Draft], scenes: list[Scene]) -> tuple[list[Diagnostic], OverLimit | None]:
    """Every finding once, and what has cut the search short.

    Where a file makes several documents a finding that not all of them share names its own.
    """
    printed = [Whereabouts(draft.document) for draft in made for _part in (draft, *draft.annexes)]
    found: list[tuple[str, Diagnostic]] = []
    cut: OverLimit | None = None
    for scene, whereabouts in zip(scenes, printed, strict=True):
        own, cut = run_rules(all_rules().values(), scene)
        found += [(scene.pack.title, _located(finding, whereabouts)) for finding in own]
        if cut:
            break
    titles = list(dict.fromkeys(scene.pack.title for scene in scenes)) if len(made) > 1 else []
    return each_once(found, titles), cut


def _located(finding: Diagnostic, whereabouts: Whereabouts) -> Diagnostic:
    return replace(finding, section=finding.section or whereabouts.section(finding.place))
