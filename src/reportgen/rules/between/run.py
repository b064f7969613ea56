"""The rules of this family over the documents of one call."""

from collections import defaultdict
from collections.abc import Iterable

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.place import Place
from reportgen.rules.between.papers import Paper
from reportgen.rules.between.sets import comparisons
from reportgen.rules.driver import diagnostic_of, without_files
from reportgen.rules.registry import Rule

_FAMILIES = ("DOC", "YRS")
LookedAt = dict[tuple[str, str], list[Place]]
"""The places that a rule has looked at, by its code and the file."""


def is_between(code: str) -> bool:
    """Whether this is only found beside other files."""
    return code.startswith(_FAMILIES)


def run_between(rules: Iterable[Rule], papers: list[Paper]) -> tuple[list[Diagnostic], LookedAt]:
    """Every finding of every rule between these documents, and where it had something to look at."""
    by_subject: dict[type, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_subject[rule.subject].append(rule)
    found: list[Diagnostic] = []
    looked_at: LookedAt = defaultdict(list)
    for subject in comparisons(papers):
        rulings = subject.later.scene.pack.rulings
        for rule in by_subject[type(subject)]:
            ruling = rulings.get(rule.code)
            if ruling is None or not ruling.off:
                looked_at[rule.code, subject.place.file].append(subject.place)
                scene = subject.later.scene
                said = (diagnostic_of(rule, finding, subject, ruling) for finding in rule.findings(subject, scene))
                found += map(without_files, said) if scene.finished else said
    return found, looked_at
