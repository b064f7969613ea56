"""The door to Dask: files handed to a running scheduler in batches, whose workers see the same folders or a store.

A batch may be done twice, as Dask does when a worker is lost: files are written under other names and renamed, so that
the second time leaves the same. A batch that is lost is tried once more file by file, by us: Dask would blame all of
its files for the one that took the memory. In a worker each batch has a process of its own (`reportgen.cli.workers`),
which keeps to the limits of time and memory and takes nobody along when it is killed.
"""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import chdir
from functools import partial
from math import ceil
from multiprocessing import current_process
from pathlib import Path
from threading import get_ident
from uuid import uuid4

from distributed import Client, Future, get_worker

from reportgen.cli.batch import Lost, Result, Work
from reportgen.cli.settled import use_fonts_of
from reportgen.cli.workers import killed, spread
from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.language import _, language_in_use, use_language
from reportgen.settings import NAME
from reportgen.world import write_copy

Batch = tuple[Path, ...]
_BATCH = 64
"""Files of a batch: some seconds of work, beside which handing it out takes no time."""
_SETTING = "DASK_DISTRIBUTED__WORKER__DAEMON"
_PATIENCE = 10
"""Seconds until a scheduler that does not answer is given up."""


def on_cluster(
    address: str, work: Work[Result], files: Sequence[Path], lost: Lost[Result], shared: bool = True
) -> Iterator[Result]:
    """`work(file)` for every file by the workers of a scheduler, in order: in this folder, or where they do not have it
    in one of their own.

    Raises EnvironmentProblem when the scheduler does not answer or has no workers, UsageProblem when they cannot start
    processes.
    """
    folder = os.getcwd() if shared else ""  # noqa: PTH109 - the workers go there
    with _connected(address) as client:
        size = min(_BATCH, ceil(len(files) / len(_workers(client)))) or 1  # of few files each worker has some
        batches = [tuple(files[at : at + size]) for at in range(0, len(files), size)]
        send = partial(_sent, client, work, lost, folder)
        futures = [send(batch) for batch in batches]
        for batch, future in zip(batches, futures, strict=True):
            yield from _results(send, batch, lost, future)


def _connected(address: str) -> Client:
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        told = _("连不上 {address} 的调度器：{why}", address=address, why=str(error).splitlines()[0])
        raise EnvironmentProblem(told) from error
    if not _workers(client):
        client.close()
        raise EnvironmentProblem(_("{address} 的调度器没有工作节点，请先启动", address=address))
    return client


def _workers(client: Client) -> Collection[str]:
    """Their addresses."""
    found: Collection[str] = client.scheduler_info(n_workers=-1)["workers"]
    return found


def _sent(client: Client, work: Work[Result], lost: Lost[Result], folder: str, batch: Batch) -> Future:
    given = (work, batch, lost, folder, language_in_use())
    return client.submit(_done, *given, key=f"reportgen-{uuid4().hex}", pure=False, retries=0)


def _results(send: Callable[[Batch], Future], batch: Batch, lost: Lost[Result], future: Future) -> Iterator[Result]:
    """Those of a batch; of one that was lost each file is sent once more, alone."""
    error = future.exception()
    if error is None:
        yield from future.result()
    elif isinstance(error, UsageProblem):
        raise error
    elif len(batch) == 1:
        yield lost(batch[0], killed(batch[0]))
    else:
        alone = [((file,), send((file,))) for file in batch]
        for one, again in alone:
            yield from _results(send, one, lost, again)


# ---- in the worker ----


def _done(work: Work[Result], batch: Batch, lost: Lost[Result], folder: str, language: str) -> list[Result]:
    if current_process().daemon:
        raise UsageProblem(
            _("工作节点要能另起进程：启动前设 DASK_DISTRIBUTED__WORKER__DAEMON=False（见 docs/scale.md）")
        )
    use_language(language)
    if folder:
        work = partial(_with_fonts, work)
    with chdir(folder or _own_folder()):
        return list(spread(work, list(batch), lost, 1))


def _with_fonts(work: Work[Result], file: Path) -> Result:
    """Settings may name fonts: here, in the process of the batch, for no other call of this worker."""
    use_fonts_of([file])
    return work(file)


def _own_folder() -> Path:
    """Where what was brought stays until the worker ends. Another one for each thread: each leaves and takes away what
    it likes. Settings above it are not meant.
    """
    folder = Path(get_worker().local_directory) / f"reportgen-{get_ident()}"
    write_copy(folder / NAME, b"", 0)
    return folder
