"""Builds that are ended at random moments, as by Ctrl-C, by the system, or by pulling the plug of the process."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from benchmarks.faults.trial import ROOT, Trial, left_over
from reportgen.record import Struct

_SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM)
"""The first is the hardest, and the most frequent here."""
_EARLY = 0.1
"""So many of all builds are ended while they still load themselves."""
_PATIENCE = 20.0
"""Seconds that workers may take to end when their parent has."""


class Ended(Struct, frozen=True):
    """One build that was ended: how, how many of its outputs were new by then, and what went wrong."""

    signal: signal.Signals
    seconds: float
    new: int
    wrong: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.signal.name} after {self.seconds:.2f} s: {'; '.join(self.wrong)}"


def ended(trial: Trial, count: int, dice: random.Random) -> Iterator[Ended]:
    """So many builds, each ended somewhere between its begin and its end; most when they have begun to write."""
    loading, writing = _whole(trial, trial.fresh("whole"))
    for _turn in range(count):
        folder = trial.fresh("ended")
        process, early, number = started(trial, folder), dice.random() < _EARLY, dice.choice(_SIGNALS)
        seconds = dice.uniform(0, loading if early else writing)
        if not early:
            _has_begun(process, folder)
        _end(process, seconds, number)
        found = trial.wrong(folder)
        new = trial.new(folder)
        wrong = [*found, *trial.unfinished(folder), *left_over(folder)]
        yield Ended(number, seconds, new, tuple(wrong))


def _heeds_ctrl_c() -> None:
    """A trial that runs in the background has got it ignored, and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def started(trial: Trial, folder: Path, prepare: Callable[[], None] = _heeds_ctrl_c) -> subprocess.Popen[bytes]:
    """The build in a process of its own, with what it starts in a group of their own."""
    command = [sys.executable, "-m", "reportgen", *trial.words(folder)]
    paths = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    return subprocess.Popen(
        command,
        env=paths,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=prepare,  # noqa: PLW1509 - there are no threads here
    )


def _whole(trial: Trial, folder: Path) -> tuple[float, float]:
    """Seconds until a build begins to write, and from then until it ends."""
    begun, process = time.monotonic(), started(trial, folder)
    _has_begun(process, folder)
    writing = time.monotonic()
    process.wait()
    return writing - begun, time.monotonic() - writing


def _has_begun(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until something is on its way into the folder."""
    while process.poll() is None and not any((folder / "output").glob(".reportgen-*")):
        time.sleep(0.005)


def _end(process: subprocess.Popen[bytes], seconds: float, number: signal.Signals) -> None:
    """Signal the process that was started, and wait for its workers to end by themselves."""
    time.sleep(seconds)
    process.send_signal(number)
    process.wait()
    begun = time.monotonic()
    while _members(process.pid):
        if time.monotonic() - begun > _PATIENCE:
            raise AssertionError("workers live on")
        time.sleep(0.01)


def _members(group: int) -> bool:
    with suppress(ProcessLookupError):
        os.killpg(group, 0)
        return True
    return False
