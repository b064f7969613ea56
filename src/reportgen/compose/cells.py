"""What stands in a cell of a form: words, a field's value, a sum, a rate."""

from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.compose.flow import flow_lines
from reportgen.compose.references import References
from reportgen.model.content import Content, Dated, ListRow, Prose, Score, Value, Year
from reportgen.model.dates import spell_date
from reportgen.model.facts import Fact
from reportgen.model.inline import Inline, Number, Text
from reportgen.model.quantity import round_half_up
from reportgen.model.table import Cell, CellRole
from reportgen.packs.forms import Fill, FormCell, Rate, Sum, Words
from reportgen.place import NOWHERE, Place, Written

_RATE_DECIMALS = 2
_SCORE_DECIMALS = 2

Position = tuple[int, int]
Words_ = tuple[tuple[Inline, ...], ...]
EMPTY: Words_ = ((),)


@dataclass(frozen=True, slots=True)
class Filled:
    """The contents of a cell before it has a place in the grid."""

    paragraphs: Words_ = EMPTY
    role: CellRole = CellRole.TEXT
    number: Decimal | None = None
    total_of: tuple[Position, ...] = ()
    origin: Place = NOWHERE


@dataclass
class Filler:
    """Looks values up: `scope` holds the lines at hand, innermost last; `summed` what totals may add up."""

    content: Content
    references: References
    scope: tuple[ListRow, ...] = ()
    summed: dict[str, list[Cell]] = field(default_factory=dict)

    def value(self, path: str) -> "Value | None":
        """What a path means: a column of the innermost line that has it, else a field of the content."""
        for line in reversed(self.scope):
            if path in line.columns:
                return line.cells.get(path)
        return self.content.values.get(path)

    def fill(self, cell: FormCell) -> Filled:
        """The contents of a cell of the form."""
        match cell.source:
            case Words(text):
                return Filled(((Text(text),),) if text else EMPTY, CellRole.HEAD)
            case Fill(path):
                return self._field(self.value(path))
            case Sum(parts):
                return self._total(parts)
            case Rate() as rate:
                return self._rate(rate)

    def _field(self, value: "Value | None") -> Filled:
        match value:
            case Written():
                filled = Filled(self._flow(value), origin=value.place)
            case Prose():
                filled = Filled(self._flow(value.written), origin=value.written.place)
            case Dated():
                filled = Filled(((Text(spell_date(value.date)),),), CellRole.CENTER, origin=value.written.place)
            case Year():
                filled = Filled(((Text(str(value.number)),),), CellRole.CENTER, origin=value.written.place)
            case Fact():
                filled = self._figure(value)
            case Score() if value.points:
                filled = self._figure(value.points)
            case _:
                filled = Filled()
        return filled

    def _figure(self, fact: Fact) -> Filled:
        """Figures stand as they were written: the unit that the table implies is named in its head."""
        quantity = fact.quantity
        words = quantity.text if quantity else str(fact.value)
        number = quantity.number if quantity else None
        return Filled(((Number(words, fact, fact.place),),), CellRole.NUMBER, number, origin=fact.place)

    def _flow(self, written: Written) -> Words_:
        """Each line of a text is a paragraph of the cell; # and - are words here."""
        lines = (self.references.inlines(written, line.start, line.end) for line in flow_lines(written, marks=False))
        return tuple(lines) or EMPTY

    def _total(self, parts: tuple[str, ...]) -> Filled:
        cells = [cell for part in parts for cell in self.summed.get(part, ())]
        total = sum((cell.number for cell in cells if cell.number is not None), Decimal(0))
        positions = tuple((cell.row, cell.column) for cell in cells)
        return Filled(((Text(f"{total:f}"),),), CellRole.NUMBER, total, positions)

    def _rate(self, rate: Rate) -> Filled:
        values = (self.value(rate.part), self.value(rate.whole))
        figures = [value.quantity.value for value in values if isinstance(value, Fact) and value.quantity]
        if len(figures) != len(values) or not figures[1]:
            return Filled(role=CellRole.NUMBER)
        share = figures[0] / figures[1]
        if rate.points is None:
            percent = round_half_up(share * 100, _RATE_DECIMALS)
            return Filled(((Text(f"{percent}%"),),), CellRole.NUMBER)
        points = round_half_up(min(share, Decimal(1)) * rate.points, _SCORE_DECIMALS)
        return Filled(((Text(str(points)),),), CellRole.NUMBER, points)
