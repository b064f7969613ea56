"""The files of a call held against each other, and each against last year's file where it names one."""

from functools import partial
from pathlib import Path

from reportgen.cli.check import Options
from reportgen.cli.done import Done
from reportgen.cli.guard import guarded
from reportgen.cli.settled import settled
from reportgen.diagnostics.report import Report
from reportgen.errors import ReportgenError
from reportgen.language import _
from reportgen.limits import USUAL
from reportgen.pipeline.between import compared
from reportgen.record import replace

_STALE_YEAR, _STALE_DAY = "STR027", "YRS012"


def compared_files(done: list[Done], options: Options) -> list[Done]:
    """The files with what was found between them; when that fails, one entry more says so."""
    own = [entry.filed for entry in done if entry.filed]
    former = {entry.former.file: entry.former for entry in done if entry.former}
    between, work = Path(_("各文件之间的比对")), partial(compared, [*former.values(), *own])
    limits = options.limits or USUAL
    try:
        found = guarded(between, replace(limits, seconds=limits.seconds * len(done)), work)
    except ReportgenError as problem:
        return [*done, Done(between, problem=problem)]
    return [
        replace(entry, report=_added(entry.report, settled(options, entry.path).selection.of(found[entry.filed.file])))
        if entry.report is not None and entry.filed and entry.filed.file in found
        else entry
        for entry in done
    ]


def _added(own: Report, between: Report) -> Report:
    """Both, but for a day of last year that stays: where its year alone has given it away it was said already."""
    told = {finding.place.line for finding in own if finding.code == _STALE_YEAR}
    return own + Report.of(each for each in between if each.code != _STALE_DAY or each.place.line not in told)
