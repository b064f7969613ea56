"""What is said of a finding at its words: a note for whoever reads the copy, in any reader."""

from collections import Counter
from collections.abc import Iterable, Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.text import explanation, headline
from reportgen.language import _
from reportgen.pdf.locating import Located
from reportgen.render.finish.finishing import Annotation
from reportgen.review.sheet import Entry

_COLORS = {
    Severity.FATAL: (1.0, 0.66, 0.66),
    Severity.ERROR: (1.0, 0.66, 0.66),
    Severity.WARNING: (1.0, 0.84, 0.45),
    Severity.HINT: (0.68, 0.87, 1.0),
}
_ACCEPTED = (0.82, 0.82, 0.82)
_BESIDE = 22.0
"""pt to the left of a heading, where a note stands about what is missing below it."""


class Noted(Iterable[Annotation]):
    """Notes as they are added; of several with one name on a page the later ones have a number behind it."""

    def __init__(self) -> None:
        self._made: list[Annotation] = []
        self._names: Counter[tuple[int, str]] = Counter()
        self.places: dict[str, tuple[int, float]] = {}
        """What the closing pages say of a place, with its page and how high it stands there."""

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self._made)

    def add(self, entry: Entry, at: Located, beside: bool = False) -> None:
        """A note at words, or with `beside` an icon in the margin of their line."""
        key = at.page, entry.fingerprint
        self._names[key] += 1
        self.places.setdefault(entry.where, (at.page, at.boxes[0][3]))
        again = f"-{self._names[key]}" if self._names[key] > 1 else ""
        self._made.append(
            Annotation(
                at.page,
                tuple(_shifted(box) for box in at.boxes[:1]) if beside else at.boxes,
                entry.finding.code,
                contents_of(entry),
                entry.fingerprint + again,
                _color(entry),
                at.mark,
                beside,
            )
        )


def contents_of(entry: Entry) -> str:
    """The words of a note: what is wrong, the working, the clause, what to do, and by what it is dismissed."""
    finding = entry.finding
    reason = [_("已确认，不改的理由：{reason}", reason=finding.acknowledged)] if finding.acknowledged else []
    known = _("编号 {name}", name=entry.fingerprint)
    head = f"{entry.number}. {headline(finding)}"
    return "\n".join([head, *explanation(finding), *reason, *filter(None, (entry.typed,)), known])


def _color(entry: Entry) -> tuple[float, float, float]:
    finding = entry.finding
    if finding.acknowledged:
        return _ACCEPTED
    return _COLORS[finding.severity if finding.certain else max(finding.severity, Severity.WARNING, key=_rank)]


def _rank(severity: Severity) -> int:
    return severity.rank


def _shifted(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, low, right, high = box
    at = max(2.0, left - _BESIDE)
    return at, low, min(right, at), high
