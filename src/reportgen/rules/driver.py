"""One walk over the scene, its content and its document; each rule gets the subjects of its type."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.errors import OutOfTime, OverLimit
from reportgen.language import _
from reportgen.model.content import Content
from reportgen.model.document import Document, Paragraph
from reportgen.model.quantity import Quantity
from reportgen.packs.pack import Ruling
from reportgen.place import Place, Written
from reportgen.record import Struct, replace
from reportgen.rules.occurrences import Occurrences
from reportgen.rules.registry import Finding, Rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage


def run_rules(rules: Iterable[Rule], scene: Scene) -> tuple[list[Diagnostic], OverLimit | None]:
    """Every finding of every rule about one file that the pack does not switch off.

    When time or memory is over, those that were found until then, and what has ended the work.
    """
    found: list[Diagnostic] = []
    cut: OverLimit | None = None
    try:
        for finding in _findings(rules, scene):
            found.append(without_files(finding) if scene.finished else finding)  # noqa: PERF401 - kept when it is cut
    except (OutOfTime, MemoryError) as error:
        cut = error
    return found, cut


def _findings(rules: Iterable[Rule], scene: Scene) -> Iterator[Diagnostic]:
    rules = tuple(rules)
    by_subject: dict[type, list[Any]] = {}
    for subject in subjects(scene):
        by_subject.setdefault(type(subject), []).append(subject)
    occurrences = Occurrences(by_subject.get(Passage, ()), chain.from_iterable(rule.needs for rule in rules))
    for rule in rules:
        ruling = scene.pack.ruling(rule.code)
        if ruling and ruling.off:
            continue
        told = occurrences.holding(rule.needs) if rule.subject is Passage else by_subject.get(rule.subject, ())
        for subject in (*told, *_aside(rule, scene)):
            for finding in rule.findings(subject, scene):
                yield diagnostic_of(rule, finding, subject, ruling)


_DISCLOSURE = "DIS"


def _aside(rule: Rule, scene: Scene) -> tuple[Passage, ...]:
    """What stands besides the text is asked only whether it may be published."""
    return scene.aside if rule.subject is Passage and rule.code.startswith(_DISCLOSURE) else ()


_OF_FILES = ("# 忽略", "{{", ".yaml", "内容文件", "「除外」", "content file")
_FILE_OF_TEMPLATE = re.compile(r"[，；,;][^，；,;]*\.yaml.*$")
_CLAUSE = re.compile(r"(?<=；)|(?<=; )")


def without_files(diagnostic: Diagnostic) -> Diagnostic:
    """What is said to the reader of a finished document, who has no content file in which to write 忽略 or {{ }}."""
    return replace(diagnostic, basis=_cited(diagnostic.basis), fix=_told(diagnostic.fix))


def _told(words: str) -> str:
    clauses = [clause for clause in _CLAUSE.split(words) if not any(word in clause for word in _OF_FILES)]
    return "".join(clauses).rstrip("；; ") if clauses else words


def _cited(words: str) -> str:
    """The regulation, without the file of the template that says more."""
    return _FILE_OF_TEMPLATE.sub("", words)


def subjects(scene: Scene) -> Iterator[Any]:
    """Every object that a rule can be about: the scene itself, content, its values and all that they hold, document,
    blocks, passages and sets of indicators.
    """
    yield scene
    yield scene.content
    yield from _inside(scene.content.values)
    yield scene.document
    yield from scene.document.walk()
    yield from scene.passages
    yield from scene.indicator_sets
    if scene.layout:
        yield scene.layout


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _inside(item)
    elif names := _parts(value.__class__):
        yield value
        for name in names:
            yield from _inside(getattr(value, name))


_NOT_LOOKED_INTO = (Content, Document, Place, Quantity, Written)
"""The first two are subjects by themselves; of the others no rule speaks, and there are thousands."""


@cache
def _parts(kind: type) -> tuple[str, ...]:
    """The fields of a Struct; none for anything else."""
    if issubclass(kind, Struct) and not issubclass(kind, _NOT_LOOKED_INTO):
        return kind.__struct_fields__
    return ()


def diagnostic_of(rule: Rule, finding: Finding, subject: Any, ruling: Ruling | None) -> Diagnostic:
    """The finding as the pack wants it: its severity and its basis stand before those of the rule."""
    section = finding.section or (subject.section if isinstance(subject, Paragraph | Passage) else "")
    return Diagnostic(
        code=rule.code,
        severity=(ruling and ruling.severity) or rule.severity,
        title=_(rule.title),
        place=finding.place,
        label=finding.label,
        notes=finding.notes,
        basis=finding.basis or (ruling.basis if ruling else "") or _(rule.basis),
        fix=finding.fix or _(rule.fix),
        section=section,
        certain=finding.certain,
        repair=finding.repair,
    )
