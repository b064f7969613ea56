"""Trials in a process of its own: a line on the standard output for each. See `benchmarks.fuzz.watched`."""

import json
import resource
import sys
from pathlib import Path

from benchmarks.fuzz.answers import MOST_BYTES
from benchmarks.fuzz.trials import trials


def main(kind: str, start: str, stop: str, seed: str, ground: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    for found in trials(kind, range(int(start), int(stop)), int(seed), Path(ground)):
        told = [[each.words, each.code, each.told, each.seconds] for each in found.answers]
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
