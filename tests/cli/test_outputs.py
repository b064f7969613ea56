"""No command eats its input, or a file that somebody else made."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.support.example import changed
from tests.support.shell import Shell

INPUT = "{name} 是要读的文件，不能又写到它上面。请用 -o 换一个名字\n"
WORK = "{name} 已经有了，是内容文件或文档，没有覆盖。检查结果请换一个名字，如 -o 检查结果.txt\n"
FOREIGN = "output/a.{kind} 已经有了，不是本程序生成的，没有覆盖。请用 -o 换一个文件夹，或先把它移走\n"
KEPT = "上次生成的文件后来在别的程序里改过，改过的那份留作 output/a-手改.{kind}"


@pytest.fixture
def content(shell: Shell) -> Shell:
    shell.write("a.yaml", changed())
    return shell


def test_a_report_never_takes_the_place_of_what_is_checked(content: Shell) -> None:
    content.write("自评.txt", "某市第二中学2024年度部门决算说明\n一、支出情况\n全年支出正常。\n")
    for name in ("a.yaml", "自评.txt", "./a.yaml"):
        before = (content.folder / name).read_bytes()
        code, _out, err = content.run("check", name, "-o", name)
        assert (code, err) == (2, INPUT.format(name=Path(name)))
        assert (content.folder / name).read_bytes() == before


def test_another_name_of_the_same_file_is_the_same_file(content: Shell) -> None:
    (content.folder / "链接.txt").symlink_to("a.yaml")
    code, _out, err = content.run("check", "a.yaml", "-o", "链接.txt")
    assert (code, err) == (2, INPUT.format(name="链接.txt"))


@pytest.mark.parametrize("name", ["别的.yaml", "决算报告.docx", "决算报告.PDF", "预算.xlsx"])
def test_a_report_never_takes_the_place_of_a_document(content: Shell, name: str) -> None:
    (content.folder / name).write_bytes(b"work")
    code, _out, err = content.run("check", "a.yaml", "-o", name)
    assert (code, err) == (2, WORK.format(name=name))
    assert (content.folder / name).read_bytes() == b"work"


def test_a_report_may_take_the_place_of_the_last_one(content: Shell) -> None:
    for _time in range(2):
        assert content.run("check", "a.yaml", "-o", "结果.txt")[0] == 0


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx"])
def test_what_somebody_else_made_is_not_built_over(content: Shell, kind: str) -> None:
    target = content.folder / "output" / f"a.{kind}"
    target.parent.mkdir()
    target.write_bytes(b"%PDF-1.7 PK something of mine")
    code, _out, err = content.run("build", "a.yaml", "--format", f"txt,{kind}")
    if kind == "xlsx":  # the example has no table
        assert code == 0
        return
    assert (code, err) == (2, FOREIGN.format(kind=kind))
    assert [path.name for path in target.parent.iterdir()] == [target.name], "all outputs or none"


def edited(content: bytes) -> bytes:
    """A docx as Word saves it after a word was changed: all parts written anew, its properties kept."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(
                name, part.replace("全年".encode(), "全年度".encode(), 1) if name.startswith("word/") else part
            )
    return stream.getvalue()


def test_what_was_edited_by_hand_is_named_and_kept(content: Shell) -> None:
    assert content.run("build", "a.yaml") == content.run("build", "a.yaml"), "our own files are built over"
    folder = content.folder / "output"
    mine = edited((folder / "a.docx").read_bytes())
    (folder / "a.docx").write_bytes(mine)
    (folder / "a.pdf").write_bytes((folder / "a.pdf").read_bytes() + b"\n% a remark\n")
    out = content.run("build", "a.yaml")[1]
    assert out.splitlines()[:2] == [KEPT.format(kind="docx"), KEPT.format(kind="pdf")]
    assert (folder / "a-手改.docx").read_bytes() == mine
    assert (folder / "a.docx").read_bytes() != mine
    assert content.run("build", "a.yaml")[1].startswith("没有发现问题"), "once"
