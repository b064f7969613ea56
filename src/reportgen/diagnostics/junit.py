"""JUnit XML for build servers: a suite a file, a case a finding.

What fails the run (`--fail-level`) is a failure; what makes a document impossible, or a file that cannot be read, is
an error; what was acknowledged is skipped with its reason; a lighter finding is a case that passes and says so.
"""

from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.outcome import Examined, Outcome
from reportgen.diagnostics.text import explanation, headline
from reportgen.language import _

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COUNTS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def document(outcome: Outcome) -> str:
    """One `testsuites` element."""
    root = Element("testsuites", name="reportgen")
    for examined in outcome.files:
        root.append(_suite(examined, outcome.limit))
    _count(root)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def _suite(examined: Examined, limit: Severity | None) -> Element:
    suite = Element("testsuite", name=_xml(examined.file))
    if examined.problem:
        case = _case(suite, examined.file, _("读取文件"))
        SubElement(case, "error", type="unreadable", message=_xml(examined.problem))
    for finding in examined.report:
        case = _case(suite, examined.file, f"{finding.code} {finding.title} {finding.place}")
        if finding.place.file_line:
            case.set("line", str(finding.place.file_line))
        _verdict(case, finding, limit)
    if len(suite) == 0:
        _case(suite, examined.file, _("没有发现问题"))
    _count(suite)
    return suite


def _case(suite: Element, file: str, name: str) -> Element:
    return SubElement(suite, "testcase", classname=_xml(file), name=_xml(name), file=_xml(file))


def _verdict(case: Element, finding: Diagnostic, limit: Severity | None) -> None:
    if not finding.pending:
        SubElement(case, "skipped", message=_xml(finding.acknowledged))
        return
    fatal = finding.severity is Severity.FATAL
    if fatal or (limit and finding.rank <= limit.rank):
        verdict = SubElement(case, "error" if fatal else "failure", type=finding.code, message=_xml(headline(finding)))
    else:
        verdict = SubElement(case, "system-out")
    where = f"{finding.place}  {finding.section}".rstrip()
    verdict.text = _xml("\n".join([headline(finding), where, *explanation(finding)]))


def _count(element: Element) -> None:
    kinds = Counter(child.tag for child in element.iter())
    element.set("tests", str(kinds["testcase"]))
    for name, tag in _COUNTS.items():
        element.set(name, str(kinds[tag]))


def _xml(text: str) -> str:
    """XML has no way to write most control characters: 「�」 stands for them."""
    return _NOT_XML.sub("\ufffd", text)
