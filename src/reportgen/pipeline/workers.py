"""Worker processes, which end with the process that started them, however that ends."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor
from concurrent.futures.process import ProcessPoolExecutor
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

from reportgen.language import language_in_use, use_language
from reportgen.limits import is_left_running
from reportgen.world import TERMINATED, raise_garbage_collection_threshold

_PATIENCE = 3
"""Seconds that a worker has to end by itself."""

Asked = TypeVar("Asked")
Result = TypeVar("Result")


def pool(workers: int, may_fork: bool = True) -> ProcessPoolExecutor:
    """So many workers; they begin when the first work is handed in.

    Forked, a worker has all that is loaded already, and none of it is loaded twice. That is safe on Linux, while no
    other thread may hold a lock; elsewhere, and beside the threads of a program that calls us, workers are spawned. A
    server does not let them be forked: they would hold its sockets.
    """
    forked = may_fork and sys.platform == "linux" and threading.active_count() == 1
    return ProcessPoolExecutor(workers, get_context("fork" if forked else "spawn"), prepare, (language_in_use(),))


def stop(workers: Executor) -> None:
    """End the workers: what they have begun to write is put away, and nothing else is waited for."""
    processes = active_children()
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(_PATIENCE)
        process.kill()
    workers.shutdown(cancel_futures=True)


# ---- in the worker ----


def stoppable(work: Callable[[Asked], Result], asked: Asked) -> Result:
    """`work(asked)`; when the worker is to end, no other work is begun.

    A worker that still sets the pages of a file that was given up ends before the next, which goes to another: it would
    wait for those pages, and be blamed for the time.
    """
    if is_left_running():
        os._exit(TERMINATED)
    try:
        return work(asked)
    except SystemExit:
        os._exit(TERMINATED)


def prepare(language: str) -> None:
    """What a worker does not have from its parent: the language, and how often it looks for garbage. Ctrl-C is for the
    parent, which ends the pool.
    """
    raise_garbage_collection_threshold()
    signal.signal(signal.SIGINT, signal.SIG_IGN if hasattr(signal, "setitimer") else _not_now)
    signal.signal(signal.SIGTERM, _terminated)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    use_language(language)


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
