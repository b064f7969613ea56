"""Slips of the hand that were not chosen by anybody: two digits exchanged in figures drawn blindly from a document."""

from random import Random

from benchmarks.accuracy.corpus.figures import exchanges_in
from benchmarks.accuracy.corpus.planted import Case
from benchmarks.accuracy.corpus.source import Document
from benchmarks.accuracy.corpus.told import Told, told


def exchanges(document: Document, seed: int, most: int) -> list[Case]:
    """At most so many errors, one figure each; 0 for every figure in which two digits differ."""
    random = Random(f"{seed} {document.name}")
    figures = [each for each in told(document) if exchanges_in(each.figure)]
    chosen = random.sample(range(len(figures)), min(most, len(figures)) if most else len(figures))
    return [_case(document, figures[at], random) for at in sorted(chosen)]


def _case(document: Document, each: Told, random: Random) -> Case:
    wrong = random.choice(exchanges_in(each.figure))
    return Case(document.name, None, each.at, each.figure.start, each.figure.text, wrong, each.partnered, each.line)
