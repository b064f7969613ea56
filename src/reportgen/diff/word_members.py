"""A Word file → the members that it is compared by, each with its element: paragraphs and tables of its text.

What somebody has changed in it with tracking on is his: the words are compared as they were before that, so that
only what differs from the older file besides becomes a change of ours.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy

from reportgen import patterns as re
from reportgen.diff.breaks import BREAK, END
from reportgen.diff.members import Member, Sort, Square, table_words
from reportgen.finished.docx.tables import WRAPPERS, Piece, pieces_of, rows_of
from reportgen.record import Struct
from reportgen.word.accepted import settle
from reportgen.word.change_names import PUT_IN, TAKEN_OUT
from reportgen.word.characters import runs_of, text_of
from reportgen.word.opened import Opened
from reportgen.word.package import Element, Package, W, value

_CHANGES = tuple(W + name for name in (*PUT_IN, *TAKEN_OUT))
_CONTENTS = re.compile(r"toc\b|.*目录", re.IGNORECASE)


class WordMember(Struct, frozen=True, eq=False):
    """A paragraph or a table of a file; `rows` and `cells` are those of a table, cells by their grid position.

    `notes` are its footnotes and the references to them, in their order.
    """

    member: Member
    node: Element
    notes: tuple[tuple[Element, Element], ...] = ()
    rows: tuple[Element, ...] = ()
    cells: tuple[Piece, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether no cell of it holds a table itself."""
        return not any(next(piece.node.iter(W + "tbl"), None) is not None for piece in self.cells)


def style_names(package: Package) -> dict[str, str]:
    """The styles of a file: their names by their ids."""
    root = package.part("word/styles.xml")
    styles = root.iter(W + "style") if root is not None else ()
    return {str(style.get(W + "styleId")): value(style, "name") or "" for style in styles}


def word_members(file: Opened) -> list[WordMember]:
    """The paragraphs and tables in their order; a table of contents follows its headings and is left out."""
    part = file.part(name) if (name := file.related("footnotes")) else None
    notes = {str(note.get(W + "id")): note for note in part} if part is not None else {}
    return list(_members(file.body, style_names(file.package), notes))


def _members(body: Element, names: dict[str, str], notes: Mapping[str, Element]) -> Iterator[WordMember]:
    for node in body:
        if node.tag == W + "p":
            if not (_is_left_out(node, names) or _was_put_in(node)):
                yield _paragraph(node, notes)
        elif node.tag == W + "tbl":
            yield _table(node)
        elif node.tag in WRAPPERS:
            yield from _members(node, names, notes)


def _paragraph(node: Element, notes: Mapping[str, Element]) -> WordMember:
    words = words_of(node)
    marks = [mark for run in runs_of(node) for mark in run.iter(W + "footnoteReference")]
    own = tuple((notes[mark.get(W + "id")], mark.getparent()) for mark in marks if mark.get(W + "id") in notes)
    texts = tuple(END.join(map(words_of, paragraphs_of(note))) for note, _run in own)
    return WordMember(Member(Sort.PARAGRAPH, words, words, notes=texts), node, own)


def words_of(paragraph: Element) -> str:
    """The words of a paragraph before anybody's tracked changes, forced line breaks as `BREAK`."""
    return (_before_changes(paragraph) if is_changed(paragraph) else text_of(paragraph)).replace("\n", BREAK)


def words_now(paragraph: Element) -> str:
    """The words with all tracked changes accepted."""
    return text_of(paragraph).replace("\n", BREAK)


def is_changed(paragraph: Element) -> bool:
    """Whether somebody has changed its words with tracking on."""
    return next(paragraph.iter(*_CHANGES), None) is not None


def _before_changes(paragraph: Element) -> str:
    """What was put in left out, what was taken out put back."""
    restored = deepcopy(paragraph)
    settle(restored, accept=False)
    return text_of(restored)


def _was_put_in(paragraph: Element) -> bool:
    """Whether a paragraph is one that somebody has put in with tracking on, its end too."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}ins") is not None and not _before_changes(paragraph)


def paragraphs_of(cell: Element) -> list[Element]:
    """The paragraphs of a cell, without those of a table in it."""
    found: list[Element] = []
    for node in cell:
        if node.tag == W + "p":
            found.append(node)
        elif node.tag in WRAPPERS:
            found += paragraphs_of(node)
    return found


def _is_left_out(node: Element, names: dict[str, str]) -> bool:
    properties = node.find(W + "pPr")
    style = names.get(value(properties, "pStyle") or "", "")
    ends_section = properties is not None and properties.find(W + "sectPr") is not None
    return bool(_CONTENTS.match(style)) or (ends_section and not text_of(node))


def _table(node: Element) -> WordMember:
    cells = tuple(pieces_of(node))
    squares = tuple(
        Square(piece.row, piece.column, END.join(map(words_of, _all_of(piece.node))), piece.rows, piece.columns)
        for piece in cells
    )
    words = table_words(squares)
    return WordMember(Member(Sort.TABLE, words, words, squares), node, (), tuple(rows_of(node)), cells)


def _all_of(cell: Element) -> list[Element]:
    own = paragraphs_of(cell)
    return own if next(cell.iter(W + "tbl"), None) is None else list(cell.iter(W + "p"))
