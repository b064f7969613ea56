"""Files that are open in Word or WPS: Windows refuses to replace them, and the new ones are written beside."""

import errno
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.example import changed
from tests.support.shell import Shell

from reportgen import writing
from reportgen.errors import FileInUse, UsageProblem
from reportgen.refusals import reason
from reportgen.world import read_bytes, write_files

Lock = Callable[[str], None]
"""Lets nobody replace files of this name from now on."""


@pytest.fixture
def lock(monkeypatch: pytest.MonkeyPatch) -> Lock:
    replace = Path.replace
    locked: set[str] = set()

    def refuse_locked(source: Path, target: Path) -> Path:
        if target.name in locked:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse_locked)
    return locked.add


@pytest.fixture
def built(shell: Shell) -> Shell:
    """Two outputs of a content file, and a change in it."""
    shell.write("科技馆.yaml", changed())
    assert shell.run("build", "科技馆.yaml", "--format", "docx,txt")[0] == 0
    shell.write("科技馆.yaml", changed(("主送机关: 某市财政局", "主送机关: 示例县财政局")))
    return shell


def outputs(shell: Shell) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((shell.folder / "output").iterdir())}


def test_all_outputs_are_written_beside_when_one_is_open(built: Shell, lock: Lock) -> None:
    """So the docx and the text that lie side by side say the same."""
    former = outputs(built)
    lock("科技馆.docx")
    code, out, _err = built.run("build", "科技馆.yaml", "--format", "docx,txt")
    assert code == 0
    target = Path("output", "科技馆.docx")
    assert f"写不了 {target}：没有权限（文件正在 Word 或 WPS 里打开时请先关闭）。原来的没有动，" in out
    assert "这一次的另存在旁边，名字后面加了「-新」；关掉以后再生成，就写回原来的名字" in out
    assert f"已生成：{Path('output', '科技馆-新.docx')}  {Path('output', '科技馆-新.txt')}" in out
    now = outputs(built)
    assert sorted(now) == ["科技馆-新.docx", "科技馆-新.txt", "科技馆.docx", "科技馆.txt"]
    assert {name: now[name] for name in former} == former


def test_the_name_beside_is_used_again_while_it_is_free(built: Shell, lock: Lock) -> None:
    lock("科技馆.docx")
    for _time in range(2):
        built.run("build", "科技馆.yaml", "--format", "docx")
    lock("科技馆-新.docx")
    built.run("build", "科技馆.yaml", "--format", "docx")
    assert sorted(outputs(built)) == ["科技馆-新.docx", "科技馆-新2.docx", "科技馆.docx", "科技馆.txt"]


def test_somebody_else_s_file_of_that_name_stays(built: Shell, lock: Lock) -> None:
    (built.folder / "output" / "科技馆-新.docx").write_bytes(b"PK mine")
    lock("科技馆.docx")
    built.run("build", "科技馆.yaml", "--format", "docx")
    assert outputs(built)["科技馆-新.docx"] == b"PK mine"
    assert "科技馆-新2.docx" in outputs(built)


def test_after_closing_it_the_next_build_has_the_old_name_again(built: Shell) -> None:
    former = outputs(built)["科技馆.docx"]
    assert built.run("build", "科技馆.yaml", "--format", "docx")[0] == 0
    assert outputs(built)["科技馆.docx"] != former


def test_a_folder_that_takes_nothing_is_no_open_file(built: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """There, no other name would help."""

    def denied(*_words: object, **_options: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(tempfile, "mkstemp", denied)
    code, _out, err = built.run("build", "科技馆.yaml", "--format", "docx")
    assert code == 3
    assert "没有权限" in err


# ---- a scanner that looks at every new file ----


def test_what_a_scanner_holds_for_a_moment_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, tries = Path.replace, []

    def held_twice(source: Path, target: Path) -> Path:
        tries.append(target)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", held_twice)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(writing, "_WAITS", (0, 0, 0))
    write_files({tmp_path / "例.docx": b"1"})
    assert (tmp_path / "例.docx").read_bytes() == b"1"


def test_what_lasts_is_said_after_the_last_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock: Lock) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(writing, "_WAITS", (0, 0))
    lock("例.docx")
    with pytest.raises(FileInUse):
        write_files({tmp_path / "例.docx": b"1"})
    assert list(tmp_path.iterdir()) == []


# ---- the numbers of Windows ----


class Refusal(OSError):
    """An error that tells the number of Windows too, as all do there."""

    winerror: int


def refusal(number: int, winerror: int) -> OSError:
    error = Refusal(number, "some words in the language of the system")
    error.winerror = winerror
    return error


@pytest.mark.parametrize(
    ("winerror", "why"),
    [
        (32, "文件正被别的程序打开"),
        (19, "磁盘是只读的"),
        (53, "找不到网络上的那台电脑"),
        (206, "文件名太长"),
        (5, "没有权限"),
    ],
)
def test_the_number_of_windows_says_more_than_that_of_c(winerror: int, why: str) -> None:
    assert reason(refusal(errno.EACCES, winerror)) == why


@pytest.mark.parametrize(("winerror", "kind"), [(32, FileInUse), (33, FileInUse), (5, UsageProblem)])
def test_a_file_that_is_locked_cannot_be_read(
    winerror: int, kind: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "决算.docx"
    path.write_bytes(b"1")

    def locked(_path: Path) -> bytes:
        raise refusal(errno.EACCES, winerror)

    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(kind):
        read_bytes(path)
