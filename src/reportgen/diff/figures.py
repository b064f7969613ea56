"""Figures that were replaced by others: what each was, what it is, by how much, and what depends on it."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.diff.comparison import Comparison, Difference
from reportgen.diff.dependants import Dependants
from reportgen.diff.documents import Piece, Side
from reportgen.diff.runs import Runs, text_of
from reportgen.language import _
from reportgen.model.document import Heading, Number, Paragraph, Table
from reportgen.model.inline import Change
from reportgen.model.lattice import Lattice
from reportgen.model.quantity import Quantity, like, plain
from reportgen.model.table import Cell
from reportgen.numbers.reader import Stated
from reportgen.numbers.tokens import is_number, tokens
from reportgen.record import Struct
from reportgen.statements.passages import numbers_in

_ENDS = "，。；：、！？（）()“”《》\n\v\t"
_LONGEST = 16
"""Characters of a name."""


class FigureChange(Struct, frozen=True):
    """A figure that was replaced by another one, with its unit where it has one."""

    name: str
    old: str
    new: str
    difference: str
    """By how much the new one is more (+) or less (−); empty where that means nothing, as between two years."""
    section: str
    depends: tuple[str, ...] = ()
    """What depends on it in the new draft: where else its fact is printed, formulas, relations that hold or do not."""


class Replaced(Struct, frozen=True):
    """A number in the place of another: where each begins in its text."""

    old: str
    new: str
    before: int
    after: int


def figures_of(old: Side, new: Side, compared: Comparison, dependants: Dependants) -> list[FigureChange]:
    """The figures that were replaced, in reading order."""
    return [
        figure
        for difference in compared.changes
        for figure in _figures(
            difference, _taken(old, difference.step.old), _taken(new, difference.step.new), dependants
        )
    ]


def _taken(side: Side, numbers: Sequence[int]) -> list[Piece]:
    return [side.pieces[at] for at in numbers]


def _figures(
    difference: Difference, olds: list[Piece], news: list[Piece], dependants: Dependants
) -> Iterator[FigureChange]:
    if difference.grid and not difference.grid.replaced:
        old, new = olds[0].block, news[0].block
        if isinstance(old, Table) and isinstance(new, Table):
            yield from _of_table(difference, new, dependants)
    elif olds and news:
        yield from _of_words(difference.runs, news, dependants)


def replaced(runs: Runs) -> Iterator[Replaced]:
    """The numbers that stand where others stood: as many in what was inserted as in what was deleted."""
    before = after = 0
    for at, run in enumerate(runs):
        following = runs[at + 1] if at + 1 < len(runs) else None
        if run.change is Change.DELETED and following and following.change is Change.INSERTED:
            gone, come = list(_numbers(run.text, before)), list(_numbers(following.text, after))
            if len(gone) == len(come):
                pairs = zip(gone, come, strict=True)
                yield from (Replaced(one, other, i, j) for (one, i), (other, j) in pairs)
        before += len(run.text) if run.change is not Change.INSERTED else 0
        after += len(run.text) if run.change is not Change.DELETED else 0


def _numbers(text: str, start: int) -> Iterator[tuple[str, int]]:
    for token in tokens(text):
        if is_number(token):
            yield token, start
        start += len(token)


def _of_words(runs: Runs, news: list[Piece], dependants: Dependants) -> Iterator[FigureChange]:
    """Of paragraphs: `news` are those whose words the runs are, one behind the other."""
    before, after = text_of(runs, Change.INSERTED), text_of(runs, Change.DELETED)
    for found in replaced(runs):
        piece, start = _piece_at(news, found.after)
        label = piece.block.label if isinstance(piece.block, Heading | Paragraph) else ""
        offset = found.after - start - len(label)
        if offset < 0:
            continue  # a computed number of a heading is told with the headings
        one, other = _stated(before, found.before), _stated(after, found.after)
        if other is None and _is_of_date(after, found):
            continue
        number = _number_at(piece, offset)
        name = number.fact.name if number else _label(after, other.start if other else found.after)
        depends = tuple(dependants.of_words(piece.block, offset, number))
        yield _change(name, found, one, other, piece.member.section, depends)


_OF_DATE = re.compile(r"(?:19|20)\d\d(?!\d)|\d+(?=[年月日号])")


def _is_of_date(text: str, found: Replaced) -> bool:
    """Whether a number that states nothing is a year, a month, a day, or the number of a paper."""
    return _OF_DATE.match(text, found.after) is not None


def _piece_at(pieces: list[Piece], offset: int) -> tuple[Piece, int]:
    start = 0
    for piece in pieces:
        if offset <= start + len(piece.member.words):
            return piece, start
        start += len(piece.member.words) + 1
    return pieces[-1], start


def _number_at(piece: Piece, offset: int) -> Number | None:
    """The reference that printed the character at an offset."""
    for inline in piece.block.inlines:
        if offset < len(inline.text):
            return inline if isinstance(inline, Number) else None
        offset -= len(inline.text)
    return None


def _of_table(difference: Difference, table: Table, dependants: Dependants) -> Iterator[FigureChange]:
    assert difference.grid
    cells, lattice = {(cell.row, cell.column): cell for cell in table.cells}, Lattice(table)
    for place, runs in difference.grid.cells.items():
        for found in replaced(runs):
            one = _stated(text_of(runs, Change.INSERTED), found.before)
            other = _stated(text_of(runs, Change.DELETED), found.after)
            name = name_of_cell(lattice, cells[place])
            depends = tuple(dependants.of_cell(table, cells[place]))
            yield _change(name, found, one, other, table.section, depends)


def name_of_cell(lattice: Lattice, cell: Cell) -> str:
    """A cell by the first words of its row and the head of its column; in a form by the words to the left of it."""
    if not lattice.table.head_rows:
        return _words_before(lattice, cell)
    row = next((each.compact for each in lattice.row(cell.row) if each.compact), "")
    heads = (lattice.at(above, cell.column) for above in range(lattice.table.head_rows - 1, -1, -1))
    head = next((each.compact for each in heads if each and each is not cell and each.compact), "")
    parts = ("" if row == cell.compact else row, head)
    return "·".join(part[:_LONGEST] for part in parts if part) or _("表格")


def _words_before(lattice: Lattice, cell: Cell) -> str:
    before = [each for each in lattice.row(cell.row) if each.column < cell.column and each.compact]
    worded = [each.compact for each in before if not any(map(str.isdigit, each.compact))]
    return (worded or [_("表格")])[-1][:_LONGEST]


def _stated(text: str, offset: int) -> Stated | None:
    return next((each for each in numbers_in(text) if each.start <= offset < each.end), None)


def _label(text: str, end: int) -> str:
    """The words right before a figure, back to the mark before them."""
    start = max((text.rfind(mark, 0, end) for mark in _ENDS), default=-1) + 1
    return text[start:end].strip()[-_LONGEST:] or _("数字")


def _change(  # noqa: PLR0913, PLR0917 - what is told of a figure
    name: str, found: Replaced, one: Stated | None, other: Stated | None, section: str, depends: tuple[str, ...]
) -> FigureChange:
    if one and other:
        before, after = one.quantity, other.quantity
        return FigureChange(name, str(before), str(after), difference_of(before, after), section, depends)
    return FigureChange(name, found.old, found.new, "", section, depends)


def difference_of(old: Quantity, new: Quantity) -> str:
    """By how much one figure is more than another, in the unit of the new one; empty for figures of two kinds.

    >>> from reportgen.numbers.reader import read_quantity
    >>> difference_of(read_quantity("518.89万元"), read_quantity("602.30万元"))
    '+83.41万元'
    >>> difference_of(read_quantity("98%"), read_quantity("97.5%"))
    '−0.5个百分点'
    """
    if old.kind != new.kind:
        return ""
    less, more = sorted((old.value, new.value))
    sign = "+" if new.value > old.value else "−" if new.value < old.value else ""
    if new.kind == "%":
        return f"{sign}{plain((more - less) * 100)}{_('个百分点')}"
    return f"{sign}{like(more - less, new)}"
