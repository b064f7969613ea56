"""Writing files: all or none, nothing half-written left behind, and the disk's refusal in the user's words."""

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.errors import EnvironmentProblem
from reportgen.leftovers import own_prefix
from reportgen.world import read_text, replace_text, write_files


def refused(contents: dict[Path, bytes]) -> str:
    with pytest.raises(EnvironmentProblem) as told:
        write_files(contents)
    return str(told.value)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files_are_written_and_folders_made(folder: Path) -> None:
    write_files({Path("新/例.docx"): b"1", Path("新/例.pdf"): b"2"})
    assert {path.name: path.read_bytes() for path in (folder / "新").iterdir()} == {"例.docx": b"1", "例.pdf": b"2"}


def test_a_name_may_be_as_long_as_the_disk_allows(folder: Path) -> None:
    name = "名" * 83 + ".pdf"
    assert len(os.fsencode(name)) > 250
    write_files({Path(name): b"1"})
    assert [path.name for path in folder.iterdir()] == [name]


def on_a_full_disk(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the second file that is written meets an error of this number, halfway."""
    write, calls = os.write, []

    def fill(stream: int, content: bytes) -> int:
        calls.append(stream)
        if len(calls) == 3:
            raise OSError(number, os.strerror(number))
        return write(stream, content if len(calls) == 1 else content[:1])

    monkeypatch.setattr(os, "write", fill)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EDQUOT, "磁盘配额用完了"),
        (errno.EROFS, "磁盘是只读的"),
        (errno.EIO, "读写出了错，可能是磁盘坏了，或者网络断了"),
        (errno.ESTALE, "网络文件夹连不上了"),
        (errno.ENOTCONN, "网络文件夹连不上了"),
        (errno.EILSEQ, os.strerror(errno.EILSEQ)),
    ],
)
def test_a_full_disk_leaves_what_was_there(
    folder: Path, number: int, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "例.docx").write_bytes(b"former")
    on_a_full_disk(number, monkeypatch)
    assert refused({Path("例.docx"): b"new", Path("例.pdf"): b"new"}) == f"写不了 例.pdf：{why}"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"例.docx": b"former"}


@pytest.mark.parametrize("target", ["文件/例.docx", "文件/下面/例.docx"])
def test_a_file_in_place_of_the_folder(folder: Path, target: str) -> None:
    (folder / "文件").write_bytes(b"")
    assert refused({Path(target): b"1"}) == f"写不了 {target}：路径中有一段不是文件夹"


def test_a_folder_in_place_of_a_file_stops_its_neighbours_too(folder: Path) -> None:
    (folder / "例.pdf").mkdir()
    assert refused({Path("例.docx"): b"1", Path("例.pdf"): b"2"}) == "写不了 例.pdf：这是一个文件夹"
    assert [path.name for path in folder.iterdir()] == ["例.pdf"]


def test_a_file_that_is_open_in_word(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows then refuses to replace it."""

    def locked(_source: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "something temporary")

    monkeypatch.setattr(Path, "replace", locked)
    assert refused({Path("例.docx"): b"1"}) == "写不了 例.docx：没有权限（文件正在 Word 或 WPS 里打开时请先关闭）"
    assert list(folder.iterdir()) == []


def test_a_text_is_replaced_and_the_byte_order_mark_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + "甲\r\n".encode())
    replace_text(path, read_text(path), "乙\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + "乙\r\n".encode()


def test_a_text_that_somebody_has_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("丙\n", encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match="刚被别的程序改过"):
        replace_text(path, "甲\n", "乙\n")
    assert path.read_text(encoding="utf-8") == "丙\n"


# ---- together or not at all ----


def test_when_the_second_cannot_be_replaced_the_first_is_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The PDF is open in a reader: the docx must not be a newer one than the PDF beside it."""
    for name in ("例.docx", "例.pdf"):
        (folder / name).write_bytes(b"former")
    replace = Path.replace

    def locked(source: Path, target: Path) -> Path:
        if target.name == "例.pdf":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", locked)
    assert "例.pdf" in refused({Path("例.docx"): b"new", Path("新.docx"): b"new", Path("例.pdf"): b"new"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"例.docx": b"former", "例.pdf": b"former"}


def test_ctrl_c_in_the_middle_leaves_what_was_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "例.docx").write_bytes(b"former")
    monkeypatch.setattr(os, "fsync", lambda _number: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        write_files({Path("例.docx"): b"new"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"例.docx": b"former"}


def test_the_next_run_takes_away_what_a_crash_has_left(folder: Path) -> None:
    """Names say who made them: what a process that still runs is writing stays."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    own = own_prefix()
    left, busy = own.replace(str(os.getpid()), str(ended.pid)), own.replace(str(os.getpid()), str(os.getppid()))
    for name in (f"{left}abc", f"{busy}abc"):
        (folder / name).write_bytes(b"half")
    write_files({Path("例.docx"): b"1"})
    assert sorted(path.name for path in folder.iterdir()) == sorted([f"{busy}abc", "例.docx"])


def test_what_is_written_is_on_the_disk_before_it_gets_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda _number: synced.append((folder / "例.docx").exists()))
    write_files({Path("例.docx"): b"1"})
    assert synced[0] is False


# ---- modes ----


def test_a_new_file_has_the_mode_that_the_umask_gives(folder: Path) -> None:
    former = os.umask(0o027)
    try:
        write_files({Path("例.docx"): b"1"})
    finally:
        os.umask(former)
    assert (folder / "例.docx").stat().st_mode & 0o777 == 0o640


def test_a_file_keeps_its_mode(folder: Path) -> None:
    (folder / "例.docx").write_bytes(b"former")
    (folder / "例.docx").chmod(0o600)
    write_files({Path("例.docx"): b"new"})
    assert (folder / "例.docx").stat().st_mode & 0o777 == 0o600


def test_what_is_read_only_is_not_replaced(folder: Path) -> None:
    (folder / "例.docx").write_bytes(b"former")
    (folder / "例.docx").chmod(0o444)
    assert refused({Path("例.docx"): b"new"}) == "写不了 例.docx：它设成了只读。要换掉它，请先去掉「只读」"
    assert (folder / "例.docx").read_bytes() == b"former"


def test_a_device_is_not_replaced_by_a_file(folder: Path) -> None:
    """-o /dev/null would otherwise take it away from all programs of the machine."""
    os.mkfifo(folder / "管道.txt")
    assert refused({Path("管道.txt"): b"1"}) == "写不了 管道.txt：它是管道或设备，不是文件"
    assert stat.S_ISFIFO((folder / "管道.txt").stat().st_mode)


def test_ctrl_c_between_two_files_waits_for_the_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A docx of today beside a PDF of yesterday would be sent by somebody."""
    plain = Path.replace

    def replace(path: Path, target: Path) -> Path:
        os.kill(os.getpid(), signal.SIGINT)
        return plain(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    docx, pdf = tmp_path / "报告.docx", tmp_path / "报告.pdf"
    with pytest.raises(KeyboardInterrupt):
        write_files({docx: b"1", pdf: b"1"})
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == {docx: b"1", pdf: b"1"}
