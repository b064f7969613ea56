"""Remarks of a copy beside the fields that they are about, and what is made of each: accepted, refused with a reply."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reportgen.desk.content.document import OpenDocument, Text
from reportgen.desk.finish.copies import Copy, Decision
from reportgen.diff.runs import Run, runs_of
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.numbers import read_numbers
from reportgen.numbers.labels import label_of
from reportgen.pipeline.pull import pull
from reportgen.record import Struct
from reportgen.review.patches.outcome import Fate, Outcome
from reportgen.review.remarks.remark import Mark
from reportgen.source.reader import read_source
from reportgen.source.tree import Path, Tree, tree_at, tree_of
from reportgen.world import now

ACCEPTED, REJECTED = "accepted", "rejected"
_FACTS = "数据"
_PUT_IN = (Mark.INSERTED, Mark.CARET, Mark.REPLACEMENT)


class RemarkView(Struct, frozen=True):
    """A remark; `asks` is what it wants of the words, empty where it only says something."""

    key: str
    mark: str
    author: str
    date: str
    text: str
    words: str
    replies: tuple[str, ...]
    fate: str
    why: str
    changes: bool
    """Whether accepting it changes the file."""
    number: str
    """A number in what it puts in, with its unit, which could be kept among the facts."""
    called: str
    """What the number could be called."""
    state: str
    reply: str


class FieldRemarks(Struct, frozen=True):
    """The remarks on one field, with its words as they are and as they would be; `path` is empty for no place."""

    path: str
    runs: tuple[Run, ...]
    remarks: tuple[RemarkView, ...]


class Answers(Struct, frozen=True):
    """All remarks of a copy, field by field in the order of the file; those without a place come last."""

    name: str
    fields: tuple[FieldRemarks, ...]
    notes: tuple[str, ...]

    @property
    def remarks(self) -> tuple[RemarkView, ...]:
        """All of them."""
        return tuple(remark for each in self.fields for remark in each.remarks)

    def count(self, state: str) -> int:
        """How many have been decided so; of an empty state, those that have not."""
        return sum(each.state == state for each in self.remarks)


def answers_of(copy: Copy, document: OpenDocument, printed: Callable[[str], Mapping[str, str]]) -> Answers:
    """The remarks of a copy; `printed` tells how the references of a text are printed.

    Raises UsageProblem when the copy, or the content file, cannot be read.
    """
    pulled = pull(copy.read(), document.path, document.roots, facts=True)
    decided = copy.decisions()
    before, after = _tree(pulled.before), _tree(pulled.after)
    groups: dict[str, list[Outcome]] = {}
    for outcome in pulled.outcomes:
        groups.setdefault(outcome.path, []).append(outcome)
    order = sorted(groups, key=lambda path: (not path, min(each.line for each in groups[path])))
    fields = [
        FieldRemarks(path, _runs(before, after, path, printed), tuple(_views(groups[path], decided))) for path in order
    ]
    return Answers(copy.path.name, tuple(fields), pulled.notes)


def _views(outcomes: Sequence[Outcome], decided: dict[str, Decision]) -> Iterator[RemarkView]:
    for outcome in outcomes:
        remark = outcome.remark
        decision = decided.get(remark.identity, Decision(""))
        yield RemarkView(
            remark.identity,
            remark.mark.value,
            remark.author,
            remark.date,
            remark.text,
            remark.words,
            tuple(f"{each.author}：{each.text or each.state.value}" for each in remark.replies),
            outcome.fate.value,
            outcome.why,
            outcome.fate in (Fate.CHANGES, Fate.FACT),
            *(_number(remark.text or remark.words) if remark.mark in _PUT_IN else ("", "")),
            decision.state,
            decision.reply,
        )


def _number(words: str) -> tuple[str, str]:
    """The first number of some words with its unit, and what it could be called; empty without one."""
    stated = next(iter(read_numbers(words)), None)
    return (words[stated.start : stated.end], label_of(words, stated)) if stated else ("", "")


def _tree(text: str) -> Tree:
    return tree_of(read_source(text, "")[0].root)


def _runs(before: Tree, after: Tree, path: str, printed: Callable[[str], Mapping[str, str]]) -> tuple[Run, ...]:
    """What is kept, taken out and put in, as it is read on the page: with figures in the place of references."""
    keys = tuple(path.split(".")) if path else ()
    old, new = (_spelt(tree_at(tree, keys) if keys else "", printed) for tree in (before, after))
    return runs_of(old, new)


def _spelt(value: Tree | None, printed: Callable[[str], Mapping[str, str]]) -> str:
    text = value if isinstance(value, str) else ""
    for reference, words in printed(text).items():
        text = text.replace(reference, words or reference)
    return text


def accept(copy: Copy, document: OpenDocument, key: str, reply: str, digest: str) -> Text:
    """What a remark asks for, made in the file; one that only says something is answered.

    Raises Changed, UsageProblem when its change cannot be made.
    """
    pulled = pull(copy.read(), document.path, document.roots, facts=True, only=frozenset({key}))
    fates = [outcome.fate for outcome in pulled.outcomes]
    if not fates:
        raise UsageProblem(_("这条意见已经不在了"))
    refused = [outcome for outcome in pulled.outcomes if outcome.fate in (Fate.REFUSED, Fate.CONFLICT)]
    if refused and not reply:
        why = refused[0].why or refused[0].fate.value
        raise UsageProblem(_("没法自动改：{why}。请自己改好，写上答复再点「采纳」", why=why))
    text = document.replace(pulled.after, digest) if pulled.after != pulled.before else document.read()
    copy.decide(key, Decision(ACCEPTED, reply, _moment()))
    return text


def reject(copy: Copy, key: str, reply: str) -> None:
    """Leave the file as it is, and say why. Raises UsageProblem without a reply."""
    if not reply.strip():
        raise UsageProblem(_("不采纳要写答复：为什么不改"))
    copy.decide(key, Decision(REJECTED, reply.strip(), _moment()))


def _moment() -> str:
    return now().astimezone().strftime("%Y-%m-%d %H:%M")


def keep_number(document: OpenDocument, path: Path, number: str, name: str, digest: str) -> Text:
    """A number of a text put among the facts under a name, and referred to where it stood.

    Raises Changed, UsageProblem for a name that is none or taken.
    """
    text = document.read()
    words = tree_at(text.tree, path)
    if not isinstance(words, str) or number not in words:
        raise UsageProblem(_("正文里已经没有「{number}」", number=number))
    name = name.strip()
    if not name or any(sign in name for sign in ".{}|: \n"):
        raise UsageProblem(_("名称要短，不带空格、点号和冒号"))
    root = text.root
    if root is None or tree_at(text.tree, (_FACTS, name)) is not None:
        raise UsageProblem(_("「数据」里已经有「{name}」，换一个名称", name=name))
    document.edit((_FACTS, name), None, number, digest)
    changed = words.replace(number, "{{ " + name + " }}", 1)
    return document.edit(path, words, changed, document.read().digest)
