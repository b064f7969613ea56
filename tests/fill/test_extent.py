"""A workbook that would fill the memory is refused by its size, which is found without making its grid."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.support.workbooks import workbook

from reportgen.errors import UsageProblem
from reportgen.fill import extent
from reportgen.fill import workbook as reading
from reportgen.fill.workbook import read_book

ADVICE = "请用 Excel 或 WPS 打开，删去用不着的行、列和表，只把要取数的表另存为一个文件"


def with_cells(path: Path, cells: str) -> Path:
    """A workbook of the final accounts with other cells, as XML, on its first sheet."""
    stream = BytesIO()
    book = BytesIO(workbook({"收入支出决算总表": [["项目", "决算数"]]}))
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                start, end = part.index(b"<sheetData>") + 11, part.index(b"</sheetData>")
                part = part[:start] + cells.encode() + part[end:]
            new.writestr(name, part)
    path.write_bytes(stream.getvalue())
    return path


def refused(path: Path) -> str:
    with pytest.raises(UsageProblem) as told:
        read_book(path)
    return str(told.value).removeprefix(str(path)).removesuffix(ADVICE)


CORNERS = [
    ('<c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c>', "1048576 行、16384 列"),
    ("<c\n r='J300000' t='n'><v>1</v></c>", "300000 行、10 列"),
    ('<c s="1" r="B1"><v>1</v></c></row><row r="2000000"><c r="B2000000"><v>1</v></c>', "2000000 行、2 列"),
]


@pytest.mark.parametrize(("cells", "told"), CORNERS)
def test_cells_far_apart_make_a_grid_that_nobody_can_hold(tmp_path: Path, cells: str, told: str) -> None:
    """1.4 kB; the library would ask for 550 GB and end the program."""
    path = with_cells(tmp_path / "决算.xlsx", f'<row r="1">{cells}</row>')
    assert refused(path) == f" 有一张表至少用到了 {told}，超过 200 万格，没有读。"


def test_a_column_that_is_only_coloured_to_its_end_is_no_larger(tmp_path: Path) -> None:
    cells = (
        '<row r="1"><c r="A1"><v>5</v></c></row><row r="1048576"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>'
    )
    assert read_book(with_cells(tmp_path / "决算.xlsx", cells)).sheets[0].rows == ((5.0,),)


def test_cells_that_do_not_say_where_they_are_count_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "MOST_CELLS", 20_000)
    path = with_cells(
        tmp_path / "决算.xlsx", "".join(f'<row r="{n}">{"<c><v>1</v></c>" * 30}</row>' for n in range(1, 1000))
    )
    assert refused(path) == " 的表加起来超过 2 万格，太大了，没有读。"


def test_what_unpacks_to_more_than_any_workbook_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "_MOST_BYTES", 2_000_000)
    assert refused(with_cells(tmp_path / "决算.xlsx", " " * 3_000_000)) == " 展开后超过 2 MB，太大了，没有读。"


def test_a_text_of_too_many_cells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_CELLS", 20_000)
    path = tmp_path / "明细.csv"
    path.write_text("科目,决算数\n" + "水利工程,5.00\n" * 11_000, encoding="utf-8")
    assert refused(path) == " 超过 2 万格，太大了，没有读。"


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "明细.csv"
    path.write_text('科目,决算数\n"药品' + "费\n" * 100_000, encoding="utf-8")
    assert refused(path).startswith(" 读不了，可能已经损坏。")
