"""A document as the public may read it: every word of it goes through the masking, and nothing else is changed."""

from collections.abc import Iterable, Iterator, Mapping

from reportgen.language import _
from reportgen.model.chart import Series
from reportgen.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    Heading,
    Illustration,
    Letterhead,
    PageTurn,
    Paragraph,
    Role,
    Seal,
    Stand,
    Table,
    Text,
    plain_text,
)
from reportgen.model.frame import Picture
from reportgen.model.letterhead import words_of
from reportgen.model.table import Cell
from reportgen.pipeline.public.masking import Masked, Masking
from reportgen.place import Place
from reportgen.record import replace
from reportgen.rules.disclosure.secret import LEFT_OUT

_TITLE = "标题"


def public_document(document: Document, masking: Masking, slots: dict[str, tuple[str, Place]]) -> Document:
    """The document with masks; of the slots named, which are kept for the office, the template shows none."""
    metadata = replace(document.metadata, title=masking.text(document.metadata.title), author="")
    lines = {name: inlines for name, inlines in document.lines.items() if name == _TITLE or name not in slots}
    masking.done += [Masked(_("不公开的内容：{name}", name=name), place) for name, place in slots.values()]
    return replace(
        document,
        metadata=metadata,
        lines={name: masking.inlines(inlines) for name, inlines in lines.items()},
        blocks={name: tuple(_public_blocks(blocks, masking)) for name, blocks in document.blocks.items()},
        head=tuple(_paragraph(each, masking) for each in document.head),
        foot=tuple(_paragraph(each, masking) for each in document.foot),
        annexes=tuple(replace(each, text=masking.text(each.text)) for each in document.annexes),
    )


def _public_blocks(blocks: Iterable[Block], masking: Masking) -> Iterator[Block]:
    """The blocks; of paragraphs that follow each other and are left out as a whole the last one says so."""
    waiting: Block | None = None
    for block in blocks:
        made = _block(block, masking)
        if waiting and not (_left_out(waiting) and _left_out(made)):
            yield waiting
        waiting = made
    if waiting:
        yield waiting


def _left_out(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.label and plain_text(block.inlines) == LEFT_OUT


def _block(block: Block, masking: Masking) -> Block:  # noqa: PLR0911 - a case a kind of block
    section = masking.text(block.section) if block.section else ""
    match block:
        case Paragraph():
            return replace(_paragraph(block, masking), section=section)
        case Heading():
            return replace(block, inlines=masking.inlines(block.inlines, section, block.origin), section=section)
        case Table():
            return replace(_table(block, masking), section=section)
        case Chart():
            return _chart(replace(block, section=section), masking)
        case Illustration():
            pictures = tuple(_picture(each, masking) for each in block.pictures)
            return replace(block, name=masking.text(block.name, section), section=section, pictures=pictures)
        case Letterhead():
            return replace(block, names=tuple(replace(each, text=masking.text(each.text)) for each in block.names))
        case PageTurn() | Contents():
            return block


def _picture(picture: Picture, masking: Masking) -> Picture:
    return replace(picture, spoken=masking.text(picture.spoken))


def _paragraph(block: Paragraph, masking: Masking) -> Paragraph:
    stands = tuple(_stand(stand, masking) for stand in block.stands)
    inlines = words_of(stands) if stands else masking.inlines(block.inlines, block.section, block.origin)
    seals = tuple(_seal(seal, masking) for seal in block.seals)
    return replace(block, inlines=inlines, stands=stands, seals=seals, entry=masking.text(block.entry))


def _seal(seal: Seal, masking: Masking) -> Seal:
    picture = _picture(seal.picture, masking) if seal.picture else None
    return replace(seal, spoken=masking.text(seal.spoken), picture=picture)


def _stand(stand: Stand, masking: Masking) -> Stand:
    return replace(stand, inlines=masking.inlines(stand.inlines), label=masking.text(stand.label))


# ---- tables ----


def _table(table: Table, masking: Masking) -> Table:
    cells = {(cell.row, cell.column): _cell(cell, masking, table.section) for cell in table.cells}
    changed = {(cell.row, cell.column) for cell in table.cells if cells[cell.row, cell.column].text != cell.text}
    while told := {at for at, cell in cells.items() if at not in changed and _tells(cell, changed)}:
        for at in told:  # a rate of two figures that are masked
            masking.done.append(Masked(_("由不公开的数算出的一格"), _written_at(cells, at), table.section))
            cells[at] = replace(cells[at], paragraphs=((Text(LEFT_OUT, cells[at].origin),),))
        changed |= told
    names = {name: masking.text(getattr(table, name)) for name in ("caption", "unit", "name")}
    return replace(table, cells=tuple(_settled(cell, changed) for cell in cells.values()), **names)


def _written_at(cells: Mapping[tuple[int, int], Cell], at: tuple[int, int]) -> Place:
    """Where one of the figures stands that a cell is worked out of."""
    formula = cells[at].formula
    origins = (cells[use].origin for use in (formula.uses if formula else ()) if use in cells)
    return next((origin for origin in origins if origin.line), cells[at].origin)


def _tells(cell: Cell, changed: set[tuple[int, int]]) -> bool:
    """Whether a cell is worked out of masked ones alone."""
    return cell.formula is not None and bool(cell.formula.uses) and set(cell.formula.uses) <= changed


def _cell(cell: Cell, masking: Masking, section: str) -> Cell:
    return replace(
        cell, paragraphs=tuple(masking.inlines(inlines, section, cell.origin) for inlines in cell.paragraphs)
    )


def _settled(cell: Cell, changed: set[tuple[int, int]]) -> Cell:
    """A cell that is masked holds no number; one that a spreadsheet would work out of it keeps its own as it stands."""
    if (cell.row, cell.column) in changed:
        return replace(cell, number=None, formula=None)
    uses = set(cell.formula.uses) if cell.formula else set()
    return replace(cell, formula=None) if uses & changed else cell


# ---- charts ----


def _chart(chart: Chart, masking: Masking) -> Block:
    """The chart; one that draws a figure kept for the office is left out, since its heights tell it."""
    if masking.internal.extent(chart.origin) or any(map(masking.is_internal, chart.inlines)):
        masking.done.append(Masked(_("图：{title}", title=chart.title), chart.origin, chart.section))
        return Paragraph(Role.BODY, (Text(LEFT_OUT, chart.origin),), section=chart.section, origin=chart.origin)
    return replace(
        chart,
        title=masking.text(chart.title, chart.section),
        categories=tuple(map(masking.text, chart.categories)),
        series=tuple(_series(series, masking) for series in chart.series),
        alt=masking.text(chart.alt),
        notes=tuple(map(masking.text, chart.notes)),
    )


def _series(series: Series, masking: Masking) -> Series:
    return replace(series, name=masking.text(series.name), labels=tuple(map(masking.text, series.labels)))
