"""The files that are made of two drafts compared."""

from datetime import datetime

from reportgen.diff.closing import Names
from reportgen.diff.listing import What
from reportgen.diff.members import Sort
from reportgen.diff.runs import text_of
from reportgen.language import _
from reportgen.model.engine import DEFAULT_ENGINE, Engine
from reportgen.model.inline import Change
from reportgen.model.look import Marks
from reportgen.pipeline.naming import named_lines
from reportgen.pipeline.two_drafts.compared import Compared, Marked, marked_draft, marked_html, marked_pdf
from reportgen.pipeline.two_drafts.papers import Paper
from reportgen.record import Struct, field
from reportgen.render.provenance import marked as with_mark
from reportgen.word.changes import local_date
from reportgen.word.package import Package
from reportgen.word.tracked import Author

_CUSTOM = "docProps/custom.xml"


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
    if "docx" in wanted.formats:
        _keep_docx(pair, wanted, made)
    return made


def _keep_docx(pair: Compared, wanted: Wanted, made: Outputs) -> None:
    """The Word file of the newer draft with revisions, where both drafts have one."""
    files = [word_file(paper, wanted.moment) for paper in (pair.old, pair.new)]
    for content, name in zip(files, wanted.names, strict=True):
        if content is None:
            made.notes.append(_("{name} 没有对应的 Word 文件，没有做带修订的 Word 文件", name=name))
            return
    from reportgen.diff.revised import revised  # most are not asked for a Word file

    old, new = (Package(name, content or b"") for name, content in zip(wanted.names, files, strict=True))
    for each in pair.told:
        if each.sort is Sort.NOTE and each.what is What.DELETED:
            words = text_of(each.runs, Change.INSERTED)
            made.notes.append(_("删去的脚注「{words}」没有放进带修订的 Word 文件，见花脸稿说明", words=words))
    author = Author(wanted.author, local_date(wanted.moment))
    content = revised(old, new, author).content
    made.files["修订.docx"] = content if _has_own_properties(pair.new, new) else with_mark("docx", content)


def _has_own_properties(paper: Paper, package: Package) -> bool:
    """Whether somebody else's file has properties in the place where the digest would stand."""
    return paper.draft is None and package.bytes_of(_CUSTOM) is not None


def word_file(paper: Paper, moment: datetime) -> bytes | None:
    """The Word file of a draft: somebody's own, or as it is built; None for a PDF and a text."""
    if paper.draft is None or paper.checked is None:
        return paper.docx or None
    from reportgen.render.docx import render_docx

    template, document = paper.template, paper.draft.document
    named = named_lines(document, paper.checked)
    return render_docx(document, template.content, template.frame, template.looks, moment, named=named)


def _keep_pdf(draft: Marked, wanted: Wanted, made: Outputs) -> None:
    pdf = marked_pdf(draft, wanted.engine or DEFAULT_ENGINE, wanted.moment)
    made.files["花脸稿.pdf"] = with_mark("pdf", pdf.content)
    if pdf.missing:
        made.notes.append(_("花脸稿里有字体没有的字，印成了方框：{characters}", characters=pdf.missing))
