"""A command in this process: its exit code, what it printed, and whether that is an answer."""

import contextlib
import io
import time
from pathlib import Path

from reportgen.cli.app import main as reportgen
from reportgen.record import Struct

LIMITS = "60s,1.5G"
"""What the program is told that a file may take: on a busy machine the clock runs, and not the program."""
_LONGEST = 10
"""Seconds of the processor's time that a command may take."""
MOST_BYTES = 4_000_000_000
"""Address space of a process; each command holds its own limit below it."""
_ALLOWED = frozenset({0, 1, 2})
"""3 says that the machine lacks something, which here it does not."""
_STOPPED = ("没有处理完", "没有查完")
_UNFINISHED = (*_STOPPED, "程序内部错误", "Traceback")


class Answer(Struct, frozen=True):
    """What came of a command."""

    words: tuple[str, ...]
    code: int
    told: str
    seconds: float = 0
    """Of the processor's time."""

    @property
    def command(self) -> str:
        """Which one it was."""
        return self.words[0]

    @property
    def stopped(self) -> bool:
        """Whether it was told that the file takes more than its limits."""
        return self.code == 2 and any(word in self.told for word in _STOPPED)

    @property
    def wrong(self) -> bool:
        """Whether it is none."""
        return self.seconds > _LONGEST or not is_answered(self.code, self.told)

    @property
    def kind(self) -> str:
        """Its last line without the names of files: failures of one cause look alike."""
        if self.seconds > _LONGEST:
            return "takes too long"
        lines = self.told.strip().splitlines()
        faults = [line for line in lines if any(word in line for word in _UNFINISHED)]
        return (faults or lines or [""])[-1].rpartition("/")[2]


def answer(*words: str | Path) -> tuple[int, str]:
    """The exit code of a command and all that it prints."""
    told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            reportgen([str(word) for word in words])
        except SystemExit as ended:
            told.seek(0)
            return int(ended.code or 0), told.read()
    raise AssertionError("the program always exits")


def is_answered(code: int, told: str) -> bool:
    """Whether the program has dealt with its input: in time, and without a fault of its own."""
    return code in _ALLOWED and not any(word in told for word in _UNFINISHED)


def limited(*words: str | Path) -> tuple[str, ...]:
    """A command with the limits."""
    return (*map(str, words), "--limits", LIMITS)


def answered(words: tuple[str, ...]) -> Answer:
    """An answer, and how long it took."""
    begun = time.process_time()
    return Answer(words, *answer(*words), time.process_time() - begun)
