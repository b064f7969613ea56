"""Files are written so that nothing former is lost and nothing half-written is left, whatever happens meanwhile."""

import errno
import os
import shutil
import signal
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PureWindowsPath
from threading import current_thread, main_thread

from reportgen.errors import EnvironmentProblem, FileInUse
from reportgen.file_names import refused_by_windows
from reportgen.language import _
from reportgen.leftovers import own_prefix, sweep
from reportgen.refusals import reason

_RANDOM = 8
"""So many characters `tempfile` adds."""
_WAITS = (0.05, 0.1, 0.2, 0.4)
"""Seconds."""


Announced = Callable[[Mapping[Path, Path]], Mapping[Path, bytes]]
"""What is to be put into place before all others, once these are on the disk under the names that are given."""


def write_files(contents: Mapping[Path, bytes], announced: Announced | None = None) -> None:
    """Write several files; they appear together or not at all, and no former one is touched before all are on the disk.

    Raises FileInUse when a file cannot be replaced because it is open elsewhere, EnvironmentProblem when it is set to
    read-only, its name is none that the system takes, or the disk refuses. What a run that was killed has left beside
    them is taken away.
    """
    refuse_names(contents)
    for folder in {path.parent for path in contents}:
        sweep(folder)
    staged: dict[Path, Path] = {}
    first: dict[Path, Path] = {}
    former: dict[Path, Path] = {}
    numbers: dict[int, Path] = {}
    try:
        _stage(contents, staged, numbers)
        if announced:
            before = announced(staged)
            for folder in {path.parent for path in before}:
                sweep(folder)
            _stage(before, first, numbers)
        _reach_disk(numbers)
        with _undisturbed():
            _replace(first | staged, former)
    finally:
        _close(*numbers)
        _put_away(*first.values(), *staged.values(), *former.values())


class GradualFile:
    """A file too long to be held, written piece by piece. It stands there when it is finished; until then, or when it
    is given up, nothing has changed. Its methods raise as `write_files`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._staged: dict[Path, Path] = {}
        with _writing(path):
            self._number = _begun(path, self._staged)

    def write(self, content: bytes) -> None:
        """The next piece."""
        with _writing(self._path):
            _write(self._number, content)

    def finish(self) -> None:
        """Put it into its place."""
        former: dict[Path, Path] = {}
        try:
            with _writing(self._path):
                os.fsync(self._number)
                _take_rights(self._path, self._staged[self._path])
            with _undisturbed():
                _replace(self._staged, former)
        finally:
            self.give_up()
            _put_away(*former.values())

    def give_up(self) -> None:
        """Leave what was there."""
        _close(self._number)
        self._number = -1
        _put_away(*self._staged.values())


def _put_away(*temporary: Path) -> None:
    for path in temporary:
        with suppress(OSError):
            path.unlink(missing_ok=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C and SIGTERM wait until all files are in their places.

    They are caught, not blocked: a signal that this thread blocks goes to another, and Python answers it here all the
    same.
    """
    if current_thread() is not main_thread():  # Python interrupts no other
        yield
        return
    came: list[int] = []
    former = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in former:
        signal.signal(number, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        for number, answer in former.items():
            signal.signal(number, signal.SIG_DFL if answer is None else answer)
        for each in came:
            signal.raise_signal(each)


def _stage(contents: Mapping[Path, bytes], staged: dict[Path, Path], numbers: dict[int, Path]) -> None:
    """Write each content beside its path, under a name that `staged` knows before the first byte is written.

    `numbers` are the files that are open then.
    """
    for path, content in contents.items():
        with _writing(path):
            number = _begun(path, staged)
            numbers[number] = path
            _write(number, content)
            _take_rights(path, staged[path])


def _reach_disk(numbers: dict[int, Path]) -> None:
    """See that all is on the disk; as a rule the first that is asked for brings along what was written with it."""
    for number, path in list(numbers.items()):
        with _writing(path):
            os.fsync(number)
            del numbers[number]
            os.close(number)


def _close(*numbers: int) -> None:
    for number in numbers:
        with suppress(OSError):
            os.close(number)


def _begun(path: Path, staged: dict[Path, Path]) -> int:
    """A new file beside `path`, open. Its name is short: that of `path` may be as long as the disk allows."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    if path.exists() and not path.is_file():
        raise EnvironmentProblem(_("写不了 {path}：它是管道或设备，不是文件", path=path))
    if path.exists() and not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise EnvironmentProblem(_("写不了 {path}：它设成了只读。要换掉它，请先去掉「只读」", path=path))
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=own_prefix(), dir=path.parent)
    staged[path] = Path(name)
    return number


def _write(number: int, content: bytes) -> None:
    """All of it: the system may take a part at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(number, rest) :]


def _take_rights(path: Path, temporary: Path) -> None:
    """Who may read a file stays as it was."""
    temporary.chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask())


def refuse_names(paths: Iterable[Path]) -> None:
    """Raises EnvironmentProblem for names that Windows does not take: there, who asks whether there is such a file may
    wait for a device. Other systems say it themselves.
    """
    if sys.platform != "win32":
        return
    for path in paths:
        if why := refused_by_windows(PureWindowsPath(path.absolute()), len(own_prefix()) + _RANDOM):
            raise EnvironmentProblem(_("写不了 {path}：{why}", path=path, why=why))


def _replace(staged: Mapping[Path, Path], former: dict[Path, Path]) -> None:
    """Put all files into their places; when one cannot be, those before it are as they were."""
    done: list[Path] = []
    try:
        for path, temporary in staged.items():
            with _writing(path, FileInUse):
                if path.exists():
                    former[path] = path.with_name(f"{own_prefix()}{os.urandom(_RANDOM // 2).hex()}")
                    _keep(path, former[path])
                done.append(path)
                _put(temporary, path)
    except BaseException:  # Ctrl-C, too
        for path in done:
            with suppress(OSError):
                former[path].replace(path) if path in former else path.unlink(missing_ok=True)
        raise
    for folder in {path.parent for path in staged}:
        _sync(folder)


def _put(temporary: Path, path: Path) -> None:
    """Give a file its name. Scanners of Windows hold a new file for a moment: only what lasts is a refusal."""
    for seconds in _WAITS if sys.platform == "win32" else ():
        with suppress(PermissionError):
            temporary.replace(path)
            return
        time.sleep(seconds)
    temporary.replace(path)


def _keep(path: Path, name: Path) -> None:
    """The former file under another name too; the same bytes on the disk where it knows links."""
    try:
        name.hardlink_to(path)
    except OSError:
        shutil.copy2(path, name)


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


# ---- what the disk says ----


@contextmanager
def _writing(path: Path, denied: type[EnvironmentProblem] = EnvironmentProblem) -> Iterator[None]:
    """What the disk refuses meanwhile is said of `path`, whatever name the system was given; by `denied` a denial."""
    try:
        yield
    except PermissionError as error:
        why = _("{why}（文件正在 Word 或 WPS 里打开时请先关闭）", why=reason(error))
        raise denied(_("写不了 {path}：{why}", path=path, why=why)) from error
    except OSError as error:
        raise EnvironmentProblem(_("写不了 {path}：{why}", path=path, why=reason(error))) from error
