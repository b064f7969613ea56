"""The files that are made of two drafts compared."""

from datetime import datetime

from reportgen.diff.closing import Names
from reportgen.language import _
from reportgen.model.engine import DEFAULT_ENGINE, Engine
from reportgen.model.look import Marks
from reportgen.pipeline.two_drafts.compared import Compared, Marked, marked_draft, marked_html, marked_pdf
from reportgen.record import Struct, field
from reportgen.render.provenance import marked as with_mark


class Wanted(Struct, frozen=True):
    """What is asked for: formats, how words are marked, whose revisions they are, how the drafts are called."""

    formats: tuple[str, ...]
    marks: Marks
    author: str
    names: tuple[str, str]
    engine: Engine | None
    moment: datetime


class Outputs(Struct):
    """Files by the end of their names, and what must be said of them."""

    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def outputs_of(pair: Compared, wanted: Wanted) -> Outputs:
    """The files of one document. Raises EnvironmentProblem when an engine or a font is missing."""
    made = Outputs()
    draft = marked_draft(pair, Names(*wanted.names, wanted.marks))
    if "pdf" in wanted.formats:
        _keep_pdf(draft, wanted, made)
    if "html" in wanted.formats:
        made.files["花脸稿.html"] = marked_html(draft)
    return made


def _keep_pdf(draft: Marked, wanted: Wanted, made: Outputs) -> None:
    pdf = marked_pdf(draft, wanted.engine or DEFAULT_ENGINE, wanted.moment)
    made.files["花脸稿.pdf"] = with_mark("pdf", pdf.content)
    if pdf.missing:
        made.notes.append(_("花脸稿里有字体没有的字，印成了方框：{characters}", characters=pdf.missing))
