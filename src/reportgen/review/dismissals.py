"""What somebody has looked at and leaves as it is: a list beside the file, which people can read.

Each entry names a finding by its fingerprint, so that it stays wherever the finding moves, and is about another finding
as soon as a figure changes.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePath

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.dismissal_kinds import INCOMPLETE, UNUSED
from reportgen.language import _
from reportgen.place import Place, Written
from reportgen.record import Struct
from reportgen.source.node import Mapping, Node, Sequence
from reportgen.source.reader import read_source
from reportgen.source.scalars import scalar

ENDING = ".不改.yaml"
JUDGEMENTS = ".审核.yaml"
"""What a reviewer has decided: `reportgen.review.judgements`."""
_CONTENT = (".yaml", ".yml")
_HEAD = """\
# 看过、决定不改的问题和理由。reportgen check、build、review 照它把这些问题列在「已确认」里。
# 问题涉及的数字改了，那一条就不再适用，问题会重新列出来。要收回一条，把它删去就行。
"""


class Dismissal(Struct, frozen=True):
    """One entry: the fingerprint of a finding, and why it stays as it is."""

    fingerprint: str
    reason: str
    code: str = ""
    place: Place = Place("")
    """Where the entry stands in its file."""


def list_beside(path: Path) -> Path:
    """The list of a file: 报告.不改.yaml of 报告.yaml, 稿.pdf.不改.yaml of 稿.pdf, since both may lie side by side."""
    return beside(path, ENDING)


def beside(path: Path, ending: str) -> Path:
    """What is kept beside a file about its findings."""
    name = path.stem if path.suffix.lower() in _CONTENT else path.name
    return path.with_name(name + ending)


def is_list(path: PurePath) -> bool:
    """Whether a file is such a list, and no content file."""
    return path.name.endswith(ENDING)


def is_about_findings(path: PurePath) -> bool:
    """Whether a file is such a list, or one of what a reviewer has decided, and no content file."""
    return path.name.endswith((ENDING, JUDGEMENTS))


def read_dismissals(text: str | None, file: str) -> tuple[list[Dismissal], list[Diagnostic]]:
    """The entries of a list, and what is wrong with it: an entry without a reason has no effect; None is no text."""
    if text is None:
        return [], [INCOMPLETE.at(Place(file), _("这个文件不是文本，或者已损坏，里面的理由没有读"))]
    source, found = read_source(text, file)
    entries = source.root.items if isinstance(source.root, Sequence) else ()
    whole = [] if source.root is None or isinstance(source.root, Sequence) else [INCOMPLETE.at(Place(file, 1, 1))]
    read = [_dismissal(entry) for entry in entries]
    wrong = [INCOMPLETE.at(entry.place) for entry, made in zip(entries, read, strict=True) if made is None]
    return [made for made in read if made], [source.relocated(each) for each in (*found, *whole, *wrong)]


def _dismissal(entry: Node) -> Dismissal | None:
    if not isinstance(entry, Mapping):
        return None
    said = {name: _words(entry.get(name)) for name in ("编号", "理由", "代码")}
    if not said["编号"] or not said["理由"]:
        return None
    return Dismissal(said["编号"], said["理由"], said["代码"], entry.place)


def _words(node: Node | None) -> str:
    return " ".join(node.text.split()) if isinstance(node, Written) else ""


def unused(dismissal: Dismissal) -> Diagnostic:
    """What is said of an entry that fits nothing any more."""
    told = {"code": dismissal.code, "reason": dismissal.reason}
    return UNUSED.at(dismissal.place, _("{code}，当时的理由：{reason}", **told) if dismissal.code else dismissal.reason)


class Noted(Struct, frozen=True):
    """A finding that is to be dismissed: `about` says where it stands in words that stay true, such as a key."""

    finding: Diagnostic
    fingerprint: str
    about: str


def with_entries(text: str, noted: list[Noted], reason: str, moment: datetime) -> str:
    """The text of a list with more entries behind the others, whose lines stay as they are."""
    lines = [line for each in noted for line in _entry(each, reason, moment)]
    head = text or _HEAD
    return head + ("" if head.endswith("\n") else "\n") + "".join(f"{line}\n" for line in lines)


def _entry(noted: Noted, reason: str, moment: datetime) -> Iterator[str]:
    finding = noted.finding
    yield f"- 编号: {noted.fingerprint}"
    yield f"  代码: {finding.code}"
    if noted.about:
        yield f"  位置: {scalar(noted.about)}"
    yield f"  问题: {scalar('　'.join((finding.title, *filter(None, (finding.label,)), *finding.notes)))}"
    yield f"  理由: {scalar(reason)}"
    yield f"  日期: {moment:%Y-%m-%d}"
