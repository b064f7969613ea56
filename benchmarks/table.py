"""Results as Markdown."""

import platform
import subprocess
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from os import getloadavg, sched_getaffinity
from pathlib import Path

from benchmarks.clock import Result

_HEAD = (
    "| | median s | min–max s | ratio | processor s | MB |",
    "|---|--:|--:|--:|--:|--:|",
)


def table(results: Sequence[Result], base: Result | None = None) -> str:
    """One row a contestant; `ratio` is its median over that of `base`."""
    return "\n".join([*_HEAD, *(_row(result, base) for result in results)])


def _row(result: Result, base: Result | None) -> str:
    low, high = result.spread
    ratio = f"{result.wall / base.wall:.2f}" if base else "–"
    return (
        f"| {result.contestant.name} | {result.wall:.2f} | {low:.2f}–{high:.2f} | {ratio} | "
        f"{result.processor:.2f} | {result.memory:.0f} |"
    )


def machine() -> str:
    """Cores, how busy others keep them, processor, and the versions that took part, in one line."""
    parts = [
        f"{len(sched_getaffinity(0))} cores (load before the run: {getloadavg()[0]:.1f})",
        _processor(),
        platform.system(),
        f"Python {platform.python_version()}",
    ]
    parts += [f"{name} {_version(name)}" for name in ("weasyprint", "docxtpl", "typst")]
    return ", ".join([*parts, _office()])


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"


def _office() -> str:
    words = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True).stdout.split()
    return " ".join(words[:2])
