"""The door to rensa: which of many texts are likely to be nearly alike, without holding each against each.

A text is the set of its overlapping pieces of three characters; MinHash makes a short signature of the set, and
locality-sensitive hashing (LSH) finds the texts that have a band of their signatures in common (A. Broder, 1997). Two
texts of which one character in twenty was changed have about three quarters of their pieces in common, and are missed
once in five thousand times.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from rensa import RMinHash, RMinHashLSH

PIECE = 3
"""Characters of a piece."""
_BANDS, _A_BAND = 24, 4
"""Bands of a signature, and hashes of a band."""
_LIKENESS = 0.6
"""Of the sets of pieces; the index asks for it, and it decides nothing, since the bands are given."""
_AT_ONCE = 1_000
"""Texts whose pieces are in memory at a time."""
_MOST = 40
"""Neighbours that a text is held against, the first ones: what thousands have alike is found by these as well."""
_MANY, _ROUNDS = 100_000, 3
"""An index of so many texts holds a part of the bands at a time: all of 500,000 would take 1.4 GB."""


def candidates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of texts, by their numbers, the lower one first, each pair once: those that may be alike."""
    rounds = _ROUNDS if len(texts) > _MANY else 1
    seen = set[tuple[int, int]]()
    for seed in range(rounds):
        for pair in _found(texts, seed, _BANDS // rounds):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _found(texts: Sequence[str], seed: int, bands: int) -> Iterator[tuple[int, int]]:
    size = bands * _A_BAND
    index = RMinHashLSH(threshold=_LIKENESS, num_perm=size, num_bands=bands)
    for start, pieces in _in_parts(texts):
        index.insert_matrix(RMinHash.digest_matrix_from_token_sets(pieces, num_perm=size, seed=seed), start)
    for start, pieces in _in_parts(texts):
        yield from _pairs(index, start, pieces, seed)


def _pairs(index: RMinHashLSH, start: int, pieces: list[list[str]], seed: int) -> Iterator[tuple[int, int]]:
    """Signatures are made once more: to keep them for the few that have a neighbour would take memory for all."""
    size = index.get_num_perm()
    flags = index.query_duplicate_flags_matrix(RMinHash.digest_matrix_from_token_sets(pieces, num_perm=size, seed=seed))
    near = [at for at, flag in enumerate(flags) if flag]
    asked = RMinHash.from_token_sets([pieces[at] for at in near], num_perm=size, seed=seed)
    for at, found in zip(near, index.query_all(asked), strict=True):
        yield from ((other, start + at) for other in sorted(found)[:_MOST] if other < start + at)


def _in_parts(texts: Sequence[str]) -> Iterator[tuple[int, list[list[str]]]]:
    rest, start = iter(texts), 0
    while part := list(islice(rest, _AT_ONCE)):
        yield start, [_pieces(text) for text in part]
        start += len(part)


def _pieces(text: str) -> list[str]:
    return [text[at : at + PIECE] for at in range(len(text) - PIECE + 1)]
