"""A form that was set in parts → one table: Word repeats heads in the middle of a form only where a table begins there.

Parts touch: nothing but a hidden paragraph stands between them, and their columns are the same. Where a merged cell was
cut, no rule is drawn; its pieces become one cell again.
"""

from collections.abc import Iterator

from reportgen.word.package import Element, W, is_on, value


def join_parts(body: Element) -> None:
    """Make one table of those parts of a body that belong together."""
    for table in list(body.iterchildren(W + "tbl")):
        while (seam := _seam(table)) is not None:
            following = seam.getnext()
            for row in list(following.iterchildren(W + "tr")):
                table.append(row)
            body.remove(seam)
            body.remove(following)
            _join_cut_cells(table)


def _seam(table: Element) -> Element | None:
    """The hidden paragraph below a table that another part of it follows."""
    if table.getparent() is None:
        return None  # joined already
    seam = table.getnext()
    following = seam.getnext() if seam is not None else None
    if following is None or seam.tag != W + "p" or following.tag != W + "tbl" or not _is_hidden(seam):
        return None
    return seam if _widths(table) == _widths(following) else None


def _is_hidden(paragraph: Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return bool(is_on(mark, "vanish")) and next(paragraph.iter(W + "r"), None) is None


def _widths(table: Element) -> list[str]:
    return [column.get(W + "w", "") for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]


def _join_cut_cells(table: Element) -> None:
    above: dict[int, Element] = {}
    for row in table.iterchildren(W + "tr"):
        for column, cell in _cells(row):
            if _is_open(cell, "top") and column in above:
                _join(above[column], cell)
            elif value(cell.find(W + "tcPr"), "vMerge") != "continue" and not _goes_on(cell):
                above[column] = cell


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    column = 0
    for cell in row.iterchildren(W + "tc"):
        yield column, cell
        column += int(value(cell.find(W + "tcPr"), "gridSpan") or 1)


def _is_open(cell: Element, side: str) -> bool:
    return value(cell.find(f"{W}tcPr/{W}tcBorders"), side) == "nil"


def _goes_on(cell: Element) -> bool:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(W + "val") is None


def _join(upper: Element, lower: Element) -> None:
    """Let the lower piece continue the upper one, which takes its words where it has none."""
    if not _goes_on(lower):
        words, own = _paragraphs(lower), _paragraphs(upper)
        if any(text.text for text in lower.iter(W + "t")) and not any(text.text for text in upper.iter(W + "t")):
            for paragraph in own:
                upper.remove(paragraph)
            for paragraph in words:
                upper.append(paragraph)
    for cell, state in ((upper, "restart"), (lower, "continue")):
        properties = cell.find(W + "tcPr")
        merged = properties.find(W + "vMerge")
        if merged is None:
            merged = properties.makeelement(W + "vMerge")
            properties.append(merged)
        merged.set(W + "val", state)


def _paragraphs(cell: Element) -> list[Element]:
    return list(cell.iterchildren(W + "p"))
