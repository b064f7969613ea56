"""The process beside the screen: begun anew when it was ended, ended when the screen is closed, whatever it is at."""

import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from reportgen.desk.process import Process
from reportgen.errors import EnvironmentProblem
from reportgen.pipeline.workers import pool, stop


class Ending(Executor):
    """Ends at what it is asked, so often; then it answers."""

    def __init__(self, *ends: BaseException) -> None:
        self.ends = list(ends)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        if self.ends:
            future.set_exception(self.ends.pop(0))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.mark.parametrize("end", [BrokenProcessPool(), CancelledError()])
def test_a_process_that_was_ended_is_begun_anew_once(end: BaseException) -> None:
    once, twice = Ending(end), Ending(end, end)
    assert Process(lambda: once).asked(len, "某市科技馆") == 5
    with pytest.raises(EnvironmentProblem, match="意外退出"):
        Process(lambda: twice).asked(len, "某市科技馆")


def test_nothing_is_begun_behind_its_end() -> None:
    process = Process(Ending)
    process.close()
    with pytest.raises(EnvironmentProblem):
        process.asked(len, "示例县人民医院")


def test_who_waits_for_it_is_answered_at_its_end_and_other_processes_go_on() -> None:
    """A long report of a stranger is being read, and another waits behind it, when the screen is closed."""
    process, other = Process(), pool(1)
    going_on = other.submit(os.getpid)
    answers: list[EnvironmentProblem] = []

    def ask() -> None:
        try:
            process.asked(time.sleep, 600)
        except EnvironmentProblem as problem:
            answers.append(problem)

    waiting = [threading.Thread(target=ask, daemon=True) for _number in range(2)]
    assert process.asked(os.getpid) != os.getpid()
    for thread in waiting:
        thread.start()
    time.sleep(0.1)
    assert going_on.result() != os.getpid()
    process.close()
    for thread in waiting:
        thread.join(60)
    assert len(answers) == 2
    assert other.submit(os.getpid).result() == going_on.result()
    stop(other)
