"""The content file as it stands, beside the document that it prints: what remarks are to change."""

from collections.abc import Iterator
from functools import cached_property

from reportgen.model.document import Document
from reportgen.place import Place, Written
from reportgen.record import Struct
from reportgen.review.joined import squeezed
from reportgen.review.patches.stretches import Made, Stretch, stretches_of
from reportgen.review.trace import Line, Traced, traced
from reportgen.source.node import Node
from reportgen.source.paths import Keyed, Texts, texts_of
from reportgen.source.sheet import Sheet

_FEWEST = 4
"""Characters that a text must say to be known by them."""


def _lines(text: Written) -> Iterator[Written]:
    """Each line of a text behind a bar as a text of its own."""
    at = 0
    for line in text.text.split("\n"):
        if line.strip():
            yield Written(line, text.place_at(at, len(line)))
        at += len(line) + 1


class Target(Struct, frozen=True, dict=True):
    """A document of a content file; `file` is its name in places."""

    file: str
    text: str
    root: Node
    document: Document

    @cached_property
    def sheet(self) -> Sheet:
        """The file by its lines."""
        return Sheet(self.file, self.text)

    @cached_property
    def traced(self) -> list[Traced]:
        """The lines that are printed."""
        return traced(self.document, self.root, self.file)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The same without what they are in the document."""
        return tuple(each.line for each in self.traced)

    @cached_property
    def by_name(self) -> dict[str, Traced]:
        """The lines by their names."""
        return {each.line.name: each for each in self.traced}

    @cached_property
    def texts(self) -> Texts:
        """What stands at a place of the file."""
        return Texts(self.root)

    def stretches(self, name: str) -> list[Stretch]:
        """A line by where its characters come from."""
        return stretches_of(self.by_name[name], self.document, self.sheet)

    def keyed(self, name: str) -> Keyed | None:
        """The text of the content file in which the first typed words of a line stand."""
        place = self.place(name)
        return self.texts.at(place) if place else None

    def place(self, name: str) -> Place | None:
        """Where the first typed words of a line stand; None where none of it was typed."""
        typed = (each.place for each in self.stretches(name) if each.made in (Made.TYPED, Made.NUMBER))
        return next((place for place in typed if place.file == self.file and place.line), None)

    def saying(self, words: str) -> Keyed | None:
        """The line of a text that alone says the words, such as those of a note; None for few words."""
        said = squeezed(words)
        if len(said) < _FEWEST:
            return None
        found = [each for each in self._every_line if said in squeezed(each.text.text)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _every_line(self) -> list[Keyed]:
        return [Keyed(keyed.path, line) for keyed in texts_of(self.root) for line in _lines(keyed.text)]

    def place_at(self, name: str, offset: int) -> Place | None:
        """Where a character of a line was typed, else the reference that prints it; None for what the pack says."""
        traced_line, last = self.by_name[name], None
        for stretch in self.stretches(name):
            if stretch.place.file == self.file and stretch.place.line:
                last = stretch.place
                if stretch.made is Made.TYPED and stretch.start <= offset < stretch.end:
                    return Place(self.file, last.line, last.column + offset - stretch.start)
                if offset < stretch.end:
                    return last
        origin = (
            traced_line.cell.origin if traced_line.cell else traced_line.block.origin if traced_line.block else None
        )
        return last or (origin if origin and origin.file == self.file and origin.line else None)
