"""What a page about a document is told besides its pages, as JSON; and what it sends back about a finding."""

from pathlib import Path

from reportgen.desk.posted import Asked, Unclear
from reportgen.desk.review.reviews import Row
from reportgen.language import _
from reportgen.record import Struct, replace
from reportgen.render.desk.data import Desk, ShownFinding
from reportgen.review.judgements import Judged, Judgements, OwnRemark, Verdict

_STATES = {"true": Verdict.TRUE, "false": Verdict.FALSE, "unsure": Verdict.OPEN}
"""What the page calls them."""
_MARKS = {"note": "批注", "replacement": "改成", "strike": "删去"}


class Decision(Struct, frozen=True):
    """A decision as the page keeps it; `state` is empty where only something is said."""

    state: str
    reason: str
    author: str
    date: str


class Remark(Struct, frozen=True):
    """A remark of the reviewer's own as the page keeps it; `page` is the number of a page, 0 where it is not known."""

    id: str
    mark: str
    text: str
    words: str
    before: str
    paragraph: str
    page: int
    author: str
    date: str
    line: str = ""


class Other(Struct, frozen=True):
    """Another document of the unit."""

    name: str
    title: str
    year: str
    seen: int
    total: int


class Told(Struct, frozen=True):
    """All that a page shows of a document."""

    desk: Desk
    is_plain: bool
    cut: str
    decisions: dict[str, Decision]
    remarks: tuple[Remark, ...]
    author: str
    unit: str
    year: str
    others: tuple[Other, ...]
    between: int
    """How many findings between it and others are known by now."""
    waiting: int
    """How many others are still being checked."""
    list: str
    """The name of the file that keeps the decisions."""


def together(desk: Desk, folder: Path) -> Desk:
    """The findings that cannot be told apart as one, with all places: about them it is decided in one.

    Files of the opened folder are called as the screen calls them.
    """
    alike: dict[str, list[ShownFinding]] = {}
    for finding in desk.findings:
        notes = tuple(note.replace(str(folder / "_")[:-1], "") for note in finding.notes)
        alike.setdefault(finding.key, []).append(replace(finding, notes=notes))
    return replace(desk, findings=tuple(map(_as_one, alike.values())))


def _as_one(findings: list[ShownFinding]) -> ShownFinding:
    first = findings[0]
    if len(findings) == 1:
        return first
    boxes = tuple(box for finding in findings for box in finding.boxes)
    return replace(first, title=_("{title}（共 {count} 处）", title=first.title, count=len(findings)), boxes=boxes)


def decisions_of(judgements: Judgements) -> dict[str, Decision]:
    """By the fingerprints of findings."""
    states = {verdict: state for state, verdict in _STATES.items()} | {None: ""}
    return {
        key: Decision(states[each.verdict], each.remark, each.author, each.date)
        for key, each in judgements.by_fingerprint().items()
    }


def remarks_of(judgements: Judgements) -> tuple[Remark, ...]:
    """The reviewer's own."""
    marks = {word: mark for mark, word in _MARKS.items()}
    return tuple(
        Remark(
            each.name,
            marks.get(each.mark, "note"),
            each.text,
            each.words,
            each.before,
            each.paragraph,
            each.page,
            each.author,
            each.date,
        )
        for each in judgements.remarks
    )


def others_of(rows: list[Row], own: Row | None) -> tuple[Other, ...]:
    """The other documents of the unit whose document it is."""
    same = (row for row in rows if own and own.unit and row.unit == own.unit and row is not own)
    return tuple(Other(row.name, row.title, row.year, row.seen, row.total) for row in same)


def judged_of(said: Asked, author: str, date: str) -> Judged:
    """A decision as the page sends it. Raises Unclear for one that is none."""
    state = said.field("state")
    key = said.field("key")
    if (state and state not in _STATES) or not key:
        raise Unclear
    names = ("code", "where", "problem")
    told = (said.field(name) for name in names)
    return Judged(key, _STATES.get(state), said.field("reason"), author, date, *told)


def remark_of(said: Asked, author: str, date: str) -> OwnRemark:
    """A remark as the page sends it. Raises Unclear for one that is none."""
    mark, name = _MARKS.get(said.field("mark"), ""), said.field("id")
    page = said.get("page", 0)
    if not (mark and name and isinstance(page, int)):
        raise Unclear
    text, words, before, paragraph = (said.field(each) for each in ("text", "words", "before", "paragraph"))
    return OwnRemark(name, mark, text, words, before, paragraph, max(page, 0), author, date)
