"""Content files for rule tests: a pack's example with some of its top-level keys replaced."""

import re
from functools import cache
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.finished import read_lines, recognise
from reportgen.model.content import Year
from reportgen.packs.loader import find_pack
from reportgen.pipeline.check import check_text
from reportgen.pipeline.finished import check_parts
from reportgen.rules import all_rules
from reportgen.rules.registry import limits_of
from reportgen.rules.scene import Scene

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "templates" / "dept-evaluation" / "example.yaml"
NANYANG = ROOT / "content" / "nanyang-2020.yaml"

SCORED = ROOT / "templates" / "dept-self-evaluation" / "example.yaml"
"""An example with indicators, their points and scores."""

_ENTRY = re.compile(r"^(?=[^\s#-][^:\n]*:)", re.MULTILINE)


def merged(fragment: str) -> str:
    """The example with the fragment's top-level keys in the place of its own; new keys come last.

    It is the example of the pack that the fragment names under 文种, else that of the first pack.
    """
    own = {_key(entry): entry.rstrip("\n") + "\n" for entry in _ENTRY.split(fragment) if entry.strip()}
    head, *entries = _ENTRY.split(_example(own.get("文种", "").partition(":")[2].strip()))
    blocks = {_key(entry): entry for entry in entries}
    return head + "".join((blocks | own).values())


@cache
def _example(pack: str) -> str:
    folder = find_pack(pack) if pack else None
    return (folder / "example.yaml" if folder else EXAMPLE).read_text(encoding="utf-8")


def _key(entry: str) -> str:
    return entry.partition(":")[0]


def findings(content: str) -> list[Diagnostic]:
    """What the rules say about a content file; the other diagnostics (a fragment takes facts away) are left out."""
    rules = all_rules()
    return [finding for finding in check_text(content, "示例.yaml").report if finding.code in rules]


def findings_finished(text: str) -> list[Diagnostic]:
    """What the rules say about the text of a document that somebody else finished."""
    return list(check_parts(read_lines(text), "报告.txt").report)


def scene(content: str) -> Scene:
    """What rules may look at in a content file."""
    checked = check_text(content, "示例.yaml")
    assert checked.main
    assert checked.document
    main = checked.main
    limits = limits_of(main.pack, all_rules())
    return Scene(main.content, main.document, main.pack, next(main.content.every(Year)).number, limits)


def marked(content: str, finding: Diagnostic) -> str:
    """The characters of the content file, or of the finished document, at which a finding points."""
    place = finding.place
    lines = recognise(read_lines(content), place.file).lines if place.spot else content.splitlines()
    return lines[place.line - 1][place.column - 1 : place.column - 1 + place.length]


def sentence(text: str) -> str:
    """A content file with one paragraph of that text under 收支情况."""
    return merged(f"收支情况: |\n  {text}\n")


def said(text: str) -> list[tuple[str, str]]:
    """The code and the marked characters of each finding about a paragraph of that text."""
    content = sentence(text)
    return [(finding.code, marked(content, finding)) for finding in findings(content)]
