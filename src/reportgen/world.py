"""The door to the outer world: files, the clock, the program's own resources. Nothing else opens or asks.

How files are written stands in `reportgen.writing`, how long a file may take in `reportgen.limits`.
"""

import gc
import io
import os
import stat
import sys
import time
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from reportgen.errors import EnvironmentProblem, FileInUse, UsageProblem
from reportgen.file_names import resolved as resolved  # noqa: PLC0414 - a part of this door
from reportgen.language import _
from reportgen.refusals import locked
from reportgen.refusals import reason as reason  # noqa: PLC0414 - a part of this door
from reportgen.resources import example_of_a_year as example_of_a_year  # noqa: PLC0414
from reportgen.resources import examples_folder as examples_folder  # noqa: PLC0414
from reportgen.resources import fonts_folder as fonts_folder  # noqa: PLC0414
from reportgen.resources import lexicon_folder as lexicon_folder  # noqa: PLC0414
from reportgen.resources import manuals_folder as manuals_folder  # noqa: PLC0414
from reportgen.resources import own_folder as own_folder  # noqa: PLC0414
from reportgen.resources import packs_folder as packs_folder  # noqa: PLC0414
from reportgen.resources import practice_files as practice_files  # noqa: PLC0414
from reportgen.resources import shared_looks as shared_looks  # noqa: PLC0414
from reportgen.writing import refuse_names as refuse_names  # noqa: PLC0414
from reportgen.writing import write_files as write_files  # noqa: PLC0414


def read_text(path: Path) -> str:
    """The text of a UTF-8 file (a byte-order mark is dropped).

    Raises UsageProblem when it cannot be read or is not UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        told = _(
            "{path} 不是 UTF-8 编码（第 {line} 行读不懂）。请在编辑器里另存为 UTF-8。", path=shown(path), line=line
        )
        raise UsageProblem(told) from error


_MOST_BYTES = 300_000_000
"""A report with many photographs has fifty million; what is longer is no report, and would fill the memory."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises UsageProblem when it cannot be read, is no file of the disk or has no end, FileInUse when it is locked.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            raise UsageProblem(_("{path} 是管道或设备，不是文件，没有读", path=shown(path)))
        if status.st_size > _MOST_BYTES:
            size = status.st_size // 1_000_000
            raise UsageProblem(_("{path} 有 {size} MB，太大了，没有读", path=shown(path), size=size))
        if stat.S_ISREG(status.st_mode) and not status.st_size:
            return b""  # files that the system makes up (/proc) say so, and some of them have no end
        return path.read_bytes()
    except OSError as error:
        problem = FileInUse if locked(error) else UsageProblem
        raise problem(_("读不了 {path}：{why}", path=shown(path), why=reason(error))) from error


def shown(path: Path | str) -> str:
    """The name of a file for messages: bytes that are not UTF-8 become 「\ufffd」, as in file managers.

    So does what would command a terminal, or turn the words behind it round.
    """
    return os.fsencode(path).decode("utf-8", "replace").translate(_COMMANDS)


_COMMANDS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")


def take_away(paths: Iterable[Path]) -> None:
    """Delete files of the program's own; one that is gone, or that the system keeps, is left."""
    for path in paths:
        with suppress(OSError):
            path.unlink()


def replace_text(path: Path, old: str, new: str, encoding: str = "utf-8") -> None:
    """Put `new`, as UTF-8, in the place of the text `old` of a file; a byte-order mark of UTF-8 stays.

    Raises EnvironmentProblem when the file does not hold `old` any more, or cannot be written.
    """
    content = read_bytes(path)
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    if content.decode(encoding, "replace").removeprefix("\ufeff") != old:
        raise EnvironmentProblem(_("{path} 刚被别的程序改过，没有写。请再运行一次。", path=path))
    write_files({resolved(path): mark + new.encode()})


def fixed_moment() -> str:
    """SOURCE_DATE_EPOCH as somebody has set it; empty where nobody has."""
    return os.environ.get("SOURCE_DATE_EPOCH", "")


def now() -> datetime:
    """The present, or SOURCE_DATE_EPOCH when it is set, so that outputs can be made again byte for byte.

    Raises EnvironmentProblem when it is set to something that is no moment.
    """
    epoch = fixed_moment()
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        told = _("环境变量 SOURCE_DATE_EPOCH 要写成秒数，如 1735689600，现在是「{words}」", words=epoch)
        raise EnvironmentProblem(told) from error


def write_private(path: Path, content: bytes) -> None:
    """A file that nobody but this user may read, where the system knows of users.

    Raises EnvironmentProblem when it cannot be written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(content)
    except OSError as error:
        raise EnvironmentProblem(_("写不了 {path}：{why}", path=shown(path), why=reason(error))) from error


def environment_with(**values: str) -> dict[str, str]:
    """The environment of this process with some variables more, for a process that it starts."""
    return {**os.environ, **values}


Stamps = Mapping[Path, tuple[int, int] | None]
"""When each file was last written and how long it is; None where there is none."""


def stamps(paths: Iterable[Path]) -> Stamps:
    """What tells that a file has changed, without reading it."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def pause(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)


def open_standard_streams() -> None:
    """Make standard input, output and error usable whatever the shell did to them.

    A closed one (`>&-`) leads nowhere from now on: otherwise the next file that is opened would take its number, and
    get what a library prints. What a terminal that is not UTF-8 cannot show becomes 「?」.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8")  # noqa: SIM115
            os.set_inheritable(nowhere.fileno(), True)  # for worker processes it is as it is here
            setattr(sys, name, nowhere)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


TERMINATED = 143
"""The exit code by which SIGTERM ends the program, see `reportgen.start`."""


def discard_output(stream: TextIO) -> None:
    """Let a standard stream whose reader has gone lead nowhere, so that Python does not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def raise_garbage_collection_threshold() -> None:
    """Nearly all that a run makes lives as long as the run: to look as often as usual takes 4 % of a build."""
    gc.set_threshold(200_000, 20, 100)


def colours_wanted() -> bool:
    """False when the user has set NO_COLOR (https://no-color.org)."""
    return not os.environ.get("NO_COLOR")


def user_folder() -> Path:
    """Where the program keeps what it makes for this user: by the customs of the system."""
    home, name = Path.home(), "reportgen"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / name
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / name
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / name


FONTS_VARIABLE = "REPORTGEN_FONTS"
_FONT_ENDINGS = {".ttf", ".ttc", ".otf"}


def own_fonts_folder() -> Path | None:
    """The folder of the unit's own fonts, which `REPORTGEN_FONTS` names; None where it names none.

    Raises UsageProblem when there is no such folder.
    """
    named = os.environ.get(FONTS_VARIABLE)
    if not named:
        return None
    if not Path(named).is_dir():
        raise UsageProblem(_("没有字体文件夹 {path}（{name} 指的）", path=named, name=FONTS_VARIABLE))
    return Path(named)


def use_fonts_folder(folder: Path) -> None:
    """Take the unit's own fonts from a folder from now on, in this process and in those that it starts."""
    os.environ[FONTS_VARIABLE] = str(folder.resolve())


def font_files(folder: Path) -> list[Path]:
    """The fonts of a folder, by name."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _FONT_ENDINGS)


@contextmanager
def files_for_a_while(contents: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with these files, for a library that reads no others; it is gone afterwards."""
    with TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as folder:
        for name, content in contents.items():
            (Path(folder) / name).write_bytes(content)
        yield Path(folder)


def own_text(*parts: str) -> str:
    """A text file of the package: own_text("lexicon", "forms.yaml")."""
    return read_text(own_folder(*parts))
