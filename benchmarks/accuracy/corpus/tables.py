"""The results as Markdown tables."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.accuracy.corpus.formats import Format
from benchmarks.accuracy.corpus.judged import Verdict
from benchmarks.accuracy.corpus.kinds import Kind
from benchmarks.accuracy.corpus.measure import Outcome
from benchmarks.accuracy.corpus.ties import Share, Shares
from benchmarks.accuracy.reviewed import Judgement
from reportgen.record import Struct


class _Row(Struct, frozen=True):
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


def of_verdicts(verdicts: Sequence[Verdict], forms: Sequence[Format]) -> Iterator[str]:
    """Findings on the documents without an error, by format."""
    yield "| format | pages | right | rightly 疑似 | false | not judged | false or not judged a page |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for form in forms:
        kept = [verdict for verdict in verdicts if verdict.form is form]
        counts = sum((verdict.counts for verdict in kept), Counter[Judgement | None]())
        pages = sum(verdict.pages for verdict in kept)
        bad = counts[Judgement.FALSE] + counts[None]
        judged = " | ".join(str(counts[judgement]) for judgement in (*Judgement, None))
        yield f"| {form.value} | {pages} | {judged} | {bad / pages if pages else 0:.2f} |"


def of_shares(shares: Sequence[Shares]) -> Iterator[str]:
    """How many figures of the Word files are tied: of all, and of those that have a partner."""
    yield "| document | figures | tied | % | with a partner | tied | % |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for each in shares:
        yield f"| {each.name} | {each.every} | {each.partnered} |"
    nothing = Share(0, 0)
    every = sum((each.every for each in shares), nothing)
    yield f"| 合计 | {every} | {sum((each.partnered for each in shares), nothing)} |"
