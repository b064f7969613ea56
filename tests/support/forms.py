"""A form drawn as text: fields, form and content in, a picture of the grid out."""

from pathlib import Path

from reportgen.compose import compose
from reportgen.model.table import Table
from reportgen.packs.loader import load_pack
from reportgen.packs.pack import Pack
from reportgen.resolve import resolve
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source


def pack_text(fields: str, form: str) -> str:
    """A pack.yaml with one form that is called 表; both texts are indented by two."""
    return f"名称: 试表\n标题: 试表\n字段:\n{fields.rstrip()}\n提纲:\n  - 表: 表\n表格:\n  表:\n{form.rstrip()}\n"


def tables_of(folder: Path, pack: str, content: str) -> list[Table]:
    """The tables that a pack makes of a content file; both must be right."""
    (folder / "pack.yaml").write_text(pack, encoding="utf-8")
    read, found = load_pack(folder)
    assert found == []
    assert read is not None
    return filled(read, content)


def filled(pack: Pack, content: str) -> list[Table]:
    """The tables of a document."""
    source, found = read_source(content, "内容.yaml")
    assert isinstance(source.root, Mapping)
    values, misfits = resolve(source.root, pack)
    document, holes = compose(values, pack)
    assert [*found, *misfits, *holes] == []
    return [block for block in document.walk() if isinstance(block, Table)]


def picture(table: Table) -> list[str]:
    """A line for each row: words, · for an empty cell, < covered from the left, ^ covered from above."""
    grid = [["?"] * len(table.widths) for _row in range(table.row_count)]
    for cell in table.cells:
        for down in range(cell.rows):
            for right in range(cell.columns):
                assert grid[cell.row + down][cell.column + right] == "?", "two cells in one place"
                mark = "^" if down else "<" if right else cell.text.replace("\n", "/") or "·"
                grid[cell.row + down][cell.column + right] = mark
    return [" ".join(row) for row in grid]
