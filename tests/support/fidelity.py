"""Hold a document against the published text that it was typed from: every paragraph and cell, in order, nothing else.

White space is left aside, and so are the labels of headings and items, which the program computes anew. What a seed
prints on one line may stand on two in the document (a heading with its text run in), so that the two are compared as
streams of characters, paragraph by paragraph of the seed.
"""

import re
from pathlib import Path

from tests.support.wordml import W, WordFile

from reportgen.pdf import page_texts
from reportgen.record import Struct

_LABEL = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+(?:、|\.(?!\d))|（\d+）)")

_PAGE_NUMBER = re.compile(r"—\d+—$")


class Fidelity(Struct, frozen=True):
    """What the document says of the published text."""

    published: int
    """Characters of the published text."""
    lost: tuple[str, ...]
    """Its paragraphs that do not stand in the document at their place."""
    added: tuple[str, ...]
    """Runs of the document between them that were never published."""

    @property
    def kept(self) -> int:
        """Published characters that stand in the document, whole paragraphs counted alone."""
        return self.published - sum(map(len, self.lost))


def squeeze(text: str) -> str:
    """The text without any white space, ideographic spaces included."""
    return re.sub(r"\s+", "", text)


def bare(text: str) -> str:
    """The text without white space and without the label that it begins with."""
    return _LABEL.sub("", squeeze(text))


def docx_lines(docx: bytes) -> list[str]:
    """The paragraphs of a Word file's body, those of its table cells where they stand."""
    return ["".join(node.itertext(f"{W}t")) for _style, node in WordFile(docx).paragraphs()]


def pdf_words(pdf: bytes) -> str:
    """The characters of a PDF's pages in reading order, without white space and without the page numbers."""
    return "".join(_PAGE_NUMBER.sub("", squeeze(page)) for page in page_texts(pdf))


def compared(seed: Path, lines: list[str]) -> Fidelity:
    """Look for the paragraphs (and cells) of `seed` one behind the other in the printed `lines`."""
    stream = "".join(map(bare, lines))
    published = [bare(line) for line in seed.read_text(encoding="utf-8").splitlines() if squeeze(line)]
    lost: list[str] = []
    added: list[str] = []
    at = 0
    for paragraph in published:
        found = stream.find(paragraph, at)
        if found < 0:
            lost.append(paragraph)
            continue
        added += [stream[at:found]] if found > at else []
        at = found + len(paragraph)
    added += [stream[at:]] if at < len(stream) else []
    return Fidelity(sum(map(len, published)), tuple(lost), tuple(added))
