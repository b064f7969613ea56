"""What is done by mouse: files dropped on an icon or sent to it, and a double click."""

import ntpath
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')

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
        from reportgen.start import main

        words = [os.path.abspath(name) for name in names]  # noqa: PTH100 - a path that does not exist is kept as it is
        folder = Path(words[0]).parent
        if folder.is_dir():
            os.chdir(folder)
        sys.argv = ["reportgen", command, *words]
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
    else:
        print(_NOTHING)
        code = 2
    _wait()
    return code


def open_window(script: Path) -> int:
    """A window that stays open, in which commands can be typed."""
    shell = os.environ.get("COMSPEC", "cmd.exe")
    return subprocess.call(f'"{shell}" /k ""{script}""')


def _wait() -> None:
    with suppress(EOFError):  # nobody is there
        input("\n按回车键关闭这个窗口……")
