"""Checks a content file again and again in one process and prints how long one check takes, in ms (the median)."""

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.contents import varied  # noqa: E402
from reportgen.pipeline.check import check_text  # noqa: E402
from reportgen.world import raise_garbage_collection_threshold  # noqa: E402

_ROUNDS = 25


def main() -> None:
    """Every round checks other figures and other paragraphs, so that nothing is kept from one to the next.

    Garbage is looked for as seldom as in each call of the program.
    """
    raise_garbage_collection_threshold()
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    times = []
    for turn in range(_ROUNDS):
        content = varied(text, turn)
        start = perf_counter()
        check_text(content, "内容.yaml")
        times.append(perf_counter() - start)
    print(f"{1000 * median(times[1:]):.1f}")


if __name__ == "__main__":
    main()
