"""The order in which the pages of a PDF are to be read, as its structure tree says it (ISO 32000-1, 14.7).

The tree is walked once. pdfium tells it page by page, and makes it anew for each from all rows of a table: a form of
two hundred pages took ten times as long. Imported when a PDF that the program made is read back; `check` needs none.
"""

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Object, Pdf, PdfError
from pikepdf import open as open_pdf

_TABLE_PARTS = frozenset({"/Table", "/TR", "/TH", "/TD"})
_RUNNING = frozenset({"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/Span", "/Figure", "/TOCI", "/Lbl"})
"""What holds no table: reports without one are not looked through."""
_TABLE, _FIGURE = "/Table", "/Figure"
_DEEPEST = 200
"""Levels of a tree; a damaged one may lead round in a circle."""

_Number = tuple[int, int]
"""Of an object of the file, with its generation."""
_NOWHERE = (0, 0)

Marks = dict[int, dict[int, bool]]
"""By the index of a page: the numbers of its marked content, in reading order, and whether each is that of a figure."""


def marks_of_tables(content: bytes) -> Marks:
    """The marks of the pages on which a table stands; the stream of any other says its words in order."""
    try:
        with open_pdf(BytesIO(content)) as pdf:
            tree = pdf.Root.get("/StructTreeRoot")
            return _marks(pdf, tree) if isinstance(tree, Dictionary) and _has_table(tree, 0) else {}
    except PdfError:
        return {}


def _has_table(element: Object, depth: int) -> bool:
    for kid in _elements(element):
        kind = str(kid.S)
        if kind in _TABLE_PARTS or (kind not in _RUNNING and depth < _DEEPEST and _has_table(kid, depth + 1)):
            return True
    return False


def _marks(pdf: Pdf, tree: Object) -> Marks:
    walk = _Walk()
    walk.through(tree, _NOWHERE, "")
    index_of: dict[_Number, int] = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    return {index_of[page]: walk.marks[page] for page in walk.with_tables if page in index_of}


class _Walk:
    """Through all elements, each once: pages are known by the numbers of their objects.

    Damaged files say anything anywhere.
    """

    def __init__(self) -> None:
        self.marks: dict[_Number, dict[int, bool]] = defaultdict(dict)
        self.with_tables: set[_Number] = set()
        self.seen: set[_Number] = set()

    def through(self, element: Object, page: _Number, within: str, depth: int = 0) -> None:
        """`within`: the table or the figure in which the element stands."""
        page = _number(element.get("/Pg"), page)
        for kid in _kids(element):
            if isinstance(kid, int):
                self.take(kid, page, within)
            elif not isinstance(kid, Dictionary):
                continue
            elif "/S" in kid:
                if depth < _DEEPEST and self.is_new(kid):
                    self.through(kid, page, within or _outermost(str(kid.S)), depth + 1)
            elif isinstance(mark := kid.get("/MCID"), int):
                self.take(mark, _number(kid.get("/Pg"), page), within)

    def is_new(self, element: Object) -> bool:
        number = element.objgen
        if number in self.seen:
            return False
        if number[0]:  # 0: it stands within another
            self.seen.add(number)
        return True

    def take(self, mark: int, page: _Number, within: str) -> None:
        self.marks[page].setdefault(mark, within == _FIGURE)
        if within == _TABLE:
            self.with_tables.add(page)


def _outermost(kind: str) -> str:
    return _TABLE if kind in _TABLE_PARTS else _FIGURE if kind == _FIGURE else ""


def _number(page: object, inherited: _Number) -> _Number:
    return page.objgen if isinstance(page, Dictionary) else inherited


def _kids(element: Object) -> Iterator[object]:
    kids = element.get("/K")
    if kids is not None:
        yield from kids if isinstance(kids, Array) else [kids]


def _elements(element: Object) -> Iterator[Object]:
    return (kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid)
