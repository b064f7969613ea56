"""What the list says of a content file: found by checking it, in a worker process, and small enough to travel back."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from reportgen.desk.background import attempted
from reportgen.desk.content.findings import TO_FILL, FindingView, check_view
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.model.content import Score
from reportgen.model.document import Document
from reportgen.model.table import Table
from reportgen.packs.fields import FieldType
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.place import Written
from reportgen.record import Struct
from reportgen.source.node import Mapping

_WEIGHTS = {"fatal": "err", "error": "err", "warning": "warn", "doubt": "doubt"}
"""Findings that are named, the heaviest first, and their classes on the page."""
_MOST_FIRST = 5
_TOTAL = "总分"
"""What forms call the sum of their scores."""


class First(Struct, frozen=True):
    """A finding to look at first: the class and the word of its weight, what it says, and its fingerprint."""

    kind: str
    weight: str
    words: str
    key: str


class Score100(Struct, frozen=True):
    """The score as it is written, and the grade."""

    points: str
    grade: str


class Summary(Struct, frozen=True):
    """A content file as the list shows it; `why` says why it cannot be opened, and is empty for all others."""

    unit: str = ""
    year: str = ""
    titles: tuple[str, ...] = ()
    """What its document types are called."""
    outputs: tuple[tuple[str, str], ...] = ()
    """Its documents: what is written behind the file's name for each, and what it is called."""
    to_fill: int = 0
    errors: int = 0
    warnings: int = 0
    doubts: int = 0
    kept: int = 0
    """Findings that stay as they are, for a reason."""
    score: Score100 | None = None
    is_scored: bool = False
    firsts: tuple[First, ...] = ()
    why: str = ""
    beside: tuple[str, ...] = ()
    """Files that were looked for too."""


def summary_of(path: Path, roots: tuple[Path, ...], limits: Limits) -> Summary:
    """Check a content file and say what came of it, whatever that is."""
    return attempted(limits, lambda: _summary(check_file(path, roots), path), lambda why: Summary(why=why))


def _summary(checked: Checked, path: Path) -> Summary:
    view = check_view(checked)
    open_ = [finding for finding in view.findings if not finding.accepted]
    root = checked.source.root
    head = root if isinstance(root, Mapping) else None
    return Summary(
        _text(head, "单位"),
        _text(head, "年度"),
        tuple(draft.pack.title for draft in checked.drafts),
        tuple((f"-{draft.name}" if number else "", draft.pack.title) for number, draft in enumerate(checked.drafts)),
        view.holes,
        view.errors,
        view.warnings,
        view.doubts,
        len(view.findings) - len(open_),
        _score(checked, is_whole=not view.holes),
        any(field.type is FieldType.SCORE for draft in checked.drafts for field in draft.pack.fields),
        _firsts(open_),
        "" if checked.drafts else _why(checked),
        tuple(str(path.parent / name) for name in checked.sought),
    )


def _text(root: Mapping | None, key: str) -> str:
    found = root.get(key) if root else None
    return found.text.strip() if isinstance(found, Written) else ""


def _score(checked: Checked, is_whole: bool) -> Score100 | None:
    """The one that the file states, else what its forms add up: of several projects the lowest and the highest.

    A sum of a file that is not filled in is none.
    """
    scores = (score for draft in checked.drafts for score in draft.content.every(Score))
    for score in scores:
        if score.points and score.points.quantity:
            return Score100(f"{score.points.quantity.number:f}", score.grade.text if score.grade else "")
    totals = sorted(number for draft in checked.drafts if is_whole for number in _totals(draft.document))
    if not totals:
        return None
    ends = dict.fromkeys(f"{number:f}" for number in (totals[0], totals[-1]))
    return Score100("–".join(ends), "")


def _totals(document: Document) -> Iterator[Decimal]:
    """What stands behind 总分 in the forms of a document."""
    for table in (block for blocks in document.blocks.values() for block in blocks if isinstance(block, Table)):
        for row in (cell.row for cell in table.cells if cell.compact == _TOTAL):
            numbers = [(cell.column, cell.number) for cell in table.cells if cell.row == row]
            last = max(((column, number) for column, number in numbers if number is not None), default=None)
            if last:
                yield last[1]


def _firsts(found: list[FindingView]) -> tuple[First, ...]:
    order = list(_WEIGHTS)
    heavy = [finding for finding in found if finding.kind in order and finding.code not in TO_FILL]
    heavy.sort(key=lambda finding: order.index(finding.kind))
    return tuple(First(_WEIGHTS[each.kind], each.weight, _words(each), each.key) for each in heavy[:_MOST_FIRST])


def _words(finding: FindingView) -> str:
    return finding.title if finding.title in finding.label or not finding.label else f"{finding.title}：{finding.label}"


def _why(checked: Checked) -> str:
    """The heaviest thing that keeps a file from being read."""
    pending = (finding for finding in checked.report if finding.pending)
    for finding in sorted(pending, key=lambda finding: finding.rank):
        words = finding.title
        return _("第 {line} 行，{words}", line=finding.place.line, words=words) if finding.place.line else words
    return _("里面没有内容")
