"""Files are written so that nothing former is lost and nothing half-written is left, whatever happens meanwhile."""

import errno
import os
import shutil
import signal
import stat
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from platform import node

from reportgen.errors import EnvironmentProblem
from reportgen.language import _

_PREFIX = ".reportgen-"
"""So begin the names of files on their way. They say which process of which machine made them."""


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write several files; they appear together or not at all, and no former one is touched before all are on the disk.

    Raises EnvironmentProblem when the disk refuses, or when a file cannot be replaced: it is open elsewhere, or set to
    read-only. What a run that was killed has left beside them is taken away.
    """
    for folder in {path.parent for path in contents}:
        _sweep(folder)
    staged: dict[Path, Path] = {}
    former: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            with _writing(path):
                _stage(path, content, staged)
        with _undisturbed():
            _replace(staged, former)
    finally:
        for temporary in (*staged.values(), *former.values()):
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C and SIGTERM wait until all files are in their places, on systems that can hold them back."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _stage(path: Path, content: bytes, staged: dict[Path, Path]) -> None:
    """Write `content` beside `path`, under a name that `staged` knows before the first byte is written.

    The name is short: that of `path` may be as long as the disk allows.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    if path.exists() and not path.is_file():
        raise EnvironmentProblem(_("写不了 {path}：它是管道或设备，不是文件", path=path))
    if path.exists() and not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise EnvironmentProblem(_("写不了 {path}：它设成了只读。要换掉它，请先去掉「只读」", path=path))
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=own_prefix(), delete=False) as stream:
        staged[path] = Path(stream.name)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    staged[path].chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask())


def _replace(staged: Mapping[Path, Path], former: dict[Path, Path]) -> None:
    """Put all files into their places; when one cannot be, those before it are as they were."""
    done: list[Path] = []
    try:
        for path, temporary in staged.items():
            with _writing(path):
                if path.exists():
                    former[path] = _kept(path)
                done.append(path)
                temporary.replace(path)
    except BaseException:  # Ctrl-C, too
        for path in done:
            with suppress(OSError):
                former[path].replace(path) if path in former else path.unlink(missing_ok=True)
        raise
    for folder in {path.parent for path in staged}:
        _sync(folder)


def _kept(path: Path) -> Path:
    """The former file under another name; the same bytes on the disk where it knows links."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=own_prefix(), delete=False) as stream:
        name = Path(stream.name)
    name.unlink()
    try:
        name.hardlink_to(path)
    except OSError:
        shutil.copy2(path, name)
    return name


def _sync(folder: Path) -> None:
    """Let the new names reach the disk, on systems that can be asked to."""
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(number)
            finally:
                os.close(number)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


# ---- what a run that was killed has left ----


def own_prefix() -> str:
    """So begin the names of files that this process has not finished."""
    return f"{_PREFIX}{_machine()}-{os.getpid()}-"


def _machine() -> str:
    """Folders of a network are written into by several."""
    return f"{zlib.crc32(node().encode()):08x}"


def _sweep(folder: Path) -> None:
    """Take away what processes of this machine that are no more have left in a folder."""
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

        handle = ctypes.windll.kernel32.OpenProcess(0x00100000, False, process)  # SYNCHRONIZE
        return bool(handle and ctypes.windll.kernel32.CloseHandle(handle))
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


# ---- what the disk says ----


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """What the disk refuses meanwhile is said of `path`, whatever name the system was given."""
    try:
        yield
    except OSError as error:
        why = reason(error)
        if isinstance(error, PermissionError):
            why = _("{why}（文件正在 Word 或 WPS 里打开时请先关闭）", why=why)
        raise EnvironmentProblem(_("写不了 {path}：{why}", path=path, why=why)) from error


def reason(error: OSError) -> str:
    """Why the system refused, in the user's words; the system's own words for what is rare."""
    reasons = {
        errno.ENOENT: _("没有这个文件"),
        errno.EACCES: _("没有权限"),
        errno.EPERM: _("没有权限"),
        errno.EISDIR: _("这是一个文件夹"),
        errno.ENOTDIR: _("路径中有一段不是文件夹"),
        errno.EEXIST: _("路径中有一段不是文件夹"),  # what mkdir says of a file in its way
        errno.ENOSPC: _("磁盘满了"),
        errno.EDQUOT: _("磁盘配额用完了"),
        errno.EROFS: _("磁盘是只读的"),
        errno.ENAMETOOLONG: _("文件名太长"),
        errno.ELOOP: _("链接绕成了圈"),
    }
    return reasons.get(error.errno or 0) or error.strerror or str(error)
