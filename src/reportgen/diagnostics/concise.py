"""One line a finding, as compilers print them: editors jump to the place."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.outcome import Outcome
from reportgen.diagnostics.text import closing, headline
from reportgen.language import _


def document(outcome: Outcome) -> str:
    """A line for each finding that nobody has acknowledged, and the closing line."""
    return "\n".join([*_lines(outcome), closing(outcome.findings())])


def _lines(outcome: Outcome) -> Iterator[str]:
    for examined in outcome.files:
        if examined.problem:
            yield f"{examined.file}: {examined.problem}"
        yield from (line(finding) for finding in examined.report if finding.pending)


def line(finding: Diagnostic) -> str:
    """`FILE:57:31: 错误 NUM003 分项之和与总额不符：244.89`, on one line whatever it quotes."""
    label = _("：{label}", label=finding.label) if finding.label else ""
    return " ".join(f"{finding.place}: {headline(finding)}{label}".split())
