"""From a place in the content file to the paragraph that prints it, for messages that name section and page."""

from reportgen.model.document import Block, Document, Number
from reportgen.place import Place


class Whereabouts:
    """Finds the block behind a place: by the line it was written on, or by a fact that it prints."""

    def __init__(self, document: Document) -> None:
        self._by_line: dict[tuple[str, int], Block] = {}
        self._by_fact: dict[tuple[str, int, int], Block] = {}
        for block in document.walk():
            if block.origin.line:
                self._by_line.setdefault((block.origin.file, block.origin.line), block)
            for inline in block.inlines:
                if inline.origin.line:
                    self._by_line.setdefault((inline.origin.file, inline.origin.line), block)
                if isinstance(inline, Number):
                    place = inline.fact.place
                    self._by_fact.setdefault((place.file, place.line, place.column), block)

    def block(self, place: Place) -> Block | None:
        """The block that prints what stands at a place; None when nothing does."""
        by_fact = self._by_fact.get((place.file, place.line, place.column))
        return by_fact or self._by_line.get((place.file, place.line))

    def section(self, place: Place) -> str:
        """The headings above the block, e.g. 三、（二）执行管理情况分析; empty when the place is not printed."""
        block = self.block(place)
        return block.section if block else ""
