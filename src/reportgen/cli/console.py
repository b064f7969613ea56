"""What goes to the terminal: colours only on one, and only when NO_COLOR is not set."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import click

from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import report_lines
from reportgen.errors import EnvironmentProblem, InternalProblem, ReportgenError
from reportgen.fault_report import report_fault
from reportgen.language import _
from reportgen.refusals import reader_is_gone
from reportgen.world import colours_wanted, discard_output, reason

_NO_CAP = 10**9
_MANY = 3
"""From so many files on a progress line is shown on a terminal."""

Item = TypeVar("Item")


def colours() -> bool:
    """Whether standard output shows colours (https://no-color.org)."""
    return sys.stdout.isatty() and colours_wanted()


def paint(text: str, color: str) -> str:
    """Coloured text on a terminal, plain text elsewhere."""
    return click.style(text, fg=color, bold=True) if colours() else text


def show(text: str = "") -> None:
    """A line on standard output.

    A reader who has gone (`| head`) is not waited for: the work and the exit code are the same without him. Raises
    EnvironmentProblem when the line cannot be written for another reason.
    """
    _echo(text)


def show_bytes(content: bytes) -> None:
    """A document for programs on standard output, byte for byte whatever the terminal's encoding; else as `show`."""
    _echo(content)


def _echo(content: str | bytes) -> None:
    try:
        click.echo(content, color=colours(), nl=isinstance(content, str))
    except OSError as error:
        discard_output(sys.stdout)
        if reader_is_gone(error):
            return
        raise EnvironmentProblem(_("写不了标准输出：{why}", why=reason(error))) from error


def complain(text: str) -> None:
    """A line on standard error; when that cannot be written there is nowhere left to say so."""
    try:
        click.echo(text, err=True)
    except OSError:
        discard_output(sys.stderr)


def complain_of(problem: ReportgenError) -> int:
    """What the world did, or the program itself, on standard error; returns the exit code for it."""
    if isinstance(problem, InternalProblem):
        complain(report_fault(problem))
        return 4
    complain(str(problem))
    return 3 if isinstance(problem, EnvironmentProblem) else 2


def show_report(report: Report, sources: Mapping[str, tuple[str, ...]], everything: bool, end: str) -> None:
    """The findings in the house style, and the closing line."""
    most = {"most": _NO_CAP} if everything else {}
    for line in report_lines(report, sources, paint, **most):
        show(line)
    show(end)


def progress(items: Iterable[Item], count: int) -> Iterator[Item]:
    """The items, with a progress line on a terminal when there are many."""
    if count < _MANY or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, count, label=_("正在处理"), file=sys.stderr) as bar:
        yield from bar
