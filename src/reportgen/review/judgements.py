"""What a reviewer has decided about the findings of a file, and what he says besides: a list beside it for people.

A finding is named by its fingerprint, so a decision stays where the next draft has the finding still, wherever it has
moved, and is about another finding as soon as a figure changes.
"""

from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import TypeVar

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.place import Written
from reportgen.record import Struct
from reportgen.review.dismissals import JUDGEMENTS, beside
from reportgen.source.changed import changed_text
from reportgen.source.composed_text import Given, written
from reportgen.source.node import Mapping, Node, Sequence
from reportgen.source.reader import Source, read_source
from reportgen.source.tree import Tree, Unsettable, tree_of

_FINDINGS, _OWN = "问题", "自己的意见"
_KEY, _VERDICT, _REMARK = "编号", "判断", "意见"
_HEAD = """\
# 审核时对每个问题的判断，可以直接改。判断写：属实、误报、待核；意见是写给单位的话，可以不写。
# reportgen letter 照它写意见书：属实的要求改正，待核的请单位说明，误报的和没有判断的不写。
"""
Entry = TypeVar("Entry")


class Verdict(Enum):
    """What a reviewer has found of a finding; the value is what the list says."""

    TRUE = "属实"
    FALSE = "误报"
    OPEN = "待核"
    """The unit is to say what is right."""


class Judged(Struct, frozen=True):
    """A finding as it was decided about; `verdict` is None where only something is said."""

    fingerprint: str
    verdict: Verdict | None
    remark: str = ""
    """What is written to the unit."""
    author: str = ""
    date: str = ""
    code: str = ""
    where: str = ""
    problem: str = ""

    def told(self) -> dict[str, str]:
        """As an entry of the list."""
        verdict = self.verdict.value if self.verdict else ""
        said = {_KEY: self.fingerprint, "代码": self.code, "位置": self.where, "问题": self.problem, _VERDICT: verdict}
        return _filled({**said, _REMARK: self.remark, "审核人": self.author, "日期": self.date})


class OwnRemark(Struct, frozen=True):
    """What a reviewer says of some words of the file that no rule has found; `mark` is 批注, 改成 or 删去."""

    name: str
    mark: str
    text: str
    words: str
    before: str = ""
    """The words of its paragraph before them."""
    paragraph: str = ""
    page: int = 0
    """0 where it is not known."""
    author: str = ""
    date: str = ""

    def told(self) -> dict[str, str]:
        """As an entry of the list."""
        page = str(self.page) if self.page else ""
        said = {_KEY: self.name, "页": page, "原文": self.words, "写法": self.mark, _REMARK: self.text}
        return _filled({**said, "审核人": self.author, "日期": self.date, "前文": self.before, "段落": self.paragraph})


class Judgements(Struct, frozen=True):
    """All that was decided about a file."""

    findings: tuple[Judged, ...] = ()
    remarks: tuple[OwnRemark, ...] = ()

    def by_fingerprint(self) -> dict[str, Judged]:
        """The decisions; of several about one finding the last."""
        return {each.fingerprint: each for each in self.findings}


def _filled(told: dict[str, str]) -> dict[str, str]:
    return {name: " ".join(words.split("\n")).strip() for name, words in told.items() if words.strip()}


def judgements_beside(path: Path) -> Path:
    """The list of a file: 报告.docx.审核.yaml."""
    return beside(path, JUDGEMENTS)


# ---- read ----


def read_judgements(text: str, file: str) -> Judgements:
    """What a list says. Raises UsageProblem, with the line, for one that a person has written wrongly."""
    root = _root(text, file)[1]
    remarks = _entries(root, _OWN, file, lambda said, _place: _own(said))
    return Judgements(tuple(_entries(root, _FINDINGS, file, _judged)), tuple(remarks))


def _root(text: str, file: str) -> tuple[Source, Mapping]:
    source, found = read_source(text, file)
    wrong = next(iter(found), None)
    if isinstance(source.root, Mapping) and wrong is None:
        return source, source.root
    where = wrong.place if wrong else f"{file}:1"
    told = {"where": where, "why": wrong.title if wrong else _("应当是「问题:」下面一条一条的判断")}
    raise UsageProblem(_("{where}：{why}。改好以后再来，里面的判断都还在", **told))


def _entries(root: Mapping, name: str, file: str, made: Callable[[dict[str, str], str], Entry]) -> Iterator[Entry]:
    held = root.get(name)
    items = held.items if isinstance(held, Sequence) else ()
    for item in items:
        said = _words(item)
        if said.get(_KEY):
            yield made(said, f"{file}:{item.place.line}")


def _words(item: Node) -> dict[str, str]:
    if not isinstance(item, Mapping):
        return {}
    return {entry.key.text: " ".join(entry.value.text.split()) for entry in item if isinstance(entry.value, Written)}


def _judged(said: dict[str, str], place: str) -> Judged:
    words = said.get(_VERDICT, "")
    known = {verdict.value: verdict for verdict in Verdict}
    if words and words not in known:
        raise UsageProblem(_("{place}：判断写成了「{words}」，只能写属实、误报、待核", place=place, words=words))
    names = ("审核人", "日期", "代码", "位置", "问题")
    return Judged(said[_KEY], known.get(words), said.get(_REMARK, ""), *(said.get(name, "") for name in names))


def _own(said: dict[str, str]) -> OwnRemark:
    page = said.get("页", "")
    return OwnRemark(
        said[_KEY],
        said.get("写法", ""),
        said.get(_REMARK, ""),
        said.get("原文", ""),
        said.get("前文", ""),
        said.get("段落", ""),
        int(page) if page.isdecimal() else 0,
        said.get("审核人", ""),
        said.get("日期", ""),
    )


# ---- written ----


def with_judged(text: str, file: str, fingerprint: str, judged: Judged | None) -> str:
    """The list with a decision in the place of the one about the same finding, or behind the others; None takes it out.

    Whatever else stands in it stays as it is. Raises UsageProblem as `read_judgements`.
    """
    return _with_entry(text, file, _FINDINGS, fingerprint, judged.told() if judged else None)


def with_remark(text: str, file: str, name: str, remark: OwnRemark | None) -> str:
    """The same for a remark of the reviewer's own."""
    return _with_entry(text, file, _OWN, name, remark.told() if remark else None)


def _with_entry(text: str, file: str, section: str, key: str, told: dict[str, str] | None) -> str:
    if not text.strip():
        return _HEAD + _lines({section: [dict(told)]}) if told else text
    source, root = _root(text, file)
    tree = tree_of(root)
    assert isinstance(tree, dict)
    held = tree.get(section)
    entries: list[Tree] = held if isinstance(held, list) else []
    new = list(_replaced(entries, key, told))
    try:
        if not source.as_written:
            raise Unsettable((section,))
        return changed_text(text, root, (section,), new, lambda _path: ())[0]
    except Unsettable as error:
        why = _("{path} 的写法太特别，改不了。请照里面的样子自己改这一条，或者先把它改个名字", path=file)
        raise UsageProblem(why) from error


def _replaced(entries: list[Tree], key: str, told: dict[str, str] | None) -> Iterator[Tree]:
    known = False
    for entry in entries:
        is_it = isinstance(entry, dict) and entry.get(_KEY) == key
        if is_it and told and not known:
            assert isinstance(entry, dict)
            yield {**entry, **told} if _REMARK in told else {n: v for n, v in (entry | told).items() if n != _REMARK}
        elif not is_it:
            yield entry
        known |= is_it
    if told and not known:
        yield dict(told)


def _lines(values: dict[str, Given]) -> str:
    return "\n".join(written(values)).rstrip("\n") + "\n"
