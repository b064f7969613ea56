"""Two paragraphs beside each other, with what is the same marked in both: figures and Latin words are whole."""

from reportgen.model.inline import Text
from reportgen.numbers.tokens import tokens

_LEAST = 4
"""Fewer words in a row are alike by chance."""

Side = tuple[Text, ...]


def side_by_side(one: str, other: str) -> tuple[Side, Side]:
    """Both paragraphs in pieces; what stands in both is strong."""
    from rapidfuzz.distance import Indel  # C++, loaded where papers are compared

    first, second = tokens(one), tokens(other)
    blocks = [
        (each.src_start, each.src_end, each.dest_start, each.dest_end)
        for each in Indel.opcodes(first, second)
        if each.tag == "equal" and each.src_end - each.src_start >= _LEAST
    ]
    return (
        _pieces(first, [(start, end) for start, end, _from, _to in blocks]),
        _pieces(second, [(start, end) for _from, _to, start, end in blocks]),
    )


def _pieces(words: list[str], same: list[tuple[int, int]]) -> Side:
    found, at = list[Text](), 0
    for start, end in [*same, (len(words), len(words))]:
        found += [Text("".join(words[at:start]))] if start > at else []
        found += [Text("".join(words[start:end]), strong=True)] if end > start else []
        at = end
    return tuple(found)
