"""What a reviewer asks of a unit: a finding in the words of a letter, and what the unit has answered."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.language import _
from reportgen.record import Struct, replace
from reportgen.review.judgements import Judged, OwnRemark, Verdict

Key = Callable[[Diagnostic], str]
"""The fingerprint of a finding."""
Words = Callable[[Diagnostic], str]
"""What stands where it points at."""

_LONGEST = 60
"""Characters of a quotation."""
_MARKS = str.maketrans({"｛": "（", "｝": "）", "{": "（", "}": "）"})
_OPENS = re.compile(r"[【〔](?=\s*(?:待填|脚?注|注释))")
_STRONG = re.compile(r"(?<!\*)\*\*(?!\*)")
"""What a content file reads as a mark of its own: a reference, a hole, a note, words that stand out."""


class Demand(Enum):
    """What is asked of the unit; the value is what the letter says."""

    MEND = "必须改正"
    EXPLAIN = "请说明"


class Opinion(Struct, frozen=True):
    """One line of a letter. `rule` and `key` are empty for what a reviewer has added."""

    problem: str
    where: str = ""
    rule: str = ""
    key: str = ""
    """The fingerprint of the finding."""
    basis: str = ""
    demand: Demand = Demand.MEND
    advice: str = ""
    answer: str = ""
    """What the unit has written: what was mended, or why not."""
    waived: str = ""
    """Why nothing more is asked; empty where something is."""


def opinions_of(findings: Iterable[Diagnostic], key: Key, words: Words, title: str = "") -> Iterator[Opinion]:
    """The findings about a file as a letter tells them; `title` is named where it is about several files."""
    for finding in findings:
        yield Opinion(
            problem=_problem(finding, words(finding)),
            where=_where(finding, title),
            rule=finding.code,
            key=key(finding),
            basis=_plain(finding.basis),
            demand=Demand.MEND if finding.rank <= Severity.ERROR.rank else Demand.EXPLAIN,
            advice=_plain(finding.fix) or _("改正，或说明理由"),
            waived=_plain(finding.acknowledged),
        )


def as_judged(opinion: Opinion, judged: Judged) -> Opinion:
    """What is asked for when a reviewer has looked at a finding: what he writes goes before what the rule advises."""
    is_open = judged.verdict is Verdict.OPEN
    advice = _("请核实，是否有误和依据都请写明") if is_open else opinion.advice
    demand = Demand.EXPLAIN if is_open else Demand.MEND
    return replace(opinion, demand=demand, advice=_plain(judged.remark) or advice, waived="")


def own_opinion(remark: OwnRemark, title: str = "") -> Opinion:
    """What a reviewer asks for that no rule has found; `title` is named where a letter is about several files."""
    page = _("第{page}页", page=remark.page) if remark.page else ""
    named = f"《{title}》" if title else ""
    quoted = _("原文「{words}」", words=_short(remark.words)) if remark.words else ""
    asked, said = {"改成": (_("改成「{words}」", words=remark.text), ""), "删去": (_("删去"), remark.text)}.get(
        remark.mark, ("", remark.text)
    )
    return Opinion(
        problem=_plain(_("；").join(filter(None, (quoted, said))) or remark.text),
        where=_plain(_("，").join(filter(None, (named, page))) or _("全文")),
        demand=Demand.MEND if asked else Demand.EXPLAIN,
        advice=_plain(asked) or _("改正，或说明理由"),
    )


def _where(finding: Diagnostic, title: str) -> str:
    page = _("第{page}页", page=finding.page) if finding.page else finding.place.spot.words.strip()
    named = f"《{title}》" if title else ""
    return _plain(_("，").join(part for part in (named, page, finding.section) if part) or _("全文"))


def _problem(finding: Diagnostic, words: str) -> str:
    quoted = _("原文「{words}」", words=_short(words)) if words else ""
    said = [finding.title, quoted, finding.label, *finding.notes]
    return _plain(_("；").join(part.strip("。；") for part in said if part))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "……"


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _STRONG.sub("＊＊", _OPENS.sub("（", text.translate(_MARKS)))).strip()
