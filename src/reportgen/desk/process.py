"""A process of its own for what may take long or crash: the pages of a document. The screen goes on without it."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from threading import Lock
from typing import Any

from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.pipeline.workers import pool, stop


class Process:
    """Begun when something is asked of it for the first time, and again when it was ended."""

    def __init__(self, worker: Callable[[], Executor] | None = None) -> None:
        self._worker = worker or partial(pool, 1, may_fork=False)
        self._pool: Executor | None = None
        self._is_closed = False
        self._lock = Lock()

    def asked(self, function: Callable[..., Any], *values: Any) -> Any:
        """What a function answers there.

        Raises what it raises, EnvironmentProblem when the process ends at it twice, or was closed.
        """
        for _attempt in range(2):  # a process that was ended, by the system or by a font, is begun anew
            with suppress(BrokenProcessPool, CancelledError):  # it was ended at this, or before it came to this
                return self._begun(function, *values).result()
        raise _ended()

    def close(self) -> None:
        """End the process, whatever it is at: nothing more is asked of it."""
        with self._lock:
            self._is_closed = True
            own, self._pool = self._pool, None
        if own is not None:
            stop(own)  # not under the lock: those who wait for it are answered

    def _begun(self, function: Callable[..., Any], *values: Any) -> "Future[Any]":
        with self._lock:
            if self._is_closed:
                raise _ended()
            try:
                return self._running().submit(function, *values)
            except BrokenProcessPool:
                self._pool = None
            return self._running().submit(function, *values)

    def _running(self) -> Executor:
        self._pool = self._pool or self._worker()
        return self._pool


def _ended() -> EnvironmentProblem:
    return EnvironmentProblem(_("排页面的程序意外退出了。内容都在，改一处就会再排一次"))
