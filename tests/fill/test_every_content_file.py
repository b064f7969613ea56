"""Filled into every content file that there is: the figures change and get their receipts, every other byte stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.workbooks import workbook

from reportgen.fill.book import Book, Grid
from reportgen.fill.workbook import read_book
from reportgen.pipeline.fill import fill_text
from reportgen.place import Written
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source

ROOT = Path(__file__).resolve().parents[2]
EVERY = [*sorted((ROOT / "content").glob("*.yaml")), *sorted((ROOT / "templates").glob("*/example.yaml"))]
MARK = "# 取自 "


def figures(node: Mapping, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every figure of a mapping by its dotted path; of names with a point references know nothing either."""
    for entry in node:
        here = (*path, entry.key.text)
        if isinstance(entry.value, Mapping):
            yield from figures(entry.value, here)
        elif isinstance(entry.value, Written) and entry.value.text[:1].isdecimal() and "." not in entry.key.text:
            yield ".".join(here), entry.value.text


def all_figures(text: str, file: str) -> list[tuple[str, str]]:
    root = read_source(text, file)[0].root
    assert isinstance(root, Mapping)
    groups = ((name, root.get(name)) for name in ("数据", "预算"))
    return [pair for name, group in groups if isinstance(group, Mapping) for pair in figures(group, (name,))]


FILES = [path for path in EVERY if all_figures(path.read_text(encoding="utf-8"), path.name)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_only_the_figures_change(path: Path, line_end: str) -> None:
    text = path.read_bytes().decode().replace("\r\n", "\n")
    found = all_figures(text, path.name)
    rows = "".join(f'  - {{填: "{name}", 表: 全部, 行: "{name}", 列: 数, 单位: 元}}\n' for name, _figure in found)
    asked = (text.rstrip("\n") + f"\n\n取数:\n{rows}").replace("\n", line_end)
    book = Book("全部.xlsx", (Grid("全部", (("项目", "数"), *((name, f"9{figure}") for name, figure in found))),))
    made = fill_text(asked, path.name, [book])
    kept = [line for line in made.after.split(line_end) if MARK not in line]
    filled = {each.path for each in made.filling.filled}
    assert len(filled) + len(made.filling.wanting) == len(found)
    changed = [(old, new) for old, new in zip(asked.split(line_end), kept, strict=True) if old != new]
    assert 0 < len(changed) <= len(filled)
    assert made.after.count(MARK) == len(filled) + asked.count(MARK)
    again = fill_text(made.after, path.name, [book])
    assert again.after == made.after


def test_a_workbook_of_all_figures_is_read_from_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "全部.xlsx"
    path.write_bytes(workbook({"全部": [["项目", "数"], ["人员.在编", 11]]}))
    assert read_book(path).sheets[0].rows[1] == ("人员.在编", 11.0)
