"""Every finding about the published documents, judged by hand: right, right to be asked about, or a false alarm.

`reviewed.tsv` is the golden list: document, judgement (对 right, 疑 rightly 疑似, 误 false), code, the words marked and
the reason. A finding that is not on it, or an entry that is no longer found, must be looked at again.
"""

from collections import Counter
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from benchmarks.accuracy.bases import SEEDS, bases
from benchmarks.accuracy.measure import found_in
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.record import Struct

LIST = Path(__file__).with_name("reviewed.tsv")
PAGES = {"nanyang-2020": 20, "linze-2023": 11, "dongguan-2020": 6, "tangshan-2021": 6, "guangzhou-2023": 6}
"""Pages of each document as `build` sets it."""
DOCUMENTS = tuple(name for seed in SEEDS for name in (seed, f"{seed}.txt"))
"""Each published document as content file and as finished text."""


class Judgement(Enum):
    """What a person who looked at the place says of a finding."""

    RIGHT = "对"
    ASKED = "疑"
    FALSE = "误"


Key = tuple[str, str, str]
"""Document, code, and the words marked."""


class Entry(Struct, frozen=True):
    """One finding that has been looked at."""

    key: Key
    judgement: Judgement
    reason: str


def entries() -> list[Entry]:
    """The golden list."""
    rows = (line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines()[1:])
    return [Entry((name, code, words), Judgement(judged), reason) for name, judged, code, words, reason in rows]


def said() -> Iterator[tuple[Key, Diagnostic]]:
    """What the checker says of the published documents today."""
    for name in DOCUMENTS:
        base = bases()[name]
        for finding in found_in(base, base.text):
            yield (name, finding.code, marked(base.name, finding)), finding


def marked(name: str, finding: Diagnostic) -> str:
    """The characters at which a finding points; of a finished document they are in its label's paragraph."""
    place = finding.place
    lines = _lines(name)
    if not 0 < place.line <= len(lines):
        return ""
    return lines[place.line - 1][place.column - 1 : place.column - 1 + place.length].strip()


def _lines(name: str) -> tuple[str, ...]:
    from reportgen.finished.recognise import recognise
    from reportgen.finished.text import read_lines

    base = bases()[name]
    if base.file.endswith(".txt"):
        return recognise(read_lines(base.text), base.file).lines
    return tuple(base.text.splitlines())


def unjudged() -> tuple[Counter[Key], Counter[Key]]:
    """Findings that nobody has looked at, and entries that are no longer found."""
    now, known = Counter(key for key, _finding in said()), Counter(entry.key for entry in entries())
    return now - known, known - now


class Verdict(Struct, frozen=True):
    """How many findings of each judgement there are in a document."""

    name: str
    pages: int
    counts: Counter[Judgement]


def verdicts() -> list[Verdict]:
    """The golden list, counted."""
    found = {name: Verdict(name, PAGES[name.removesuffix(".txt")], Counter()) for name in DOCUMENTS}
    for entry in entries():
        found[entry.key[0]].counts[entry.judgement] += 1
    return list(found.values())


def false_errors() -> list[Key]:
    """Findings of severity error that the list calls false: there must be none."""
    false = {entry.key for entry in entries() if entry.judgement is Judgement.FALSE}
    heavy = (Severity.FATAL, Severity.ERROR)
    return [key for key, finding in said() if key in false and finding.severity in heavy and finding.certain]
