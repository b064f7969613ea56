"""The paragraphs of a Word file with all that was done to them: tracked changes, bookmarks, where comments stand.

Nothing is settled here: a piece of text says who put it in and who took it out, so that what was sent out and what is
meant now can both be read. Paragraphs of text boxes come behind the one in which the box hangs.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reportgen import patterns as re
from reportgen.record import Struct, field
from reportgen.word.change_names import PUT_IN, TAKEN_OUT
from reportgen.word.package import Element, Package, W, is_repeated

_WORDS: Mapping[str, str] = MappingProxyType({W + "tab": "\t", W + "noBreakHyphen": "-", W + "ptab": "\t"})
_TEXTS = (W + "t", W + "delText")
_PUT_IN, _TAKEN_OUT = (frozenset(W + name for name in names) for names in (PUT_IN, TAKEN_OUT))
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?")


class Change(Struct, frozen=True):
    """Who changed something, and when: YYYY-MM-DD HH:MM as the file says it."""

    author: str
    date: str


class Piece(Struct, frozen=True):
    """Characters that were put in or taken out together, or neither; one may take out what another had put in."""

    text: str
    inserted: Change | None = None
    deleted: Change | None = None


class Spot(Struct, frozen=True):
    """Where a bookmark or the range of a comment begins or ends: before a character of all pieces together."""

    name: str
    offset: int
    begins: bool = True


class MarkedParagraph(Struct):
    """A paragraph, and what was done to its end and to its row; `cell` counts the cells, 0 stands in none."""

    pieces: list[Piece] = field(default_factory=list)
    bookmarks: list[Spot] = field(default_factory=list)
    comments: list[Spot] = field(default_factory=list)
    end_inserted: Change | None = None
    end_deleted: Change | None = None
    row_inserted: Change | None = None
    row_deleted: Change | None = None
    cell: int = 0
    contents: bool = False
    """Whether it is a line of a table of contents."""

    @property
    def text(self) -> str:
        """The characters of all pieces."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def length(self) -> int:
        """Characters of all pieces."""
        return sum(len(piece.text) for piece in self.pieces)


def change_of(node: Element) -> Change:
    """Author and date of a tracked change or a comment."""
    return Change(str(node.get(W + "author", "")).strip(), date_of(str(node.get(W + "date", ""))))


def change_of_file(package: Package) -> Change:
    """Who saved the file last, and when: so much is known of changes that nobody tracked."""
    root = package.part("docProps/core.xml")
    said = {str(node.tag).rpartition("}")[2]: node.text or "" for node in (root if root is not None else ())}
    return Change(said.get("lastModifiedBy", "").strip(), date_of(said.get("modified", "")))


def date_of(said: str) -> str:
    """`2026-03-01T10:15:00Z` → 2026-03-01 10:15."""
    found = _DATE.match(said)
    return " ".join(part for part in found.groups() if part) if found else ""


def marked_paragraphs(package: Package, part: str = "") -> list[MarkedParagraph]:
    """Every paragraph of the running text, or of another part. Raises UsageProblem when the file is not a docx."""
    root = package.part(part) if part else package.main()
    reader = _Reader()
    if root is not None:
        for body in root:
            reader.blocks(body)
    return reader.paragraphs


class _Reader(Struct):
    """Walks through the text once."""

    paragraphs: list[MarkedParagraph] = field(default_factory=list)
    waiting: list[Element] = field(default_factory=list)
    """What begins between two paragraphs: it belongs to the next."""
    fields: list[list[str]] = field(default_factory=list)
    """The fields that are open: the code, and `shown` behind it once what it shows has begun."""
    cells: int = 0

    def blocks(self, parent: Element, cell: int = 0, row: tuple[Change | None, Change | None] = (None, None)) -> None:
        """What stands in a body, a cell, a control or a text box."""
        for node in parent:
            if node.tag == W + "p":
                self._paragraph(node, cell, row)
            elif node.tag == W + "tr":
                self.blocks(node, cell, (_of(node, "trPr", "ins"), _of(node, "trPr", "del")))
            elif node.tag == W + "tc":
                self.cells += 1
                self.blocks(node, self.cells, row)
            elif node.tag in (W + "bookmarkStart", W + "commentRangeStart"):
                self.waiting.append(node)
            elif node.tag in (W + "bookmarkEnd", W + "commentRangeEnd"):
                if self.paragraphs:
                    _spot(self.paragraphs[-1], node, self.paragraphs[-1].length)
            elif not str(node.tag).endswith(("Pr", "tblGrid")):
                self.blocks(node, cell, row)

    def _paragraph(self, node: Element, cell: int, row: tuple[Change | None, Change | None]) -> None:
        made = MarkedParagraph(cell=cell, row_inserted=row[0], row_deleted=row[1])
        made.end_inserted, made.end_deleted = _of(node, f"pPr/{W}rPr", "ins"), _of(node, f"pPr/{W}rPr", "del")
        made.contents = self._in_contents()
        self.paragraphs.append(made)
        for each in self.waiting:
            _spot(made, each, 0)
        self.waiting.clear()
        self._inside(node, made, None, None)
        made.contents |= self._in_contents()
        for box in node.iter(W + "txbxContent"):
            if not is_repeated(box) and next(box.iterancestors(W + "p")) is not None and _outermost(box, node):
                self.blocks(box)

    def _inside(self, parent: Element, made: MarkedParagraph, put: Change | None, taken: Change | None) -> None:
        for node in parent:
            tag = node.tag
            if tag == W + "r":
                self._run(node, made, put, taken)
            elif tag in _PUT_IN:
                self._inside(node, made, change_of(node), taken)
            elif tag in _TAKEN_OUT:
                self._inside(node, made, put, change_of(node))
            elif tag in _SPOTS:
                _spot(made, node, made.length)
            elif not str(tag).endswith("Pr"):
                self._inside(node, made, put, taken)

    def _run(self, run: Element, made: MarkedParagraph, put: Change | None, taken: Change | None) -> None:
        for node in run:
            text = (node.text or "") if node.tag in _TEXTS else _WORDS.get(node.tag, "")
            if node.tag == W + "fldChar":
                self._field(str(node.get(W + "fldCharType")))
            elif node.tag == W + "instrText" and self.fields:
                self.fields[-1][0] += node.text or ""
            elif node.tag == W + "commentReference":
                _spot(made, node, made.length)
            elif text and all(len(each) > 1 for each in self.fields):
                last = made.pieces[-1] if made.pieces else None
                if last and (last.inserted, last.deleted) == (put, taken):
                    made.pieces[-1] = Piece(last.text + text, put, taken)
                else:
                    made.pieces.append(Piece(text, put, taken))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append([""])
        elif self.fields and kind == "separate":
            self.fields[-1].append("shown")
        elif self.fields and kind == "end":
            self.fields.pop()

    def _in_contents(self) -> bool:
        return any(_CONTENTS.match(each[0]) for each in self.fields)


_SPOTS = frozenset(W + name for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))


def _spot(made: MarkedParagraph, node: Element, offset: int) -> None:
    """A bookmark ends by its number; which name that is only its beginning says."""
    name, number = str(node.get(W + "name", "")), str(node.get(W + "id", ""))
    kind = str(node.tag).rpartition("}")[2]
    if kind.startswith("bookmark"):
        made.bookmarks.append(Spot(f"{number}\0{name}", offset, kind == "bookmarkStart"))
    else:
        made.comments.append(Spot(number, offset, kind != "commentRangeEnd"))


def _of(node: Element, path: str, name: str) -> Change | None:
    """A change of the end of a paragraph, or of a row."""
    found = node.find(f"{W}{path}/{W}{name}")
    if found is None and path.startswith("pPr"):
        found = node.find(f"{W}{path}/{W}{'moveTo' if name == 'ins' else 'moveFrom'}")
    return change_of(found) if found is not None else None


def _outermost(box: Element, paragraph: Element) -> bool:
    """Whether no other box stands between the two."""
    return next(box.iterancestors(W + "p")) is paragraph


def bookmarks_of(paragraphs: list[MarkedParagraph]) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Each bookmark with where it begins and ends: paragraph, and offset in it.

    Where one goes over two paragraphs LibreOffice begins it twice and ends it once: without an end it is one paragraph.
    """
    open_ones: dict[str, tuple[str, tuple[int, int]]] = {}
    for number, paragraph in enumerate(paragraphs):
        for spot in paragraph.bookmarks:
            key, _zero, name = spot.name.partition("\0")
            if spot.begins:
                open_ones[key] = (name, (number, spot.offset))
            elif key in open_ones:
                name, begin = open_ones.pop(key)
                yield name, begin, (number, spot.offset)
    for name, begin in open_ones.values():
        yield name, begin, (begin[0], paragraphs[begin[0]].length)
