"""What stands in a cell of a form: words, a field's value, a pattern. What is worked out from other cells: `totals`."""

from decimal import Decimal

from reportgen.compose.flow import flow_lines
from reportgen.compose.growth import beside
from reportgen.compose.marks import mark_in_cell, told
from reportgen.compose.references import References
from reportgen.model.content import Content, Dated, Indicators, Listing, ListRow, Prose, Score, Value, Year
from reportgen.model.dates import spell_date
from reportgen.model.facts import FORMER, GROWTH, Fact
from reportgen.model.inline import Inline, Number, Text
from reportgen.model.quantity import Bound
from reportgen.model.table import CellRole
from reportgen.numbers import read_quantity
from reportgen.packs.forms import ORDINAL, SLOT, Fill, FormCell, Pattern, Rate, Sum, Words
from reportgen.place import NOWHERE, Place, Written
from reportgen.record import Struct

Paragraphs = tuple[tuple[Inline, ...], ...]
EMPTY: Paragraphs = ((),)


class Filled(Struct, frozen=True):
    """The contents of a cell before it has a place in the grid."""

    paragraphs: Paragraphs = EMPTY
    role: CellRole = CellRole.TEXT
    number: Decimal | None = None
    origin: Place = NOWHERE


class Filler(Struct):
    """Looks values up: `scope` holds the lines at hand, innermost last."""

    content: Content
    references: References
    scope: tuple[ListRow, ...] = ()
    ordinal: int = 0
    """The number, from 1, of the line that has a row of its own."""

    def value(self, path: str) -> Value | None:
        """What a path means: a column of the innermost line that has it, else a field or a figure of the content.

        With 上年 or 同比 before it, what that was last year, or how it has grown.
        """
        kind, _point, rest = path.partition(".")
        if kind in (FORMER, GROWTH):
            now = self.value(rest)
            return beside(kind, now, self.content.facts) if isinstance(now, Fact) else None
        for line in reversed(self.scope):
            if path in line.columns:
                return line.cells.get(path)
        found = self.content.values.get(path)
        return found if found is not None else self._fact(path)

    def _fact(self, path: str) -> Fact | None:
        """A figure of a fund table or of a score: 预算.项目资金.支出."""
        names = tuple(path.split("."))
        return next((fact for fact in self.content.facts if fact.path == names), None) if len(names) > 1 else None

    def lines(self, path: str) -> tuple[ListRow, ...]:
        """The lines of a listing; none when it is not given."""
        listing = self.value(path)
        return listing.rows if isinstance(listing, Listing | Indicators) else ()

    def fill(self, cell: FormCell) -> Filled:
        """The contents of a cell of the form; sums and rates stay empty until the whole form stands."""
        match cell.source:
            case Words(text):
                number = Decimal(text) if cell.name and text.isdecimal() else None
                return Filled(((Text(text),),) if text else EMPTY, CellRole.HEAD, number)
            case Fill(path):
                return self._field(self.value(path))
            case Pattern() as pattern:
                return self._pattern(pattern)
            case Sum() | Rate():
                return Filled(role=CellRole.NUMBER)

    def figures(self, source: Sum | Rate) -> dict[str, Decimal]:
        """The figures that a rate names, as far as they are fields: two of them in base units, one as written."""
        names = (source.part, source.whole) if isinstance(source, Rate) else ()
        values = {name: self.value(name) for name in names}
        found = {name: value.quantity for name, value in values.items() if isinstance(value, Fact) and value.quantity}
        return {name: figure.value if len(found) > 1 else figure.number for name, figure in found.items()}

    def _field(self, value: Value | None) -> Filled:
        match value:
            case Written():
                filled = Filled(self._flow(value), number=_stated(value.text), origin=value.place)
            case Prose():
                filled = Filled(self._flow(value.written), origin=value.written.place)
            case Dated():
                filled = Filled(((Text(spell_date(value.date)),),), CellRole.CENTER, origin=value.written.place)
            case Year():
                filled = Filled(((Text(str(value.number)),),), CellRole.CENTER, origin=value.written.place)
            case Fact():
                filled = _figure(value)
            case Score() if value.points:
                filled = _figure(value.points)
            case _:
                filled = Filled()
        return filled

    def _flow(self, written: Written) -> Paragraphs:
        """Each line of a text is a paragraph of the cell; # and - are words here."""
        lines = list(flow_lines(written, marks=False))
        for line in lines:
            if mark := mark_in_cell(written.text[line.start : line.end]):
                self.references.found.append(told(written, line.start, mark))
        return tuple(self.references.inlines(written, line.start, line.end) for line in lines) or EMPTY

    def _pattern(self, pattern: Pattern) -> Filled:
        if not pattern.listings:
            return _placed((self._around(pattern.words, self.ordinal),))
        outer, paragraphs = self.scope, []
        for path in pattern.listings:
            for number, line in enumerate(self.lines(path), start=1):
                self.scope = (*outer, line)
                paragraphs.append(self._around(pattern.words, number))
            self.scope = outer
        return _placed(tuple(paragraphs) or EMPTY)

    def _around(self, words: str, number: int) -> tuple[Inline, ...]:
        """The words of a pattern, with the fields and the number of the line among them."""
        inlines: list[Inline] = []
        for position, piece in enumerate(SLOT.split(words)):
            if position % 2 == 0:
                inlines += [Text(piece)] if piece else []
            elif piece == ORDINAL and number:
                inlines.append(Text(str(number)))
            else:
                paragraphs = self._field(self.value(piece)).paragraphs
                inlines += [inline for paragraph in paragraphs for inline in paragraph]
        return tuple(inlines)


def _stated(text: str) -> Decimal | None:
    """The number of words that are one exact figure with its unit, for spreadsheets: 305天, 3.64万人次, of 96% 0.96.

    Without a unit they may be a code, and of a year nothing is worked out.
    """
    quantity = read_quantity(text.strip())
    exact = quantity is not None and quantity.bound is Bound.EXACT and quantity.unit not in ("", "年")
    if quantity is None or not exact or str(quantity) != text.strip():
        return None
    return quantity.number / 100 if quantity.unit == "%" else quantity.number


def _placed(paragraphs: Paragraphs) -> Filled:
    """Contents with the place of the first words that were typed."""
    typed = (inline.origin for inlines in paragraphs for inline in inlines if inline.origin.line)
    return Filled(paragraphs, origin=next(typed, NOWHERE))


def _figure(fact: Fact) -> Filled:
    """Figures stand as they were written: the unit that the table implies is named in its head."""
    quantity = fact.quantity
    words = quantity.text if quantity else str(fact.value)
    number = quantity.number if quantity else None
    return Filled(((Number(words, fact, fact.place),),), CellRole.NUMBER, number, origin=fact.place)
