"""Prints how many planted errors of each kind are found, and which are not: `script/accuracy [--missed]`."""

import sys

from benchmarks.accuracy.kinds import KINDS
from benchmarks.accuracy.measure import Result, measure


def main() -> int:
    results = [measure(kind) for kind in KINDS]
    for result in results:
        share = 100 * result.caught // max(1, result.count)
        print(f"{result.caught:4} / {result.count:<4} {share:4} %  {result.kind.name}  {'、'.join(result.kind.codes)}")
        if "--missed" in sys.argv[1:]:
            _show_missed(result)
    caught, count = sum(result.caught for result in results), sum(result.count for result in results)
    print(f"{caught} / {count}  {100 * caught / count:.1f} %  of {len(results)} kinds")
    return 0


def _show_missed(result: Result) -> None:
    for case in result.missed:
        before, after = case.base.text.splitlines(), case.text.splitlines()
        line = next((new for old, new in zip(before, after, strict=False) if old != new), "")
        old = next((old for old, new in zip(before, after, strict=False) if old != new), "")
        at = next((at for at, (a, b) in enumerate(zip(old, line, strict=False)) if a != b), 0)
        print(f"       {case.base.name}: …{line[max(0, at - 30) : at + 40]}…")


if __name__ == "__main__":
    sys.exit(main())
