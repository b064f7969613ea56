"""The order of the stages, told once: load, resolve, compose, check, render, verify.

Each stage is a function from one named type to the next that returns a value and its diagnostics; this module only
strings them together.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.compose import compose
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import IGNORE_UNUSED, MISSING, UNKNOWN_PACK
from reportgen.diagnostics.report import Report
from reportgen.language import _
from reportgen.model.content import Content, Year
from reportgen.model.document import Document
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
from reportgen.world import read_text


@dataclass(frozen=True)
class Checked:
    """A content file after every stage before rendering; what could not be reached is None."""

    source: Source
    report: Report
    pack: Pack | None = None
    content: Content | None = None
    document: Document | None = None


def check_file(path: Path) -> Checked:
    """Check a content file. Raises UsageProblem when it cannot be read."""
    return check_text(read_text(path), str(path))


def check_text(text: str, file: str) -> Checked:
    """Check the text of a content file that is called `file`."""
    source, found = read_source(text, file)
    checked = _resolved(source, found)
    accepted, refused = read_acknowledgements(source)
    findings = [*checked.report, *refused]
    return replace(checked, report=Report.of(_acknowledged(findings, accepted, checked.document is not None)))


def _resolved(source: Source, found: list[Diagnostic]) -> Checked:
    if not isinstance(source.root, Mapping):
        return Checked(source, Report.of(found))
    pack, problems = _pack_of(source.root)
    found = found + problems
    if pack is None:
        return Checked(source, Report.of(found))
    content, problems = resolve(source.root, pack)
    document, holes = compose(content, pack)
    scene = Scene(content, document, pack, next((year.number for year in content.every(Year)), None))
    remarks = run_rules(all_rules().values(), scene)
    return Checked(source, Report.of([*found, *problems, *holes, *remarks]), pack, content, document)


def _pack_of(root: Mapping) -> tuple[Pack | None, list[Diagnostic]]:
    kind = root.get(KIND_KEY)
    titles = [pack_title(folder) for folder in pack_folders()]
    known = _("现有：{titles}", titles="、".join(titles))
    if not isinstance(kind, Written):
        label = _("没有「{name}」", name=KIND_KEY)
        return None, [MISSING.at(Place(root.place.file, root.place.line, 1), label, fix=known)]
    folder = find_pack(kind.text)
    if folder is None:
        return None, [UNKNOWN_PACK.at(kind.place, did_you_mean(kind.text, titles), fix=known)]
    return load_pack(folder)


def _acknowledged(
    findings: list[Diagnostic], accepted: list[Acknowledgement], composed: bool
) -> list[Diagnostic]:
    """Findings with the reasons that the file gives for them; a reason that fits nothing is itself a finding.

    Unused ones are only known when every rule has run.
    """
    marked: list[Diagnostic] = []
    used: set[Acknowledgement] = set()
    for finding in findings:
        reason = next((entry for entry in accepted if entry.covers(finding)), None)
        marked.append(finding.acknowledge(reason.reason) if reason else finding)
        used |= {reason} if reason else set()
    unused = [entry for entry in accepted if entry not in used] if composed else []
    return marked + [IGNORE_UNUSED.at(entry.place, entry.code) for entry in unused]
