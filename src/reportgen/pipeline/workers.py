"""Worker processes, which end with the process that started them, however that ends."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from multiprocessing.util import Finalize
from typing import Any, TypeVar

from reportgen.language import language_in_use, use_language
from reportgen.limits import is_left_running
from reportgen.world import TERMINATED, raise_garbage_collection_threshold

_PATIENCE = 3
"""Seconds that a worker has to end by itself."""

Result = TypeVar("Result")


class _Pool(ProcessPoolExecutor):
    """Knows its own processes, so that they are ended and no others are; each ends at whatever it is doing."""

    @property
    def processes(self) -> list[BaseProcess]:
        """Those that were begun and not waited for."""
        return list((self._processes or {}).values())

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> "Future[Result]":
        """As any executor."""
        return super().submit(_stoppable, fn, *args, **kwargs)


def pool(workers: int, may_fork: bool = True) -> ProcessPoolExecutor:
    """So many workers; they begin when the first work is handed in.

    Forked, a worker has all that is loaded already, and none of it is loaded twice. That is safe on Linux, while no
    other thread may hold a lock; elsewhere, and beside the threads of a program that calls us, workers are spawned. A
    server does not let them be forked: they would hold its sockets.
    """
    forked = may_fork and sys.platform == "linux" and threading.active_count() == 1
    return _Pool(workers, get_context("fork" if forked else "spawn"), prepare, (language_in_use(),))


def stop(workers: Executor) -> None:
    """End the workers: what they have begun to write is put away, and nothing else is waited for."""
    processes = workers.processes if isinstance(workers, _Pool) else []
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(_PATIENCE)
        process.kill()
    workers.shutdown(cancel_futures=True)


# ---- in the worker ----


def _stoppable(work: Callable[..., Result], *args: Any, **kwargs: Any) -> Result:
    """What some work gives; a worker that is to end meanwhile puts away what it has begun, and begins no other work.

    One that still sets the pages of a file that was given up ends before the next, which goes to another: it would
    wait for those pages, and be blamed for the time.
    """
    if is_left_running():
        os._exit(TERMINATED)
    signal.signal(signal.SIGTERM, _terminated)
    try:
        return work(*args, **kwargs)
    except SystemExit:
        os._exit(TERMINATED)
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def prepare(language: str) -> None:
    """What a worker does not have from its parent: the language, and how often it looks for garbage. Ctrl-C is for the
    parent, which ends the pool. SIGTERM ends a worker at once, but while it is at work: the pool takes an exception
    for what came of the work, and goes on.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN if hasattr(signal, "setitimer") else _not_now)
    raise_garbage_collection_threshold()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    Finalize(None, _end_at_once, exitpriority=0)  # before Python waits for threads
    use_language(language)


def _end_at_once() -> None:
    """Where compiled code still works on a file that was given up; what was asked for has been answered."""
    if is_left_running():
        os._exit(0)


def _terminated(_number: int, _frame: object) -> None:
    raise SystemExit(TERMINATED)


def _not_now(_number: int, _frame: object) -> None:
    """Where a timer is told by SIGINT (`reportgen.limits`), it must not be ignored by the system."""


def _end_with_parent() -> None:
    """A parent that was killed tells nobody: its end of a pipe closes, and the worker would wait for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
