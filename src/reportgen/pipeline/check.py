"""The first half of the way: source → content → document → report. No engine is needed, or imported, for it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from reportgen.compose.whereabouts import Whereabouts
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.source_kinds import ENCODING, SYNTAX
from reportgen.finished.file_types import is_known, refuse_wrong_content
from reportgen.language import _
from reportgen.model.content import Year
from reportgen.model.document import Document
from reportgen.pipeline.acknowledge import acknowledged
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft, drafts
from reportgen.pipeline.offers import offered
from reportgen.place import Place, Written
from reportgen.rules import all_rules
from reportgen.rules.between.run import is_between
from reportgen.rules.driver import run_rules
from reportgen.rules.registry import invalid_rulings, limits_of
from reportgen.rules.scene import Scene
from reportgen.source.comments import read_acknowledgements
from reportgen.source.encoding import Decoded, read_decoded
from reportgen.source.node import Mapping, Sequence
from reportgen.source.reader import read_source
from reportgen.world import read_bytes


def check_file(path: Path, roots: tuple[Path, ...] = ()) -> Checked:
    """Check a content file or a finished document; `roots` are folders of packs beside the program's own.

    Raises UsageProblem when the file cannot be read.
    """
    if is_known(path):
        from reportgen.pipeline.finished import check_finished  # a content file needs no reader

        return check_finished(path, roots)
    content = read_content(path)
    return check_text(content.text, str(path), roots, content.name)


def read_content(path: Path) -> Decoded:
    """The text of a content file. Raises UsageProblem when it is none: empty, a Word file, a PDF."""
    refuse_wrong_content(path, read_bytes(path))
    return read_decoded(path)


def check_text(text: str, file: str, roots: tuple[Path, ...] = (), encoding: str = "") -> Checked:
    """Check the text of a content file that is called `file`; `encoding` is named where it is not UTF-8."""
    source, found = read_source(text, file)
    if encoding:
        label = _("这个文件是 {encoding} 编码，已按 {encoding} 读", encoding=encoding)
        found = [ENCODING.at(Place(file, 1, 1), label), *found]
    made: list[Draft] = []
    problems: list[Diagnostic] = []
    match source.root:
        case Mapping():
            made, problems = drafts(source.root, roots)
        case Sequence() | Written():
            problems = [SYNTAX.at(Place(file, 1, 1), _("整个文件要写成「键: 值」，这里是一个列表"))]
        case None:
            pass  # the reader has said why
    parts = [(_scene(part), draft.document) for draft in made for part in (draft, *draft.annexes)]
    problems += [finding for scene, _document in parts for finding in invalid_rulings(scene.pack, all_rules())]
    remarks = _each_once(finding for scene, document in parts for finding in _remarks(scene, document))
    accepted, refused = read_acknowledgements(source)
    waiting = tuple(entry for entry in accepted if is_between(entry.code))
    own = [entry for entry in accepted if entry not in waiting]
    whereabouts = [Whereabouts(draft.document) for draft in made]
    located = [_in_section(finding, whereabouts) for finding in _each_once(problems)]
    about = [source.relocated(finding) for finding in (*located, *remarks, *refused)]
    told = [_in_section(finding, whereabouts) for finding in found]
    findings = acknowledged(offered([*told, *about], found, source), own, bool(made))
    return Checked(source, Report.of(findings), tuple(made), tuple(scene for scene, _document in parts), waiting)


def _in_section(finding: Diagnostic, documents: list[Whereabouts]) -> Diagnostic:
    """The finding with the section of the first document that prints what stands at its place."""
    sections = (whereabouts.section(finding.place) for whereabouts in documents)
    return replace(finding, section=next((section for section in sections if section), ""))


def _each_once(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What several documents ask for or print is complained of as the first one does."""
    said = {(finding.code, finding.place, finding.label): finding for finding in reversed(list(findings))}
    return list(reversed(said.values()))


def _scene(draft: Draft) -> Scene:
    year = next((value.number for value in draft.content.every(Year)), None)
    return Scene(draft.content, draft.document, draft.pack, year, limits_of(draft.pack, all_rules()))


def _remarks(scene: Scene, printed: Document) -> list[Diagnostic]:
    """What the rules find in one document, with the section of the printed one that each finding stands in."""
    found = run_rules(all_rules().values(), scene)
    whereabouts = Whereabouts(printed)
    return [replace(finding, section=finding.section or whereabouts.section(finding.place)) for finding in found]
