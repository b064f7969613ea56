"""What a store costs: the same content files from this disk, from an S3 server on this computer, and by two workers.

`python -m benchmarks.stored 1000 --small` prints a line for each. The server (moto's, in Python) runs in this process,
so that what it takes is not counted with the program; a store in a data centre answers sooner than it does.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.store import BUCKET, Store, running

from benchmarks.contestants import environment
from benchmarks.county import contents, small
from reportgen.record import Struct

_CLUSTER = """
import sys, dask
from distributed import LocalCluster
if __name__ == "__main__":
    with dask.config.set({"distributed.worker.daemon": False}):
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
            print(cluster.scheduler_address, flush=True)
            sys.stdin.read()
"""


class Took(Struct, frozen=True):
    """One call: seconds, those of all its processors, and what the server was asked."""

    name: str
    wall: float
    processor: float
    requests: int = 0

    def line(self, count: int) -> str:
        """For so many documents."""
        thousand = 1000 / count
        told = f"{self.wall * thousand:.0f} | {self.processor * thousand:.0f} | {self.requests / count:.1f}"
        return f"| {self.name} | {told} |"


def took(name: str, *words: str, store: Store | None = None) -> Took:
    """A call of `build`, which must succeed."""
    asked, begun, before = len(store.asked) if store else 0, time.perf_counter(), _of_children()
    command = [sys.executable, "-m", "reportgen", "build", *words]
    done = subprocess.run(command, env=dict(environment()), capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr[-2000:])
    wall, processor = time.perf_counter() - begun, _of_children() - before
    return Took(name, wall, processor, len(store.asked) - asked if store else 0)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def scheduler(found: list[float]) -> Iterator[str]:
    """The address of one with two workers; afterwards `found` has the processor seconds that all of it took."""
    before = _of_children()
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(_CLUSTER)
        file.flush()
        command = [sys.executable, file.name]
        process = subprocess.Popen(
            command, env=dict(environment()), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        yield process.stdout.readline().strip()
        process.communicate("")
    found.append(_of_children() - before)


def compared(count: int, kind: str, formats: str) -> Iterator[Took]:
    """From the disk, from the store, from the store by the cluster; each once more when nothing has changed."""
    with tempfile.TemporaryDirectory(prefix="reportgen-bench-") as name, running() as store:
        folder = (small if kind == "small" else contents)(Path(name) / "content", count)
        words = ("--format", formats)
        for turn in ("disk", "disk, nothing changed"):
            yield took(turn, str(folder), "-o", f"{name}/output", *words)
        store.clear()
        store.files().put(f"{folder}/", f"{BUCKET}/content/", recursive=True)
        home = f"s3://{BUCKET}"
        for turn in ("store", "store, nothing changed"):
            yield took(turn, f"{home}/content", "-o", f"{home}/output", *words, store=store)
        whole: list[float] = []
        with scheduler(whole) as address:
            call = took("", f"{home}/content", "-o", f"{home}/new", *words, "--cluster", address, store=store)
        yield Took("store, two workers of a scheduler", call.wall, whole[0], call.requests)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="so many content files")
    parser.add_argument("--small", action="store_true", help="the smallest documents, as txt")
    options = parser.parse_args()
    kind, formats = ("small", "txt") if options.small else ("", "docx,pdf,xlsx")
    print(f"load at the start: {os.getloadavg()[0]:.1f}; per 1,000 documents, from {options.count}", flush=True)
    print("| from | wall s | processor s | requests a document |\n|---|--:|--:|--:|", flush=True)
    for each in compared(options.count, kind, formats):
        print(each.line(options.count), flush=True)
    print(f"load at the end: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
