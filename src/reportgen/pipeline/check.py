"""The first half of the way: source → content → document → report. No engine is needed, or imported, for it."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from reportgen.compose import compose
from reportgen.compose.document import BLOCK_SLOTS, LINE_SLOTS
from reportgen.compose.whereabouts import Whereabouts
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.kinds import IGNORE_UNUSED, MISSING, SYNTAX, UNKNOWN_PACK
from reportgen.diagnostics.report import Report
from reportgen.language import _
from reportgen.model.content import Content, Year
from reportgen.model.document import Document
from reportgen.packs.fields import LINE_TYPES
from reportgen.packs.loader import find_pack, load_pack, pack_folders, pack_title
from reportgen.packs.pack import Pack
from reportgen.place import Place, Written
from reportgen.resolve import resolve
from reportgen.resolve.content import KIND_KEY
from reportgen.rules import all_rules
from reportgen.rules.driver import run_rules
from reportgen.rules.scene import Scene
from reportgen.source.comments import Acknowledgement, read_acknowledgements
from reportgen.source.expect import did_you_mean
from reportgen.source.node import Mapping
from reportgen.source.reader import Source, read_source
from reportgen.word.template import Template, misused_tags, read_template
from reportgen.world import read_text


@dataclass(frozen=True)
class Checked:
    """A content file after every stage before rendering; what could not be reached is None."""

    source: Source
    report: Report
    pack: Pack | None = None
    template: Template | None = None
    content: Content | None = None
    document: Document | None = None


def check_file(path: Path, roots: tuple[Path, ...] = ()) -> Checked:
    """Check a content file; `roots` are folders of packs beside the program's own.

    Raises UsageProblem when the file cannot be read.
    """
    return check_text(read_text(path), str(path), roots)


def check_text(text: str, file: str, roots: tuple[Path, ...] = ()) -> Checked:
    """Check the text of a content file that is called `file`."""
    source, found = read_source(text, file)
    checked = _resolved(source, found, roots)
    accepted, refused = read_acknowledgements(source)
    findings = _acknowledged([*checked.report, *refused], accepted, checked.document is not None)
    return replace(checked, report=Report.of(_with_sections(findings, checked.document)))


def _resolved(source: Source, found: list[Diagnostic], roots: tuple[Path, ...]) -> Checked:
    if not isinstance(source.root, Mapping):
        if source.root is not None:
            found = [*found, SYNTAX.at(Place(source.file, 1, 1), _("整个文件要写成「键: 值」，这里是一个列表"))]
        return Checked(source, Report.of(found))
    folder, problems = _folder_of(source.root, roots)
    found = found + problems
    pack, problems = _pack(folder) if folder else (None, [])
    found = found + problems
    if pack is None:
        return Checked(source, Report.of(found))
    template, problems = template_of(pack)
    content, misfits = resolve(source.root, pack)
    document, holes = compose(content, pack)
    year = next((value.number for value in content.every(Year)), None)
    remarks = run_rules(all_rules().values(), Scene(content, document, pack, year))
    report = Report.of([*found, *problems, *misfits, *holes, *remarks])
    return Checked(source, report, pack, template, content, document)


def _folder_of(root: Mapping, roots: tuple[Path, ...]) -> tuple[Path | None, list[Diagnostic]]:
    """The folder of the pack that 文种 names."""
    kind = root.get(KIND_KEY)
    titles = [pack_title(folder) for folder in pack_folders(roots)]
    known = _("现有：{titles}", titles=_("、").join(titles))
    if not isinstance(kind, Written):
        label = _("没有「{name}」", name=KIND_KEY)
        return None, [MISSING.at(Place(root.place.file, root.place.line, 1), label, notes=(known,))]
    folder = find_pack(kind.text, roots)
    if folder is None:
        return None, [UNKNOWN_PACK.at(kind.place, did_you_mean(kind.text, titles), notes=(known,))]
    return folder, []


@cache
def _pack(folder: Path) -> tuple[Pack | None, list[Diagnostic]]:
    """A pack is read once a run, however many files use it."""
    return load_pack(folder)


@cache
def template_of(pack: Pack) -> tuple[Template, list[Diagnostic]]:
    """The pack's template and what is wrong with it, tags that no field answers among it."""
    template, found = read_template(pack.template)
    names = {field.name for field in pack.fields if field.type in LINE_TYPES}
    return template, [*found, *misused_tags(template, {*LINE_SLOTS, *names}, set(BLOCK_SLOTS))]


def _acknowledged(findings: list[Diagnostic], accepted: list[Acknowledgement], composed: bool) -> list[Diagnostic]:
    """Findings with the reasons that the file gives for them; a reason that fits nothing is itself a finding.

    Unused ones are only known when every rule has run. What makes the document impossible cannot be accepted.
    """
    marked: list[Diagnostic] = []
    used: set[Acknowledgement] = set()
    for finding in findings:
        reason = None
        if finding.severity is not Severity.FATAL:
            reason = next((entry for entry in accepted if entry.covers(finding)), None)
        marked.append(finding.acknowledge(reason.reason) if reason else finding)
        used |= {reason} if reason else set()
    unused = [entry for entry in accepted if entry not in used] if composed else []
    return marked + [IGNORE_UNUSED.at(entry.place, entry.code) for entry in unused]


def _with_sections(findings: list[Diagnostic], document: Document | None) -> list[Diagnostic]:
    if document is None:
        return findings
    whereabouts = Whereabouts(document)
    return [replace(d, section=d.section or whereabouts.section(d.place)) for d in findings]
