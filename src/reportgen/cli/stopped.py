"""Ctrl-C and SIGTERM in the middle of several files: what was done by then is told, in one closing line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reportgen.cli.console import complain
from reportgen.world import TERMINATED


@contextmanager
def told_when_stopped(words: Callable[[], str]) -> Iterator[None]:
    """When the block is stopped from outside its `words`, if any, are the last that is said; it ends all the same."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit) as ended:
        stopped = isinstance(ended, KeyboardInterrupt) or ended.code == TERMINATED
        if stopped and (last := words()):
            complain(last)
        raise
