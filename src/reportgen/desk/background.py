"""What is found out of files in the background, by a worker, and anew when a file has changed."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from reportgen.desk.workspace import Workspace
from reportgen.errors import OutOfTime, ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.limits import Limits, within
from reportgen.pipeline.workers import pool, stop
from reportgen.record import Struct
from reportgen.settings import forget_settings
from reportgen.world import Stamps, stamps


class Told(Protocol):
    """What is found out of a file."""

    @property
    def beside(self) -> tuple[str, ...]:
        """Files that were looked for too, whether they were there or not."""


Made = TypeVar("Made", bound=Told)
Make = Callable[[Path, tuple[Path, ...], Limits], Made]
"""Finds out of a file, with the folders of packs and how much it may take; whatever is in it."""
Failed = Callable[[str], Made]
"""What is told of a file of which nothing can be found out, for a reason."""


def attempted(limits: Limits, work: Callable[[], Made], failed: Failed[Made]) -> Made:
    """What some work on a file gives; its reason where it cannot be done. A list is shown whatever is in its files."""
    try:
        with within(limits):
            return work()
    except ReportgenError as problem:
        return failed(str(problem))
    except OutOfTime:
        return failed(_("用了 {seconds} 秒还没有查完", seconds=f"{limits.seconds:g}"))
    except MemoryError:
        return failed(_("太大了，没有查"))
    except Exception as error:  # noqa: BLE001 - as above
        return failed(_("程序内部错误（{name}）", name=type(error).__name__))


class _Known(Struct, Generic[Made], frozen=True):
    """What was found out, and how its file and those beside it were then."""

    stamps: Stamps
    made: Made


class Background(Generic[Made]):
    """What is known by file. `look` never waits: what is not known yet is asked for, and there when it is looked for
    again.

    There is one worker, since the other cores are for the page that somebody types into, and it has one file at a time:
    if it is killed, it is known at which. It ends when nothing is left to be checked.
    """

    def __init__(
        self,
        workspace: Workspace,
        make: Make[Made],
        failed: Failed[Made],
        worker: Callable[[], Executor] | None = None,
    ) -> None:
        self._workspace, self._make, self._failed = workspace, make, failed
        self._worker = worker or partial(pool, 1, may_fork=False)
        self._known: dict[Path, _Known[Made]] = {}
        self._waiting: dict[Path, Stamps] = {}
        """Those to be checked, as they were when they were asked for; the first is with the worker."""
        self._is_busy = self._is_closed = False
        self._pool: Executor | None = None
        self._lock = threading.RLock()

    @property
    def waiting(self) -> int:
        """How many files are being checked, or are to be."""
        return len(self._waiting)

    def look(self, paths: Iterable[Path]) -> dict[Path, Made | None]:
        """What is known of files; None of those that are being checked and were never before."""
        with self._lock:
            asked = list(paths)
            for path in asked:
                self._want(path)
            self._next()
            return {path: known.made if (known := self._known.get(path)) else None for path in asked}

    def forget(self) -> None:
        """Check everything anew: document types or settings may have changed."""
        forget_settings()
        with self._lock:
            self._known.clear()

    def close(self) -> None:
        """End the worker: nothing more is checked."""
        with self._lock:
            self._is_closed = True
            self._waiting.clear()
            own, self._pool = self._pool, None
        if own is not None:
            stop(own)  # not under the lock: what it ends is answered

    def _want(self, path: Path) -> None:
        """Have a file checked that is not known as it is now."""
        known = self._known.get(path)
        if known is None or stamps(known.stamps) != known.stamps:
            self._waiting.setdefault(path, {})

    def _next(self) -> None:
        """Hand the worker the file that has waited longest; without any, let it go."""
        while self._waiting and not self._is_busy and not self._is_closed:
            path = next(iter(self._waiting))
            now = self._waiting[path] = stamps([path])
            try:
                roots, limits = self._workspace.roots_for(path), self._workspace.limits_for(path)
            except UsageProblem as problem:
                self._keep(path, now, self._failed(str(problem)))
                continue
            self._pool = self._pool or self._worker()
            try:
                future = self._pool.submit(self._make, path, roots, limits)
            except BrokenProcessPool:  # it was ended, by the system, between two files
                self._pool = None
                continue
            self._is_busy = True
            future.add_done_callback(partial(self._answered, path, now))
        if not self._waiting and self._pool is not None:
            self._pool.shutdown(wait=False)
            self._pool = None

    def _answered(self, path: Path, asked: Stamps, future: "Future[Made]") -> None:
        """The worker has ended with a file, or at it."""
        with self._lock:
            self._is_busy = False
            if path not in self._waiting:
                return  # the screen is being closed
            try:
                made = future.result()
            except BrokenProcessPool:
                self._pool = None
                made = self._failed(_("查到一半停了，可能是内存不够"))
            self._keep(path, asked, made)
            self._next()

    def _keep(self, path: Path, asked: Stamps, made: Made) -> None:
        del self._waiting[path]
        self._known[path] = _Known({**asked, **stamps(map(Path, made.beside))}, made)
