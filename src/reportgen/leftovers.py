"""Files on their way to their place: how they are called, and what a run that was killed has left of them."""

import os
import sys
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from platform import node

_PREFIX = ".reportgen-"
"""So begin their names. They say which process of which machine made them."""


def own_prefix() -> str:
    """So begin the names of files that this process has not finished."""
    return f"{_PREFIX}{_machine()}-{os.getpid()}-"


def _machine() -> str:
    """Folders of a network are written into by several."""
    return f"{zlib.crc32(node().encode()):08x}"


_swept: set[Path] = set()


def sweep(folder: Path) -> None:
    """Take away what processes of this machine that are no more have left in a folder; once: it may hold thousands."""
    if folder.absolute() in _swept:
        return
    _swept.add(folder.absolute())
    for path in _left_over(folder):
        process = path.name.removeprefix(_PREFIX).split("-")[1]
        if process.isdecimal() and int(process) != os.getpid() and not _runs(int(process)):
            with suppress(OSError):
                path.unlink()


def _left_over(folder: Path) -> Iterable[Path]:
    try:
        return list(folder.glob(f"{_PREFIX}{_machine()}-*-*"))
    except OSError:
        return ()


def _runs(process: int) -> bool:
    """Whether there is a process of this number."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(0x00100000, False, process)  # SYNCHRONIZE
        if handle:
            return bool(kernel.CloseHandle(handle))
        return ctypes.get_last_error() == 5  # ERROR_ACCESS_DENIED: another user's
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
