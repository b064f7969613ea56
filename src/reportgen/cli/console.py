"""What goes to the terminal: colours only on one, and only when NO_COLOR is not set."""

import sys
from collections.abc import Mapping

import click

from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import report_lines, summary
from reportgen.world import colours_wanted

_NO_CAP = 10**9


def colours() -> bool:
    """Whether standard output shows colours (https://no-color.org)."""
    return sys.stdout.isatty() and colours_wanted()


def paint(text: str, color: str) -> str:
    """Coloured text on a terminal, plain text elsewhere."""
    return click.style(text, fg=color, bold=True) if colours() else text


def show(text: str = "") -> None:
    """A line on standard output."""
    click.echo(text, color=colours())


def complain(text: str) -> None:
    """A line on standard error."""
    click.echo(text, err=True)


def show_report(report: Report, sources: Mapping[str, tuple[str, ...]], everything: bool) -> None:
    """The findings in the house style and the closing line."""
    most = {"most": _NO_CAP} if everything else {}
    for line in report_lines(report, sources, paint, **most):
        show(line)
    show(summary(report))
