"""Reading a docx back: the text of its paragraphs as Word would show it."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.model.inline import circled
from reportgen.word.edges import fields_of
from reportgen.word.note_numbers import is_ours
from reportgen.word.package import Element, Package, W, is_repeated

_EDGE = re.compile(r"word/(header|footer)\d*\.xml")
_COUNTERS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}


def docx_lines(content: bytes) -> list[str]:
    """The paragraphs of the body that say something, without the table of contents: it repeats headings.

    What stands in a text box comes after the paragraph that holds it, and so do its notes.
    """
    package = Package("docx", content)
    root = package.part("word/document.xml")
    if root is None:
        return []
    contents = {node for gallery in root.iter(W + "docPartGallery") for node in _around(gallery).iter(W + "p")}
    notes = _Notes(package)
    paragraphs = (node for node in root.iter(W + "p") if node not in contents and not is_repeated(node))
    lines = (line for node in paragraphs for line in (_words(node, notes), *notes.below()))
    return [line for line in lines if line.strip()]


class _Notes:
    """The notes of a file, numbered as they come in its text."""

    def __init__(self, package: Package) -> None:
        root = package.part("word/footnotes.xml")
        found = root.iter(W + "footnote") if root is not None else ()
        self.says = {str(node.get(W + "id")): "".join(map(_words, node.iter(W + "p"))) for node in found}
        self.passed = 0
        self.last: list[str] = []
        """What those say that have come since."""

    def mark(self, reference: Element) -> str:
        """The mark of a reference as the document counts; those of a template are told as what only Word shows."""
        if not is_ours(str(reference.get(W + "id"))):
            return ""
        self.passed += 1
        self.last.append(circled(self.passed) + self.says.get(str(reference.get(W + "id")), ""))
        return circled(self.passed)

    def below(self) -> list[str]:
        """What stands at the foot of the page for the paragraph that has just been read."""
        said, self.last = self.last, []
        return said


def docx_edges(content: bytes) -> set[str]:
    """The paragraphs of all headers and footers, without the numbers of pages that Word last counted."""
    package = Package("docx", content)
    roots: list[Element] = [package.part(name) for name in package.names() if _EDGE.fullmatch(name)]
    return {_words(node) for root in roots for node in root.iter(W + "p") if not is_repeated(node)}


def _words(paragraph: Element, notes: _Notes | None = None) -> str:
    """Its own words: those of a box in it are lines of their own."""
    return "".join(_word(piece, notes) for piece in _own(paragraph))


def _word(piece: Element, notes: _Notes | None) -> str:
    if piece.tag == W + "footnoteReference":
        return notes.mark(piece) if notes else ""
    return "‑" if piece.tag == W + "noBreakHyphen" else piece.text or ""


def _own(paragraph: Element) -> Iterator[Element]:
    counted = bool(_COUNTERS.intersection(fields_of(paragraph)))
    depth = 0
    for piece in paragraph.iter(W + "t", W + "noBreakHyphen", W + "fldChar", W + "footnoteReference"):
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
