"""All processors of the machine at work."""

from collections.abc import Callable, Iterable
from multiprocessing import get_context
from os import cpu_count
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


def spread(work: Callable[[T], U], items: Iterable[T]) -> list[U]:
    """The work done on every item, in their order, by as many processes as there are processors."""
    waiting = list(items)
    if len(waiting) < 2:
        return [work(item) for item in waiting]
    with get_context("spawn").Pool(min(cpu_count() or 1, len(waiting))) as pool:
        return list(pool.imap(work, waiting))
