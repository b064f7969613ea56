"""What depends on a figure of the new draft: other places that print its fact, formulas of its table, relations."""

from collections.abc import Callable, Iterator
from functools import cached_property

from reportgen.language import _
from reportgen.model.document import Block, Document, Number, Table
from reportgen.model.inline import with_notes
from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell
from reportgen.statements.equations import Bounded
from reportgen.statements.ledger import Ledger
from reportgen.statements.statement import Statement
from reportgen.statements.workings import working

_MOST = 4
"""Relations that are told of one figure."""


class Dependants:
    """Looks them up; the ledger is made when the first figure asks for it."""

    def __init__(self, document: Document, ledger: Callable[[], Ledger]) -> None:
        self.document, self._make = document, ledger

    def of_words(self, block: Block, offset: int, number: Number | None) -> Iterator[str]:
        """Of a figure in running text, at a character of the words of its block."""
        if number:
            yield from self._printed(number, block)
        statements = self._in_prose.get(id(block.inlines), ())
        yield from self._relations(next((each for each in statements if each.start <= offset < each.end), None))

    def of_cell(self, table: Table, cell: Cell) -> Iterator[str]:
        """Of a figure in a cell."""
        for number in (inline for line in cell.paragraphs for inline in line if isinstance(inline, Number)):
            yield from self._printed(number, table)
        for other in table.lines():
            if other.formula and any(place in cell.places for place in other.formula.uses):
                place = {"row": other.row + 1, "column": other.column + 1, "words": other.compact}
                yield _("第{row}行第{column}列「{words}」由它算出", **place)
        yield from self._relations(self._in_cells.get(id(cell)))

    def _printed(self, number: Number, block: Block) -> Iterator[str]:
        """Where else the fact of a figure is printed."""
        places = self._facts.get(number.fact.name, [])
        sections = dict.fromkeys(where for where, other in places if other is not block and where)
        if sections:
            yield _("数据「{name}」还印在：{sections}", name=number.fact.name, sections=_("；").join(sections))

    def _relations(self, figure: Statement | None) -> Iterator[str]:
        """What does not hold comes first; that it is no more than another figure says nothing of it."""
        if figure is None:
            return
        wrong = [claim for claim in self._ledger.wrong if figure in claim.members]
        holding = [claim for claim in self._ledger.holding.get(figure, ()) if not isinstance(claim.equation, Bounded)]
        broken = [_("对不上：{working}", working=working(claim, figure)) for claim in wrong]
        yield from list(dict.fromkeys([*broken, *(working(claim, figure) for claim in holding)]))[:_MOST]

    @cached_property
    def _ledger(self) -> Ledger:
        return self._make()

    @cached_property
    def _in_prose(self) -> dict[int, list[Statement]]:
        found: dict[int, list[Statement]] = {}
        for each in self._ledger.prose:
            found.setdefault(id(each.passage.inlines), []).append(each)
        return found

    @cached_property
    def _in_cells(self) -> dict[int, Statement]:
        found: dict[int, Statement] = {}
        for grid in self._ledger.grids:
            lattice = Lattice(grid.table)
            for place, figure in grid.figures.items():
                cell = lattice.at(*place)
                found |= {id(cell): figure} if cell else {}
        return found

    @cached_property
    def _facts(self) -> dict[str, list[tuple[str, Block]]]:
        """The places of each fact: the section, and the block."""
        found: dict[str, list[tuple[str, Block]]] = {}
        for block in self.document.walk():
            for inline in with_notes(block.inlines):
                if isinstance(inline, Number):
                    found.setdefault(inline.fact.name, []).append((block.section, block))
        return found
