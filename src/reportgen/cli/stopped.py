"""Ctrl-C and SIGTERM in the middle of several files: what was done by then is told, in one closing line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reportgen.cli.console import complain

TERMINATED = 143
"""The exit code by which SIGTERM ends the program, see `reportgen.start`."""


@contextmanager
def told_when_stopped(words: Callable[[], str]) -> Iterator[None]:
    """When the block is stopped from outside its `words` are the last that is said; it ends as it would have ended."""
    try:
        yield
    except KeyboardInterrupt:
        complain(words())
        raise
    except SystemExit as ended:
        if ended.code == TERMINATED:
            complain(words())
        raise
