"""A process of its own for what may take long or crash: the pages of a document. The screen goes on without it."""

from collections.abc import Callable
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from threading import Lock
from typing import Any

from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.pipeline.workers import pool


class Process:
    """Begun when something is asked of it for the first time, and again when it was ended."""

    def __init__(self, worker: Callable[[], Executor] | None = None) -> None:
        self._worker = worker or partial(pool, 1, may_fork=False)
        self._pool: Executor | None = None
        self._lock = Lock()

    def asked(self, function: Callable[..., Any], *values: Any) -> Any:
        """What a function answers there.

        Raises what it raises, EnvironmentProblem when the process ends at it twice.
        """
        for _attempt in range(2):  # a process that was ended, by the system or by a font, is begun anew
            running = self._running()
            try:
                return running.submit(function, *values).result()
            except BrokenProcessPool:
                self.close()
        raise EnvironmentProblem(_("排页面的程序意外退出了。内容都在，改一处就会再排一次"))

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._pool:
                self._pool.shutdown(wait=False, cancel_futures=True)
                self._pool = None

    def _running(self) -> Executor:
        with self._lock:
            self._pool = self._pool or self._worker()
            return self._pool
