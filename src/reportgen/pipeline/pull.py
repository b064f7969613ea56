"""A copy that went round and came home → its remarks at the lines of the content file, and what it changes there."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from reportgen.digest import digest_of
from reportgen.errors import UsageProblem
from reportgen.finished.file_types import DOCX
from reportgen.language import _
from reportgen.model.document import Chart, Contents, Document
from reportgen.model.inline import Number
from reportgen.pipeline.check import read_content
from reportgen.pipeline.drafts import Draft, Roots, drafts
from reportgen.pipeline.patching import Compose, patched, with_facts
from reportgen.pipeline.returned import Returned, Setting, remarks_of
from reportgen.pipeline.weighing import Weighing
from reportgen.record import Struct, replace
from reportgen.render.plain import printed_lines
from reportgen.review.joined import squeezed
from reportgen.review.patches.fact_edits import FactPatch, fact_patches
from reportgen.review.patches.merging import successors
from reportgen.review.patches.outcome import Pulled
from reportgen.review.patches.target import Target
from reportgen.review.remarks.change import Placed
from reportgen.review.trace import Line
from reportgen.source.beside import Beside
from reportgen.source.encoding import decoded
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source
from reportgen.world import read_bytes, shown

_OTHER = 0.5
"""The share of its lines that a copy has in common with a file of another name; else it is one of another file."""


class _Composed(Struct, frozen=True):
    """The documents of a text of the content file."""

    made: tuple[Draft, ...]
    targets: tuple[Target, ...]
    """One for each; of several documents the last is all of them together, as a page to click through shows them."""


def pull(
    copy: Returned, path: Path, roots: Roots = (), facts: bool = False, only: frozenset[str] | None = None
) -> Pulled:
    """The remarks of a copy, and the content file as they would have it; with `facts` figures are changed too.

    `only` are the identities of the remarks that count, None for all. Nothing is written.
    Raises UsageProblem when the copy or the content file cannot be read.
    """
    text = read_content(path).text
    composed = _composed(text, shown(path), roots, Beside(path.parent))
    if composed is None:
        raise UsageProblem(_("{path} 现在做不成文档，或者写法有错，批注对不上行；请先用 check 看看", path=shown(path)))
    number = _which(copy, composed)
    target = composed.targets[number]
    setting, notes = _setting(copy, composed.made[min(number, len(composed.made) - 1)], target, path, roots)
    placed, more = remarks_of(copy, setting)

    def compose(changed: str) -> Target | None:
        again = _composed(changed, shown(path), roots, Beside(path.parent))
        return again.targets[number] if again and number < len(again.targets) else None

    sent = {line.name: line for line in setting.lines}
    one_text = copy.path.suffix.lower() == DOCX
    names = successors(setting.lines, target.lines)
    weighing = Weighing(target, sent, names, one_text, setting.sure or not one_text, setting.sure)
    weighing.read([each for each in placed if not _unanswered(each) and _counts(each, only)])
    done = patched(weighing.groups, target, compose)
    weighing.refuse(done.refused)
    figures = fact_patches(weighing.facts, target)
    after, changed = _with_facts(weighing, done.text, compose) if facts else (done.text, [])
    return Pulled(
        shown(copy.path),
        shown(path),
        text,
        after,
        weighing.outcomes(changed),
        tuple(figures),
        tuple(changed),
        (*notes, *more),
    )


def _with_facts(weighing: Weighing, text: str, compose: Compose) -> tuple[str, list[FactPatch]]:
    """The text with the figures changed as well, and those that could be."""
    target = compose(text) if weighing.facts else None
    if target is None:
        return text, []
    return with_facts([_again(each, target) for each in fact_patches(weighing.facts, target)], text, compose)


def _setting(copy: Returned, draft: Draft, target: Target, path: Path, roots: Roots) -> tuple[Setting, list[str]]:
    sent, notes = _sent(copy, target, path, roots)
    printed = Counter(squeezed(line.text) for line in printed_lines(draft.document, draft.template.frame))
    for block in draft.document.walk():
        printed.update([squeezed(block.title)] if isinstance(block, Contents) else [])
    slots = frozenset(each.line.name for each in target.traced if each.slot or isinstance(each.block, Chart))
    return Setting(sent, copy.trace is not None, printed, slots), notes


def _counts(placed: Placed, only: frozenset[str] | None) -> bool:
    return only is None or placed.remark.identity in only


def _unanswered(placed: Placed) -> bool:
    """A finding of the program itself about which nobody has said anything."""
    return placed.remark.ours and not placed.remark.replies and not placed.remark.state.value


def _again(patch: FactPatch, target: Target) -> FactPatch:
    """The patch after other edits: the fact is the one that the file has now, in its present place."""
    every = (each.inline for traced in target.traced for each in target.stretches(traced.line.name))
    facts = (each.fact for each in every if isinstance(each, Number) and each.fact.path == patch.fact.path)
    fact = next(facts, None)
    if fact is None or patch.edit is None:
        return patch
    return replace(patch, edit=replace(patch.edit, place=fact.place))


def _composed(text: str, file: str, roots: Roots, beside: Beside) -> _Composed | None:
    source, _found = read_source(text, file)
    if not isinstance(source.root, Mapping) or not source.as_written:
        return None
    made, problems = drafts(source.root, roots, beside)
    if not made or any(problem.severity.name == "FATAL" for problem in problems):
        return None
    documents = [draft.document for draft in made]
    if len(documents) > 1:
        documents.append(_together(documents))
    targets = tuple(Target(file, text, source.root, document) for document in documents)
    return _Composed(tuple(made), targets)


def _together(documents: Sequence[Document]) -> Document:
    """All documents as one: a text of the file that several print is known by the first."""
    blocks = {f"{number} {name}": held for number, each in enumerate(documents) for name, held in each.blocks.items()}
    return replace(documents[0], blocks=blocks)


def _which(copy: Returned, composed: _Composed) -> int:
    """Of several documents of a file the one whose lines the copy names; without names the main one."""
    if copy.page is not None:
        return len(composed.targets) - 1
    if copy.trace is None or len(composed.targets) == 1:
        return 0
    names = {(line.name, line.text) for line in copy.trace.lines}
    targets = composed.targets[: len(composed.made)]
    shares = [len(names & {(line.name, line.text) for line in each.lines}) for each in targets]
    return shares.index(max(shares))


def _sent(copy: Returned, target: Target, path: Path, roots: Roots) -> tuple[tuple[Line, ...], list[str]]:
    """The lines that were sent out, and what has to be said of their version."""
    if copy.trace is not None:
        old = _older(copy.trace.digest, path, target.text)
        common = {line.text for line in copy.trace.lines} & {line.text for line in target.lines}
        if len(common) < _OTHER * len(copy.trace.lines) and copy.trace.file != path.name:
            told = {"copy": shown(copy.path), "file": copy.trace.file, "path": shown(path)}
            raise UsageProblem(_("{copy} 是由 {file} 做成的，不是由 {path} 做成的", **told))
        return copy.trace.lines, old
    for name, content in copy.contents:
        text = decoded(content)
        made = _composed(text.text, name, roots, Beside(path.parent)) if text else None
        if made:
            return made.targets[0].lines, _older(digest_of(content), path, target.text)
    return target.lines, []


def _older(digest: str, path: Path, text: str) -> list[str]:
    if digest in (digest_of(text.encode()), _digest_of_file(path)):
        return []
    return [_("{path} 送出去以后又改过：批注逐行并到现在的内容上，两边都改了同样的字的，列为冲突", path=shown(path))]


def _digest_of_file(path: Path) -> str:
    return digest_of(read_bytes(path))
