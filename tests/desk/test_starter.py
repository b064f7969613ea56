"""The icon on the desktop: whatever a folder is called, it opens that folder and runs nothing else."""

import configparser
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from reportgen.desk.starter import cmd, desktop, write_to_desktop
from reportgen.errors import UsageProblem

NAMES = ("绩效 报告", "a'b\"c", "100% $HOME `id`", "甲;乙&丙|丁", "\\n", "%U %f")


@pytest.mark.parametrize("name", NAMES)
def test_a_desktop_of_linux_opens_the_folder(name: str) -> None:
    folder = PurePosixPath("/home/会计") / name
    entry = configparser.RawConfigParser(strict=True)
    entry.read_string(desktop("/usr/bin/python3", PurePosixPath("/opt/程序"), folder).decode())
    line = entry["Desktop Entry"]["exec"].replace("\\\\", "\\")
    words = [re.sub(r"\\(.)", r"\1", word) for word in re.findall(r'"((?:\\.|[^"\\])*)"', line)]
    assert [word.replace("%%", "%") for word in words][-3:] == ["/opt/程序", "open", str(folder)]
    assert words[:2] == ["/usr/bin/python3", "-c"]


@pytest.mark.parametrize("name", NAMES)
def test_cmd_sees_nothing_of_the_folder_s_name(name: str) -> None:
    """A sign that it would take for a command, or that a code page has not, would not get through."""
    folder = PureWindowsPath("D:/会计") / name
    lines = cmd(r"C:\Python\python.exe", PureWindowsPath("C:/程序"), folder).decode("ascii").split("\r\n")
    start = lines[2].partition(' -c "')[2].removesuffix('"')
    assert not set(start) & set('"%&|<>^!')
    said: dict[str, object] = {}
    exec(start.partition("; from reportgen")[0], said)
    assert sys.argv == ["reportgen", "open", str(folder)]
    assert sys.path.pop(0) == "C:\\程序"


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a starter says to Python is said to this one."""
    monkeypatch.setattr(sys, "argv", sys.argv)


def test_it_stands_on_the_desktop_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / ".config").mkdir()
    (tmp_path / "我的桌面").mkdir()
    (tmp_path / ".config" / "user-dirs.dirs").write_text('XDG_DESKTOP_DIR="$HOME/我的桌面"\n', encoding="utf-8")
    (tmp_path / "绩效").mkdir()
    target = write_to_desktop(tmp_path / "绩效")
    assert target == tmp_path / "我的桌面" / "绩效报告-绩效.desktop"
    assert os.access(target, os.X_OK)
    assert write_to_desktop(tmp_path / "绩效") == target, "once more changes nothing"
    target.write_text("[Desktop Entry]\n", encoding="utf-8")
    with pytest.raises(UsageProblem, match="已经有了，没有改动它"):
        write_to_desktop(tmp_path / "绩效")


def test_what_it_runs_is_the_program(tmp_path: Path) -> None:
    """Asked for its help, so that nothing is opened."""
    entry = desktop(sys.executable, PurePosixPath(Path(__file__).parents[2] / "src"), PurePosixPath(tmp_path)).decode()
    [line] = [line for line in entry.splitlines() if line.startswith("Exec=")]
    words = shlex.split(line.removeprefix("Exec="))
    done = subprocess.run([*words[:-1], "--help"], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "用法: reportgen open" in done.stdout
