"""The door to the outer world: files, the clock, the program's own resources. Nothing else opens or asks."""

import errno
import gc
import io
import os
import sys
import tempfile
import time
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TextIO

from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.language import _


def read_text(path: Path) -> str:
    """The text of a UTF-8 file (a byte-order mark is dropped).

    Raises UsageProblem when it cannot be read or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageProblem(
            _(
                "{path} 不是 UTF-8 编码（第 {line} 行读不懂）。请在编辑器里另存为 UTF-8。",
                path=path,
                line=error.object[: error.start].count(b"\n") + 1,
            )
        ) from error
    except OSError as error:
        raise UsageProblem(_("读不了 {path}：{why}", path=path, why=reason(error))) from error


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises UsageProblem when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageProblem(_("读不了 {path}：{why}", path=path, why=reason(error))) from error


def replace_text(path: Path, old: str, new: str, encoding: str = "utf-8") -> None:
    """Put `new`, as UTF-8, in the place of the text `old` of a file; a byte-order mark of UTF-8 stays.

    Raises EnvironmentProblem when the file does not hold `old` any more, or cannot be written.
    """
    content = read_bytes(path)
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    if content.decode(encoding, "replace").removeprefix("\ufeff") != old:
        raise EnvironmentProblem(_("{path} 刚被别的程序改过，没有写。请再运行一次。", path=path))
    write_files({path.resolve(): mark + new.encode()})


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write several files; no former one is touched before all its successors are whole on the disk.

    Raises EnvironmentProblem when the disk refuses, or when a file cannot be replaced because it is open elsewhere.
    Whatever happens, nothing half-written is left behind.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            with _writing(path):
                _stage(path, content, staged)
        for path, temporary in staged.items():
            with _writing(path):
                temporary.replace(path)
    finally:
        for temporary in staged.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _stage(path: Path, content: bytes, staged: dict[Path, Path]) -> None:
    """Write `content` beside `path`, under a name that `staged` knows before the first byte is written.

    The name is short: that of `path` may be as long as the disk allows.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".reportgen-", delete=False) as stream:
        staged[path] = Path(stream.name)
        stream.write(content)
    staged[path].chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)


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
    }
    return reasons.get(error.errno or 0) or error.strerror or str(error)


def relative_to(path: Path, folder: Path) -> str:
    """The way from a folder to a file, with forward slashes as editors want it."""
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()


def now() -> datetime:
    """The present, or SOURCE_DATE_EPOCH when it is set, so that outputs can be made again byte for byte.

    Raises EnvironmentProblem when that is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        told = _("环境变量 SOURCE_DATE_EPOCH 要写 1970 年以来的秒数，现在是「{value}」", value=epoch[:40])
        raise EnvironmentProblem(told) from error


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


def discard_output(stream: TextIO) -> None:
    """Let a standard stream whose reader has gone lead nowhere, so that Python does not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def raise_garbage_collection_threshold() -> None:
    """Nearly all that a run makes lives as long as the run: to look as often as usual takes 4 % of a build."""
    gc.set_threshold(50_000, 20, 100)


def colours_wanted() -> bool:
    """False when the user has set NO_COLOR (https://no-color.org)."""
    return not os.environ.get("NO_COLOR")


def fonts_folder() -> Path:
    """The folder of the bundled fonts."""
    return Path(str(files("reportgen") / "fonts"))


def lexicon_folder() -> Path:
    """The folder of the lists of words."""
    return Path(str(files("reportgen") / "lexicon"))


@contextmanager
def bundled_fonts_only() -> Iterator[None]:
    """While fontconfig is set up: no fonts of the system, whose presence would change the pages."""
    former = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(fonts_folder() / "fonts.conf")
    try:
        yield
    finally:
        if former is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = former


def lexicon_text(name: str) -> str:
    """A file of words that come with the program."""
    return read_text(Path(str(files("reportgen"))) / "lexicon" / f"{name}.yaml")


def packs_folder() -> Path:
    """The folder of document types: `templates/` beside `src/` in a checkout, inside the package when installed."""
    package = Path(str(files("reportgen")))
    beside_source = package.parent.parent / "templates"
    return beside_source if beside_source.is_dir() else package / "templates"
