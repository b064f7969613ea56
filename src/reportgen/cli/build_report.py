"""What became of many content files, for a reader and for programs: build-report.html and build-report.json.

Entries are written as the files are done, so that the memory that a call takes does not grow with their number.
"""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reportgen.cli.build_done import BuildDone, Outcome
from reportgen.diagnostics.as_json import FORMAT, PROGRAM
from reportgen.diagnostics.outcome import Examined
from reportgen.diagnostics.outcome import Outcome as Findings
from reportgen.diagnostics.tally import Tally, spelt
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.record import as_json
from reportgen.world import now, shown, write_files
from reportgen.writing import GradualFile

NAME = "build-report"
_MOST_CARDS = 1_000
"""Findings that are shown one by one on the page; a browser takes long for more, and nobody reads them."""


def word_of(outcome: Outcome) -> str:
    """What became of a file, in a word."""
    words = {
        Outcome.BUILT: _("已生成"),
        Outcome.CURRENT: _("没有变化"),
        Outcome.EDITED: _("保留手改"),
        Outcome.REFUSED: _("没有生成"),
    }
    return words[outcome]


class BuildReport:
    """Both reports of a call, in the folder of its outputs. What keeps them from being written stops no document."""

    def __init__(self, folder: Path) -> None:
        self.paths = folder / f"{NAME}.html", folder / f"{NAME}.json"
        self.problem: ReportgenError | None = None
        """Why there will be no reports."""
        self._outcomes: Counter[Outcome] = Counter()
        self._summary: Counter[str] = Counter()
        self._examined: list[Examined] = []
        self._cards = 0
        self._apart = 0
        self._file: GradualFile | None = None
        try:
            self._file = GradualFile(self.paths[1])
        except ReportgenError as problem:
            self.problem = problem
        head = as_json({"format": FORMAT, "program": PROGRAM, "made": now().isoformat()})
        self._write(head.removesuffix(b"}") + b', "files": [')

    def add(self, done: BuildDone, tally: Tally) -> None:
        """One file of the call; `tally` is what its findings come to."""
        comma = "," if sum(self._outcomes.values()) else ""
        self._write(f"{comma}\n".encode() + _spelt(done, tally))
        self._outcomes[done.outcome] += 1
        self._summary.update(tally.severities)
        self._examined.append(self._for_page(done, tally))

    def _for_page(self, done: BuildDone, tally: Tally) -> Examined:
        """With its findings, as long as the page has room."""
        room = tally.count and self._cards + tally.count <= _MOST_CARDS
        self._cards += tally.count if room else 0
        self._apart += bool(tally.count and not room)
        file, told = shown(done.path), _("，").join((word_of(done.outcome), _problem(done) or tally.summary))
        if not room:
            return Examined(file, told=told)
        return Examined(file, done.found, done.sources or sources_of_file(done.path), told=told)

    def _write(self, words: bytes) -> None:
        if self._file is not None and self.problem is None:
            try:
                self._file.write(words)
            except ReportgenError as problem:
                self.problem = problem

    def finish(self) -> None:
        """Put both into their places; `problem` tells why they could not be."""
        counts = {outcome.name.lower(): self._outcomes[outcome] for outcome in Outcome}
        self._write(b'\n], "summary": ' + as_json(counts | dict(self._summary)) + b"}\n")
        if self._file is None or self.problem is not None:
            self.give_up()
            return
        try:
            self._file.finish()
            write_files({self.paths[0]: (self._page() + "\n").encode("utf-8", "replace")})
        except ReportgenError as problem:
            self.problem = problem

    def give_up(self) -> None:
        """Leave the former reports as they are."""
        if self._file is not None:
            self._file.give_up()

    def _page(self) -> str:
        from reportgen.diagnostics.html import document
        from reportgen.rules.manuals import manuals

        outcome = Findings(tuple(self._examined), manuals=manuals())
        told = (f"{word_of(each)} {self._outcomes[each]}" for each in Outcome if self._outcomes[each])
        closing = _("共 {count} 个文件：{told}。", count=len(self._examined), told=_("，").join(told))
        if self._apart:
            name = self.paths[1].name
            closing += _("问题太多，有 {count} 个文件的没有展开，都在 {name} 里。", count=self._apart, name=name)
        return document(outcome, _("生成结果"), closing)


def refuse_names_of_reports(files: Iterable[Path]) -> None:
    """Raises UsageProblem for a content file whose outputs would be called as the reports are."""
    for path in files:
        if path.stem == NAME:
            told = _(
                "{path}：几个文件一起生成时，内容文件不能叫 {name}，生成结果要用这个名字", path=shown(path), name=NAME
            )
            raise UsageProblem(told)


def _problem(done: BuildDone) -> str:
    """Why there are no outputs; empty where there are."""
    if done.outcome is Outcome.REFUSED and not done.problem:
        return _("请先改正里面的问题，原来的文件没有动")
    return str(done.problem) if done.problem else ""


def _spelt(done: BuildDone, tally: Tally) -> bytes:
    """The entry of a file for programs: what was found is spelt already."""
    outputs = [shown(path) for path in done.targets]
    edited = {"edited": [shown(path) for path in done.edited]} if done.edited else {}
    head = spelt({"file": shown(done.path), "problem": _problem(done) or None})
    tail = spelt({"result": done.outcome.name.lower(), "outputs": outputs} | edited)
    return head[:-1] + b',"findings":' + bytes(tally.entries) + b"," + tail[1:]


def sources_of_file(path: Path) -> dict[str, tuple[str, ...]]:
    """The lines that findings quote, of a file that was not read this time."""
    from reportgen.pipeline.check import read_content
    from reportgen.source.reader import split_lines

    with suppress(ReportgenError):
        return {shown(path): tuple(split_lines(read_content(path).text))}
    return {}
