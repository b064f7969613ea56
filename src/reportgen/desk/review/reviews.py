"""What is known of the documents that are looked through: their findings, how far somebody is, and by whom."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from itertools import groupby
from pathlib import Path
from threading import Lock

from reportgen.desk.background import Background
from reportgen.desk.review.documents import documents_of
from reportgen.desk.review.looking import Looked, look_at
from reportgen.desk.review.pages import ReviewPages
from reportgen.desk.workspace import Workspace
from reportgen.diagnostics.report import Report
from reportgen.errors import ReportgenError
from reportgen.pipeline.judging import judgements_of
from reportgen.pipeline.letters import Reviewed, key_of, reports_of
from reportgen.pipeline.review_page.shown import kind_shown
from reportgen.record import Struct
from reportgen.review.judgements import Judgements, Verdict
from reportgen.world import resolved


class Row(Struct, frozen=True):
    """A document of the list; `looked` is None while it has not been checked yet."""

    name: str
    looked: Looked | None
    counts: dict[str, int]
    """How many findings there are of each weight: error, warning, doubt, hint."""
    verdicts: dict[str, int]
    """How many of them were decided so, by the words of verdicts."""
    total: int = 0
    why: str = ""
    """Why nothing can be said of it, or of what was decided."""

    @property
    def file(self) -> str:
        """The last part of its name."""
        return self.name.rpartition("/")[2]

    @property
    def unit(self) -> str:
        """Whose it is; empty where it does not say."""
        return self.looked.reviewed.unit if self.looked and self.looked.reviewed else ""

    @property
    def year(self) -> str:
        """The year that it is about; empty where it does not say."""
        year = self.looked.reviewed.year if self.looked and self.looked.reviewed else 0
        return str(year) if year else ""

    @property
    def title(self) -> str:
        """What it is, by its document type or its own title."""
        told = (self.looked.kind, self.looked.reviewed.title if self.looked.reviewed else "") if self.looked else ()
        return next(filter(None, told), self.file)

    @property
    def seen(self) -> int:
        """How many findings were decided about."""
        return sum(self.verdicts.values())

    @property
    def searched(self) -> str:
        """What somebody may look for it by."""
        return " ".join((self.unit, self.year, self.title, self.name)).casefold()


class Listing(Struct, frozen=True):
    """The rows by unit, and how many are still being checked."""

    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    waiting: int

    @property
    def rows(self) -> list[Row]:
        """Every row, in the order of the page."""
        return [row for _unit, rows in self.groups for row in rows]


class Reviews:
    """The documents of a folder that are looked through. `close` ends what was started for it."""

    def __init__(self, workspace: Workspace, worker: Callable[[], Executor] | None = None) -> None:
        self.workspace = workspace
        self.pages = ReviewPages(worker)
        self.lock = Lock()
        """Held while a decision is written down."""
        self._background = Background(workspace, look_at, lambda why: Looked(why=why), worker)
        self._reports: dict[str, tuple[list[Reviewed], list[Report]]] = {}
        """By unit."""
        self._comparing = Lock()

    def close(self) -> None:
        """End the workers."""
        self._background.close()
        self.pages.close()

    def listing(self) -> Listing:
        """The list as far as it is known; what is not is being found out."""
        paths = list(documents_of(self.workspace))
        known = self._background.look(paths)
        reports = self._reports_of(known.values())
        rows = [self._row(path, looked, reports) for path, looked in known.items()]
        rows.sort(key=lambda row: (not row.unit, row.unit, row.year, row.name))
        groups = tuple((unit, tuple(own)) for unit, own in groupby(rows, key=lambda row: row.unit))
        return Listing(groups, self.waiting)

    @property
    def waiting(self) -> int:
        """How many documents are still being checked."""
        return self._background.waiting

    def count(self) -> int:
        """How many documents there are, whatever is in them."""
        return sum(1 for _path in documents_of(self.workspace))

    def between(self, path: Path) -> Report:
        """What was found between a document and the others of its unit, as far as these are known."""
        known = self._background.look(documents_of(self.workspace))
        looked = {resolved(found): each for found, each in known.items()}.get(resolved(path))
        reviewed = looked.reviewed if looked else None
        if reviewed is None:
            return Report()
        own = set(reviewed.report)
        return Report.of(each for each in self._reports_of(known.values())[id(reviewed)] if each not in own)

    def _reports_of(self, known: Iterable[Looked | None]) -> dict[int, Report]:
        """All that was found in each document, and between those of its unit; worked out anew when one has changed."""
        units: dict[str, list[Reviewed]] = {}
        for reviewed in (looked.reviewed for looked in known if looked and looked.reviewed):
            units.setdefault(reviewed.unit, []).append(reviewed)
        with self._comparing:
            return self._compared(units)

    def _compared(self, units: dict[str, list[Reviewed]]) -> dict[int, Report]:
        for unit, own in units.items():
            if list(map(id, self._reports.get(unit, ([], []))[0])) != list(map(id, own)):
                self._reports[unit] = own, reports_of(own) if unit else [each.report for each in own]
        told = (self._reports[unit] for unit in units)
        return {id(each): report for own, reports in told for each, report in zip(own, reports, strict=True)}

    def _row(self, path: Path, looked: Looked | None, reports: dict[int, Report]) -> Row:
        name = self.workspace.name(path)
        if looked is None or looked.reviewed is None:
            return Row(name, looked, {}, {}, why=looked.why if looked else "")
        try:
            judgements = judgements_of(path) or Judgements()
        except ReportgenError as problem:
            return Row(name, looked, {}, {}, why=str(problem))
        found = dict(_weights(looked.reviewed, reports[id(looked.reviewed)]))
        known = {key: judged.verdict for key, judged in judgements.by_fingerprint().items() if key in found}
        verdicts = {verdict.value: list(known.values()).count(verdict) for verdict in Verdict}
        kinds = list(found.values())
        counts = {kind: kinds.count(kind) for kind in ("error", "warning", "doubt", "hint")}
        return Row(name, looked, counts, verdicts, len(found))


def _weights(reviewed: Reviewed, report: Report) -> Iterator[tuple[str, str]]:
    """Each finding that is open by its fingerprint, and the class of its weight."""
    for finding in report:
        if finding.pending:
            kind = kind_shown(finding)
            yield key_of(reviewed.source, finding), "error" if kind == "fatal" else kind
