"""Worker processes, which end with the process that started them, however that ends."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path

from reportgen.cli.batch import Lost, Result, Work
from reportgen.cli.stopped import TERMINATED
from reportgen.errors import EnvironmentProblem
from reportgen.language import _, language_in_use, use_language
from reportgen.world import raise_garbage_collection_threshold, shown

_PATIENCE = 3
"""Seconds that a worker has to end by itself."""
_FILES_BEFORE_ANEW = 100
"""After so many files each, workers are replaced: what libraries keep for themselves cannot be asked back."""
_AHEAD = 64
"""Files that are handed out before results are taken: one that takes long keeps nobody idle, and none pile up."""


def spread(work: Work[Result], files: Sequence[Path], lost: Lost[Result], workers: int) -> Iterator[Result]:
    """`work(file)` for every file by so many workers, in order; see `reportgen.cli.batch.in_order`."""
    rest = deque(files)
    while rest:
        part = deque(rest.popleft() for _file in range(min(len(rest), workers * _FILES_BEFORE_ANEW)))
        yield from _by_new_workers(work, part, lost, workers)
        rest.extendleft(reversed(part))  # those that were not begun when a worker was killed


def _by_new_workers(work: Work[Result], files: deque[Path], lost: Lost[Result], workers: int) -> Iterator[Result]:
    """The results of files, which are taken out; some are left when a worker was killed."""
    pool = _pool(workers)
    try:
        begun: deque[tuple[Path, Future[Result]]] = deque()
        broken = False
        while (files and not broken) or begun:
            broken = broken or not _begin(pool, work, files, begun)
            if not begun:
                break
            file, future = begun.popleft()
            if broken or isinstance(future.exception(), BrokenProcessPool):
                broken = True
                _take_back(begun, files, workers)
            yield _result(future, file, work, lost)
    except BaseException:
        _stop(pool)
        raise
    pool.shutdown()


def _begin(
    pool: ProcessPoolExecutor, work: Work[Result], files: deque[Path], begun: deque[tuple[Path, Future[Result]]]
) -> bool:
    """Hand out files, not too many at a time; False when no worker takes any more."""
    while files and len(begun) < _AHEAD:
        try:
            begun.append((files[0], pool.submit(_stoppable, work, files[0])))
        except BrokenProcessPool:
            return False
        files.popleft()
    return True


def _take_back(begun: deque[tuple[Path, Future[Result]]], files: deque[Path], workers: int) -> None:
    """Files that no worker can have begun when one was killed: they are handed out in order, few at a time."""
    open_ = [(file, future) for file, future in begun if isinstance(future.exception(), BrokenProcessPool)]
    for entry in reversed(open_[2 * workers :]):
        begun.remove(entry)
        files.appendleft(entry[0])


def _result(future: Future[Result], file: Path, work: Work[Result], lost: Lost[Result]) -> Result:
    """The result of a file; a worker that was killed takes what others had in hand with it, so each is tried alone."""
    try:
        return future.result()
    except BrokenProcessPool:
        with _pool(1) as alone:
            try:
                return alone.submit(_stoppable, work, file).result()
            except BrokenProcessPool:
                return lost(file, EnvironmentProblem(_killed(file)))


def _killed(file: Path) -> str:
    return _("{path} 没有处理完：工作进程中途退出，可能是内存不够", path=shown(file))


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context(_start()), _prepare, (language_in_use(),))


def _start() -> str:
    """Forked, a worker has all that is loaded already, and none of it is loaded twice. That is safe on Linux, while no
    other thread may hold a lock; elsewhere, and beside the threads of a program that calls us, workers are spawned.
    """
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers: what they have begun to write is put away, and nothing else is waited for."""
    workers = active_children()
    for process in workers:
        process.terminate()
    for process in workers:
        process.join(_PATIENCE)
        process.kill()
    pool.shutdown(cancel_futures=True)


# ---- in the worker ----


def _prepare(language: str) -> None:
    """What a worker does not have from its parent: the language, and how often it looks for garbage. Ctrl-C is for the
    parent, which ends the pool.
    """
    raise_garbage_collection_threshold()
    signal.signal(signal.SIGINT, signal.SIG_IGN if hasattr(signal, "setitimer") else _not_now)
    signal.signal(signal.SIGTERM, _terminated)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    use_language(language)


def _terminated(_number: int, _frame: object) -> None:
    sys.exit(TERMINATED)


def _stoppable(work: Work[Result], file: Path) -> Result:
    """`work(file)`; when the worker is to end, no other file is begun."""
    try:
        return work(file)
    except SystemExit:
        os._exit(TERMINATED)


def _not_now(_number: int, _frame: object) -> None:
    """Where a timer is told by SIGINT (`reportgen.limits`), it must not be ignored by the system."""


def _end_with_parent() -> None:
    """A parent that was killed tells nobody: its end of a pipe closes, and the worker would wait for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
