"""`review` of a Word file that somebody else finished: what is found in it becomes comments and tracked changes."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.finished.docx import read_with_origins
from reportgen.finished.file_types import refuse_unsupported_type, refuse_wrong_content
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.finished import check_reading, decided
from reportgen.place import NO_SPOT, Spot
from reportgen.record import Struct
from reportgen.review.anchors import Anchors
from reportgen.review.fingerprint import Fingerprints
from reportgen.review.reviewed_docx import NAME, Marked
from reportgen.word.opened import Opened
from reportgen.word.package import Package
from reportgen.word.tracked import Author
from reportgen.world import now, read_bytes, shown

Wanted = Callable[[Diagnostic], bool]


class ReviewedDocx(Struct, frozen=True):
    """The copy of a Word file with what was found in it; byte for byte the file where nothing was."""

    content: bytes
    checked: Checked
    commented: tuple[Diagnostic, ...] = ()
    changed: tuple[Diagnostic, ...] = ()
    """Those among them whose repair stands in the text as a tracked change."""
    listed: tuple[Diagnostic, ...] = ()
    """What no place of the file can hold."""


def review_docx(path: Path, roots: tuple[Path, ...], wanted: Wanted) -> ReviewedDocx:
    """Check a Word file and mark what is `wanted` of what was found; what was dismissed is not marked.

    Raises UsageProblem when it cannot be read.
    """
    refuse_unsupported_type(path)
    content, file = read_bytes(path), shown(path)
    refuse_wrong_content(path, content)
    reading, origins = read_with_origins(content, file)
    checked = decided(check_reading(reading, file, roots, edits=True), path)
    findings = [finding for finding in checked.report if finding.pending and wanted(finding)]
    if not findings:
        return ReviewedDocx(content, checked)
    opened = Opened(Package(file, content))
    anchors = Anchors(opened, origins, checked.source.lines, _title(checked))
    marked = Marked(opened, anchors, Fingerprints(checked.source), Author(NAME, _date(now()), "rg"))
    made = marked.mark(findings)
    return ReviewedDocx(made.content, checked, *map(tuple, (marked.commented, marked.changed, marked.listed)))


def _title(checked: Checked) -> Spot:
    """Where the title of the document stands."""
    lines = (scene.document.lines.get("标题", ()) for scene in checked.scenes)
    return next((inline.origin.spot for inlines in lines for inline in inlines), NO_SPOT)


def _date(moment: datetime) -> str:
    """Word writes the time of the place, whatever the Z behind it says, and shows it so."""
    return f"{moment.astimezone():%Y-%m-%dT%H:%M:%SZ}"
