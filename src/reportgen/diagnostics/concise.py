"""One line a finding, as compilers print them: editors jump to the place."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.outcome import Outcome
from reportgen.diagnostics.text import closing, headline
from reportgen.language import _


def document(outcome: Outcome) -> str:
    """A line for each finding that nobody has acknowledged, and the closing line."""
    return "\n".join([*_lines(outcome), _closing(outcome)])


def _closing(outcome: Outcome) -> str:
    """What was found, and how many files nobody looked into: of these alone nothing is said to be right."""
    unread = sum(bool(examined.problem) for examined in outcome.files)
    if not unread:
        return closing(outcome.findings())
    missed = _("{count} 个文件没有查", count=unread)
    if unread == len(outcome.files):
        return missed
    return _("，").join((closing(outcome.findings()), missed))


def _lines(outcome: Outcome) -> Iterator[str]:
    for examined in outcome.files:
        if examined.problem:
            yield f"{examined.file}: {examined.problem.removeprefix(examined.file).lstrip()}"
        yield from (line(finding) for finding in examined.report if finding.pending)


def line(finding: Diagnostic) -> str:
    """`FILE:57:31: 错误 NUM003 分项之和与总额不符：244.89`, on one line whatever it quotes."""
    label = _("：{label}", label=finding.label) if finding.label else ""
    return " ".join(f"{finding.place}: {headline(finding)}{label}".split())
