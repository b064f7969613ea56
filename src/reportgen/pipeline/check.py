"""The first half of the way: source → content → document → report. No engine is needed, or imported, for it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from reportgen.compose.whereabouts import Whereabouts
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.source_kinds import ENCODING, SYNTAX
from reportgen.diagnostics.workbook_kinds import OF_WORKBOOKS
from reportgen.finished.file_types import is_known, refuse_wrong_content
from reportgen.language import _
from reportgen.pipeline.acknowledge import acknowledged
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.dismissed import with_decisions
from reportgen.pipeline.drafts import Draft, drafts
from reportgen.pipeline.offers import offered
from reportgen.pipeline.remarks import remarks_of, scenes_of
from reportgen.pipeline.unfilled import unfilled, without_premature
from reportgen.place import Place, Written
from reportgen.record import replace
from reportgen.rules import all_rules
from reportgen.rules.between.reading import papers_of
from reportgen.rules.between.run import is_between, run_within
from reportgen.rules.registry import invalid_rulings
from reportgen.source.beside import Beside
from reportgen.source.comments import read_acknowledgements
from reportgen.source.encoding import Decoded, decoded_file
from reportgen.source.node import Mapping, Sequence
from reportgen.source.reader import Source, read_source
from reportgen.world import read_bytes, shown

Composed = Callable[[list[Draft]], None]
"""Told of the documents of a content file when they are composed, before the rules read them, if they can be made."""


def check_file(path: Path, roots: tuple[Path, ...] = (), composed: Composed | None = None) -> Checked:
    """Check a content file or a finished document; `roots` are folders of packs beside the program's own.

    Raises UsageProblem when the file cannot be read.
    """
    if is_known(path):
        from reportgen.pipeline.finished import check_finished  # a content file needs no reader

        return check_finished(path, roots)
    original = read_bytes(path)
    content = _content_of(path, original)
    checked = check_text(content, shown(path), roots, composed, Beside(path.parent))
    return replace(checked, original=original)


def read_content(path: Path) -> Decoded:
    """The text of a content file. Raises UsageProblem when it is none: empty, a Word file, a PDF."""
    return _content_of(path, read_bytes(path))


def _content_of(path: Path, original: bytes) -> Decoded:
    refuse_wrong_content(path, original)
    return decoded_file(path, original)


def check_text(
    text: str | Decoded,
    file: str,
    roots: tuple[Path, ...] = (),
    composed: Composed | None = None,
    beside: Beside | None = None,
) -> Checked:
    """Check the text of a content file that is called `file`; its encoding is named where it is known and not UTF-8.

    `beside` has the files beside it, without which they are looked for in its folder.
    """
    beside = beside or Beside(Path(file).parent)
    saved = text if isinstance(text, Decoded) else Decoded(text)
    source, found = read_source(saved.text, file)
    found = [*_encoded(file, saved.name), *found]
    made, problems = _documents(source, file, roots, beside)
    if composed and not Report.of([*found, *problems]).fatal:
        composed(made)
    scenes = scenes_of(made)
    problems += [finding for scene in scenes for finding in invalid_rulings(scene.pack, all_rules())]
    remarks, cut = remarks_of(made, scenes)
    papers = [paper for scene in scenes for paper in papers_of(scene)] if len(scenes) > 1 and not cut else []
    within = run_within(all_rules().values(), papers)
    accepted, refused = read_acknowledgements(source)
    waiting = tuple(entry for entry in accepted if is_between(entry.code) or entry.code.startswith(OF_WORKBOOKS))
    own = [entry for entry in accepted if entry not in waiting or any(map(entry.covers, within))]
    located = _in_sections(dict.fromkeys(problems), made)
    about = [source.relocated(finding) for finding in (*located, *remarks, *within, *refused)]
    waiting_for = unfilled(saved.text, source)
    told = [*_in_sections(found, made), *without_premature(about, waiting_for, source)]
    told += _in_sections(waiting_for, made)
    findings = acknowledged(offered(told, found, source), own, bool(made))
    findings = without_premature(findings, waiting_for, source)
    findings, decided = with_decisions(findings, source, beside, bool(made) and not cut)
    settled = tuple(entry for entry in waiting if entry in own)
    return Checked(
        source,
        Report.of(findings),
        tuple(made),
        tuple(scenes),
        waiting,
        settled,
        cut=cut,
        beside=beside.files,
        sought=beside.sought,
        decided=decided,
    )


def _documents(
    source: Source, file: str, roots: tuple[Path, ...], beside: Beside
) -> tuple[list[Draft], list[Diagnostic]]:
    match source.root:
        case Mapping():
            return drafts(source.root, roots, beside)
        case Sequence() | Written():
            return [], [SYNTAX.at(Place(file, 1, 1), _("整个文件要写成「键: 值」，这里是一个列表"))]
        case None:
            return [], []  # the reader has said why


def _encoded(file: str, encoding: str) -> list[Diagnostic]:
    label = _("这个文件是 {encoding} 编码，已按 {encoding} 读", encoding=encoding)
    return [ENCODING.at(Place(file, 1, 1), label)] if encoding else []


def _in_sections(findings: Iterable[Diagnostic], made: list[Draft]) -> list[Diagnostic]:
    """The findings, each with the section of the first document that prints what stands at its place."""
    documents = [Whereabouts(draft.document) for draft in made]
    return [finding if finding.section else _in_section(finding, documents) for finding in findings]


def _in_section(finding: Diagnostic, documents: list[Whereabouts]) -> Diagnostic:
    sections = (whereabouts.section(finding.place) for whereabouts in documents)
    return replace(finding, section=next(filter(None, sections), ""))
