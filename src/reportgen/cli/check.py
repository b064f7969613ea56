"""`check`: the way before rendering over files, and how what it finds leaves the program."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reportgen.cli.batch import in_order
from reportgen.cli.console import complain, complain_of, progress, show, show_bytes
from reportgen.cli.done import Done, exit_code, lost, sources_of, tell
from reportgen.cli.examining import examine
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import cut_short, guarded
from reportgen.cli.outputs import refuse_report
from reportgen.cli.overview import table_behind
from reportgen.cli.settled import Terms, selection_of, settled, severity_called
from reportgen.cli.stopped import told_when_stopped
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.formats import NAMES, UTF8, emit
from reportgen.diagnostics.outcome import Examined, Outcome
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import MOST_A_CODE, closing, report_lines, summary
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.model.edition import Edition
from reportgen.pipeline.between import filed
from reportgen.pipeline.check import check_file
from reportgen.pipeline.former import former_file
from reportgen.record import Struct, replace
from reportgen.world import resolved, shown, write_files

_FILES_A_WORKER = 12
"""A check takes less time than starting a worker."""
_COUNTED = ("text", "concise")
"""Formats that `--statistics` turns into a table; the others hold the counts beside the findings, or have no place."""


class Options(Struct, frozen=True):
    """What `check` was asked for, as it was typed."""

    roots: tuple[Path, ...] = ()
    everything: bool = False
    output_format: str = "text"
    output: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_level: str = "error"
    statistics: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    limits: Limits | None = None
    """None: those of the settings."""
    against: tuple[Path, ...] = ()
    """Workbooks that content files are held against."""
    edition: Edition = Edition.INTERNAL
    """Of content files: which edition is looked at."""

    @property
    def fixes(self) -> bool:
        """Whether files are to be changed."""
        return self.fix or self.unsafe_fixes


def check_files(files: list[Path], options: Options) -> int:
    """Check every file; the exit code is the heaviest of them."""
    _format_known(options)
    limit, _selection = severity_called(options.fail_level), selection_of(options.select, options.ignore)
    if options.output:
        refuse_report(options.output, files)
    if options.diff:
        from reportgen.cli.fix import show_diffs

        return show_diffs(files, partial(settled, options), options.unsafe_fixes)
    work = partial(_check, options, frozenset(resolved(path) for path in files))
    checked: list[Done] = []
    with told_when_stopped(lambda: _stopped(checked, options, limit, len(files))):
        for one in progress(in_order(work, files, lost, _FILES_A_WORKER), len(files)):
            checked.append(one)  # noqa: PERF402 - told when the next is stopped
    done = checked
    if len(files) > 1 or any(one.former for one in checked):
        from reportgen.cli.between import compared_files

        done = compared_files(checked, options)
    if options.output_format == "text" and not options.statistics and options.output is None:
        return _tell_all(done, options, limit)
    for note in (note for entry in done for note in entry.notes):
        complain(note)
    codes = [complain_of(entry.problem) if entry.problem else exit_code(entry.report, limit) for entry in done]
    from reportgen.rules.manuals import manuals  # few formats show them

    outcome = Outcome(tuple(_examined(entry) for entry in done), limit, manuals())
    _hand_out(_document(outcome, options), options)
    if options.output:
        show(_("已写出 {path}：{words}", path=options.output, words=summary(outcome.findings())))
    return max([0, *codes])


def _check(options: Options, known: frozenset[Path], path: Path) -> Done:
    """All but the telling, which may be done in another process.

    What is wrong with this file alone is returned, and does not stop the others.
    """
    try:
        terms = settled(options, path)
        return guarded(path, terms.limits, partial(_examine, options, terms, known, path))
    except ReportgenError as problem:
        return Done(path, problem=problem)


def _examine(options: Options, terms: Terms, known: frozenset[Path], path: Path) -> Done:
    refuse_unusable(path, finished=True)
    checked, notes = examine(options, terms, path)
    done = Done(path, terms.selection.of(checked.report), sources_of(checked), notes=notes)
    if checked.cut:
        return replace(done, problem=cut_short(path, terms.limits, checked.cut))
    former, missing = former_file(checked, path)
    if former is None or resolved(former) in known:
        report = terms.selection.of(checked.report + Report.of(missing)) if missing else done.report
        return replace(done, filed=filed(checked), report=report)
    return replace(done, filed=filed(checked), former=filed(check_file(former, terms.roots)))


# ---- what was asked for ----


def _format_known(options: Options) -> None:
    name = options.output_format
    if name not in NAMES:
        formats = _("、").join(NAMES)
        raise UsageProblem(_("没有「{word}」这种格式，可以写：{formats}", word=name, formats=formats))
    if options.statistics and name not in _COUNTED:
        raise UsageProblem(_("--statistics 只用于 {formats}", formats=_("、").join(_COUNTED)))


# ---- how it is told ----


def _tell_all(done: list[Done], options: Options, limit: Severity | None) -> int:
    """Each file, and behind several the table; returns the heaviest exit code."""
    codes = [tell(entry, options.everything, len(done) > 1, limit, closing) for entry in done]
    for line in table_behind([_examined(entry) for entry in done]):
        show(line)
    return max([0, *codes])


def _stopped(done: list[Done], options: Options, limit: Severity | None, count: int) -> str:
    """What was found by then is told, where it is told file by file at all."""
    if options.output_format == "text" and not options.statistics and options.output is None:
        _tell_all(done, options, limit)
    return (
        ""
        if len(done) == count
        else _("已中止：共 {count} 个文件，查完 {done} 个，其余的没有查完。", count=count, done=len(done))
    )


def _examined(done: Done) -> Examined:
    problem = str(done.problem) if done.problem else ""
    return Examined(shown(done.path), done.report or Report(), done.sources, problem)


def _document(outcome: Outcome, options: Options) -> str:
    if options.statistics:
        from reportgen.diagnostics.statistics import statistics

        return "\n".join([*statistics(outcome), summary(outcome.findings())])
    if options.output_format == "text":
        return "\n".join(_text(outcome, options.everything))
    return emit(options.output_format, outcome)


def _text(outcome: Outcome, everything: bool) -> Iterator[str]:
    """The house style of all files, for a file."""
    most = sys.maxsize if everything else MOST_A_CODE
    for examined in outcome.files:
        if examined.problem:
            yield examined.problem
            continue
        yield from report_lines(examined.report, examined.sources, most=most)
        yield _("{name}：{words}", name=examined.file, words=closing(examined.report))
    yield from table_behind(outcome.files)


def _hand_out(document: str, options: Options) -> None:
    if options.output:
        write_files({options.output: (document + "\n").encode("utf-8", "replace")})
    elif options.output_format in UTF8:
        show_bytes((document + "\n").encode("utf-8", "replace"))
    elif document:
        show(document)
