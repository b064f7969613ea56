"""What is wrong with a content file, for the page: each finding with its field, its working and what can be done."""

from collections.abc import Iterator
from pathlib import PurePath

from reportgen.desk.content.grid import worked_out
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.kinds import MISSING
from reportgen.diagnostics.text import weight
from reportgen.diagnostics.year_kinds import HOLE, UNCONFIRMED
from reportgen.digest import digest_of
from reportgen.language import _
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.review_page.shown import kind_shown
from reportgen.record import Struct, field
from reportgen.review.fingerprint import Fingerprints, words_in
from reportgen.source.paths import Texts


class FindingView(Struct, frozen=True):
    """A finding; `key` is its fingerprint, `kind` the class of its severity, `weight` the word for it.

    `at` is the character of the text at `path` where its `words` begin, -1 where it is about no words of one.
    `change` says what its repair makes of the words, empty where it carries none.
    """

    key: str
    kind: str
    weight: str
    code: str
    title: str
    label: str
    notes: tuple[str, ...]
    basis: str
    fix: str
    path: str
    line: int
    column: int
    length: int
    at: int
    words: str
    section: str
    accepted: str
    change: str
    can_be_kept: bool


class CheckView(Struct, frozen=True):
    """What is told of a text whose bytes have the digest."""

    digest: str
    beside: str
    """The same as long as the files are the same that it names beside it."""
    findings: tuple[FindingView, ...]
    errors: int
    warnings: int
    doubts: int
    holes: int
    """What is still to be filled in."""
    worked: dict[str, str] = field(default_factory=dict)
    """Cells of tables that the program works out, by dotted path: 绩效指标.2.得分 → 14.3."""


TO_FILL = (HOLE.code, UNCONFIRMED.code, MISSING.code)


def check_view(checked: Checked) -> CheckView:
    """The findings of a checked file, in the order of the file."""
    found = sorted(_views(checked), key=lambda each: (each.line, each.column))
    open_ones = [each for each in found if not each.accepted]
    holes = sum(each.code in TO_FILL for each in open_ones)
    judged = [each for each in open_ones if each.code not in TO_FILL]
    count = {kind: sum(each.kind == kind for each in judged) for kind in ("fatal", "error", "warning", "doubt")}
    errors = count["fatal"] + count["error"]
    worked = {path: text for draft in checked.every_draft for path, text in worked_out(draft.content).items()}
    digest, beside = digest_of(checked.original), digest_of(repr(checked.sought).encode())
    return CheckView(digest, beside, tuple(found), errors, count["warning"], count["doubt"], holes, worked)


def _views(checked: Checked) -> Iterator[FindingView]:
    source = checked.source
    texts = Texts(source.root) if source.root is not None else None
    names = Fingerprints(source)
    for finding in checked.report:
        place = finding.place
        own = place.file == source.file
        keyed = texts.at(place) if texts and own and place.line else None
        kind = _kind(finding)
        yield FindingView(
            key=names.of(finding),
            kind=kind,
            weight=_("待填") if kind == "hole" else weight(finding),
            code=finding.code,
            title=finding.title,
            label=finding.label,
            notes=finding.notes,
            basis=finding.basis,
            fix=finding.fix,
            path=keyed.name if keyed else "",
            line=place.file_line if own else 0,
            column=place.file_column if own else 0,
            length=place.length,
            at=keyed.text.offset_of(place) if keyed else -1,
            words=words_in(source, place) if own else PurePath(place.file).name,
            section=finding.section,
            accepted=finding.acknowledged,
            change=_change(finding),
            can_be_kept=finding.severity is not Severity.FATAL and finding.pending,
        )


def _kind(finding: Diagnostic) -> str:
    """The class of its severity, as on the pages; what is still to be filled in has one of its own."""
    return "hole" if finding.pending and finding.code in TO_FILL else kind_shown(finding)


def _change(finding: Diagnostic) -> str:
    """What the repair makes of the words: 改为 95.5%."""
    edits = finding.offer.edits if finding.offer else ()
    if not edits:
        return ""
    new = edits[0].new.strip()
    if len(edits) == 1 and new and "\n" not in new:
        return _("改为 {words}", words=new) if edits[0].old else _("加上 {words}", words=new)
    return _("删去 {words}", words=edits[0].old.strip()) if len(edits) == 1 and not new else _("改")
