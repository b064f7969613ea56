"""Many files on several cores: the same results in the same order, sooner."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from reportgen.cli.apart import is_read_apart
from reportgen.errors import EnvironmentProblem

_FILES_A_WORKER = 2
"""For fewer, starting a worker (0.3 s with its imports) costs more than it saves."""
_MOST_WORKERS = 8
"""Each takes up to 200 MB."""

Result = TypeVar("Result")
Work = Callable[[Path], Result]
Lost = Callable[[Path, EnvironmentProblem], Result]
"""What there is of a file whose worker died at it."""


def in_order(
    work: Work[Result], files: Sequence[Path], lost: Lost[Result], least: int = _FILES_A_WORKER
) -> Iterator[Result]:
    """`work(file)` for every file, in order; in worker processes when there are cores and `least` files for each.

    `work` and its results must then be picklable. What it raises is raised here, and the files behind it may be
    done already. Of what strangers have sent several go to one worker at least. When a worker is killed, its file is
    tried once more alone; if that ends alike, `lost` gives its result.
    """
    workers = min(_cores(), len(files) // least, _MOST_WORKERS)
    if workers < 2 and (len(files) < 2 or not any(map(is_read_apart, files))):
        yield from map(work, files)
        return
    from reportgen.cli.workers import spread  # its libraries take longer to load than a file to check

    yield from spread(work, files, lost, max(workers, 1))


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
