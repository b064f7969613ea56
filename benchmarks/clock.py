"""Whole processes timed from outside, the contestants in turns (A B C A B C …).

A machine that slows down for a minute slows all contestants alike, so the ratio holds where times do not. The first
round is not counted: it fills the disk cache, compiles Python's bytecode and makes LibreOffice's profile.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from reportgen.record import Struct


class Contestant(Struct, frozen=True):
    """One way to do a job: commands run one after another, timed as one.

    `folder` is emptied before each round and must hold `files` files after it: whoever fails is not fast.
    """

    name: str
    commands: Sequence[Sequence[str]]
    environment: Mapping[str, str]
    folder: Path | None = None
    files: int = 0
    one_core: bool = False


class Round(Struct, frozen=True):
    """What one round took: wall and processor time in s, and the memory of its largest process in MB."""

    wall: float
    processor: float
    memory: float


class Result(Struct, frozen=True):
    """A contestant's rounds."""

    contestant: Contestant
    rounds: tuple[Round, ...]

    @property
    def wall(self) -> float:
        """Median wall time in s."""
        return median(turn.wall for turn in self.rounds)

    @property
    def spread(self) -> tuple[float, float]:
        """Shortest and longest wall time in s."""
        return min(turn.wall for turn in self.rounds), max(turn.wall for turn in self.rounds)

    @property
    def processor(self) -> float:
        """Median processor time of all its processes in s."""
        return median(turn.processor for turn in self.rounds)

    @property
    def memory(self) -> float:
        """Most memory of one process, in MB."""
        return max(turn.memory for turn in self.rounds)


def in_turns(contestants: Sequence[Contestant], repeats: int) -> list[Result]:
    """Run all contestants `repeats` times in turns, after one round that does not count."""
    rounds: list[list[Round]] = [[] for _ in contestants]
    for turn in range(repeats + 1):
        for own, contestant in zip(rounds, contestants, strict=True):
            took = _round(contestant)
            if turn:
                own.append(took)
    return [Result(contestant, tuple(own)) for contestant, own in zip(contestants, rounds, strict=True)]


def _round(contestant: Contestant) -> Round:
    if contestant.folder:
        shutil.rmtree(contestant.folder, ignore_errors=True)
        contestant.folder.mkdir(parents=True)
    wall = processor = memory = 0.0
    for command in contestant.commands:
        took = _timed(command, contestant)
        wall, processor, memory = (
            wall + took.wall,
            processor + took.processor,
            max(memory, took.memory),
        )
    if contestant.folder and len(list(contestant.folder.iterdir())) != contestant.files:
        raise SystemExit(f"{contestant.name}: {contestant.folder} does not hold {contestant.files} files")
    return Round(wall, processor, memory)


def _timed(command: Sequence[str], contestant: Contestant) -> Round:
    pinned = ("taskset", "--cpu-list", "0") if contestant.one_core else ()
    start = time.perf_counter()
    process = subprocess.Popen(
        [*pinned, *command],
        env=dict(contestant.environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    words = process.stderr.read() if process.stderr else b""
    _pid, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    # 1 is `reportgen`'s code for findings: the published Nanyang report has some.
    if process.returncode not in (0, 1) or b"Traceback" in words:
        raise SystemExit(f"{contestant.name}: exit {process.returncode}\n{words.decode()[-2000:]}")
    return Round(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
