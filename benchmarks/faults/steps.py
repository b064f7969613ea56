"""Every step of a build that asks the system for something, made to fail in turn.

All of the program's own reading and writing goes through these functions of Python; what is written into libraries that
read and write by themselves (fonts, pages) is no matter of files that are to stay.
"""

import errno
import fcntl
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

Step = tuple[str, Any]

STEPS: tuple[tuple[Any, str], ...] = (
    (io, "open"),
    (os, "open"),
    (os, "write"),
    (os, "fsync"),
    (os, "close"),
    (os, "replace"),
    (os, "link"),
    (os, "mkdir"),
    (os, "unlink"),
    (os, "chmod"),
    (os, "scandir"),
    (os, "listdir"),
    (fcntl, "lockf"),
)
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR)
_DONE_FIRST = ("close",)
"""Steps that the system does even where it says that it failed."""


class Fault:
    """Lets the step of a number fail, counted from 0; counts all of them."""

    def __init__(self, at: int = -1, number: int = errno.EIO) -> None:
        self.at, self.number = at, number
        self.seen: list[str] = []

    @property
    def met(self) -> str:
        """The step that failed; empty where there were not so many."""
        return self.seen[self.at] if 0 <= self.at < len(self.seen) else ""

    def at_its_place(self, name: str, step: Callable[..., Any], *words: Any, **named: Any) -> Any:
        """The step, or the system's refusal."""
        self.seen.append(name)
        if len(self.seen) - 1 != self.at:
            return step(*words, **named)
        if name in _DONE_FIRST:
            step(*words, **named)
        if name == "write" and len(words[1]) > 1:
            step(words[0], words[1][: len(words[1]) // 2])
        raise OSError(self.number, os.strerror(self.number), *(words[:1] if isinstance(words[0], str) else ()))


@contextmanager
def faulty(fault: Fault) -> Iterator[Fault]:
    """While the block runs, its steps are counted, and one of them fails."""
    with _patched(list(STEPS), fault):
        yield fault


@contextmanager
def _patched(steps: list[tuple[Any, str]], fault: Fault) -> Iterator[None]:
    if not steps:
        yield
        return
    module, name = steps[0]
    step = getattr(module, name)

    def instead(*words: Any, **named: Any) -> Any:
        return fault.at_its_place(name, step, *words, **named)

    with patch.object(module, name, instead), _patched(steps[1:], fault):
        yield
