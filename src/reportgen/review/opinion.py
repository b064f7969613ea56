"""What a reviewer asks of a unit: a finding in the words of a letter, and what the unit has answered."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.language import _
from reportgen.record import Struct

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


def _where(finding: Diagnostic, title: str) -> str:
    page = _("第{page}页", page=finding.page) if finding.page else finding.place.spot.words.strip()
    named = f"《{title}》" if title else ""
    return _plain(_("，").join(part for part in (named, page, finding.section) if part) or _("全文"))


def _problem(finding: Diagnostic, words: str) -> str:
    quoted = words if len(words) <= _LONGEST else words[:_LONGEST] + "……"
    said = [finding.title, _("原文「{words}」", words=quoted) if quoted else "", finding.label, *finding.notes]
    return _plain(_("；").join(part.strip("。；") for part in said if part))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _STRONG.sub("＊＊", _OPENS.sub("（", text.translate(_MARKS)))).strip()
