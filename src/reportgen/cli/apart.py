"""A stranger's file in a process of its own: a library that ends its process there ends that one alone.

pdfium and calamine abort where memory runs out, without a word, and neither hears of the time that is over. The limit
of memory is what makes it run out, so this is done where there is one (`reportgen.limits`): on Linux, where a process
is forked in a hundredth of a second.
"""

import copyreg
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar, cast

from reportgen.errors import OutOfTime
from reportgen.language import language_in_use
from reportgen.world import discard_output

if TYPE_CHECKING:  # most commands start no process, and need not load what that takes
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Result = TypeVar("Result")

_ENDINGS = frozenset((".pdf", ".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".xlt", ".et", ".ett", ".ods"))
_WITH_THREADS = "typst"
"""A library whose threads a forked process would wait for in vain."""
_PATIENCE, _TO_END = 10, 3
"""Seconds that a process has to notice that its time is over and to put together what it has found; to end."""


def _read_only(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))  # Python has no way of its own


class Died(Exception):
    """The process has ended without an answer."""


def is_read_apart(path: Path) -> bool:
    """Whether a file goes to a process of its own; never in a worker, whose end is seen by who started it."""
    return (
        path.suffix.lower() in _ENDINGS
        and sys.platform == "linux"
        and not _is_worker()
        and threading.active_count() == 1
        and _WITH_THREADS not in sys.modules
    )


def _is_worker() -> bool:
    from multiprocessing import parent_process

    return parent_process() is not None


def answered(work: Callable[[], Result], seconds: float) -> Result:
    """What `work` gives in a process of its own, or raises there.

    Raises Died when the process ends without either, OutOfTime when it takes longer; 0 is no limit.
    """
    from multiprocessing import get_context

    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(work, sender, language_in_use()))
    process.start()
    sender.close()
    try:
        if seconds and not receiver.poll(seconds + _PATIENCE):
            raise OutOfTime
        made, answer = receiver.recv()
    except EOFError as error:
        raise Died from error
    except BaseException:  # Ctrl-C, too
        process.terminate()
        raise
    finally:
        _end(process)
    if made:
        return cast(Result, answer)
    raise answer


def _end(process: "BaseProcess") -> None:
    process.join(_TO_END)
    process.kill()
    process.join()


# ---- in the process ----


def _answer(work: Callable[[], object], sender: "Connection", language: str) -> None:
    from reportgen.pipeline.workers import prepare

    prepare(language)
    if sys.__stderr__ is not None:  # where a library tells of its end; what is to be told is answered
        discard_output(sys.__stderr__)
    try:
        answer: tuple[bool, object] = (True, work())
    except Exception as error:  # noqa: BLE001 - it is raised where the answer is waited for
        answer = (False, error)
    try:
        sender.send(answer)
    except Exception as error:  # noqa: BLE001 - what cannot be sent is the program's own fault, and told as that
        sender.send((False, RuntimeError(f"{type(answer[1]).__name__}: {error}")))
