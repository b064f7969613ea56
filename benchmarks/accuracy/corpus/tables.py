"""The results as Markdown tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.accuracy.corpus.formats import Format
from benchmarks.accuracy.corpus.kinds import Kind
from benchmarks.accuracy.corpus.measure import Outcome


@dataclass(frozen=True, slots=True)
class _Row:
    """The name of a row, the word by which `--only` knows it, and its results."""

    name: str
    word: str
    outcomes: tuple[Outcome, ...]


def by_kind(outcomes: Sequence[Outcome], forms: Sequence[Format]) -> Iterator[str]:
    """A row for each kind, then all together, those with a partner, those without, and exchanges."""
    yield "| 错误 | kind | " + " | ".join(f"{form.value} planted | found | %" for form in forms) + " |"
    yield "|---|---|" + "--:|--:|--:|" * len(forms)
    for row in _rows(outcomes):
        if row.outcomes:
            shares = " | ".join(_share(row.outcomes, form) for form in forms)
            yield f"| {row.name} | {row.word} | {shares} |"


def _rows(outcomes: Sequence[Outcome]) -> Iterator[_Row]:
    marked = [each for each in outcomes if each.case.kind]
    tied = [each for each in marked if each.case.partnered]
    for kind in Kind:
        yield _Row(kind.chinese, kind.value, tuple(each for each in tied if each.case.kind is kind))
    yield _Row("以上合计", "", tuple(tied))
    yield _Row("另：没有对应的数", "", tuple(each for each in marked if not each.case.partnered))
    exchanged = [each for each in outcomes if each.case.kind is None]
    yield _Row("两位数字对调（有对应的数）", "exchange", tuple(each for each in exchanged if each.case.partnered))
    yield _Row("两位数字对调（没有对应的数）", "exchange", tuple(each for each in exchanged if not each.case.partnered))


def _share(outcomes: Iterable[Outcome], form: Format) -> str:
    kept = [outcome for outcome in outcomes if outcome.form is form]
    found = sum(bool(outcome.found) for outcome in kept)
    return f"{len(kept)} | {found} | {100 * found / len(kept):.1f}" if kept else "0 | 0 | –"
