"""What is done by mouse: files dropped on an icon or sent to it, and a double click."""

import ntpath
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')

_FOLDER = "绩效报告"
"""What is opened by a double click."""
_NOTHING = """
请把文件拖到这个图标上（可以一次拖几个），或在文件上点右键 → 发送到。
只双击它，没有文件可做。
"""


def dropped(call: str, script: str) -> list[str] | None:
    """The files that Explorer handed to a script; None when it was not Explorer that started it.

    `call` is the command line of cmd. It is read here since cmd itself breaks D:\\甲&乙.docx off at the &: Explorer
    puts quotation marks round names with blanks only.
    """
    start = call.lower().rfind(script.lower()) if script else -1
    if start < 0:
        return None
    tail = call[start + len(script) :].removeprefix('"')
    words = [found[1] or found[2] for found in _WORD.finditer(tail)]
    names = [word for word in words if word]
    return names if all(map(ntpath.isabs, names)) else None


def run(command: str, names: list[str]) -> int:
    """Run a command on files in the folder of the first, and wait until the user has read what it says."""
    if names:
        words = [os.path.abspath(name) for name in names]  # noqa: PTH100 - a path that does not exist is kept as it is
        folder = Path(words[0]).parent
        if folder.is_dir():
            os.chdir(folder)
        code = _main(command, words)
    else:
        print(_NOTHING)
        code = 2
    _wait()
    return code


def open_screen(names: list[str]) -> int:
    """Open a folder, or the one of a file, in the browser; without any 绩效报告 among the user's documents.

    The window can be closed with the pages; it waits only when something went wrong.
    """
    target = Path(names[0]) if names else _documents() / _FOLDER
    if not names:
        target.mkdir(parents=True, exist_ok=True)
    code = _main("open", [os.path.abspath(target)])  # noqa: PTH100 - a path that does not exist is kept as it is
    if code:
        _wait()
    return code


def _documents() -> Path:
    home = Path.home()
    return next((home / name for name in ("Documents", "文档") if (home / name).is_dir()), home)


def _main(command: str, words: list[str]) -> int:
    """The exit code of a command of the program."""
    from reportgen.start import main

    sys.argv = ["reportgen", command, *words]
    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0


def open_window(script: Path) -> int:
    """A window that stays open, in which commands can be typed."""
    shell = os.environ.get("COMSPEC", "cmd.exe")
    return subprocess.call(f'"{shell}" /k ""{script}""')


def _wait() -> None:
    with suppress(EOFError):  # nobody is there
        input("\n按回车键关闭这个窗口……")
