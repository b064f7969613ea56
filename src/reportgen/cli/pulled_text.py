"""What came home in a copy, as it is printed: each remark with its place, what is left to do, and the change."""

from collections import Counter
from collections.abc import Iterator

from reportgen.cli.unified import unified_diff
from reportgen.language import _
from reportgen.review.patches.fact_edits import FactPatch
from reportgen.review.patches.outcome import Fate, Outcome, Pulled
from reportgen.review.remarks.change import says_more
from reportgen.review.remarks.remark import Mark, Remark, Reply

_LONG = 40
"""Characters of words that are quoted."""
_EDITS = frozenset({Mark.INSERTED, Mark.DELETED, Mark.EDITED, Mark.REPLACEMENT, Mark.CARET, Mark.STRIKE})


def told(pulled: Pulled, written: bool, facts: bool) -> Iterator[str]:
    """All lines."""
    yield from pulled.notes
    placed = [each for each in pulled.outcomes if each.fate is not Fate.UNPLACED]
    yield _summary(pulled)
    for number, outcome in enumerate(placed, start=1):
        yield from _one(number, outcome, pulled.file)
    if pulled.unplaced:
        yield _("未能对应 {count} 处，请自己看：", count=len(pulled.unplaced))
        for number, outcome in enumerate(pulled.unplaced, start=len(placed) + 1):
            yield from _one(number, outcome, pulled.file)
    yield from _figures(pulled, facts)
    yield from _change(pulled, written)


def _summary(pulled: Pulled) -> str:
    if not pulled.outcomes:
        return _("{copy} 里没有批注，也没有改动。", copy=pulled.copy)
    authors = Counter(each.remark.author or _("没有署名") for each in pulled.outcomes)
    names = _("，").join(_("{name} {count} 处", name=name, count=count) for name, count in authors.most_common())
    told_counts = {"copy": pulled.copy, "count": len(pulled.outcomes), "names": names}
    return _("{copy} 里有批注和改动 {count} 处：{names}。", **told_counts)


def _one(number: int, outcome: Outcome, file: str) -> Iterator[str]:
    yield f"{number}. {_where(outcome, file)}"
    yield f"   {_said(outcome.remark)}"
    for reply in outcome.remark.replies:
        yield f"   {_reply(reply)}"
    if outcome.remark.state.value:
        yield _("   状态：{state}", state=_(outcome.remark.state.value))
    if outcome.fate is Fate.FACT:
        yield _("   没有改：这是「数据」里的数，见后面")
    elif outcome.why:
        yield _("   没有改：{why}", why=outcome.why) if outcome.fate is not Fate.UNPLACED else f"   {outcome.why}"
    elif outcome.fate is Fate.SAID_ALREADY:
        yield _("   内容文件里已经这样写了")


def _where(outcome: Outcome, file: str) -> str:
    page = _("第 {page} 页", page=outcome.remark.page) if outcome.remark.page else ""
    if outcome.line:
        at = f"{file}:{outcome.line}"
        place = _("{at}（{path}）", at=at, path=outcome.path) if outcome.path else at
    elif outcome.fate is Fate.UNPLACED:
        place = ""
    else:
        place = _("模板里的字")
    is_placed = outcome.remark.mark in _EDITS and bool(outcome.remark.line)
    said = _around(outcome.remark) if is_placed else outcome.remark.words
    words = _("「{words}」", words=_short(said)) if said.strip() else ""
    near = "" if words else _near(outcome.remark)
    return " ".join(part for part in (place, page, words or near) if part) or _("没有位置")


def _around(remark: Remark) -> str:
    """The words of an edit with some on both sides."""
    start, end = len(remark.before), len(remark.before) + len(remark.words)
    return remark.paragraph[max(0, start - 8) : end + 8] if len(remark.words) <= _LONG else remark.words


def _near(remark: Remark) -> str:
    """Of a point the words before it, or those of its paragraph."""
    if remark.before:
        return _("「{words}」后面", words=_short(remark.before[-12:]))
    return _("「{words}」这一段", words=_short(remark.paragraph[:12])) if remark.paragraph else ""


def _said(remark: Remark) -> str:
    who = " ".join(part for part in (remark.author or _("没有署名"), remark.date) if part)
    mark = _(remark.mark.value)
    if remark.mark in _EDITS and not (remark.mark is Mark.STRIKE and says_more(remark)):
        return _("{who}　{mark}：{said}", who=who, mark=mark, said=_edit(remark))
    said = remark.text.partition("\n")[0] if remark.ours else remark.text.replace("\n", " / ")
    return _("{who}　{mark}：{said}", who=who, mark=mark, said=said) if said else _("{who}　{mark}", who=who, mark=mark)


def _edit(remark: Remark) -> str:
    old, new = (_short(words.replace("\n", "¶")) for words in (remark.words, remark.text))
    if old and new:
        return _("「{old}」→「{new}」", old=old, new=new)
    if new:
        return _("加上「{new}」", new=new)
    return _("删去「{old}」", old=old) if old else _("移到了别处")


def _reply(reply: Reply) -> str:
    who = " ".join(part for part in (reply.author or _("没有署名"), reply.date) if part)
    said = reply.text.replace("\n", " / ") or _(reply.state.value)
    return _("{who}　回复：{said}", who=who, said=said)


def _short(words: str) -> str:
    line = words.replace("\n", "")
    return line if len(line) <= _LONG else line[: _LONG - 10] + "……" + line[-8:]


def _figures(pulled: Pulled, facts: bool) -> Iterator[str]:
    if not pulled.facts:
        return
    yield _("改的是「数据」里的数 {count} 个，正文里的字不改：", count=len(pulled.facts))
    done = {patch.fact.path for patch in pulled.facts_changed}
    for patch in pulled.facts:
        yield from _figure(patch, patch.fact.path in done)
    if not facts and any(patch.edit for patch in pulled.facts):
        yield _("这些数要在「数据」里改的，加 --facts。")


def _figure(patch: FactPatch, done: bool) -> Iterator[str]:
    changes = dict.fromkeys((change.old, change.new) for change in patch.changes)
    words = _("，").join(_("{old} → {new}", old=old, new=new) for old, new in changes)
    fate = _("已照改") if done else patch.why or _("没有改")
    told = {"name": patch.fact.name, "words": words, "fate": fate}
    if patch.fact.place.line:
        yield _("  {name}（{place}）：{words}　{fate}", place=patch.fact.place, **told)
    else:
        yield _("  {name}：{words}　{fate}", **told)
    asked = {change.line for change in patch.changes}
    for each in patch.printed:
        if each.line not in asked:
            yield _("    还会跟着变：{place}「{words}」", place=each.place, words=each.words)


def _change(pulled: Pulled, written: bool) -> Iterator[str]:
    if pulled.after == pulled.before:
        if pulled.outcomes:
            yield _("{file} 没有可以照着改的字。", file=pulled.file)
        return
    yield from unified_diff(pulled.before, pulled.after, pulled.file, pulled.file, around=1)
    if written:
        yield _("已写进 {file}。", file=pulled.file)
    else:
        yield _("还没有写进 {file}；确认无误后加 --apply 再运行一次。", file=pulled.file)
