"""One HTML page that a finance officer reads, prints and files: nothing is loaded from anywhere.

The template decides nothing: what it shows is put together here, by file and by section of the document. Without
script everything is shown; with it the boxes at the top hide severities, and each finding can be ticked as mended or as
kept, which the browser remembers.
"""

from jinja2 import Environment, PackageLoader, StrictUndefined

from reportgen.diagnostics.cards import ACCEPTED, cards, css_of, grouped, heaviest_first, kind_of
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.manual import Manual
from reportgen.diagnostics.outcome import Outcome
from reportgen.diagnostics.text import severity_name, summary
from reportgen.language import _, language_in_use


def document(outcome: Outcome, title: str = "", closing: str = "") -> str:
    """The whole page, under another title than that of a check and with a summary of its own where they are given."""
    environment = Environment(
        loader=PackageLoader("reportgen.diagnostics", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made = cards(outcome)
    return environment.get_template("page.html").render(
        language={"zh": "zh-CN"}.get(language_in_use(), language_in_use()),
        words=_words() | ({"title": title} if title else {}),
        kinds=_kinds(outcome),
        statistics=[(count, severity_name(count.severity)) for count in outcome.statistics()],
        summary=closing or summary(outcome.findings()),
        rows=heaviest_first(made),
        files=[
            (examined, examined.told or summary(examined.report), list(grouped(own)))
            for examined, own in zip(outcome.files, made, strict=True)
        ],
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
        "list": _("问题清单，重的在前"),
        "place": _("位置"),
        "done": _("处理"),
        "mended": _("已改"),
        "kept": _("不改"),
        "back": _("回清单"),
        "left": _("还没有处理的：{count} 处"),
        "unhandled": _("只看没有处理的"),
        "remembered": _("勾选只记在这台电脑的浏览器里，重新检查后照旧"),
    }


def _kinds(outcome: Outcome) -> list[tuple[str, str, int]]:
    """Class, name and count of each kind that the boxes show and hide."""
    kinds = [kind_of(finding) for finding in outcome.findings()]
    names = {css_of(severity): severity_name(severity) for severity in Severity} | {ACCEPTED: _("已确认")}
    return [(kind, name, kinds.count(kind)) for kind, name in names.items() if kind in kinds]


def _manuals(outcome: Outcome) -> list[Manual]:
    codes = sorted({finding.code for finding in outcome.findings()})
    return [outcome.manuals[code] for code in codes if code in outcome.manuals]
