"""A name that one process at a time has for itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen import locking
from reportgen.errors import EnvironmentProblem
from reportgen.locking import claimed

HOLDER = """
import sys
from pathlib import Path
from reportgen.locking import claimed
with claimed(Path("lock"), sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path, name: str) -> "subprocess.Popen[str]":
    """A process that has the name until its standard input ends, or it is killed."""
    command, paths = [sys.executable, "-c", HOLDER, name], {"PYTHONPATH": ":".join(sys.path), "LC_ALL": "C.UTF-8"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=paths, text=True, encoding="utf-8", stdin=pipe, stdout=pipe)


def held(process: "subprocess.Popen[str]") -> None:
    assert process.stdout
    assert process.stdout.readline() == "held\n"


@pytest.mark.parametrize("kill", [False, True], ids=["ended", "killed"])
def test_who_asks_for_a_name_that_another_has_waits_until_that_ends(tmp_path: Path, kill: bool) -> None:
    first = holder(tmp_path, "县教育局")
    held(first)
    second = holder(tmp_path, "县教育局")
    with claimed(tmp_path / "lock", "县水务局"):
        pass  # another name is free
    assert second.poll() is None
    if kill:
        first.kill()
    first.communicate()
    held(second)
    second.communicate()


def test_a_disk_that_knows_no_locks_keeps_nobody_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_words: object) -> None:
        raise OSError(locking._NOT_KNOWN[0], "")

    monkeypatch.setattr(locking, "_wait_for", refused)
    with claimed(tmp_path / "x" / "lock", "甲"):
        assert (tmp_path / "x" / "lock").is_file()


def test_a_lock_that_fails_otherwise_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_words: object) -> None:
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr(locking, "_wait_for", broken)
    with pytest.raises(EnvironmentProblem, match="锁不住输出文件夹"), claimed(tmp_path / "lock", "甲"):
        pass


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "文件").write_bytes(b"")
    with pytest.raises(EnvironmentProblem, match="路径中有一段不是文件夹"), claimed(tmp_path / "文件" / "lock", "甲"):
        pass
