"""Letters of review on drafts with planted errors: is what was mended told as mended, and what was not as not?

Run as `python -m benchmarks.settlement [ROUNDS]`; the eight rounds of which the guide tells take some three minutes.
Each round plants errors of several kinds into a document, writes the opinions of a letter about it, and makes the next
draft: some errors are mended, some left, some corrected into another wrong figure; everything has moved, since
paragraphs (in content files, comments) were put above it. What each error does alone says what is to come out.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from benchmarks.accuracy.bases import SEEDS, Base, bases
from benchmarks.accuracy.kinds import KINDS
from benchmarks.accuracy.planted import Case, cases
from reportgen.diagnostics.diagnostic import Severity
from reportgen.finished.text import read_lines
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.finished import check_parts
from reportgen.record import Struct
from reportgen.review.fingerprint import Fingerprints, words_in
from reportgen.review.opinion import Opinion, opinions_of
from reportgen.review.settlement import Settled, State, settled

NAMES = (*(f"{name}.txt" for name in SEEDS), *SEEDS)
ERRORS = 6
"""Planted in a draft; every third is left, every third mended, every third mended wrongly."""
_MOVED = {".txt": "\n送审稿已按意见修改。\n", ".yaml": "# 第二稿\n# 已按意见修改\n"}
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


class Slip(Struct, frozen=True):
    """An error as other words for a span of the right text."""

    start: int
    end: int
    words: str

    def again(self) -> "Slip":
        """Mended wrongly: the figure is another one, and still not the right one."""
        found = list(_FIGURE.finditer(self.words))
        if not found:
            return self
        last = found[-1]
        digit = str((int(last[0][-1]) + 3) % 10)
        return Slip(self.start, self.end, self.words[: last.end() - 1] + digit + self.words[last.end() :])


def slip_of(right: str, wrong: str) -> Slip:
    """The one place in which two texts differ, with the whole figure around it."""
    start = next((at for at, pair in enumerate(zip(right, wrong, strict=False)) if pair[0] != pair[1]), 0)
    behind = 0
    while behind < min(len(right), len(wrong)) - start and right[-1 - behind] == wrong[-1 - behind]:
        behind += 1
    while start and (right[start - 1].isdigit() or right[start - 1] == "."):
        start -= 1
    while behind and (right[-behind].isdigit() or right[-behind] == "."):
        behind -= 1
    return Slip(start, len(right) - behind, wrong[start : len(wrong) - behind])


def planted(text: str, slips: Iterable[Slip]) -> str:
    """The text with several errors in it."""
    for slip in sorted(slips, key=lambda each: each.start, reverse=True):
        text = text[: slip.start] + slip.words + text[slip.end :]
    return text


def checked(base: Base, text: str) -> Checked:
    """A text that is read as `base` is."""
    if base.file.endswith(".txt"):
        return check_parts(read_lines(text), base.file)
    return check_text(text, base.file)


def opinions(made: Checked) -> list[Opinion]:
    """As a letter tells them."""
    told = (finding for finding in made.report if finding.severity is not Severity.HINT)
    return list(opinions_of(told, Fingerprints(made.source).of, lambda each: words_in(made.source, each.place).strip()))


def said(finding: Opinion) -> tuple[str, str]:
    """What is said, wherever it stands."""
    return finding.rule, finding.problem


class Outcome(Struct):
    """How many opinions came out as they were to, and those that did not."""

    right: Counter[State]
    wrong: list[tuple[str, State, Settled]]


def rounds(count: int) -> Outcome:
    """All documents, `count` rounds each."""
    outcome = Outcome(Counter(), [])
    for name in NAMES:
        base = bases()[name]
        slips = [slip_of(base.text, case.text) for case in _cases(name)]
        for number in range(count):
            _round(base, slips, Random(f"{name} {number}"), outcome)
    return outcome


def _cases(name: str) -> Iterator[Case]:
    for kind in KINDS:
        if name in kind.bases:
            yield from (case for case in cases(kind) if case.base.name == name)


def _round(base: Base, slips: list[Slip], random: Random, outcome: Outcome) -> None:
    chosen = list(_apart(random.sample(slips, min(len(slips), 3 * ERRORS))))[:ERRORS]
    fates = {slip: number % 3 for number, slip in enumerate(chosen)}
    next_ = [slip if fate == 0 else slip.again() for slip, fate in fates.items() if fate != 1]
    before, after = (opinions(checked(base, planted(base.text, each))) for each in (chosen, next_))
    moved = opinions(checked(base, _with_more_above(base, planted(base.text, next_))))
    of_base = Counter(said(each) for each in opinions(checked(base, base.text)))
    left = {each.rule for each in after}
    for entry in settled(before, moved):
        slip = _cause(base, entry, chosen, of_base)
        if entry.state is State.NEW or slip is None:
            continue
        alone = [slip if fates[slip] == 0 else slip.again()] if fates[slip] != 1 else []
        speaks = {each.rule for each in opinions(checked(base, planted(base.text, alone))) if said(each) not in of_base}
        wanted = State.OPEN if entry.opinion.rule in speaks & left else State.MENDED
        if entry.state is wanted:
            outcome.right[wanted] += 1
        else:
            outcome.wrong.append((base.name, wanted, entry))


def _cause(base: Base, entry: Settled, chosen: list[Slip], of_base: Counter[tuple[str, str]]) -> Slip | None:
    """The one error that by itself makes the checker say this; None where that cannot be told."""
    if said(entry.opinion) in of_base:
        return None
    makers = [
        slip
        for slip in chosen
        if said(entry.opinion) in {said(each) for each in opinions(checked(base, planted(base.text, [slip])))}
    ]
    return makers[0] if len(makers) == 1 else None


def _apart(slips: Iterable[Slip]) -> Iterator[Slip]:
    """Those that are not in each other's way."""
    taken: list[Slip] = []
    for slip in slips:
        if slip.words and all(slip.end < other.start or other.end < slip.start for other in taken):
            taken.append(slip)
            yield slip


def _with_more_above(base: Base, text: str) -> str:
    ending = Path(base.file).suffix
    if ending == ".yaml":
        return _MOVED[ending] + text
    title, _line, rest = text.partition("\n")
    return f"{title}{_MOVED[ending]}{rest}"


def main() -> None:
    outcome = rounds(int(sys.argv[1]) if len(sys.argv) > 1 else 4)
    total = sum(outcome.right.values()) + len(outcome.wrong)
    for state in (State.OPEN, State.MENDED):
        missed = sum(1 for _name, wanted, _entry in outcome.wrong if wanted is state)
        print(f"{state.value}: {outcome.right[state]} / {outcome.right[state] + missed}")
    print(f"{sum(outcome.right.values())} / {total}")
    for name, wanted, entry in outcome.wrong:
        print(name, wanted.value, "→", entry.state.value, entry.opinion.rule, entry.opinion.problem[:90])
        if entry.found:
            print("    ", entry.found.problem[:110])


if __name__ == "__main__":
    main()
