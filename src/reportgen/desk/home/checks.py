"""What is known of the files of the folder: checked in the background by a worker, and anew when a file has changed."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from reportgen.desk.home.summary import Summary, summary_of
from reportgen.desk.workspace import Workspace
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.workers import pool, stop
from reportgen.record import Struct
from reportgen.settings import forget_settings
from reportgen.world import Stamps, stamps


class _Known(Struct, frozen=True):
    """A summary, and how its file and those beside it were then."""

    stamps: Stamps
    summary: Summary


class Checks:
    """Summaries by file. `look` never waits: what is not known yet is asked for, and there when it is looked for again.

    There is one worker, since the other cores are for the page that somebody types into, and it has one file at a time:
    if it is killed, it is known at which. It ends when nothing is left to be checked.
    """

    def __init__(self, workspace: Workspace, worker: Callable[[], Executor] | None = None) -> None:
        self._workspace = workspace
        self._worker = worker or partial(pool, 1, may_fork=False)
        self._known: dict[Path, _Known] = {}
        self._waiting: dict[Path, Stamps] = {}
        """Those to be checked, as they were when they were asked for; the first is with the worker."""
        self._is_busy = False
        self._pool: Executor | None = None
        self._lock = threading.RLock()

    @property
    def waiting(self) -> int:
        """How many files are being checked, or are to be."""
        return len(self._waiting)

    def look(self, paths: Iterable[Path]) -> dict[Path, Summary | None]:
        """What is known of files; None of those that are being checked and were never before."""
        with self._lock:
            asked = list(paths)
            for path in asked:
                self._want(path)
            self._next()
            return {path: known.summary if (known := self._known.get(path)) else None for path in asked}

    def forget(self) -> None:
        """Check everything anew: document types or settings may have changed."""
        forget_settings()
        with self._lock:
            self._known.clear()

    def close(self) -> None:
        """End the worker."""
        with self._lock:
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
        while self._waiting and not self._is_busy:
            path = next(iter(self._waiting))
            now = self._waiting[path] = stamps([path])
            try:
                roots, limits = self._workspace.roots_for(path), self._workspace.limits_for(path)
            except UsageProblem as problem:
                self._keep(path, now, Summary(why=str(problem)))
                continue
            self._is_busy = True
            self._pool = self._pool or self._worker()
            self._pool.submit(summary_of, path, roots, limits).add_done_callback(partial(self._answered, path, now))
        if not self._waiting and self._pool is not None:
            self._pool.shutdown(wait=False)
            self._pool = None

    def _answered(self, path: Path, asked: Stamps, future: "Future[Summary]") -> None:
        """The worker has ended with a file, or at it."""
        with self._lock:
            self._is_busy = False
            if path not in self._waiting:
                return  # the screen is being closed
            try:
                summary = future.result()
            except BrokenProcessPool:
                self._pool = None
                summary = Summary(why=_("查到一半停了，可能是内存不够"))
            self._keep(path, asked, summary)
            self._next()

    def _keep(self, path: Path, asked: Stamps, summary: Summary) -> None:
        del self._waiting[path]
        self._known[path] = _Known({**asked, **stamps(map(Path, summary.beside))}, summary)
