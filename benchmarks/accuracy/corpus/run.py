"""`./script/accuracy --corpus`: the corpus measured as a person asked for it.

The sealed half gives counts alone: what it says is shown to nobody who works on the rules. A person who judges findings
gets them in a file, by `--judge`.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.accuracy.corpus.documents import Half
from benchmarks.accuracy.corpus.drawn import Only
from benchmarks.accuracy.corpus.formats import Format
from benchmarks.accuracy.corpus.judged import findings, unjudged
from benchmarks.accuracy.corpus.section import Measured, Wanted, headed, measured, section
from benchmarks.accuracy.corpus.shown import shown, told_of
from benchmarks.accuracy.corpus.tables import of_shares
from benchmarks.accuracy.corpus.ties import shares_of
from benchmarks.accuracy.corpus.workers import spread

_MOST, _EXCHANGES, _SEED = 6, 30, 1
FORMATS = tuple(Format)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the corpus."""
    corpus = parser.add_argument_group("corpus")
    add = corpus.add_argument
    add("--corpus", choices=[half.value for half in Half], help="measure a half of the corpus")
    add("--formats", type=_formats, default=FORMATS, help="some of docx,pdf,txt; all where nothing is said")
    add(
        "--only",
        type=Only.of,
        default=Only(),
        metavar="NAME/KIND",
        help="documents of such a name, errors of this kind",
    )
    add("--most", type=int, default=_MOST, help=f"errors of one kind in a document, 0 for all; {_MOST}")
    add("--exchanges", type=int, default=_EXCHANGES, help=f"exchanges of digits in a document; {_EXCHANGES}")
    add("--seed", type=int, default=_SEED, help="another seed draws other exchanges")
    add("--found", action="store_true", help="show every error that is found, and by what")
    add(
        "--unplanted", action="store_true", help="show what is said of the documents without an error, and nothing else"
    )
    add(
        "--judge", type=Path, metavar="FILE", help="write the findings that nobody has judged into a file, nothing else"
    )
    add(
        "--halves",
        type=_halves,
        default=(Half.SEALED, Half.FRESH, Half.DEVELOPMENT),
        help="the halves that --write measures: sealed,fresh,development",
    )
    add("--numbers", action="store_true", help="show how many figures are tied, and nothing else")


def _halves(words: str) -> tuple[Half, ...]:
    return tuple(Half(word) for word in words.split(","))


def _formats(words: str) -> tuple[Format, ...]:
    return tuple(Format(word) for word in words.split(","))


def wanted_of(options: argparse.Namespace, half: Half) -> Wanted:
    """What the options ask for."""
    return Wanted(half, options.formats, options.only, options.most, options.exchanges, options.seed)


def run_corpus(options: argparse.Namespace) -> None:
    """Measure, and print what was asked for. Exits where places were asked for of papers that nobody reads."""
    wanted = wanted_of(options, Half(options.corpus))
    if wanted.half is not Half.DEVELOPMENT and (options.missed or options.found or options.unplanted):
        sys.exit(f"The {wanted.half.value} half shows no places: nobody who works on the rules may know them.")
    documents = wanted.documents()
    if options.judge:
        lines = unjudged(findings(documents, wanted.forms))
        options.judge.write_text("\n".join(lines) + "\n", encoding="utf-8")
    elif options.unplanted:
        print("\n".join(line for found in findings(documents, wanted.forms) for line in told_of(found)))
    elif options.numbers:
        print("\n".join(of_shares(spread(shares_of, documents))))
    else:
        _print_all(measured(wanted), options)


def corpus_sections(options: argparse.Namespace) -> Iterator[str]:
    """What docs/accuracy.md says of each half that has documents, in the order that is asked for."""
    for half in options.halves:
        results = measured(wanted_of(options, half))
        if results.documents:
            yield f"{headed(results)}\n\n{section(results)}"


def _print_all(all_of_it: Measured, options: argparse.Namespace) -> None:
    print(section(all_of_it))
    documents = {document.name: document for document in all_of_it.documents}
    for outcome in all_of_it.outcomes:
        if options.found if outcome.found else options.missed:
            print("\n".join(shown(outcome, documents[outcome.case.document])))
