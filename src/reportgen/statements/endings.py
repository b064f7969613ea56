"""Endings of labels that the lexicon does not know, of figures that are tied to nothing: what to add to it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from reportgen import patterns as re
from reportgen.statements.names import bare
from reportgen.statements.ties import Tie, Tied

_HANZI = re.compile(r"[\u4e00-\u9fff]+$")
_LENGTHS = (4, 3, 2)
_OFTEN, _MOST = 2, 10


def unknown_endings(ties: Iterable[Tied]) -> list[tuple[str, int]]:
    """Endings of two to four hanzi that several unknown labels have, the most frequent first."""
    untied = (each.figure for each in ties if each.tie is Tie.UNTIED and not each.figure.concept)
    found = (_HANZI.search(bare(figure.label)) for figure in untied)
    counted = Counter(dict(_longest([match[0] for match in found if match])))
    return counted.most_common(_MOST)


def _longest(labels: list[str]) -> Iterator[tuple[str, int]]:
    """Each label is counted under the longest ending that another one has too."""
    for length in _LENGTHS:
        counted = Counter(label[-length:] for label in labels if len(label) >= length)
        often = {ending: count for ending, count in counted.items() if count >= _OFTEN}
        yield from often.items()
        labels = [label for label in labels if label[-length:] not in often]
