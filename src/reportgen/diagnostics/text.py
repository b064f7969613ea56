"""A report as text in the house style: what, where, the line itself, the working, the clause, and what to do."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.year_kinds import HOLE, UNCONFIRMED
from reportgen.language import _

Paint = Callable[[str, str], str]
"""Text and a colour name → the text as it is to be shown."""

_COLORS = {Severity.FATAL: "red", Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
WAITING = (HOLE.code, UNCONFIRMED.code)
"""Counted by themselves: what is not written yet."""
_WINDOW = 28
"""Characters of a long line shown on either side of the guilty ones."""
MOST_A_CODE = 8
"""Findings of one code that are shown; `--all` shows every one."""


def plain_paint(text: str, _color: str) -> str:
    """No colours."""
    return text


def report_lines(
    findings: Iterable[Diagnostic],
    sources: Mapping[str, tuple[str, ...]],
    paint: Paint = plain_paint,
    most: int = MOST_A_CODE,
) -> Iterator[str]:
    """The lines of a report; `sources` holds the lines of the files quoted, `most` caps each code."""
    open_, accepted = _split(findings)
    shown: Counter[str] = Counter()
    for finding in open_:
        shown[finding.code] += 1
        if shown[finding.code] <= most:
            yield from _finding(finding, sources.get(finding.place.file, ()), paint)
            yield ""
    for code, count in shown.items():
        if count > most:
            yield _("{code} 另有 {count} 处（--all 全部列出）", code=code, count=count - most)
    if accepted:
        yield _("已确认的问题 {count} 处：", count=len(accepted))
        yield from _accepted(accepted)


def _accepted(findings: list[Diagnostic]) -> Iterator[str]:
    """Findings accepted for one reason stand together, with the working of the first."""
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.acknowledged), []).append(finding)
    for group in groups.values():
        first = group[0]
        more = "".join(_("、") + f"{other.place.line}:{other.place.column}" for other in group[1:])
        yield f"  {first.code} {first.title}  {first.place}{more}"
        yield from (f"    {note}" for note in first.notes)
        yield _("    原因：{reason}", reason=first.acknowledged)


def summary(findings: Iterable[Diagnostic]) -> str:
    """One closing line: how many of each weight; 疑似 are counted by themselves, whatever they would be."""
    open_, accepted = _split(findings)
    waiting = Counter(finding.code for finding in open_ if finding.code in WAITING)
    counts = weighed([finding for finding in open_ if finding.code not in WAITING] if waiting else open_)
    parts = [_("{name} {count} 处", name=name, count=counts[name]) for name in weights() if counts[name]]
    parts += _waiting(waiting)
    parts += [_("已确认 {count} 处", count=len(accepted))] if accepted else []
    return _("，").join(parts) if parts else _("没有发现问题")


def _waiting(counts: Counter[str]) -> list[str]:
    """What next year's file still waits for, which is no mistake: 待填 41 处，待确认 17 处."""
    holes, marks = counts[HOLE.code], counts[UNCONFIRMED.code]
    told = [_("待填 {count} 处", count=holes)] if holes else []
    return [*told, _("待确认 {count} 处", count=marks)] if marks else told


def closing(findings: Iterable[Diagnostic]) -> str:
    """The closing line, with how many of the findings `--fix` repairs."""
    everything = list(findings)
    offers = [finding.offer.safe for finding in everything if finding.offer]
    safe, other = offers.count(True), offers.count(False)
    parts = [summary(everything)]
    parts += [_("其中 {count} 处可用 --fix 自动改", count=safe)] if safe else []
    parts += [_("{count} 处可用 --unsafe-fixes 改，改后要核对", count=other)] if other else []
    return _("，").join(parts)


def _split(findings: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    everything = findings if isinstance(findings, Report) else Report(tuple(findings))
    accepted = [d for d in everything if not d.pending] if len(everything.pending) < len(everything) else []
    return list(everything.pending), accepted


def severity_name(severity: Severity) -> str:
    """错误, 警告 … in the chosen language."""
    return _(severity.value)


def weights() -> list[str]:
    """All that `weight` can say, the heaviest first."""
    fatal, error, *lighter = (severity_name(severity) for severity in Severity)
    return [fatal, error, _("疑似"), *lighter]


def weight(finding: Diagnostic) -> str:
    """The severity as it is printed; 疑似 for what is not certain."""
    return severity_name(finding.severity) if finding.certain else _("疑似")


def weighed(findings: Iterable[Diagnostic]) -> Counter[str]:
    """How many there are of each weight, the word for which is looked up once."""
    names, counts = [severity_name(severity) for severity in Severity], Counter[str]()
    for (rank, certain), count in Counter([(each.severity.rank, each.certain) for each in findings]).items():
        counts[names[rank] if certain else _("疑似")] += count
    return counts


def headline(finding: Diagnostic) -> str:
    """`错误 NUM003 分项之和与总额不符`."""
    return f"{weight(finding)} {finding.code} {finding.title}"


def one_line(finding: Diagnostic) -> str:
    """Place, code and all that is said, for findings about packs."""
    words = (str(finding.place), finding.code, finding.title, finding.label, *finding.notes, finding.fix)
    return " ".join(word for word in words if word)


def explanation(finding: Diagnostic) -> list[str]:
    """What stands below the line quoted: the words beside it, the working, the basis, what to do."""
    basis = [_("依据：{basis}", basis=finding.basis)] if finding.basis else []
    fix = [_("改法：{fix}", fix=finding.fix)] if finding.fix else []
    return [*([finding.label] if finding.label else []), *finding.notes, *basis, *fix]


def _finding(finding: Diagnostic, lines: tuple[str, ...], paint: Paint) -> Iterator[str]:
    yield paint(f"{weight(finding)} {finding.code}", _COLORS[finding.severity]) + f" {finding.title}"
    quoted = 0 < finding.place.line <= len(lines)
    number = str(finding.place.line) if quoted and not finding.place.spot else ""
    margin = " " * len(number)
    yield f"{margin} ┌─ {finding.place}{_whereabouts(finding)}"
    if quoted:
        excerpt, start, length = excerpt_of(lines[finding.place.line - 1], finding)
        yield f"{number} │ {excerpt}"
        carets = " " * display_width(excerpt[:start]) + "^" * max(1, display_width(excerpt[start : start + length]))
        yield f"{margin} │ {paint(carets, _COLORS[finding.severity])} {finding.label}".rstrip()
    elif finding.label:
        yield f"{margin} │ {finding.label}"
    yield from (f"{margin} = {note}" for note in finding.notes)
    if finding.basis:
        yield f"{margin} = " + _("依据：{basis}", basis=finding.basis)
    if finding.fix:
        yield f"{margin} = " + _("改法：{fix}", fix=finding.fix)


def _whereabouts(finding: Diagnostic) -> str:
    page = _("PDF 第 {page} 页", page=finding.page) if finding.page else ""
    words = " · ".join(part for part in (page, finding.section) if part)
    return f"   {_('（{words}）', words=words).lstrip()}" if words else ""


def excerpt_of(line: str, finding: Diagnostic) -> tuple[str, int, int]:
    """The part of a line that matters, and where the guilty characters stand in it."""
    start, length = finding.place.column - 1, max(1, finding.place.length)
    first, last = max(0, start - _WINDOW), min(len(line), start + min(length, _WINDOW) + _WINDOW)
    if first < 4:
        first = 0
    lead, tail = "…" if first else "", "…" if last < len(line) else ""
    body = line[first:last].replace("\t", " ")
    return lead + body + tail, start - first + len(lead), min(length, last - start)


def display_width(text: str) -> int:
    """Columns on a terminal: hanzi and full-width marks take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
