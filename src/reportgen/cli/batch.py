"""Many files on several cores: the same results in the same order, sooner."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from reportgen.errors import EnvironmentProblem
from reportgen.language import _, language_in_use, use_language

_FILES_A_WORKER = 2
"""For fewer, starting a worker (0.3 s with its imports) costs more than it saves."""
_MOST_WORKERS = 8
"""Each takes up to 200 MB."""

Result = TypeVar("Result")


def in_order(work: Callable[[Path], Result], files: Sequence[Path], least: int = _FILES_A_WORKER) -> Iterator[Result]:
    """`work(file)` for every file, in order; in worker processes when there are cores and `least` files for each.

    `work` and its results must then be picklable. What it raises is raised here, and the files behind it may be
    done already. Raises EnvironmentProblem when a worker is killed.
    """
    workers = min(_cores(), len(files) // least, _MOST_WORKERS)
    if workers < 2:
        yield from map(work, files)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Spawned, not forked: that works on every system, and beside the threads of a program that calls us.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _prepare, (language_in_use(),))
    try:
        with pool:
            yield from pool.map(work, files)
    except BrokenProcessPool as error:
        raise EnvironmentProblem(_("一个工作进程中途退出，可能是内存不够，请一次少做几个文件")) from error


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _prepare(language: str) -> None:
    """What a worker does not have from its parent: the language. Ctrl-C is for the parent, which ends the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_language(language)
