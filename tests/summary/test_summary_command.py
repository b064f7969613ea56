"""`reportgen summary`: a folder as it comes, and what is wrong with a call."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.support.example import changed
from tests.support.shell import Shell

from reportgen.cli.summary_files import files_of
from reportgen.summary.database import TABLES


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A folder 材料 with a content file and much that cannot be read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "材料" / "下级").mkdir(parents=True)
    for name, content in {
        "报告.yaml": changed().encode(),
        "下级/坏.docx": b"PK\x03\x04 broken",
        "下级/旧.doc": b"\xd0\xcf\x11\xe0",
        "照片.jpg": b"\xff\xd8\xff",
        "打包.zip": b"PK",
        "附注.txt": "备注".encode(),
        "~$报告.docx": b"",
        "报告.不改.yaml": b"",
        "初中报告.docx.审核.yaml": b"",
        "法院报告.pdf.审核.yaml": b"",
        "水务局报告.审核.yaml": b"",
    }.items():
        (tmp_path / "材料" / name).write_bytes(content)
    return Shell(tmp_path, capsys)


def test_a_folder_as_it_comes(shell: Shell) -> None:
    """One file counts, five are named with the reason; locks of Word and lists of what was decided are no papers."""
    code, out, err = shell.run("summary", "材料", "--to", "行.parquet")
    assert (code, err) == (0, "")
    assert "共 6 个文件，汇总2024年度 1 个单位。" in out
    rows = load_workbook(shell.folder / "汇总.xlsx")["没有计入的文件"].iter_rows(min_row=4, values_only=True)
    told = {str(file): str(why) for file, why in rows}
    assert {Path(file).name for file in told} == {"坏.docx", "旧.doc", "照片.jpg", "打包.zip", "附注.txt"}
    assert "请先解压" in told["材料/打包.zip"]
    assert {path.stem for path in (shell.folder / "行.parquet").iterdir()} == {table.name for table in TABLES}


@pytest.mark.parametrize(
    ("paper", "beside"),
    [
        ("示例县人民医院.yaml", "示例县人民医院"),
        ("某市第一中学.yml", "某市第一中学"),
        ("某区法院.docx", "某区法院.docx"),
    ],
)
def test_what_was_decided_about_a_paper_is_none_itself(shell: Shell, paper: str, beside: str) -> None:
    """Neither the list of what stays, nor that of a reviewer's judgements."""
    for name in (paper, f"{beside}.不改.yaml", f"{beside}.审核.yaml"):
        shell.write(f"材料/{name}", "")
    assert [each.path.name for each in files_of(("材料",), ()) if each.path.name.startswith(beside)] == [paper]


def test_what_the_office_has_given_out_is_not_copied(shell: Shell) -> None:
    """Two units that keep to the model differ in nothing else."""
    given = "评价小组查阅账簿、合同和验收资料，走访服务对象，逐项核对绩效目标完成情况，形成评价结论。"
    for unit in ("示例县人民医院", "示例县水务局"):
        words = f"{unit}2024年度部门整体支出绩效评价报告\n一、评价过程\n{given}\n"
        shell.write(f"{unit}.txt", words)
    shell.write("范文.txt", given)
    papers = ("示例县人民医院.txt", "示例县水务局.txt")
    assert "不同单位之间雷同 1 处" in shell.run("summary", *papers)[1]
    assert "不同单位之间雷同 0 处" in shell.run("summary", *papers, "--given-out", "范文.txt")[1]
    assert "雷同" not in shell.run("summary", *papers, "--no-copied")[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-o", "汇总.pdf"), "-o 写成 .xlsx、.docx、.html 结尾的名字"),
        (("--units", "没有.xlsx"), "没有.xlsx"),
        (("--year", "2019"), "没有一份材料可以汇总"),
        (("-o", "别人.xlsx"), "不是本程序生成的，没有覆盖"),
        (("--to", "行.csv"), "--to 写成 .duckdb、.parquet 结尾的名字"),
        (("--to", "别人.duckdb"), "不是本程序生成的，没有覆盖"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(shell: Shell, words: tuple[str, ...], told: str) -> None:
    for name in ("别人.xlsx", "别人.duckdb"):
        (shell.folder / name).write_bytes(b"PK\x03\x04")
    code, _out, err = shell.run("summary", "材料", *words)
    assert code == 2
    assert told in err
    assert not (shell.folder / "汇总.xlsx").exists()
