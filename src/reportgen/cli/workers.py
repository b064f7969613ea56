"""Files handed to worker processes, and what becomes of those whose worker was killed."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from pathlib import Path

from reportgen.cli.batch import Lost, Result, Work
from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.pipeline.workers import pool, stop
from reportgen.world import shown

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
    own = pool(workers)
    try:
        begun: deque[tuple[Path, Future[Result]]] = deque()
        broken = False
        while (files and not broken) or begun:
            broken = broken or not _begin(own, work, files, begun)
            if not begun:
                break
            file, future = begun.popleft()
            if broken or isinstance(future.exception(), BrokenProcessPool):
                broken = True
                _take_back(begun, files, workers)
            yield _result(future, file, work, lost)
    except BaseException:  # Ctrl-C, too
        stop(own)
        raise
    own.shutdown()


def _begin(
    own: ProcessPoolExecutor, work: Work[Result], files: deque[Path], begun: deque[tuple[Path, Future[Result]]]
) -> bool:
    """Hand out files, not too many at a time; False when no worker takes any more."""
    while files and len(begun) < _AHEAD:
        try:
            begun.append((files[0], own.submit(work, files[0])))
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
        with pool(1) as alone:
            try:
                return alone.submit(work, file).result()
            except BrokenProcessPool:
                return lost(file, killed(file))


def killed(file: Path) -> EnvironmentProblem:
    """What is said of a file whose worker died at it."""
    return EnvironmentProblem(_("{path} 没有处理完：工作进程中途退出，可能是内存不够", path=shown(file)))
