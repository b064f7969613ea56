"""Workbooks that cannot be read, or not relied on: said with what to do, and nothing is written."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.fill.test_fill import one, sheet
from tests.support.example import EXAMPLE
from tests.support.shell import Shell
from tests.support.workbooks import saved, workbook

from reportgen.fill.workbook import read_book

DATA = Path(__file__).resolve().parents[1] / "data" / "workbooks"
GOOD = workbook(sheet(["支出", 5]))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BAD = {
    "空.xlsx": (b"", "空.xlsx 是空的"),
    "断.xlsx": (GOOD[: len(GOOD) // 2], "断.xlsx 读不了，可能已经损坏。请用 Excel 或 WPS 打开，另存为 .xlsx"),
    "密.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "密.xlsx 设了打开密码，读不了。"),
    "坏.xls": (OLE + b"0" * 600, "坏.xls 读不了，可能已经损坏。"),
    "网页.xls": (b"<html><table><tr><td>1</td></tr></table>", "网页.xls 其实是网页或 XML，只是名字像 Excel 文件。"),
    "字.xlsx": ("支出 5".encode(), "字.xlsx 的内容不是电子表格，可能已经损坏。"),
    "报告.docx": (GOOD, "报告.docx 不是电子表格：能读的是 .xlsx、.xls、.ods 和 .csv"),
    "乱.csv": (b"\xff\xff\xff", "乱.csv 的编码读不懂。"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_told(shell: Shell, name: str) -> None:
    content, why = BAD[name]
    (shell.folder / name).write_bytes(content)
    path = shell.write("a.yaml", text := EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数"))
    code, _out, err = shell.run("fill", "a.yaml", name, "--apply")
    assert code == 2
    assert why in err
    assert path.read_text(encoding="utf-8") == text


def test_a_workbook_that_is_not_there_or_named_twice(shell: Shell) -> None:
    shell.write("a.yaml", EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数"))
    assert shell.run("fill", "a.yaml", "没有.xlsx") == (2, "", "读不了 没有.xlsx：没有这个文件\n")
    saved(shell.folder / "x.xlsx", sheet(["支出", 5]))
    assert shell.run("fill", "a.yaml", "x.xlsx", "./x.xlsx")[2] == "x.xlsx 写了两次\n"


def with_parts(*names: str) -> bytes:
    """A workbook with further parts in it."""
    stream = BytesIO(GOOD)
    with ZipFile(stream, "a") as package:
        for name in names:
            package.writestr(name, "x")
    return stream.getvalue()


def test_macros_and_links_to_other_files_are_told(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsm"
    path.write_bytes(with_parts("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml"))
    macros, links = read_book(path).notes
    assert macros.startswith("里面有宏。")
    assert links.startswith("里面有公式引用了别的文件。")


def test_a_content_file_with_errors_is_left_alone(shell: Shell) -> None:
    book = saved(shell.folder / "x.xlsx", sheet(["支出", 5]))
    for text in (
        EXAMPLE.replace("年度: 2024", "年度：2024"),
        "- 1\n",
        EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 栏="x"),
    ):
        path = shell.write("a.yaml", text)
        code, out, err = shell.run("fill", "a.yaml", book, "--apply")
        assert (code, out) == (2, "")
        assert "请先运行 reportgen check a.yaml" in err
        assert path.read_text(encoding="utf-8") == text


def test_two_sheets_of_one_name(shell: Shell) -> None:
    shell.write("a.yaml", EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数"))
    books = [saved(shell.folder / name, sheet(["支出", 5])) for name in ("一.xlsx", "二.xlsx")]
    code, out, _err = shell.run("fill", "a.yaml", *books)
    assert code == 1
    assert "有 2 张表叫这个名称：一.xlsx「支出表」、二.xlsx「支出表」" in out


def test_a_file_without_intakes_is_told_so(shell: Shell) -> None:
    shell.write("a.yaml", "文种: 项目支出绩效目标申报表\n单位: 某市科技馆\n")
    err = shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", sheet(["支出", 5])))[2]
    assert "都没有写「取数」" in err


@pytest.mark.parametrize("name", ["z01.xls", "z01.ods"])
def test_what_other_programs_write_is_read_alike(shell: Shell, name: str) -> None:
    """Z01 as an old binary workbook, in which the software for final accounts exports it, and as OpenDocument."""
    asked = one("预算.支出", 表="财决01表", 行="本年支出合计", 列="决算数", 区="项目(按功能分类)", 小数=2)
    shell.write("a.yaml", EXAMPLE + asked)
    out = shell.run("fill", "a.yaml", DATA / name)[1]
    assert "预算.支出：312.40（没有变）　［Z01 收入支出决算总表(财决01表) J33，" in out
