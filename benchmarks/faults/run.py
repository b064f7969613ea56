"""`./script/faults`: builds that are ended, or refused by the system, at every moment; whatever is torn is named."""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.faults.disks import cases
from benchmarks.faults.ended import ended
from benchmarks.faults.refused import refused
from benchmarks.faults.trial import Trial, fixed_moment


def main() -> None:
    """Print what was tried and what went wrong; exit 1 when anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, metavar="N", help="builds that are ended (default 200)")
    parser.add_argument("--reads", type=int, default=1, metavar="N", help="every Nth step that reads is refused")
    parser.add_argument("--writes", type=int, default=1, metavar="N", help="every Nth of the others (default 1: each)")
    parser.add_argument("--seed", type=int, default=20261130, metavar="N", help="dice of the moments")
    options = parser.parse_args()
    fixed_moment()
    with tempfile.TemporaryDirectory(prefix="reportgen-faults-") as name:
        folder = Path(name)
        wrong = [
            *_told(_ended(folder, options.kills, options.seed)),
            *_told(_disks(folder)),
            *_told(_refused(folder, options.reads, options.writes)),
        ]
    sys.exit(1 if wrong else 0)


def _told(found: Iterable[tuple[str, bool]]) -> Iterator[str]:
    """Show each line; those that tell of something wrong."""
    for line, wrong in found:
        print(line, flush=True)
        if wrong:
            yield line


def _ended(folder: Path, count: int, seed: int) -> Iterator[tuple[str, bool]]:
    begun, found, trial = time.monotonic(), Counter[str](), Trial(folder / "kills", "docx,txt", "甲乙丙丁")
    for each in ended(trial, count, random.Random(seed)):
        found[each.signal.name] += 1
        found["between"] += 0 < each.new < len(trial.wanted)
        found["wrong"] += bool(each.wrong)
        yield f"{each}{'' if each.wrong else f'{each.new} outputs new'}", bool(each.wrong)
    yield f"{count} builds of 4 documents ended: {dict(found)}, {time.monotonic() - begun:.0f} s", False


def _disks(folder: Path) -> Iterator[tuple[str, bool]]:
    for case in cases(Trial(folder / "disks", "docx,pdf", "甲乙丙丁")):
        told = f"; wrong: {'; '.join(case.wrong)}" if case.wrong else ""
        yield f"{case.name}: exit {case.code}{told}", bool(case.wrong)


def _refused(folder: Path, reads: int, writes: int) -> Iterator[tuple[str, bool]]:
    begun, found, wrong = time.monotonic(), Counter[str](), 0
    for each in refused(Trial(folder / "steps", "docx,txt"), reads, writes):
        found[each.step] += 1
        wrong += bool(each.wrong)
        if each.wrong:
            yield str(each), True
    told = f"{found.total()} steps refused: {dict(found)}, wrong: {wrong}, {time.monotonic() - begun:.0f} s"
    yield told, False


if __name__ == "__main__":
    main()
