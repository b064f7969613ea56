"""`script/wine`: the installer is run under Wine, and then what an owner of a PC would run: 检查安装.

Wine is no Windows: what fails here is wrong, what passes here has still not been seen on a PC.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import IO
from zipfile import ZipFile

from windows.__main__ import ROOT, make_from
from windows.refusal import Refusal
from windows.stand_in import make_stand_in

_USERS = Path("drive_c", "users")
_PLACE = r"C:\users\会计\绩效 报告"
"""As the folder of a user may be called."""


def main() -> int:
    """0: all steps passed. 1: some did not. 3: this machine lacks something."""
    parser = argparse.ArgumentParser(
        prog="script/wine", description="在 Wine 里安装并检查 Windows 安装包，见 docs/Windows.md。"
    )
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "wine", help="在这里做（默认 build/wine）")
    folder = parser.parse_args().folder.absolute()
    try:
        if not shutil.which("wine"):
            raise Refusal("没有 wine（Debian、Ubuntu 上请运行 apt-get install wine64）")
        made = make_from(make_stand_in(folder / "python"), ROOT / "build" / "windows", folder)
        return _tried(folder / "prefix", next(path for path in made if path.suffix == ".exe"))
    except Refusal as problem:
        print(problem, file=sys.stderr)
        return 3


def _tried(prefix: Path, installer: Path) -> int:
    shutil.rmtree(prefix, ignore_errors=True)
    _wine(prefix, "wineboot", "--init")
    _wine(prefix, installer, "/S", f"/D={_PLACE}")
    installed = _installed(prefix)
    python = installed / "program" / "python" / "python.exe"
    code = _wine(prefix, python, "-X", "utf8", installed / "program" / "trial.py")
    for path in sorted((prefix / "home").rglob("reportgen-*.zip")):
        with ZipFile(path) as archive:
            print(archive.read("结果.txt").decode("utf-8-sig"), flush=True)
    _wine(prefix, installed / "uninstall.exe", "/S", f"_?={_windows(installed)}")
    left = sorted(path.name for path in installed.iterdir()) if installed.exists() else []
    print(f"卸载以后留下：{left or '没有'}")
    return 1 if code or left not in ([], ["uninstall.exe"]) else 0


def _installed(prefix: Path) -> Path:
    """Where the installer has put it; the uninstaller cannot take itself away when it is told to stay (`_?=`)."""
    found = list((prefix / _USERS).rglob("reportgen.cmd"))
    if not found:
        raise Refusal("安装程序什么也没有装")
    return found[0].parent


def _windows(path: Path) -> str:
    return "Z:" + str(path).replace("/", "\\")


def _wine(prefix: Path, *words: object) -> int:
    """Run a program of Windows, and show what it says until it ends.

    Wine gives its programs no other streams than pipes, and services that it starts keep these open for longer.
    """
    home = prefix / "home"  # its desktop is a link to the one of the home folder
    home.mkdir(parents=True, exist_ok=True)
    surroundings = os.environ | {"WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "HOME": str(home)}
    process = subprocess.Popen(
        ["wine", *map(str, words)],
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    shown = Thread(target=_show, args=(process.stdout,), daemon=True)
    shown.start()
    code = process.wait()
    shown.join(2)
    return code


def _show(stream: IO[bytes]) -> None:
    while content := os.read(stream.fileno(), 4096):
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
