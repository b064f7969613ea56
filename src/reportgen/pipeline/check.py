"""The first half of the way: source → content → document → report. No engine is needed, or imported, for it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from reportgen.compose.whereabouts import Whereabouts
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import SYNTAX
from reportgen.diagnostics.report import Report
from reportgen.finished.kinds import is_known
from reportgen.language import _
from reportgen.model.content import Year
from reportgen.model.document import Document
from reportgen.pipeline.acknowledge import acknowledged
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft, drafts
from reportgen.pipeline.finished import check_finished
from reportgen.place import Place, Written
from reportgen.rules import all_rules
from reportgen.rules.driver import run_rules
from reportgen.rules.registry import limits_of
from reportgen.rules.scene import Scene
from reportgen.source.comments import read_acknowledgements
from reportgen.source.node import Mapping, Sequence
from reportgen.source.reader import read_source
from reportgen.world import read_text


def check_file(path: Path, roots: tuple[Path, ...] = ()) -> Checked:
    """Check a content file or a finished document; `roots` are folders of packs beside the program's own.

    Raises UsageProblem when the file cannot be read.
    """
    if is_known(path):
        return check_finished(path, roots)
    return check_text(read_text(path), str(path), roots)


def check_text(text: str, file: str, roots: tuple[Path, ...] = ()) -> Checked:
    """Check the text of a content file that is called `file`."""
    source, found = read_source(text, file)
    made: list[Draft] = []
    problems: list[Diagnostic] = []
    match source.root:
        case Mapping():
            made, problems = drafts(source.root, roots)
        case Sequence() | Written():
            problems = [SYNTAX.at(Place(file, 1, 1), _("整个文件要写成「键: 值」，这里是一个列表"))]
        case None:
            pass  # the reader has said why
    remarks = _each_once(
        finding for draft in made for part in (draft, *draft.annexes) for finding in _remarks(part, draft.document)
    )
    accepted, refused = read_acknowledgements(source)
    located = [_in_section(finding, made) for finding in (*found, *_each_once(problems))]
    findings = acknowledged([*located, *remarks, *refused], accepted, bool(made))
    return Checked(source, Report.of(findings), tuple(made))


def _in_section(finding: Diagnostic, made: list[Draft]) -> Diagnostic:
    """The finding with the section of the first document that prints what stands at its place."""
    sections = (Whereabouts(draft.document).section(finding.place) for draft in made)
    return replace(finding, section=next((section for section in sections if section), ""))


def _each_once(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What several documents ask for or print is complained of as the first one does."""
    said = {(finding.code, finding.place, finding.label): finding for finding in reversed(list(findings))}
    return list(reversed(said.values()))


def _remarks(draft: Draft, printed: Document) -> list[Diagnostic]:
    """What the rules find in one document, with the section of the printed one that each finding stands in."""
    year = next((value.number for value in draft.content.every(Year)), None)
    rules = all_rules()
    scene = Scene(draft.content, draft.document, draft.pack, year, limits_of(draft.pack, rules))
    found = run_rules(rules.values(), scene)
    whereabouts = Whereabouts(printed)
    return [replace(finding, section=finding.section or whereabouts.section(finding.place)) for finding in found]
