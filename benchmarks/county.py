"""Many documents in one call: time and memory of each as their number grows, two workers beside one, nothing to do.

`python -m benchmarks.county --minutes 10` builds varied reports for so long and prints what each tenth of them took.
Everything is told in processor seconds as well: these hold on a machine that others keep busy.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks.contents import varied
from benchmarks.contestants import NANYANG, ROOT, environment
from benchmarks.processes import descendants, processor_seconds, shared_out_memory
from reportgen.record import Struct

_PACE = 0.5
"""Seconds between two looks."""
TENTHS = 10
_A_MINUTE = 400
"""More documents than two cores make in a minute."""
_SMALLEST = ROOT / "templates" / "problem-list" / "example.yaml"


class Look(Struct, frozen=True):
    """What was seen at one moment: documents that are done, MB of each process, processor seconds of all so far."""

    done: int
    memory: tuple[float, ...]
    processor: float

    @property
    def parent(self) -> float:
        """MB of the process that was started."""
        return self.memory[0] if self.memory else 0.0

    @property
    def worker(self) -> float:
        """MB of its largest worker."""
        return max(self.memory[1:], default=0.0)


class Took(Struct, frozen=True):
    """A whole call."""

    wall: float
    processor: float
    looks: tuple[Look, ...]


def contents(folder: Path, count: int) -> Path:
    """So many content files that share neither a figure nor a paragraph."""
    folder.mkdir(parents=True, exist_ok=True)
    text = NANYANG.read_text(encoding="utf-8")
    for number in range(count):
        (folder / f"单位{number:05}.yaml").write_text(varied(text, number + 1), encoding="utf-8")
    return folder


def small(folder: Path, count: int) -> Path:
    """So many of the smallest documents there are: what grows with their number alone is seen soonest with them."""
    folder.mkdir(parents=True, exist_ok=True)
    text = _SMALLEST.read_text(encoding="utf-8")
    for number in range(count):
        (folder / f"单位{number:05}.yaml").write_text(f"# {number}\n{text}", encoding="utf-8")
    return folder


def build(folder: Path, *words: str, cores: str = "", minutes: float = 0) -> Took:
    """One call of `build`, looked at while it runs; ended after so many minutes, where any are given."""
    command = [sys.executable, "-m", "reportgen", "build", str(folder), "-o", str(_output(folder)), *words]
    pinned = ["taskset", "--cpu-list", cores] if cores else []
    begun, before, nowhere = time.perf_counter(), _of_children(), subprocess.DEVNULL
    process = subprocess.Popen([*pinned, *command], env=dict(environment()), stdout=nowhere, stderr=nowhere)
    looks: list[Look] = []
    while process.poll() is None:
        looks.append(_look(process.pid, folder))
        if minutes and time.perf_counter() - begun > 60 * minutes:
            process.terminate()
            process.wait()
            break
        with suppress(subprocess.TimeoutExpired):  # the end is not waited for longer than it takes
            process.wait(_PACE)
    return Took(time.perf_counter() - begun, _of_children() - before, tuple(looks))


def _of_children() -> float:
    """Processor seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _output(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-output")


def _look(process: int, folder: Path) -> Look:
    family = [process, *descendants(process)]
    kept = _output(folder) / ".reportgen"
    done = sum(1 for path in kept.glob("*.json"))
    return Look(done, tuple(map(shared_out_memory, family)), sum(map(processor_seconds, family)))


# ---- what is printed ----


def tenths(took: Took) -> Iterator[str]:
    """A table of the run in tenths of its documents: how long each took, and the memory by then."""
    looks = [look for look in took.looks if look.memory]
    last = looks[-1].done
    yield "| documents | processor s a document | MB, the call itself | MB, largest worker |"
    yield "|--:|--:|--:|--:|"
    before = looks[0]
    for tenth in range(1, TENTHS + 1):
        part = [look for look in looks if before.done < look.done <= last * tenth / TENTHS]
        if not part:
            continue
        end = part[-1]
        each = (end.processor - before.processor) / (end.done - before.done)
        most = max(look.worker for look in part)
        yield f"| {end.done} | {each:.3f} | {end.parent:.0f} | {most:.0f} |"
        before = end


def sizes(folder: Path, counts: Sequence[int]) -> Iterator[str]:
    """One call each for so many documents."""
    yield "| documents | wall s | processor s | processor s a document | again, nothing changed: wall s | processor s |"
    yield "|--:|--:|--:|--:|--:|--:|"
    for count in counts:
        files = contents(folder / f"of-{count}", count)
        first, again = build(files), build(files)
        each = first.processor / count
        told = f"{first.wall:.1f} | {first.processor:.1f} | {each:.3f} | {again.wall:.2f} | {again.processor:.2f}"
        yield f"| {count} | {told} |"


def two_beside_one(folder: Path, count: int, turns: int) -> str:
    """The same documents on one core and on two, in turns."""
    files, walls = contents(folder / "turns", count), {"0": list[float](), "0,1": list[float]()}
    for _turn in range(turns):
        for cores, found in walls.items():
            found.append(build(files, "--rebuild", cores=cores).wall)
    one, two = (min(found) for found in walls.values())
    return f"{count} documents, best of {turns}: one core {one:.1f} s, two {two:.1f} s, {one / two:.2f} times as fast"


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=0, metavar="N", help="build so long, and tell each tenth")
    parser.add_argument("--documents", type=int, default=0, metavar="N", help="build so many, and tell each tenth")
    parser.add_argument("--small", type=int, default=0, metavar="N", help="the smallest documents, so many")
    parser.add_argument("--sizes", type=int, nargs="*", default=[], metavar="N", help="calls of so many documents")
    parser.add_argument("--turns", type=int, default=0, metavar="N", help="one core and two, so many times")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reportgen-county-") as name:
        folder = Path(name)
        if options.sizes:
            print(*sizes(folder, options.sizes), sep="\n", flush=True)
        if options.turns:
            print(two_beside_one(folder, 40, options.turns), flush=True)
        if options.minutes:
            files = contents(folder / "long", int(_A_MINUTE * options.minutes))
            print(*tenths(build(files, "--format", "docx,pdf", minutes=options.minutes)), sep="\n", flush=True)
        if options.documents:
            files = contents(folder / "many", options.documents)
            print(*tenths(build(files, "--format", "docx,pdf")), sep="\n", flush=True)
        if options.small:
            files = small(folder / "small", options.small)
            print(*tenths(build(files, "--format", "txt")), sep="\n", flush=True)


if __name__ == "__main__":
    main()
