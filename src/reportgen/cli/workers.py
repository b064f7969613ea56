"""Files handed to worker processes, and what becomes of those whose worker was killed."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from reportgen.cli.batch import Lost, Result, Work
from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.pipeline.workers import pool, stop, stoppable
from reportgen.world import shown


def spread(work: Work[Result], files: Sequence[Path], lost: Lost[Result], workers: int) -> Iterator[Result]:
    """`work(file)` for every file by so many workers, in order; see `reportgen.cli.batch.in_order`."""
    own = pool(workers)
    try:
        futures = [own.submit(stoppable, work, file) for file in files]
        for file, future in zip(files, futures, strict=True):
            yield _result(future, file, work, lost)
    except BaseException:
        stop(own)
        raise
    own.shutdown()


def _result(future: Future[Result], file: Path, work: Work[Result], lost: Lost[Result]) -> Result:
    """The result of a file; a worker that was killed takes the files of all others with it, so each is tried alone."""
    try:
        return future.result()
    except BrokenProcessPool:
        with pool(1) as alone:
            try:
                return alone.submit(stoppable, work, file).result()
            except BrokenProcessPool:
                return lost(file, EnvironmentProblem(_killed(file)))


def _killed(file: Path) -> str:
    return _("{path} 没有处理完：工作进程中途退出，可能是内存不够", path=shown(file))
