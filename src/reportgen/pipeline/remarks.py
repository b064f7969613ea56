"""What the rules find in the documents of one content file, each finding with the document that it is about."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportgen.compose.whereabouts import Whereabouts
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.language import _
from reportgen.model.content import Year
from reportgen.pipeline.drafts import Draft
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
    return Scene(draft.content, draft.document, draft.pack, year, limits, beside=beside)


def remarks_of(made: list[Draft], scenes: list[Scene]) -> list[Diagnostic]:
    """Every finding once. Where a file makes several documents a finding that not all of them share names its own."""
    printed = [Whereabouts(draft.document) for draft in made for _part in (draft, *draft.annexes)]
    found = [
        (scene.pack.title, _located(finding, whereabouts))
        for scene, whereabouts in zip(scenes, printed, strict=True)
        for finding in run_rules(all_rules().values(), scene)
    ]
    titles = list(dict.fromkeys(scene.pack.title for scene in scenes)) if len(made) > 1 else []
    return list(_each_once(found, titles))


def _located(finding: Diagnostic, whereabouts: Whereabouts) -> Diagnostic:
    return replace(finding, section=finding.section or whereabouts.section(finding.place))


def _each_once(found: list[tuple[str, Diagnostic]], titles: list[str]) -> Iterator[Diagnostic]:
    """What several documents print is complained of as the first one does."""
    said: dict[object, list[tuple[str, Diagnostic]]] = {}
    for title, finding in found:
        said.setdefault((finding.code, finding.place, finding.label), []).append((title, finding))
    for alike in said.values():
        own = list(dict.fromkeys(title for title, _finding in alike))
        yield _named(alike[0][1], own) if titles and len(own) < len(titles) else alike[0][1]


def _named(finding: Diagnostic, titles: list[str]) -> Diagnostic:
    """「部门整体支出绩效自评表：一、（二）…」."""
    words = {"documents": _("、").join(titles), "section": finding.section}
    section = _("{documents}：{section}", **words) if finding.section else words["documents"]
    return replace(finding, section=section)
