"""Reading a docx back: the text of its paragraphs as Word would show it."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.word.edges import fields_of
from reportgen.word.package import Element, Package, W, is_repeated

_EDGE = re.compile(r"word/(header|footer)\d*\.xml")
_COUNTERS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}


def docx_lines(content: bytes) -> list[str]:
    """The paragraphs of the body that say something, without the table of contents: it repeats headings.

    What stands in a text box comes after the paragraph that holds it.
    """
    root = Package("docx", content).part("word/document.xml")
    if root is None:
        return []
    contents = {node for gallery in root.iter(W + "docPartGallery") for node in _around(gallery).iter(W + "p")}
    lines = (_words(node) for node in root.iter(W + "p") if node not in contents and not is_repeated(node))
    return [line for line in lines if line.strip()]


def docx_edges(content: bytes) -> set[str]:
    """The paragraphs of all headers and footers, without the numbers of pages that Word last counted."""
    package = Package("docx", content)
    roots: list[Element] = [package.part(name) for name in package.names() if _EDGE.fullmatch(name)]
    return {_words(node) for root in roots for node in root.iter(W + "p") if not is_repeated(node)}


def _words(paragraph: Element) -> str:
    """Its own words: those of a box in it are lines of their own."""
    return "".join("‑" if piece.tag == W + "noBreakHyphen" else piece.text or "" for piece in _own(paragraph))


def _own(paragraph: Element) -> Iterator[Element]:
    counted = bool(_COUNTERS.intersection(fields_of(paragraph)))
    depth = 0
    for piece in paragraph.iter(W + "t", W + "noBreakHyphen", W + "fldChar"):
        if next(piece.iterancestors(W + "p")) is not paragraph or is_repeated(piece) or _is_spelt_above(piece):
            continue
        if piece.tag == W + "fldChar":
            depth += {"begin": 1, "end": -1}.get(str(piece.get(W + "fldCharType")), 0)
        elif not (counted and (depth > 0 or _in_simple_field(piece))):
            yield piece


def _in_simple_field(piece: Element) -> bool:
    return next(piece.iterancestors(W + "fldSimple"), None) is not None


def _is_spelt_above(piece: Element) -> bool:
    """Whether it is the pinyin over a word (拼音指南)."""
    return next(piece.iterancestors(W + "rt"), None) is not None


def _around(gallery: Element) -> Element:
    return next(gallery.iterancestors(W + "sdt"))
