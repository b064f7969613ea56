"""Notes of the text, taken down as the body is written: each is a reference there and a note in a part of its own.

They are Word's own, numbered by Word (①②, throughout the document), so that a note which is put in or taken out later
leaves the others right, and LibreOffice prints every mark once, which it does not for marks that are typed. Word has
numbers in circles up to 20.
"""

from collections.abc import Mapping

from reportgen.model.document import Document
from reportgen.model.inline import Note, footnotes
from reportgen.model.look import Style
from reportgen.record import Struct, field
from reportgen.word.note_numbers import FIRST_NOTE
from reportgen.word.ordered import put
from reportgen.word.package import Element

NUMBERS = "decimalEnclosedCircle"


class Footnotes(Struct):
    """The notes in their order."""

    styles: Mapping[str, Style]
    asked: list[Note] = field(default_factory=list)

    def mark(self, note: Note) -> str:
        """The reference that stands in the text; empty for a note that stands below a table, whose mark is text."""
        if not note.inlines:
            return ""
        self.asked.append(note)
        return f'<w:footnoteReference w:id="{FIRST_NOTE + len(self.asked) - 1}"/>'


def count_in_circles(section: Element, document: Document) -> None:
    """Say in the set-up of pages how notes are numbered, where the document has any."""
    if any(True for _note in footnotes(tuple(document.inlines()))):
        put(put(section, "footnotePr"), "numFmt", {"val": NUMBERS})
