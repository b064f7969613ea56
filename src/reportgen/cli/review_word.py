"""`review` of a Word file that somebody else finished: the copy with comments and tracked changes."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import headline
from reportgen.language import _
from reportgen.pipeline.reviewed_docx import ReviewedDocx, review_docx
from reportgen.pipeline.reviewing.reviewed import Reviewed, Wanted


def review_word(path: Path, roots: tuple[Path, ...], wanted: Wanted) -> Reviewed:
    """The copy of a Word file with what is wanted. Raises UsageProblem when it cannot be read, or not be changed."""
    made = review_docx(path, roots, wanted)
    report = Report.of([entry.finding for entry in made.entries])
    return Reviewed(made.checked, report, {"": made.content}, made.entries, "docx", tuple(_notes(made)))


def _notes(made: ReviewedDocx) -> Iterator[str]:
    told = {"comments": len(made.commented), "changes": len(made.changed)}
    yield _("批注 {comments} 处，修订 {changes} 处（作者 reportgen），其余没有动", **told)
    if made.before:
        yield _("以前批过的 {count} 处还在，没有再批", count=len(made.before))
    for entry in made.listed:
        yield _("没有地方放批注：{finding}", finding=headline(entry.finding))
