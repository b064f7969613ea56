"""Plants errors, counts which are found, and counts the judged findings on documents without any.

`script/accuracy` prints the tables of the documents on which the rules were tuned, `--missed` shows the errors not
found. `--corpus` measures a half of the corpus instead, on which they were not. `--write` puts all of it into
docs/accuracy.md.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.accuracy.corpus.run import add_options, corpus_sections, run_corpus
from benchmarks.accuracy.kinds import KINDS
from benchmarks.accuracy.measure import LEAST_OF_A_KIND, Result, measure
from benchmarks.accuracy.planted import Case
from benchmarks.accuracy.reviewed import Judgement, verdicts

PAGE = Path(__file__).resolve().parents[2] / "docs" / "accuracy.md"

INTRODUCTION = """\
# How well the checker checks

Written by `./script/accuracy {options}`.
It holds the bounds of the last two sections, and so do the tests with one error in four."""

TUNED = """\
## The documents on which the rules were tuned

One error at a time is planted into the five published documents, the examples and three documents made for it in which
every figure is right (`benchmarks/accuracy/`). An error counts as found when one of the rules meant for it says
something that it does not say about the right document. Wanted: 95 % of all, 85 % of each kind. The rules were tuned on
these documents: on others they find less, as the sections above show."""

FALSE_ALARMS = """\
## Findings on published documents

Every finding on the five published documents was judged by hand, with its reason (`benchmarks/accuracy/reviewed.tsv`):
right, rightly 疑似, or false. Each document stands here as content file and as the text that was published.
Wanted: at most one false alarm in ten pages, none at severity error."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", action="store_true", help="show every error that is not found")
    parser.add_argument("--write", action="store_true", help="also write docs/accuracy.md")
    add_options(parser)
    options = parser.parse_args()
    if options.corpus:
        run_corpus(options)
        return
    results = [measure(kind) for kind in KINDS]
    tuned = "\n\n".join([TUNED, "\n".join(_kinds(results)), FALSE_ALARMS, "\n".join(_judged())])
    print(tuned)
    if options.missed:
        for result in results:
            for case in result.missed:
                print(_where(case))
    if options.write:
        page = "\n\n".join([INTRODUCTION.format(options=" ".join(sys.argv[1:])), *corpus_sections(options), tuned])
        PAGE.write_text(page + "\n", encoding="utf-8")
    if weak := [result.kind.name for result in results if result.share < LEAST_OF_A_KIND]:
        sys.exit(f"too few are found of: {', '.join(weak)}")


def _kinds(results: list[Result]) -> Iterator[str]:
    caught, count = sum(result.caught for result in results), sum(result.count for result in results)
    yield f"{caught} of {count} found, {100 * caught / count:.1f} %, in {len(results)} kinds.\n"
    yield "| error | rules | planted | found | |"
    yield "|---|---|--:|--:|--:|"
    for result in results:
        codes = ", ".join(result.kind.codes)
        yield f"| {result.kind.name} | {codes} | {result.count} | {result.caught} | {result.share} % |"


def _judged() -> Iterator[str]:
    yield "| document | pages | right | rightly 疑似 | false |"
    yield "|---|--:|--:|--:|--:|"
    for verdict in verdicts():
        counts = " | ".join(str(verdict.counts[judgement]) for judgement in Judgement)
        yield f"| {verdict.name} | {verdict.pages} | {counts} |"


def _where(case: Case) -> str:
    """The characters around the error."""
    at = next((at for at, (old, new) in enumerate(zip(case.base.text, case.text, strict=False)) if old != new), 0)
    around = case.text[max(0, at - 30) : at + 40].replace("\n", "⏎")
    return f"{case.kind.name}  {case.base.name}: …{around}…"


if __name__ == "__main__":
    main()
