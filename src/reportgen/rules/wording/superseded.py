"""Regulations that another one has replaced: a list kept as data, with the successor and the day it took effect."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import characters, lists
from reportgen.numbers.clauses import begin_of, end_of
from reportgen.record import Struct
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_ENDS = "。；\n"
_TOLD = re.compile(r"废止|失效|停止执行|取代|代替|替代|修订|原《|原依据|当时")
"""A sentence that says so knows that a regulation is gone."""


class Successor(Struct, frozen=True):
    """What replaced a regulation, and since when."""

    since: date
    number: str
    name: str


@cache
def successors() -> Mapping[str, Successor]:
    """The successor of each regulation of the list, by number or name as the list has it."""
    found = lists("superseded").items()
    return {
        old: Successor(date.fromisoformat(words[0]), words[1].replace("GB/T", "GB/T "), words[2])
        for old, words in found
    }


@cache
def _forms() -> Mapping[str, re.Pattern[str]]:
    return {old: re.compile(_form(old)) for old in successors()}


@cache
def _any_form() -> re.Pattern[str]:
    """One of them; few passages cite any."""
    begins = re.escape(characters(old[0] for old in successors()))
    return re.compile(f"(?=[{begins}])(?:{'|'.join(map(_form, successors()))})")


def _form(old: str) -> str:
    """Brackets and dashes in any of the forms that people type, blanks between or not."""
    words = re.escape(old).replace("〔", r"[〔\[［（(]").replace("〕", r"[〕\]］）)]")
    return words.replace(r"\ ", r"\s*").replace(r"\-", "[-—－–]+")


@rule("WRD017", "引用的依据已被代替", Severity.WARNING, needs=("号《G",))
def superseded_bases(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """引用的办法、标准在评价的年度以前就已经被新的代替，应改引新的；说明「已废止」「原《……》」的不算。

    为什么: 用废止的办法打分、定等级，结论站不住；审核的人一看文号就知道是照抄旧报告。
    错例:
        收支情况: 根据《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）开展评价。
    正例:
        收支情况: 根据《项目支出绩效评价管理办法》（财预〔2020〕10号）开展评价。
    依据: 审核实践：评价依据应现行有效；各项的代替关系见新办法的附则
    改法: 改引新的文件，并核对引用的条款在新文件里怎样写
    """
    told: set[Successor] = set()
    for successor, match in _gone(passage.text, scene.year or 0):
        if successor not in told:
            told.add(successor)
            words = {"name": successor.name, "number": successor.number, "since": successor.since.isoformat()}
            note = _("新的自 {since} 起施行", **words)
            yield Finding(passage.place(*match.span()), _("已被{name}（{number}）代替", **words), (note,))


def _gone(text: str, year: int) -> Iterator[tuple[Successor, re.Match[str]]]:
    """Regulations that a text rests on and that were replaced before a year."""
    for old, form in _forms().items() if _any_form().search(text) else ():
        if year > successors()[old].since.year:
            yield from ((successors()[old], match) for match in form.finditer(text) if not _knows(text, match))


def _knows(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence says itself that the regulation is gone."""
    begin, end = begin_of(text, match.start(), _ENDS), end_of(text, match.end(), _ENDS)
    return bool(_TOLD.search(text[begin:end]))
