"""`review` of a Word file that somebody else finished: what is found in it becomes comments and tracked changes."""

from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.finished.docx import read_with_origins
from reportgen.finished.file_types import refuse_unsupported_type, refuse_wrong_content
from reportgen.language import _
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.finished import check_reading, decided
from reportgen.pipeline.reviewing.reviewed import Wanted
from reportgen.place import NO_SPOT, Spot
from reportgen.record import Struct
from reportgen.review.anchors import Anchors
from reportgen.review.fingerprint import Fingerprints
from reportgen.review.reviewed_docx import NAME, Marked, entries_of
from reportgen.review.sheet import Entry
from reportgen.word.changes import local_date
from reportgen.word.opened import Opened
from reportgen.word.package import Package
from reportgen.word.tracked import Author
from reportgen.world import now, read_bytes, shown

_SIGNATURES = "_xmlsignatures/"


class ReviewedDocx(Struct, frozen=True):
    """The copy of a Word file with what was found in it; byte for byte the file where nothing was."""

    content: bytes
    checked: Checked
    entries: tuple[Entry, ...] = ()
    """What was found, what is dismissed last."""
    commented: tuple[Entry, ...] = ()
    changed: tuple[Entry, ...] = ()
    """Those among them whose repair stands in the text as a tracked change."""
    before: tuple[Entry, ...] = ()
    """What a comment of a former copy says already."""
    listed: tuple[Entry, ...] = ()
    """What no place of the file can hold."""


def review_docx(path: Path, roots: tuple[Path, ...], wanted: Wanted) -> ReviewedDocx:
    """Check a Word file and mark what is `wanted` of what was found; what was dismissed is not marked.

    Raises UsageProblem when it cannot be read, or is signed.
    """
    refuse_unsupported_type(path)
    content, file = read_bytes(path), shown(path)
    refuse_wrong_content(path, content)
    package = Package(file, content)
    if any(name.startswith(_SIGNATURES) for name in package.every_name()):
        raise UsageProblem(_("{path} 有电子签名，加了批注签名就失效，没有批。请批签名以前的那一份", path=file))
    reading, origins = read_with_origins(content, file)
    checked = decided(check_reading(reading, file, roots, edits=True), path)
    found = sorted((each for each in checked.report if wanted(each)), key=lambda finding: not finding.pending)
    entries = tuple(entries_of(found, Fingerprints(checked.source)))
    if not any(entry.finding.pending for entry in entries):
        return ReviewedDocx(content, checked, entries)
    opened = Opened(package)
    anchors = Anchors(opened, origins, checked.source.lines, _title(checked))
    marked = Marked(opened, anchors, Author(NAME, local_date(now()), "rg"))
    made = marked.mark([entry for entry in entries if entry.finding.pending])
    told = (marked.commented, marked.changed, marked.before, marked.listed)
    return ReviewedDocx(made.content, checked, entries, *map(tuple, told))


def _title(checked: Checked) -> Spot:
    """Where the title of the document stands."""
    lines = (scene.document.lines.get("标题", ()) for scene in checked.scenes)
    return next((inline.origin.spot for inlines in lines for inline in inlines), NO_SPOT)
