"""Official forms of one page stay on one: columns as wide as their contents ask for, then lines and letters closer.

How close is what a pack allows (一页). A form that does not find room so is set as usual, with its heads on every page,
and a warning says it.
"""

from collections.abc import Iterator

from reportgen.compose.broken_rows import with_broken_rows
from reportgen.compose.column_widths import widths_by_content, with_room_for_figures
from reportgen.compose.heights import Heights, pitch
from reportgen.compose.page_groups import Group, groups
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.page_kinds import LONG_FORM
from reportgen.language import _
from reportgen.model.density import HIGH, Density
from reportgen.model.document import Document
from reportgen.model.frame import Frame
from reportgen.model.look import Looks
from reportgen.model.table import CellRole, Table
from reportgen.record import Struct, replace

_KEPT_FREE = 20.0
"""pt of each page that are not counted on: a line of a cell that Word breaks otherwise than the PDF."""
_MOST_PAGES = 2
"""A form that is longer than this in the widths of its pack is not brought to one page by others."""
_PITCH, _STEP = 1.2, 0.25
"""The least pitch of letters in multiples of their size, and by how many pt lines come closer at a time."""


def on_one_page(document: Document, frame: Frame, looks: Looks) -> tuple[Document, list[Diagnostic]]:
    """The document with each form on one page that can be, and what is said of those that cannot.

    Where the template lacks a style of cells, which is told of it, forms are left as they are.
    """
    made: dict[int, Table] = {}
    found: list[Diagnostic] = []
    has_forms = any(isinstance(block, Table) for block in document.walk())
    has_styles = all(role.value in looks.styles for role in CellRole)
    for group in groups(document, frame, looks) if has_forms and has_styles else ():
        for table in group.tables:
            roomy = replace(table, widths=with_room_for_figures(_heights(table, group, looks)))
            fitted = _Fit(roomy, group, looks).fitted()
            made[id(table)] = fitted or _over_pages(roomy, group, looks)
            if table.one_page and not fitted:
                found.append(LONG_FORM.at(table.origin, _name(table)))
    blocks = {
        slot: tuple(made.get(id(block), block) if isinstance(block, Table) else block for block in held)
        for slot, held in document.blocks.items()
    }
    return (replace(document, blocks=blocks) if made else document), found


def _over_pages(table: Table, group: Group, looks: Looks) -> Table:
    return with_broken_rows(replace(table, in_parts=bool(table.blocks)), _heights(table, group, looks), group.height)


def _heights(table: Table, group: Group, looks: Looks, density: Density | None = None) -> Heights:
    return Heights(table, group.width, {role: looks.styles[role.value] for role in CellRole}, density)


def _name(table: Table) -> str:
    name = table.name or table.caption
    return _("「{name}」排不进一页", name=name) if name else ""


class _Fit(Struct):
    """A form on the page where it stands."""

    table: Table
    group: Group
    looks: Looks

    def fitted(self) -> Table | None:
        """The form so that it finds room, set as loosely as it does; None when it finds none."""
        room = self.group.height - self.group.taken - _KEPT_FREE
        if len(self.group.tables) > 1 or room <= 0:
            return None
        usual = self.heights()
        height, _torn = usual.of(self.table.widths)
        if self.table.one_page is None:
            return self.table if height <= room else None
        return next(self.ways(usual, room), None) if height <= _MOST_PAGES * self.group.height else None

    def heights(self, density: Density | None = None) -> Heights:
        return _heights(self.table, self.group, self.looks, density)

    def ways(self, usual: Heights, room: float) -> Iterator[Table]:
        """All ways that find room, the loosest first."""
        widths = widths_by_content(usual, self.table.widths)
        if usual.of(widths)[0] <= room:
            yield replace(self.table, widths=widths)
        for size in self.sizes():
            close = list(self.densities(size))
            heights = self.heights(close[0])
            widths = widths_by_content(heights, widths)
            for density in close:
                heights.set(density.line, density.high)
                if heights.of(widths)[0] <= room:
                    yield replace(self.table, widths=widths, density=density)

    def sizes(self) -> list[float]:
        limit, usual = self.closest.size, self.looks.styles[CellRole.TEXT.value].size
        return [usual, limit] if limit < usual else [usual]

    def densities(self, size: float) -> Iterator[Density]:
        """From the pitch that letters of this size have at most, down to what is allowed."""
        style = self.looks.styles[CellRole.TEXT.value]
        most, least = pitch(style) * size / style.size, max(self.closest.line, _PITCH * size)
        steps = max(int((most - least) / _STEP), 1)
        for step in range(1, steps + 1):
            share = step / steps
            yield Density(size, most - (most - least) * share, HIGH - (HIGH - self.closest.high) * share)

    @property
    def closest(self) -> Density:
        return self.table.one_page or Density(0.0, 0.0, HIGH)
