"""A LibreOffice that stands open beside the tests of a process: to start one takes longer than ten conversions.

It keeps a document of its own open, since one whose last document is closed ends itself; what is called later with the
same profile hands its work over to it. It sees the GW fonts alone, under the official names that files ask for.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parents[2] / "src" / "reportgen" / "fonts"
FONT_MAP = Path(__file__).with_name("fonts.conf.in")
PATIENCE = 120
"""Seconds after which a hung program is given up; a cold conversion takes about two."""
_GUARDED = '"$0" "$@" & read -r _; kill $!; wait'
"""Ends the program with the one that has started it, however that ends: it holds the other end of the pipe."""


class ToolMissingError(RuntimeError):
    """A program that the tests need is not there; script/test installs it."""


def soffice() -> str:
    """LibreOffice. Raises ToolMissingError without it."""
    office = shutil.which("soffice")
    if office is None:
        raise ToolMissingError("no soffice: run script/test, which installs LibreOffice")
    return office


@cache
def office_home() -> Path:
    """A profile and a font map of this process alone: two LibreOffices cannot share a profile."""
    home = Path(tempfile.mkdtemp(prefix="reportgen-soffice-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    font_map = FONT_MAP.read_text(encoding="utf-8")
    font_map = font_map.replace("@FONTS@", str(FONTS)).replace("@CACHE@", str(home / "fontcache"))
    (home / "fonts.conf").write_text(font_map, encoding="utf-8")
    return home


def office_fonts() -> dict[str, str]:
    """The environment in which it sees those fonts."""
    return os.environ | {"FONTCONFIG_FILE": str(office_home() / "fonts.conf")}


def handed_over(words: Sequence[str | Path], patience: int = PATIENCE) -> str:
    """Let it do what a command line asks for, and give back what it says. Raises ToolMissingError without it."""
    _open()
    command = [soffice(), _profile(), "--headless", *map(str, words)]
    run = subprocess.run(command, capture_output=True, text=True, env=office_fonts(), timeout=patience, check=False)
    return run.stdout + run.stderr


def _profile() -> str:
    return f"-env:UserInstallation={(office_home() / 'profile').as_uri()}"


_standing: list[subprocess.Popen[bytes]] = []
"""The last is the one that stands open, unless a file has been the end of it."""


def _open() -> None:
    if _standing and _standing[-1].poll() is None:
        return
    kept_open = office_home() / "open.txt"
    kept_open.write_text("", encoding="utf-8")
    lock = kept_open.with_name(f".~lock.{kept_open.name}#")
    lock.unlink(missing_ok=True)
    words = [soffice(), _profile(), "--headless", "--norestore", str(kept_open)]
    own = subprocess.Popen(
        ["sh", "-c", _GUARDED, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=office_fonts(),
    )
    atexit.register(own.communicate)
    _standing.append(own)
    given_up = time.monotonic() + PATIENCE
    while not lock.is_file():  # before, it would end itself behind the first work
        if own.poll() is not None or time.monotonic() > given_up:
            raise RuntimeError("LibreOffice does not start")
        time.sleep(0.02)
