"""GitHub workflow commands: each finding that nobody has acknowledged becomes a remark beside its line.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions gives the form; a property may hold
neither `:` nor `,` as they are, and nothing may hold a line end.
"""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.outcome import Outcome
from reportgen.diagnostics.text import explanation, headline

_COMMANDS = {Severity.WARNING: "warning", Severity.HINT: "notice"}


def document(outcome: Outcome) -> str:
    """The commands, one a line."""
    return "\n".join(_commands(outcome))


def _commands(outcome: Outcome) -> Iterator[str]:
    for examined in outcome.files:
        if examined.problem:
            yield f"::error file={_property(examined.file)}::{_data(examined.problem)}"
        yield from (_command(finding) for finding in examined.report if finding.pending)


def _command(finding: Diagnostic) -> str:
    place = finding.place
    properties = {"file": place.file, "title": headline(finding)}
    if place.file_line:
        properties |= {"line": str(place.file_line), "endLine": str(place.spot.line or place.last)}
    if place.file_column and place.last == place.line:  # columns are only heeded within one line
        properties |= {"col": str(place.column), "endColumn": str(place.column + place.length)}
    words = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    return f"::{_COMMANDS.get(finding.severity, 'error')} {words}::{_data(_message(finding))}"


def _message(finding: Diagnostic) -> str:
    where = [finding.place.spot.words] if finding.place.spot else []
    return "\n".join([*where, *explanation(finding)]) or finding.title


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
