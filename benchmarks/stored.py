"""What a store costs: the same content files from this disk, from an S3 server on this computer, and by two workers.

`python -m benchmarks.stored 1000 --small` prints a line for each. The server (moto's, in Python) runs in this process,
so that what it takes is not counted with the program; a store in a data centre answers sooner than it does.
"""

import argparse
import os
import random
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


# ---- ended in the middle ----


def kills(times: int, seed: int) -> Iterator[str]:
    """So many calls ended by SIGKILL at random moments: what was wrong afterwards, and how many objects were new."""
    chance, environ = random.Random(seed), {**environment(), "SOURCE_DATE_EPOCH": "1735689600"}
    command = [sys.executable, "-m", "reportgen", "build", f"s3://{BUCKET}/content", "-o", f"s3://{BUCKET}/output"]
    command += ["--format", "docx,txt"]
    with tempfile.TemporaryDirectory(prefix="reportgen-bench-") as name, running() as store:
        environ |= {each: value for each, value in os.environ.items() if each.startswith("AWS_")}
        store.clear()
        files = list(small(Path(name), _KILLED).iterdir())
        ended = _finished(command, environ, store, files, 0)
        seconds, news = ended.wall, 0
        for number in range(1, times + 1):
            _change(store, files, number)
            process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.4, 1) * seconds)
            process.kill()
            process.wait()
            time.sleep(_LAST_WORDS)
            former, between = ended.outputs, _outputs(store)
            ended = _finished(command, environ, store, files, number)
            for key, content in between.items():
                news += content == ended.outputs[key] != former[key]
                if content not in (former[key], ended.outputs[key]):
                    yield f"trial {number}: {key} is neither the former nor the new one"
            if ended.told:
                yield f"trial {number}: {ended.told}"
        yield f"{times} calls of {_KILLED} documents ended; {news} of {2 * _KILLED * times} objects were new by then"


_KILLED = 4
_LAST_WORDS = 2.0
"""Seconds in which workers notice that they are alone."""


class Finished(Struct, frozen=True):
    """A call that came to its end: how long it took, what stands there, and what it should not have said."""

    wall: float
    outputs: dict[str, bytes]
    told: str


def _finished(command: list[str], environ: dict[str, str], store: Store, files: list[Path], number: int) -> Finished:
    _change(store, files, number)
    begun = time.perf_counter()
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    outputs, mark = _outputs(store), f"第{number}次".encode()
    told = done.stdout + done.stderr
    wrong = done.returncode > 1 or "手改" in told or len(outputs) < 2 * _KILLED
    wrong |= not all(mark in content for key, content in outputs.items() if key.endswith(".txt"))
    return Finished(time.perf_counter() - begun, outputs, told if wrong else "")


def _change(store: Store, files: list[Path], number: int) -> None:
    for path in files:
        text = path.read_text(encoding="utf-8").replace("没有验收。", f"没有验收（第{number}次）。")
        store.write(f"content/{path.name}", text)


def _outputs(store: Store) -> dict[str, bytes]:
    return {key: store.read(key) for key in store.keys("output")}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="so many content files, or with --kills so many calls")
    parser.add_argument("--small", action="store_true", help="the smallest documents, as txt")
    parser.add_argument("--kills", action="store_true", help="end calls at random moments instead")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.kills:
        print(*kills(options.count, options.seed), sep="\n", flush=True)
        return
    kind, formats = ("small", "txt") if options.small else ("", "docx,pdf,xlsx")
    print(f"load at the start: {os.getloadavg()[0]:.1f}; per 1,000 documents, from {options.count}", flush=True)
    print("| from | wall s | processor s | requests a document |\n|---|--:|--:|--:|", flush=True)
    for each in compared(options.count, kind, formats):
        print(each.line(options.count), flush=True)
    print(f"load at the end: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
