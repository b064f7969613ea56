"""A workbook to be filled in, filled in as a person would from a content file: with another program than ours."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.packs.entry import OPTIONS, EntryBook, EntrySheet, SheetKind
from reportgen.packs.fields import FieldType
from reportgen.place import Written
from reportgen.source.node import Mapping, Node, Sequence

FIRST_FIELD, FIRST_LINE = 3, 4
Cells = dict[str, str]


def filled_in(form: bytes, book: EntryBook, root: Mapping, path: Path) -> Path:
    """The form with the values of a content file, saved."""
    workbook = load_workbook(BytesIO(form))
    for sheet in book.sheets:
        paper = workbook[sheet.name]
        if sheet.kind is SheetKind.FIELDS:
            for row, asked in enumerate(sheet.asked, start=FIRST_FIELD):
                if not asked.given and isinstance(value := at(root, asked.path), Written):
                    paper.cell(row, 2).value = typed(value.text, asked.type)
        else:
            lines(paper, sheet, root)
    workbook.save(path)
    return path


def lines(paper: Worksheet, sheet: EntrySheet, root: Mapping) -> None:
    columns = {asked.name: (number, asked.type) for number, asked in enumerate(sheet.asked, start=1)}
    for row, cells in enumerate(rows_of(sheet, root), start=FIRST_LINE):
        for name, words in cells.items():
            column, kind = columns[name]
            paper.cell(row, column).value = typed(words, kind)


def typed(words: str, kind: FieldType) -> str | float:
    """Excel makes numbers of what looks like one, but for cells that are to hold words."""
    return float(words) if kind is FieldType.AMOUNT and words.replace(".", "", 1).isdecimal() else words


def rows_of(sheet: EntrySheet, root: Mapping) -> Iterator[Cells]:
    value = at(root, sheet.path)
    match sheet.kind:
        case SheetKind.LIST if sheet.link:
            for outer in within(root, sheet.path[:-1]):
                first = outer.entries[0].value
                assert isinstance(first, Written)
                yield from ({sheet.link: first.text, **line_of(inner)} for inner in items(outer.get(sheet.path[-1])))
        case SheetKind.LIST:
            yield from map(texts, items(value))
        case SheetKind.FUNDS if isinstance(value, Mapping):
            whole = {name: text for name, text in texts(value).items() if name != "金额单位"}
            yield whole
            yield from (texts(value.get(name)) for name in sheet.rows[1:])
            yield from map(texts, items(value.get("分项")))
        case SheetKind.FACTS if isinstance(value, Mapping):
            yield from facts(value, ())
        case SheetKind.ANNEXES if isinstance(value, Sequence):
            yield from (texts(each) if isinstance(each, Mapping) else {"标题": words_of(each)} for each in value.items)
        case SheetKind.CHARTS if isinstance(value, Sequence):
            yield from charts(value)
        case SheetKind.HEADINGS if isinstance(value, Mapping):
            template, own = (asked.name for asked in sheet.asked)
            yield from ({template: name, own: text} for name, text in texts(value).items())


def line_of(item: Mapping) -> Cells:
    """A line of an inner list; options of a question one below the other, with their counts."""
    options = item.get(OPTIONS)
    told = {}
    if isinstance(options, Mapping):
        told = {OPTIONS: "\n".join(f"{name}：{words}" for name, words in texts(options).items())}
    elif isinstance(options, Sequence):
        told = {OPTIONS: "\n".join(words_of(each) for each in options.items)}
    return texts(item) | told


def words_of(node: Node) -> str:
    assert isinstance(node, Written)
    return node.text


def charts(value: Sequence) -> Iterator[Cells]:
    for item in value.items:
        if isinstance(item, Written):
            yield {"名称": item.text}
        elif isinstance(item, Mapping):
            listed, data = item.get("列"), item.get("数据")
            cells = texts(item)
            if isinstance(listed, Sequence):
                cells["列"] = "、".join(each.text for each in listed.items if isinstance(each, Written))
            if isinstance(data, Mapping):
                pairs = facts(data, ())
                cells["数据"] = "\n".join(f"{'.'.join(filter(None, (p['组'], p['名称'])))}：{p['数']}" for p in pairs)
            yield cells


def facts(group: Mapping, above: tuple[str, ...]) -> Iterator[Cells]:
    for entry in group:
        if isinstance(entry.value, Mapping):
            yield from facts(entry.value, (*above, entry.key.text))
        elif isinstance(entry.value, Written):
            yield {"组": ".".join(above), "名称": entry.key.text, "数": entry.value.text}


def at(node: Node | None, path: tuple[str, ...]) -> Node | None:
    for name in path:
        node = node.get(name) if isinstance(node, Mapping) else None
    return node


def within(node: Node | None, path: tuple[str, ...]) -> Iterator[Mapping]:
    """The items of a list, those of lists within lists all together."""
    for item in items(node) if isinstance(node, Sequence) else [node]:
        if isinstance(item, Mapping) and path:
            yield from within(item.get(path[0]), path[1:])
        elif isinstance(item, Mapping):
            yield item


def items(node: Node | None) -> list[Mapping]:
    return [item for item in node.items if isinstance(item, Mapping)] if isinstance(node, Sequence) else []


def texts(node: Node | None) -> Cells:
    entries = node.entries if isinstance(node, Mapping) else ()
    return {entry.key.text: entry.value.text for entry in entries if isinstance(entry.value, Written)}
