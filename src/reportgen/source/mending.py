"""Slips of the hand, mended in memory so that reading goes on: what each is, and where everything stands in the file.

Mending happens in layers (characters, then marks, then indentation), each over the lines that the one before left.
Lines never move; columns do, and `Mended.located` finds the way back.
"""

from collections.abc import Iterable, Sequence

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kind import Kind
from reportgen.diagnostics.repair import Edit, Repair
from reportgen.place import Place
from reportgen.record import Struct, replace


class Slip(Struct, frozen=True):
    """One slip: what it is, where (line and column from 0), and the characters to put in the place of `length`.

    `shown` of them are pointed at. Where `repairable` is false only the writer knows what should stand there; where
    `safe` is false the mending is a guess.
    """

    kind: Kind
    line: int
    column: int
    length: int
    mended: str
    label: str = ""
    shown: int = 1
    safe: bool = True
    repairable: bool = True

    @property
    def end(self) -> int:
        """The column behind what is replaced."""
        return self.column + self.length


Layer = dict[int, list[Slip]]
"""The slips of each line in their order."""


class Mended(Struct, frozen=True):
    """The lines as they are read, and the layers of mending that lie between them and the file."""

    file: str
    lines: tuple[str, ...]
    layers: tuple[Layer, ...] = ()

    def mend(self, slips: Iterable[Slip]) -> "Mended":
        """The lines with these slips put right, too; of two that overlap the first counts."""
        layer = _layer(slips)
        lines = [_mended(line, layer.get(number, [])) for number, line in enumerate(self.lines)]
        return Mended(self.file, tuple(lines), (*self.layers, layer))

    def located(self, place: Place) -> Place:
        """Where in the file what stands at a place of these lines was written."""
        column = place.column - 1
        for layer in reversed(self.layers):
            column = _before(layer.get(place.line - 1, []), column)
        return place if column == place.column - 1 or place.file != self.file else replace(place, column=column + 1)

    def relocated(self, finding: Diagnostic) -> Diagnostic:
        """The finding with its place, and those of its repair, as they are in the file."""
        repair = finding.repair
        if repair:
            edits = tuple(replace(edit, place=self.located(edit.place)) for edit in repair.edits)
            repair = replace(repair, edits=edits)
        return replace(finding, place=self.located(finding.place), repair=repair)

    def told(self, slips: Iterable[Slip]) -> list[Diagnostic]:
        """What there is to say about slips of these lines, each with the repair that the mending is."""
        return [self.relocated(self._finding(slip)) for each in _layer(slips).values() for slip in each]

    def _finding(self, slip: Slip) -> Diagnostic:
        place = Place(self.file, slip.line + 1, slip.column + 1, max(1, slip.shown))
        old = self.lines[slip.line][slip.column : slip.end]
        edit = Edit(replace(place, length=len(old)), old, slip.mended)
        repair = Repair((edit,), slip.safe, mended=True) if slip.repairable else None
        return replace(slip.kind.at(place, slip.label), repair=repair)


def _layer(slips: Iterable[Slip]) -> Layer:
    layer: Layer = {}
    for slip in sorted(slips, key=lambda slip: (slip.line, slip.column, slip.length)):
        row = layer.setdefault(slip.line, [])
        if not row or row[-1].end <= slip.column:
            row.append(slip)
    return layer


def _mended(line: str, slips: Sequence[Slip]) -> str:
    for slip in reversed(slips):
        line = line[: slip.column] + slip.mended + line[slip.end :]
    return line


def _before(slips: Sequence[Slip], column: int) -> int:
    """The column, from 0, that a character had before the slips of its line were mended."""
    moved = 0
    for slip in slips:
        start = slip.column + moved
        if column < start:
            break
        if column < start + len(slip.mended):
            return slip.column + min(column - start, max(0, slip.length - 1))
        moved += len(slip.mended) - slip.length
    return column - moved
