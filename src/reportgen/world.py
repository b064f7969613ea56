"""The door to the outer world: files, the clock, the program's own resources. Nothing else opens or asks."""

import os
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

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
        raise UsageProblem(_("读不了 {path}：{why}", path=path, why=_why(error))) from error


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises UsageProblem when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageProblem(_("读不了 {path}：{why}", path=path, why=_why(error))) from error


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write several files; no former one is touched before all its successors are whole on the disk.

    Raises EnvironmentProblem when the disk refuses, or when a file cannot be replaced because it is open elsewhere.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            staged[path] = _stage(path, content)
        for path, temporary in staged.items():
            temporary.replace(path)
    except OSError as error:
        raise EnvironmentProblem(
            _(
                "写不了 {path}：{why}（文件正在 Word 或 WPS 里打开时请先关闭）",
                path=error.filename,
                why=_why(error),
            )
        ) from error
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _stage(path: Path, content: bytes) -> Path:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
        stream.write(content)
    temporary = Path(stream.name)
    temporary.chmod(0o644)
    return temporary


def _why(error: OSError) -> str:
    reasons = {
        FileNotFoundError: _("没有这个文件"),
        PermissionError: _("没有权限"),
        IsADirectoryError: _("这是一个文件夹"),
        NotADirectoryError: _("路径中有一段不是文件夹"),
    }
    return reasons.get(type(error), error.strerror or str(error))


def relative_to(path: Path, folder: Path) -> str:
    """The way from a folder to a file, with forward slashes as editors want it."""
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()


def now() -> datetime:
    """The present, or SOURCE_DATE_EPOCH when it is set, so that outputs can be made again byte for byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def give_up_output() -> None:
    """Let go of a standard output whose reader has gone, so that Python does not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def colours_wanted() -> bool:
    """False when the user has set NO_COLOR (https://no-color.org)."""
    return not os.environ.get("NO_COLOR")


def fonts_folder() -> Path:
    """The folder of the bundled fonts."""
    return Path(str(files("reportgen") / "fonts"))


def packs_folder() -> Path:
    """The folder of document types: `templates/` beside `src/` in a checkout, inside the package when installed."""
    package = Path(str(files("reportgen")))
    beside_source = package.parent.parent / "templates"
    return beside_source if beside_source.is_dir() else package / "templates"
