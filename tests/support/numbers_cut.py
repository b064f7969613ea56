"""Numbers of a Word file that stand only in part in a revision."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen.word.package import Element, Package, W

_DIGITS = frozenset("0123456789.")


def cut_numbers(package: Package) -> Iterator[str]:
    """The words on both sides of an edge of a revision that runs through digits, but for one behind the other.

    A number that was replaced stands as a deletion with an insertion behind it: that edge is none.
    """
    root = package.main()
    for paragraph in root.iter(W + "p") if root is not None else ():
        pieces = list(_pieces(paragraph))
        for way in ("ins", "del"):
            text = [(kind, words) for kind, words in pieces if kind != way]
            for (kind, before), (other, after) in pairwise(text):
                if kind != other and before[-1:].isdigit() and after[:1].isdigit():
                    yield f"{before[-6:]}|{after[:6]}"


def _pieces(paragraph: Element) -> Iterator[tuple[str, str]]:
    for run in paragraph.iter(W + "r"):
        around = next((up.tag.removeprefix(W) for up in run.iterancestors(W + "ins", W + "del")), "")
        words = "".join(node.text or "" for node in run.iter(W + "t", W + "delText"))
        if words:
            yield around, words
