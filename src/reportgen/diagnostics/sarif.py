"""SARIF 2.1.0 (OASIS), the exchange format of code scanners.

Columns count characters (`unicodeCodePoints`), as ours do. Acknowledged findings stay, suppressed `inSource` with the
writer's reason; the others carry an empty list, since §3.27.23 wants suppressions in all results or in none.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reportgen import __version__
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.manual import Manual
from reportgen.diagnostics.outcome import Examined, Outcome
from reportgen.diagnostics.repair import Edit, Repair
from reportgen.diagnostics.text import explanation, weight
from reportgen.language import language_in_use

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.WARNING: "warning", Severity.HINT: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}

Object = dict[str, Any]


def document(outcome: Outcome) -> str:
    """One run with the rules that were broken, the files examined and every finding."""
    found = {finding.code: finding for finding in outcome.findings()}
    order = {code: number for number, code in enumerate(sorted(found))}
    rules = [_rule(found[code], outcome.manuals.get(code)) for code in order]
    driver = {"name": "reportgen", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[language_in_use()],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri(examined.file)}} for examined in outcome.files],
        "invocations": [_invocation(outcome)],
        "results": [
            _result(finding, order[finding.code], examined) for examined in outcome.files for finding in examined.report
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def uri(file: str) -> str:
    """A relative path stays relative to the folder where the program ran, as code scanning wants it."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def level(severity: Severity) -> str:
    """SARIF knows error, warning and note."""
    return _LEVELS.get(severity, "error")


def _rule(example: Diagnostic, manual: Manual | None) -> Object:
    rule: Object = {
        "id": example.code,
        "shortDescription": {"text": example.title},
        "defaultConfiguration": {"level": level(example.severity)},
        "properties": {"tags": [example.code[:3]]},
    }
    if manual:
        rule["fullDescription"] = {"text": manual.lead}
        rule["help"] = {"text": "\n".join(manual.lines()).strip(), "markdown": manual.markdown()}
    return rule


def _invocation(outcome: Outcome) -> Object:
    """Files that could not be read are failures of the run, not findings."""
    problems = [examined for examined in outcome.files if examined.problem]
    return {
        "executionSuccessful": not problems,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": examined.problem},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(examined.file)}}}],
            }
            for examined in problems
        ],
    }


def _result(finding: Diagnostic, rule_index: int, examined: Examined) -> Object:
    result: Object = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": level(finding.severity),
        "message": {"text": _message(finding)},
        "locations": _locations(finding, examined),
        "suppressions": [],
        "properties": {"certain": finding.certain} | _numbered(finding),
    }
    if finding.offer and finding.offer.edits:
        result["fixes"] = [_fix(finding.offer, finding)]
    if not finding.pending:
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": finding.acknowledged}]
    return result


def _numbered(finding: Diagnostic) -> Object:
    """Page, paragraph and cell, as far as they are known."""
    spot = finding.place.spot
    page = finding.page or spot.page
    cell = {"table": spot.table, "row": spot.row, "column": spot.column} if spot.table else {}
    everything = {"page": page, "paragraph": spot.paragraph} | cell
    return {name: number for name, number in everything.items() if number}


def _fix(repair: Repair, finding: Diagnostic) -> Object:
    change = {
        "artifactLocation": {"uri": uri(finding.place.file)},
        "replacements": [_replacement(edit) for edit in repair.edits],
    }
    fix: Object = {"artifactChanges": [change], "properties": {"safe": repair.safe}}
    return {"description": {"text": finding.fix}} | fix if finding.fix else fix


def _replacement(edit: Edit) -> Object:
    (line, start), (_line, end) = edit.start, edit.end
    region = {"startLine": line, "startColumn": start, "endLine": line, "endColumn": end}
    return {"deletedRegion": region, "insertedContent": {"text": edit.new}}


def _message(finding: Diagnostic) -> str:
    title = finding.title if finding.certain else f"{weight(finding)} {finding.title}"
    return "\n".join([title, *explanation(finding)])


def _locations(finding: Diagnostic, examined: Examined) -> list[Object]:
    if not finding.place.file:
        return []
    physical: Object = {"artifactLocation": {"uri": uri(finding.place.file)}}
    if finding.place.file_line:
        physical["region"] = _region(finding, examined.line_of(finding))
    names = [{"fullyQualifiedName": finding.section}] if finding.section else []
    logical = {"logicalLocations": names + _spots(finding)} if names or finding.place.spot else {}
    return [{"physicalLocation": physical} | logical]


def _spots(finding: Diagnostic) -> list[Object]:
    """Where it stands in a file without lines, as a reader finds it."""
    spot = finding.place.spot
    return [{"name": spot.words, "kind": "cell" if spot.table else "paragraph"}] if spot else []


def _region(finding: Diagnostic, line: str) -> Object:
    """`endColumn` is the one behind the last character; without columns a region is whole lines."""
    place = finding.place
    if place.spot:
        return {"startLine": place.file_line}
    region: Object = {"startLine": place.line, "endLine": place.last}
    if place.column:
        region["startColumn"] = place.column
    if place.column and place.last == place.line:
        region["endColumn"] = place.column + place.length
        if snippet := line[place.column - 1 : place.column - 1 + place.length]:
            region["snippet"] = {"text": snippet}
    return region
