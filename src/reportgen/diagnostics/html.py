"""One HTML page that a finance officer reads, prints and files: nothing is loaded from anywhere.

The template decides nothing: what it shows is put together here, by file and by section of the document. Without
script everything is shown; with it the boxes at the top hide severities.
"""

from collections.abc import Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.manual import Manual
from reportgen.diagnostics.outcome import Examined, Outcome
from reportgen.diagnostics.text import excerpt_of, severity_name, summary, weight
from reportgen.language import _, language_in_use
from reportgen.record import Struct

ACCEPTED = "accepted"
"""The CSS class of an acknowledged finding, in place of its severity's."""


class Card(Struct, frozen=True):
    """A finding as it is shown."""

    finding: Diagnostic
    kind: str
    weight: str
    place: str
    before: str
    guilty: str
    after: str


class Group(Struct, frozen=True):
    """The findings of one section of a document."""

    title: str
    cards: list[Card]


def document(outcome: Outcome) -> str:
    """The whole page."""
    environment = Environment(
        loader=PackageLoader("reportgen.diagnostics", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html").render(
        language={"zh": "zh-CN"}.get(language_in_use(), language_in_use()),
        words=_words(),
        kinds=_kinds(outcome),
        statistics=[(count, severity_name(count.severity)) for count in outcome.statistics()],
        summary=summary(outcome.findings()),
        files=[(examined, summary(examined.report), list(_groups(examined))) for examined in outcome.files],
        manuals=_manuals(outcome),
    )


def _words() -> dict[str, str]:
    return {
        "title": _("检查结果"),
        "show": _("显示"),
        "code": _("规则代码"),
        "severity": _("级别"),
        "what": _("问题"),
        "open": _("待处理"),
        "accepted": _("已确认"),
        "page": _("PDF 第 {page} 页"),
        "basis": _("依据"),
        "fix": _("改法"),
        "reason": _("确认的原因"),
        "rules": _("规则说明"),
        "contents": _("文件"),
    }


def _kinds(outcome: Outcome) -> list[tuple[str, str, int]]:
    """Class, name and count of each kind that the boxes show and hide."""
    kinds = [_kind(finding) for finding in outcome.findings()]
    names = {_css(severity): severity_name(severity) for severity in Severity} | {ACCEPTED: _("已确认")}
    return [(kind, name, kinds.count(kind)) for kind, name in names.items() if kind in kinds]


def _kind(finding: Diagnostic) -> str:
    return _css(finding.severity) if finding.pending else ACCEPTED


def _css(severity: Severity) -> str:
    return severity.name.lower()


def _groups(examined: Examined) -> Iterator[Group]:
    """By section in the order in which each is first mentioned; what is in no section comes first."""
    groups: dict[str, list[Card]] = {"": []}
    for finding in examined.report:
        groups.setdefault(finding.section, []).append(_card(finding, examined))
    for section, cards in groups.items():
        if cards:
            yield Group(section or _("不在正文里的内容"), cards)


def _card(finding: Diagnostic, examined: Examined) -> Card:
    line, place = examined.line_of(finding), finding.place
    before = guilty = after = ""
    if line and place.column:
        excerpt, start, length = excerpt_of(line, finding)
        before, guilty, after = excerpt[:start], excerpt[start : start + length], excerpt[start + length :]
    elsewhere = place.file if place.file != examined.file else ""
    where = place.spot.words or (_("第 {line} 行", line=place.line) if place.line else "")
    words = _("，").join(word for word in (elsewhere, where) if word)
    return Card(finding, _kind(finding), weight(finding), words, before, guilty, after)


def _manuals(outcome: Outcome) -> list[Manual]:
    codes = sorted({finding.code for finding in outcome.findings()})
    return [outcome.manuals[code] for code in codes if code in outcome.manuals]
