"""`review` of a Word file that somebody else finished: the copy with comments and tracked changes."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.cli.settled import selection_of
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import headline
from reportgen.language import _
from reportgen.pipeline.reviewed_docx import ReviewedDocx, review_docx
from reportgen.pipeline.reviewing.copy import Reviewed
from reportgen.settings import settings_for


def review_word(path: Path, roots: tuple[Path, ...]) -> Reviewed:
    """The copy of a Word file with what its settings want to know. Raises UsageProblem when it cannot be read."""
    settings = settings_for(path)
    made = review_docx(path, roots, selection_of(settings.select, settings.ignore).tells)
    report = Report.of([entry.finding for entry in made.entries])
    return Reviewed(made.checked, report, {"": made.content}, made.entries, "docx", tuple(_notes(made)))


def _notes(made: ReviewedDocx) -> Iterator[str]:
    told = {"comments": len(made.commented), "changes": len(made.changed)}
    yield _("批注 {comments} 处，修订 {changes} 处（作者 reportgen），其余没有动", **told)
    for entry in made.listed:
        yield _("没有地方放批注：{finding}", finding=headline(entry.finding))
