"""One file at a time: whatever is thrown for it is told of it, within its limits, and the others go on."""

import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from reportgen.cli.apart import Died, answered, is_read_apart
from reportgen.errors import EnvironmentProblem, InternalProblem, OutOfTime, OverLimit, ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.limits import Limits, within
from reportgen.refusals import OF_THE_WORLD
from reportgen.world import reason, shown

Result = TypeVar("Result")

_NO_ROOM = "failed to map segment"
"""What the system's loader says of a library that finds no memory."""


def guarded(path: Path, limits: Limits, work: Callable[[], Result], *beside: Path) -> Result:
    """What `work` gives for a file, and those that are read beside it. Raises a ReportgenError, whatever happens in it,
    but for Ctrl-C.

    UsageProblem says that a file was not finished within its limits, InternalProblem that the program is to blame.
    What strangers send is read in a process of its own, through which `work` gives its result: it must be picklable.
    """
    if not any(map(is_read_apart, (path, *beside))):
        return _guarded(path, limits, work)
    try:
        return answered(partial(_guarded, path, limits, work), limits.seconds)
    except Died as error:
        raise UsageProblem(died(path)) from error
    except OutOfTime as error:
        raise UsageProblem(_too_long(path, limits)) from error


def died(path: Path) -> str:
    """What is said of a file whose process has ended at it."""
    why = _("{path} 没有处理完：读它的进程中途退出，多半是它要用的内存太多。", path=shown(path))
    return why + _("可用 --limits 放宽，或把文件拆小")


def _guarded(path: Path, limits: Limits, work: Callable[[], Result]) -> Result:
    try:
        with within(limits):
            return work()
    except ReportgenError:
        raise
    except OutOfTime as error:
        raise UsageProblem(_too_long(path, limits)) from error
    except MemoryError as error:
        raise UsageProblem(_too_big(path, limits)) from error
    except Exception as error:
        if isinstance(error, ImportError) and _NO_ROOM in str(error):
            raise UsageProblem(_too_big(path, limits)) from error
        raise unforeseen(error, path) from error


def cut_short(path: Path, limits: Limits, cause: OverLimit) -> UsageProblem:
    """What is said behind the findings of a file that was not checked to its end."""
    long = _(
        "{path} 没有查完：用了 {seconds} 秒还没有结束，上面只是查到的一部分",
        path=shown(path),
        seconds=f"{limits.seconds:g}",
    )
    big = _(
        "{path} 没有查完：用的内存超过 {size} GB，上面只是查到的一部分",
        path=shown(path),
        size=f"{limits.memory / 10**9:g}",
    )
    advice = _("可用 --limits 放宽，或把文件拆小")
    return UsageProblem((big if isinstance(cause, MemoryError) else long) + _("。") + advice)


def _too_long(path: Path, limits: Limits) -> str:
    told = {"path": shown(path), "seconds": f"{limits.seconds:g}"}
    return _("{path} 没有处理完：用了 {seconds} 秒还没有结束。可用 --limits 放宽，或把文件拆小", **told)


def _too_big(path: Path, limits: Limits) -> str:
    told = {"path": shown(path), "size": f"{limits.memory / 10**9:g}"}
    return _("{path} 没有处理完：用的内存超过 {size} GB。可用 --limits 放宽，或把文件拆小", **told)


def unforeseen(error: Exception, path: Path | None = None) -> ReportgenError:
    """What nobody has made words for: the disk or the network failed at some file, or the program is to blame."""
    if not isinstance(error, OSError) or error.errno not in OF_THE_WORLD:
        return internal(error, path)
    where = shown(error.filename) if isinstance(error.filename, str) else _("某个文件")
    told = {"path": where, "why": reason(error)}
    if path is None:
        return EnvironmentProblem(_("读写 {path} 时出错：{why}", **told))
    return EnvironmentProblem(_("{name} 没有处理：读写 {path} 时出错：{why}", name=shown(path), **told))


def internal(error: BaseException, path: Path | None = None) -> InternalProblem:
    """The program's own fault at a file, or at none, with the steps that led to it."""
    details = "".join(traceback.format_exception(error))
    name = type(error).__name__
    if path is None:
        return InternalProblem(_("程序内部错误（{name}）", name=name), details)
    return InternalProblem(_("{path} 没有处理：程序内部错误（{name}）", path=shown(path), name=name), details)
