"""`check --since`: the ledger of a letter and the drafts that answer it."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.console import complain, paint, show
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import guarded
from reportgen.cli.outputs import refuse_report
from reportgen.cli.settled import limits_for
from reportgen.cli.settled import settled as settled_terms
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.pipeline.letters import Reviewed, reviewed
from reportgen.pipeline.since import Returned, ledger_since, letter_read
from reportgen.review.settlement import Settled, State, counted
from reportgen.world import shown, write_files

if TYPE_CHECKING:
    from reportgen.cli.check import Options

_COLOURS = {State.OPEN: "red", State.NEW: "yellow", State.EXPLAINED: "cyan", State.MENDED: "green"}
_FORMATS = ("text", "json")


def settle_files(files: list[Path], since: Path, options: "Options") -> int:
    """Say what became of each opinion; 1 when the drafts cannot be taken as they are."""
    if options.output_format not in _FORMATS:
        raise UsageProblem(_("--since 的结果写成 {formats}", formats=_("、").join(_FORMATS)))
    if options.output:
        refuse_report(options.output, [*files, since])
    letter = letter_within(since, options.limits)
    drafts = [_reviewed(options, path) for path in files]
    ledger = ledger_since(letter.opinions, drafts)
    for draft in drafts:
        if not letter.is_to(draft.unit):
            words = {"letter": letter.unit, "path": shown(draft.path), "unit": draft.unit}
            complain(_("意见书是给「{letter}」的，{path} 是「{unit}」的，请看看有没有拿错", **words))
    told = _as_json(ledger) if options.output_format == "json" else "\n".join(_lines(ledger, since, files)) + "\n"
    if options.output:
        write_files({options.output: told.encode()})
        show(_("已写出 {path}：{words}", path=shown(options.output), words=_summary(ledger)))
    else:
        show(told.rstrip("\n"))
    return int(any(each.weighs for each in ledger))


def letter_within(path: Path, limits: Limits | None) -> Returned:
    """A letter, within its limits: it may come back from somebody else. Raises UsageProblem as `letter_read`."""
    return guarded(path, limits_for(path, limits), partial(letter_read, path))


def _reviewed(options: "Options", path: Path) -> Reviewed:
    refuse_unusable(path, finished=True)
    terms = settled_terms(options, path)
    return guarded(path, terms.limits, partial(reviewed, path, terms.roots, terms.selection))


def _lines(ledger: Sequence[Settled], since: Path, files: Sequence[Path]) -> Iterator[str]:
    names = _("、").join(map(shown, files))
    yield _("销号台账：{letter} → {files}", letter=shown(since), files=names)
    for state in State:
        own = [each for each in ledger if each.state is state]
        if own:
            yield ""
            yield paint(_("{state} {count} 条", state=_(state.value), count=len(own)), _COLOURS.get(state, "cyan"))
        for each in own:
            yield from _entry(each)
    yield ""
    yield _summary(ledger)


def _entry(each: Settled) -> Iterator[str]:
    opinion = each.opinion
    number = _("第 {number} 条", number=each.number) if each.number else ""
    head = [part for part in (number, opinion.rule, opinion.where) if part]
    yield f"  {'  '.join(head)}"
    yield f"    {opinion.problem}"
    if each.found and each.found is not opinion and each.found.problem != opinion.problem:
        yield _("    现在：{where}　{problem}", where=each.found.where, problem=each.found.problem)
    if opinion.answer:
        yield _("    单位答复：{answer}", answer=opinion.answer)
    if each.reopened:
        yield _("    答复了，但新稿里还有，重新要求改正")


def _summary(ledger: Sequence[Settled]) -> str:
    counts = counted(ledger)
    told = (_("{state} {count} 条", state=_(state.value), count=counts[state]) for state in State if counts[state])
    return _("，").join(told) or _("没有意见，也没有新的问题")


def _as_json(ledger: Sequence[Settled]) -> str:
    items = [
        {
            "state": each.state.value,
            "number": each.number,
            "rule": each.opinion.rule,
            "key": each.opinion.key,
            "where": (each.found or each.opinion).where,
            "problem": (each.found or each.opinion).problem,
            "answer": each.opinion.answer,
            "reopened": each.reopened,
        }
        for each in ledger
    ]
    return json.dumps({"items": items}, ensure_ascii=False, indent=2) + "\n"
