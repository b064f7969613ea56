"""What running processes have used by now, as Linux tells it; nothing of one that has ended meanwhile."""

import os
from pathlib import Path

_USER, _WAITED_FOR = 11, 15
"""Of the fields behind the name: time of its own as user and as system, and both of children that it has waited for."""


def descendants(process: int) -> list[int]:
    """What a process has started, and what these have."""
    threads = Path(f"/proc/{process}/task").glob("*/children")
    found = sorted({int(word) for listed in threads for word in _told(listed).split()})
    return [each for child in found for each in (child, *descendants(child))]


def processor_seconds(process: int) -> float:
    """Of a process and of those that it has waited for."""
    fields = _told(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()
    return sum(map(int, fields[_USER:_WAITED_FOR])) / os.sysconf("SC_CLK_TCK")


def resident_memory(process: int) -> float:
    """MB, with all that it has in common with others."""
    pages = _told(Path(f"/proc/{process}/statm")).split()
    return int(pages[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20 if pages else 0.0


def shared_out_memory(process: int) -> float:
    """MB that it has for itself, and its share of what it has in common with others."""
    lines = _told(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def _told(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
