"""What the template says above and below the body, as paragraphs: another copy of a form begins as the first one does.

The title, the year under it, the unit and the day above the table stand in the template. They are said again on the
page of each further copy, under the title of an annex that is bound into another document, and on each sheet.
"""

from collections.abc import Iterable, Iterator, Mapping

from reportgen.model.conditions import shown_items
from reportgen.model.content import Content, Year
from reportgen.model.document import Inline, Paragraph, Role, Table, Text, plain_text
from reportgen.model.frame import FrameBlocks, FrameItem, FrameLine, Slot
from reportgen.model.look import Align
from reportgen.record import replace

Lines = Mapping[str, tuple[Inline, ...]]
_ROLES = {role.value: role for role in Role if role is not Role.TABLE_NOTE}
"""A note of a table has the style of cells: a line of the template in that style is none."""
_BY_ALIGN = {Align.CENTER: Role.CAPTION, Align.RIGHT: Role.UNIT}
"""For lines in a style of the template's own."""
_CENTRED = (Role.SUBTITLE, Role.YEAR, Role.CAPTION)


def head_and_foot(
    items: tuple[FrameItem, ...], lines: Lines, title: str, addressee: str, body: str
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """What stands from the slot of the title down to that of the body, and what from there to the next slot.

    Without the addressee, who is a letter's and no form's.
    """
    above: list[Paragraph] = []
    below: list[Paragraph] = []
    begun = passed = False
    for item in shown_items(items, lines.get):
        if isinstance(item, FrameBlocks):
            if passed:
                break
            passed = item.name == body
            continue
        if not isinstance(item, FrameLine):
            continue  # a cover, a letterhead, an imprint
        names = item.slots()
        begun |= title in names
        if begun and addressee not in names and (made := _paragraph(item, lines)):
            (below if passed else above).append(made)
    return tuple(above), tuple(below)


def _paragraph(line: FrameLine, lines: Lines) -> Paragraph | None:
    inlines = [inline for piece in line.pieces() for inline in _said(piece, lines)]
    role = _ROLES.get(line.style.name) or _BY_ALIGN.get(line.style.align, Role.BODY)
    return Paragraph(role, tuple(inlines), tight=not line.style.after) if plain_text(tuple(inlines)).strip() else None


def _said(piece: object, lines: Lines) -> tuple[Inline, ...]:
    match piece:
        case Slot():
            return lines.get(piece.name, ())
        case str():
            return (Text(piece),)
        case _:
            return ()  # a picture


def again(head: Iterable[Paragraph]) -> list[Paragraph]:
    """The lines once more, for another copy of a form: they were typed once, and are judged once."""
    return [replace(line, inlines=tuple(_untyped(inline) for inline in line.inlines)) for line in head]


def _untyped(inline: Inline) -> Inline:
    return Text(inline.text) if isinstance(inline, Text) else inline


def under_title(head: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The lines below the title of an annex, in roles that every template has."""
    for paragraph in head:
        if paragraph.role is not Role.TITLE:
            yield replace(paragraph, tight=False, role=Role.CAPTION if paragraph.role in _CENTRED else Role.BODY)


def sheet_name(table: Table, content: Content, alone: str) -> str:
    """The project or the form, and the year; `alone` is what a table is called that stands in no running text."""
    words = table.name or table.caption or alone
    year = next((str(year.number) for year in content.every(Year)), "")
    return words if not words or year in words else f"{words}（{year}年度）"
