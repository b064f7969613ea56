"""Content files for rule tests: a pack's example with some of its top-level keys replaced."""

import re
from functools import cache
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.report import Report
from reportgen.finished.recognise import recognise
from reportgen.finished.text import read_lines
from reportgen.model.content import Year
from reportgen.packs.loader import find_pack
from reportgen.pipeline.between import compared, filed
from reportgen.pipeline.check import check_text
from reportgen.pipeline.finished import check_parts
from reportgen.rules import all_rules
from reportgen.rules.between.sets import comparisons
from reportgen.rules.registry import limits_of
from reportgen.rules.scene import Scene

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "templates" / "dept-evaluation" / "example.yaml"
NANYANG = ROOT / "content" / "nanyang-2020.yaml"

SCORED = ROOT / "templates" / "dept-self-evaluation" / "example.yaml"
"""An example with indicators, their points and scores."""

_ENTRY = re.compile(r"^(?=[^\s#-][^:\n]*:)", re.MULTILINE)


PARTED = "---\n"
"""Between the files of an example that takes several."""


def merged(fragment: str) -> str:
    """The example with the fragment's top-level keys in the place of its own; new keys come last.

    It is the example of the pack that the fragment names under 文种, else that of the first pack. Of several fragments
    parted by --- each becomes a file.
    """
    parts = re.split(r"^---\n", fragment, flags=re.MULTILINE)
    return PARTED.join(_merged(part) for part in parts)


def _merged(fragment: str) -> str:
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


OF_WHOLE_FILES = {"STR041", "STR042", "YRS008"}
"""A fragment leaves blank what its rule does not speak of, names no item of the budget, and has last year's figures."""


def findings(content: str, whole: bool = False) -> list[Diagnostic]:
    """What the rules say about content files, each of them and between them; other diagnostics are left out.

    (A fragment takes facts away.) Of `whole` files it is also said what is missing in them.
    """
    rules = all_rules().keys() - (set() if whole else OF_WHOLE_FILES)
    return [finding for report in reports(content).values() for finding in report if finding.code in rules]


def findings_of_whole_files(content: str) -> list[Diagnostic]:
    """What the rules say about files that are as they should be but for what is looked for."""
    return findings(content, whole=True)


def reports(content: str) -> dict[str, Report]:
    """The report about each of the files that an example is made of."""
    checked = [check_text(text, file) for file, text in files(content).items()]
    found = {each.source.file: each.report for each in checked}
    between = compared([filed(each) for each in checked])
    return {file: report + between.get(file, Report()) for file, report in found.items()}


def files(content: str) -> dict[str, str]:
    """The text of each file by its name: 示例.yaml, or 示例1.yaml and so on."""
    parts = re.split(r"^---\n", content, flags=re.MULTILINE)
    if len(parts) == 1:
        return {"示例.yaml": content}
    return {f"示例{number}.yaml": part for number, part in enumerate(parts, 1)}


def subjects_between(content: str) -> set[type]:
    """The types of what can be compared between the files of an example."""
    checked = [check_text(text, file) for file, text in files(content).items()]
    papers = [paper for each in checked for paper in filed(each).papers]
    return {type(subject) for subject in comparisons(papers)}


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
    text = files(content).get(place.file, content)
    lines = recognise(read_lines(content), place.file).lines if place.spot else text.splitlines()
    return lines[place.line - 1][place.column - 1 : place.column - 1 + place.length]


def sentence(text: str) -> str:
    """A content file with one paragraph of that text under 收支情况."""
    return merged(f"收支情况: |\n  {text}\n")


def said(text: str) -> list[tuple[str, str]]:
    """The code and the marked characters of each finding about a paragraph of that text."""
    content = sentence(text)
    return [(finding.code, marked(content, finding)) for finding in findings(content)]
