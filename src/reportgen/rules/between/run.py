"""The rules of this family over the documents of one call, or of one file."""

from collections import defaultdict
from collections.abc import Iterable

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.place import Place
from reportgen.record import replace
from reportgen.rules.between.comparisons import Comparison
from reportgen.rules.between.papers import Paper
from reportgen.rules.between.sets import comparisons, comparisons_within
from reportgen.rules.driver import diagnostic_of, without_files
from reportgen.rules.registry import Rule

_FAMILIES = ("DOC", "YRS")
LookedAt = dict[tuple[str, str], list[Place]]
"""The places that a rule has looked at, by its code and the file."""


def is_between(code: str) -> bool:
    """Whether this is only found beside other files."""
    return code.startswith(_FAMILIES)


def run_between(rules: Iterable[Rule], papers: list[Paper]) -> tuple[list[Diagnostic], LookedAt]:
    """Every finding of every rule between documents of several files, and where it had something to look at."""
    return _run(rules, comparisons(papers))


def run_within(rules: Iterable[Rule], papers: list[Paper]) -> list[Diagnostic]:
    """Every finding of every rule between the documents of one file."""
    return _run(rules, comparisons_within(papers))[0] if len(papers) > 1 else []


def _run(rules: Iterable[Rule], subjects: Iterable[Comparison]) -> tuple[list[Diagnostic], LookedAt]:
    by_subject: dict[type, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_subject[rule.subject].append(rule)
    found: list[Diagnostic] = []
    looked_at: LookedAt = defaultdict(list)
    for subject in subjects:
        pack = subject.later.scene.pack
        for rule in by_subject[type(subject)]:
            ruling = pack.ruling(rule.code)
            if ruling is None or not ruling.off:
                looked_at[rule.code, subject.place.file].append(subject.place)
                scene = subject.later.scene
                said = (diagnostic_of(rule, finding, subject, ruling) for finding in rule.findings(subject, scene))
                named = (replace(each, section=_document(subject, each)) for each in said)
                found += map(without_files, named) if scene.finished else named
    return found, looked_at


def _document(subject: Comparison, found: Diagnostic) -> str:
    """The document of its file in which a finding stands, where there are several."""
    return subject.later.title if subject.later.accompanied else found.section
