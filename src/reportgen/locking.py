"""A name that one process at a time has for itself; it is free again when that process ends, however it ends.

Locked is one byte of a file, by the system: nothing has to be taken away after a crash. Each name has a byte of its
own, so that a folder needs one such file however many names there are.
"""

import errno
import os
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.refusals import reason

_NOT_KNOWN = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL)
"""What disks say that know no locks."""
_PAUSE = 0.1
"""Seconds between two tries where the system does not wait by itself."""


@contextmanager
def claimed(file: Path, name: str) -> Iterator[None]:
    """Have `name` for oneself while the block runs; who else asks for it waits. `file` is made where it is missing.

    On a disk that knows no locks nobody waits. Raises EnvironmentProblem when the file cannot be made or opened.
    """
    number = _opened(file)
    try:
        _lock(number, zlib.crc32(os.fsencode(name)))
        yield
    finally:
        os.close(number)  # the lock goes with it


def _opened(file: Path) -> int:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise EnvironmentProblem(_("写不了 {path}：{why}", path=file.parent, why=reason(error))) from error


def _lock(number: int, at: int) -> None:
    try:
        _wait_for(number, at)
    except OSError as error:
        if error.errno not in _NOT_KNOWN:
            raise EnvironmentProblem(_("锁不住输出文件夹：{why}", why=reason(error))) from error


if sys.platform == "win32":
    import msvcrt

    def _wait_for(number: int, at: int) -> None:
        """Windows tells at once that somebody has the byte, and not when it is free."""
        while True:
            os.lseek(number, at, os.SEEK_SET)
            try:
                msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
                return
            except OSError as error:
                if error.errno not in {errno.EACCES, errno.EDEADLK}:
                    raise
            time.sleep(_PAUSE)

else:
    import fcntl

    def _wait_for(number: int, at: int) -> None:
        fcntl.lockf(number, fcntl.LOCK_EX, 1, at)
