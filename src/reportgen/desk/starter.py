"""An icon that opens a folder by a double click: a .desktop file on Linux, a .cmd on Windows."""

import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

from reportgen import patterns as re
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.world import read_text, write_files

_NAME = "绩效报告"
_DESKTOPS = ("Desktop", "桌面")
_XDG = re.compile(r'^XDG_DESKTOP_DIR="(?:\$HOME/)?([^"]+)"', re.MULTILINE)
_START = "from reportgen.start import main; main()"


def write_to_desktop(folder: Path) -> Path:
    """The starter of a folder, on the desktop of the user; its path.

    Raises UsageProblem when such a file is there and opens something else, EnvironmentProblem when the disk refuses.
    """
    is_windows = sys.platform == "win32"
    target = _desktop() / f"{_NAME}-{folder.name or _NAME}{'.cmd' if is_windows else '.desktop'}"
    python = sys.executable
    content = cmd(python, PureWindowsPath(folder)) if is_windows else desktop(python, PurePosixPath(folder))
    if target.exists() and read_text(target) != content.decode():
        raise UsageProblem(_("{path} 已经有了，没有改动它", path=target))
    write_files({target: content})
    if not is_windows:
        target.chmod(0o755)  # desktops start nothing else
    return target


def desktop(python: str, folder: PurePosixPath) -> bytes:
    """What desktops of Linux start (Desktop Entry Specification 1.5): in a terminal, which shows how to end it."""
    words = " ".join(map(_quoted, (python, "-c", _START, "open", str(folder))))
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


def cmd(python: str, folder: PureWindowsPath) -> bytes:
    """What Windows runs: cmd reads it line by line, so the code page is UTF-8 before the first hanzi."""
    lines = (
        "@echo off",
        "chcp 65001 >nul",
        f'"{_doubled(python)}" -X utf8 -c "{_START}" open "{_doubled(str(folder))}"',
        "if errorlevel 1 pause",
    )
    return ("\r\n".join(lines) + "\r\n").encode()


def _quoted(word: str) -> str:
    """An argument of Exec: inside quotes four signs are escaped, and % begins a field code."""
    inside = re.sub(r'(["`$\\])', r"\\\1", word).replace("%", "%%")
    return f'"{inside}"'


def _escaped(value: str) -> str:
    """A value of type string: a backslash is written twice."""
    return value.replace("\\", "\\\\").replace("\n", "\\n")


def _doubled(word: str) -> str:
    """cmd takes %x% for a variable even in quotes."""
    return word.replace("%", "%%")


def _desktop() -> Path:
    """The user's desktop, as the system calls it; his home where he has none."""
    home = Path.home()
    named = home / ".config" / "user-dirs.dirs"
    found = _XDG.search(read_text(named)) if named.is_file() else None
    places = [home / found[1]] if found else []
    return next((place for place in (*places, *(home / name for name in _DESKTOPS)) if place.is_dir()), home)
