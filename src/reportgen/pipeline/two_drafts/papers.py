"""A content file, a Word file, a PDF or a text → the documents that are compared, whatever they come from."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.report import Report
from reportgen.diff.documents import Side, side_of
from reportgen.errors import UsageProblem
from reportgen.finished.file_types import DOCX, is_known, refuse_wrong_content
from reportgen.finished.frame import title_of
from reportgen.finished.reading import read_finished
from reportgen.finished.recognise import Finished, recognise
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.model.frame import FrameBlocks
from reportgen.packs.pack import Pack
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft, drafts, template_of
from reportgen.pipeline.finished import levels_of, pack_for, scene_of
from reportgen.pipeline.remarks import scenes_of
from reportgen.pipeline.two_drafts.layout import SLOTS, laid, plain_frame
from reportgen.record import Struct, replace
from reportgen.source.beside import Beside
from reportgen.source.encoding import decoded_file
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source
from reportgen.statements.ledger import Ledger
from reportgen.word.template import Template
from reportgen.world import read_bytes, shown

Roots = tuple[Path, ...]


class Paper(Struct, frozen=True):
    """A document to be compared, in the layout in which it is printed."""

    name: str
    """What its files are called behind the name of the file; empty for the main document of a file."""
    side: Side
    template: Template
    ledger: Callable[[], Ledger]
    draft: Draft | None = None
    """Of a content file."""
    checked: Checked | None = None
    """Of a content file: what it says, without findings of rules."""
    docx: bytes = b""
    """Of a Word file that somebody finished."""

    @property
    def document(self) -> Document:
        """The neutral document."""
        return self.side.document


def papers_at(path: Path, roots: Roots) -> list[Paper]:
    """The documents of a file, the main one first. Raises UsageProblem when it cannot be read or makes none."""
    if is_known(path):
        return [_finished(path, roots)]
    return papers_of(path, read_bytes(path), roots)


def papers_of(path: Path, content: bytes, roots: Roots) -> list[Paper]:
    """The documents of a content file of which these are the bytes, now or at another time; as `papers_at`."""
    refuse_wrong_content(path, content)
    source, found = read_source(decoded_file(path, content).text, shown(path))
    if not isinstance(source.root, Mapping):
        raise UsageProblem(_cannot_be_made(path, Report.of(found)))
    made, problems = drafts(source.root, roots, Beside(path.parent))
    report = Report.of([*found, *problems])
    if report.fatal or not made:
        raise UsageProblem(_cannot_be_made(path, report))
    checked = Checked(source, report, tuple(made), original=content)
    return [_paper(draft, "" if draft is made[0] else draft.name, checked) for draft in made]


def _cannot_be_made(path: Path, report: Report) -> str:
    first = next((each for each in report if each.severity is Severity.FATAL), next(iter(report), None))
    why = f"{first.code} {first.title}（{first.place}）" if first else _("没有内容")
    told = {"path": shown(path), "why": why}
    return _("{path} 做不成文档，不能比较：{why}。请先用 reportgen check 看一看", **told)


def _paper(draft: Draft, name: str, checked: Checked) -> Paper:
    names = [item.name for item in draft.template.frame.walk() if isinstance(item, FrameBlocks)]
    shown = draft.template.frame.names()
    document = replace(draft.document, lines={key: line for key, line in draft.document.lines.items() if key in shown})
    return Paper(name, side_of(document, names), draft.template, partial(_ledger_of_draft, draft), draft, checked)


def _finished(path: Path, roots: Roots) -> Paper:
    reading = read_finished(path)
    parts = list(reading.parts)
    pack = pack_for(title_of(parts), roots)
    finished = recognise(parts, shown(path), dict(levels_of(pack.outline)), reading.aside)
    template, _found = template_of(pack, roots)
    document = laid(finished.document)
    docx = read_bytes(path) if path.suffix.lower() == DOCX else b""
    own = Template(template.file, template.content, plain_frame(template.looks), template.looks)
    return Paper("", side_of(document, SLOTS), own, partial(_ledger_of_finished, finished, pack), docx=docx)


def _ledger_of_draft(draft: Draft) -> Ledger:
    return scenes_of([draft])[0].ledger


def _ledger_of_finished(finished: Finished, pack: Pack) -> Ledger:
    return scene_of(finished, pack).ledger
