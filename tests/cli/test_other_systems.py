"""What Windows does otherwise than Linux, as far as it can be put before the program here."""

import errno
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from tests.support.example import changed
from tests.support.shell import Shell

from reportgen.cli import batch
from reportgen.cli.places import places
from reportgen.limits import not_held
from reportgen.pipeline.workers import pool
from reportgen.refusals import reader_is_gone


def test_doctor_says_which_limits_are_not_held(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(signal, "setitimer")
    assert len(list(not_held())) == 2
    monkeypatch.setattr(sys, "platform", "linux")  # for all else in doctor
    _code, out, _err = shell.run("doctor")
    assert out.count("时间：由程序自己看着，遇到很长的一步要等它走完才停") == 1


def test_linux_holds_them_all(shell: Shell) -> None:
    assert list(not_held()) == []
    assert "限度" not in shell.run("doctor")[1]


def test_the_end_of_a_pipe_has_another_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """`reportgen check … | more`, left with q."""
    gone = OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    assert not reader_is_gone(gone)
    assert reader_is_gone(BrokenPipeError())
    monkeypatch.setattr(sys, "platform", "win32")
    assert reader_is_gone(gone)
    assert not reader_is_gone(OSError(errno.ENOSPC, ""))


def how_workers_start() -> str:
    own = pool(1)
    context: Any = getattr(own, "_mp_context")  # noqa: B009 - it has no public name
    with own:
        return str(context.get_start_method())


def test_on_linux_workers_take_over_what_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert how_workers_start() == "fork"


def test_beside_another_thread_they_are_started_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert how_workers_start() == "spawn"


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_on_other_systems_they_are_started_anew(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert how_workers_start() == "spawn"


def test_cores_are_counted_where_nobody_can_ask_for_one_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    assert batch._cores() == 64
    assert batch._MOST_WORKERS <= 61, "Windows waits for no more at once"


def test_files_on_two_drives_have_no_folder_in_common(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Then each goes straight into the folder of outputs; `commonpath` of two drives would raise."""

    class OnDrive:
        def __init__(self, anchor: str) -> None:
            self.anchor = anchor

        def resolve(self) -> "OnDrive":
            return self

    drives = {"D": OnDrive("D:\\"), "E": OnDrive("E:\\")}
    monkeypatch.setattr("reportgen.cli.places._folder", drives.__getitem__)
    assert places(tmp_path, ["D", "E"]).folder(tmp_path / "甲.yaml") == tmp_path


# ---- and nothing is asked for under such a name: a device would not answer ----


@pytest.mark.parametrize(
    "words",
    [
        ("build", "例.yaml", "--output", "aux", "--format", "txt"),
        ("check", "例.yaml", "-o", "prn.txt"),
    ],
)
def test_no_command_touches_a_device(shell: Shell, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write("例.yaml", changed())
    exists = Path.exists

    def devices_never_answer(path: Path) -> bool:
        assert not {"aux", "prn.txt"} & set(path.parts), "this would hang"
        return exists(path)

    monkeypatch.setattr(Path, "exists", devices_never_answer)
    monkeypatch.setattr(sys, "platform", "win32")
    code, _out, err = shell.run(*words)
    assert code == 3, err
    assert "写不了" in err


def test_no_new_file_is_begun_under_such_a_name(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """There always is a con.yaml on Windows, so it is no file that somebody has."""
    monkeypatch.setattr(sys, "platform", "win32")
    code, _out, err = shell.run("new", "公文", "-o", "con.yaml")
    assert (code, "「con.yaml」在 Windows 里是设备的名称" in err) == (3, True), err
