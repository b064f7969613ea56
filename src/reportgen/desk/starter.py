"""An icon that opens a folder by a double click: a .desktop file on Linux, a .cmd on Windows."""

import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

from reportgen import patterns as re
from reportgen.desk.jobs.command import START
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.world import own_folder, read_text, write_files

_NAME = "绩效报告"
_DESKTOPS = ("Desktop", "桌面")
_XDG = re.compile(r'^XDG_DESKTOP_DIR="(?:\$HOME/)?([^"]+)"', re.MULTILINE)
_SAFE = re.compile(r"[^A-Za-z0-9_./:-]")


def write_to_desktop(folder: Path) -> Path:
    """The starter of a folder, on the desktop of the user; its path.

    Raises UsageProblem when such a file is there and opens something else, EnvironmentProblem when the disk refuses.
    """
    is_windows = sys.platform == "win32"
    target = _desktop() / f"{_NAME}-{folder.name or _NAME}{'.cmd' if is_windows else '.desktop'}"
    python = sys.executable
    package = own_folder().parent
    if is_windows:
        content = cmd(python, PureWindowsPath(package), PureWindowsPath(folder))
    else:
        content = desktop(python, PurePosixPath(package), PurePosixPath(folder))
    if target.exists() and read_text(target) != content.decode():
        raise UsageProblem(_("{path} 已经有了，没有改动它", path=target))
    write_files({target: content})
    if not is_windows:
        target.chmod(0o755)  # desktops start nothing else
    return target


def desktop(python: str, package: PurePosixPath, folder: PurePosixPath) -> bytes:
    """What desktops of Linux start (Desktop Entry Specification 1.5): in a terminal, which shows how to end it.

    `package` is the folder that the program lies in.
    """
    words = " ".join(map(_quoted, (python, "-c", START, str(package), "open", str(folder))))
    name = f"{_NAME} {folder.name}"
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.5",
        f"Name={_escaped(name)}",
        "Terminal=true",
        f"Exec={_escaped(words)}",
        f"Path={_escaped(str(folder))}",
        "Categories=Office;",
    )
    return ("\n".join(lines) + "\n").encode()


def cmd(python: str, package: PureWindowsPath, folder: PureWindowsPath) -> bytes:
    """What Windows runs. Nothing but ASCII is safe there whatever the code page is, so folders are spelt in Python;
    only the way to Python itself may hold hanzi, and for these the code page is UTF-8.
    """
    start = (
        f"import sys; sys.path.insert(0, {_spelt(package)}); sys.argv = ['reportgen', 'open', {_spelt(folder)}]; "
        "from reportgen.start import main; main()"
    )
    program = python.replace("%", "%%")  # cmd takes %x% for a variable even in quotes
    lines = ("@echo off", "chcp 65001 >nul", f'"{program}" -X utf8 -c "{start}"', "if errorlevel 1 pause")
    return ("\r\n".join(lines) + "\r\n").encode()


def _spelt(path: PureWindowsPath) -> str:
    """A string of Python without any sign that cmd, or a code page, takes for something else."""
    return "'" + _SAFE.sub(lambda found: f"\\U{ord(found[0]):08x}", str(path)) + "'"


def _quoted(word: str) -> str:
    """An argument of Exec: inside quotes four signs are escaped, and % begins a field code."""
    inside = re.sub(r'(["`$\\])', r"\\\1", word).replace("%", "%%")
    return f'"{inside}"'


def _escaped(value: str) -> str:
    """A value of type string: a backslash is written twice."""
    return value.replace("\\", "\\\\").replace("\n", "\\n")


def _desktop() -> Path:
    """The user's desktop, as the system calls it; his home where he has none."""
    home = Path.home()
    named = home / ".config" / "user-dirs.dirs"
    found = _XDG.search(read_text(named)) if named.is_file() else None
    places = [home / found[1]] if found else []
    return next((place for place in (*places, *(home / name for name in _DESKTOPS)) if place.is_dir()), home)
