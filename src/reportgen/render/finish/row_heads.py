"""Cells that name their row, told to screen readers: TH with the scope Row (ISO 14289-1, 7.5).

Engines know the heads of columns, and nothing of those of rows. The cells of a table stand in its structure tree row by
row, as those of the document do.
"""

from collections.abc import Iterable, Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportgen.model.table import Table

_CELLS = ("/TH", "/TD")


def scope_row_heads(pdf: Pdf, tables: Iterable[Table]) -> None:
    """Give every row head of the tables its scope; tables of the PDF that are none of the document's are left alone."""
    tables, tree = list(tables), pdf.Root.get("/StructTreeRoot")
    found = [list(_cells(each)) for each in _elements(tree, ("/Table",))] if tables and tree is not None else []
    for table in tables:
        cells = list(table.lines())
        position = next((at for at, elements in enumerate(found) if len(elements) == len(cells)), None)
        if position is None:
            continue
        elements, heads = found[position], table.row_heads
        del found[: position + 1]
        for cell, element in zip(cells, elements, strict=True):
            if cell in heads:
                _make_row_head(element)


def _elements(element: Object, types: tuple[str, ...]) -> Iterator[Object]:
    """The elements of some types in reading order; nothing is looked for within them."""
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, Dictionary) or "/S" not in kid:
            continue  # content, or what stands for it
        if str(kid.S) in types:
            yield kid
        else:
            yield from _elements(kid, types)


def _cells(table: Object) -> Iterator[Object]:
    return _elements(table, _CELLS)


def _make_row_head(cell: Object) -> None:
    cell.S = Name.TH
    attributes = cell.get("/A")
    kept = list(attributes) if isinstance(attributes, Array) else [] if attributes is None else [attributes]
    of_table = next((each for each in kept if each.get("/O") == "/Table"), None)
    if of_table is None:
        of_table = Dictionary(O=Name.Table)
        kept.append(of_table)
    of_table.Scope = Name.Row
    cell.A = Array(kept) if len(kept) > 1 else kept[0]
