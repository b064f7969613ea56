"""Findings that somebody has refused in a copy that went round: they are dismissed, with what he said as reason."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.check import check_file
from reportgen.review.patches.outcome import Pulled
from reportgen.review.remarks.remark import Remark, State
from reportgen.world import shown

_REFUSED = frozenset({State.REJECTED, State.CANCELLED})


def decided(pulled: Pulled, content: Path, roots: tuple[Path, ...], write: bool) -> Iterator[str]:
    """What is told of the decisions; with `write` they are written down beside the content file."""
    refused = {each.remark.key: each.remark for each in pulled.outcomes if _is_refused(each.remark)}
    if not refused:
        return
    if not write:
        yield _("有 {count} 个问题批了不采纳；加 --apply 就记下来，不再报。", count=len(refused))
        return
    for remark in refused.values():
        yield _dismissed(remark, content, roots)


def _is_refused(remark: Remark) -> bool:
    return remark.ours and bool(remark.key) and remark.state in _REFUSED


def _dismissed(remark: Remark, content: Path, roots: tuple[Path, ...]) -> str:
    """Each by itself: what one entry adds changes the list that the next is looked for beside."""
    from reportgen.pipeline.dismissing import dismiss

    told = {"name": remark.text.partition("\n")[0], "why": _reason(remark)}
    try:
        made = dismiss(content, check_file(content, roots), [remark.key], _reason(remark))
    except UsageProblem as problem:
        return _("「{name}」没有记下：{why}", name=told["name"], why=problem)
    return _("「{name}」不改（{why}），已记在 {path}", path=shown(made.path), **told)


def _reason(remark: Remark) -> str:
    """What was answered last; else who has refused it."""
    said = [each.text for each in remark.replies if each.text]
    who = next((each.author for each in reversed(remark.replies) if each.state in _REFUSED), "")
    return said[-1] if said else _("{who}批了不采纳", who=who)
