"""`./script/fuzz`: mutants of contents, templates, Word files and PDFs; whatever is not answered is kept and named."""

import argparse
import contextlib
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.fuzz.originals import make_originals, packs
from benchmarks.fuzz.trials import KINDS, trial
from benchmarks.fuzz.watched import watched

_COUNTS = {"content": 20_000, "template": 2_000, "docx": 5_000, "pdf": 2_000}
MOMENT = "1704067200"
"""Of originals: equal runs have equal ones."""


def main() -> int:
    """1 when anything was not answered."""
    asked = _asked()
    os.environ["SOURCE_DATE_EPOCH"] = MOMENT
    ground = Path(tempfile.mkdtemp(prefix="fuzz-"))
    with contextlib.chdir(ground):
        make_originals(ground / "originals", packs())
        if asked.only:
            return _one(asked.only, asked.seed, ground)
        wrong = [_kind(kind, getattr(asked, kind), asked.seed, ground) for kind in KINDS]
    return int(any(wrong))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for kind, count in _COUNTS.items():
        parser.add_argument(f"--{kind}", type=int, default=count, metavar="N", help=f"mutants (default {count})")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed, other mutants")
    parser.add_argument("--only", metavar="docx-17", help="this mutant alone, with all that is printed for it")
    return parser.parse_args()


def _one(name: str, seed: int, ground: Path) -> int:
    """In this process, so that a debugger reaches it; its files stay where it is not answered."""
    kind, _dash, number = name.partition("-")
    found = trial(kind, int(number), seed, ground)
    for each in found.answers:
        print(" ".join(each.words), each.told, f"exit {each.code}", sep="\n")
    return int(bool(found.wrong))


def _kind(kind: str, count: int, seed: int, ground: Path) -> int:
    """Try all of a kind; name what is not answered as it comes, then say how often each command ended in which way."""
    codes: Counter[tuple[str, int]] = Counter()
    kinds: Counter[str] = Counter()
    stopped = 0
    for found in watched(kind, range(count), seed, ground):
        codes.update((each.command, each.code) for each in found.answers)
        stopped += any(each.stopped for each in found.answers)
        kinds["the mutant was not made"] += not found.answers
        for each in found.wrong:
            kinds[each.kind] += 1
            print(f"{ground / found.name}: {' '.join(each.words)}: {each.code} {each.kind}", flush=True)
    told = f"{kinds.total()} not answered, {stopped} stopped at their limits"
    print(f"{count} mutants ({kind}, seed {seed}): {told}", flush=True)
    for command in sorted({command for command, _code in codes}):
        ended = ", ".join(f"exit {code}: {times}" for (each, code), times in sorted(codes.items()) if each == command)
        print(f"  {command}: {ended}", flush=True)
    for kind_told, times in kinds.most_common():
        print(f"  {times} x {kind_told}" if times else "", flush=True)
    return kinds.total()


if __name__ == "__main__":
    sys.exit(main())
