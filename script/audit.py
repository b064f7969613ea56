"""Looks for known vulnerabilities of what the lock files pin, by pip-audit: PyPI's database, or else OSV's.

Run by `script/lock`, or alone as `.tools/lock/bin/python script/audit.py`. Exit code 0: all were looked up, none is
known; 1: some are known, and told; 3: no database could be reached, or it has not all of them, and of these nothing can
be said.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SERVICES = ("pypi", "osv")
_PINNED = re.compile(r"^[a-z0-9][\w.-]*==[\w.]+", re.MULTILINE)


def main() -> int:
    """What stands above."""
    known, missed = 0, 0
    for lock in locks():
        pinned = len(set(_PINNED.findall(lock.read_text(encoding="utf-8"))))
        looked_up = asked(lock)
        found = list(vulnerable(looked_up))
        known, missed = known + len(found), missed + pinned - len(looked_up)
        count = f"{len(looked_up)} of {pinned} looked up, {len(found)} vulnerable"
        print(f"{lock.relative_to(ROOT)}: {count}", *found, sep="\n  ")
    if missed:
        print(f"没有查到 {missed} 个：连不上漏洞数据库，或库里没有")
        print(f"{missed} not looked up: no database was reached, or it has them not")
    return 1 if known else 3 if missed else 0


def locks() -> list[Path]:
    """The lock files, that of users first."""
    return [*sorted(ROOT.glob("requirements*.txt")), *sorted(ROOT.glob("requirements/*.txt"))]


def asked(lock: Path) -> list[dict[str, Any]]:
    """What the databases say of those that they know, the first one that knows any."""
    return next((answer for service in SERVICES if (answer := _answer(lock, service))), [])


def _answer(lock: Path, service: str) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        command = ["pip_audit", "--disable-pip", "-s", service, "-r", str(lock), "-f", "json", "-o", str(told)]
        subprocess.run([sys.executable, "-m", *command], capture_output=True, check=False)
        if not told.is_file():  # it ended at the first question that nobody answered
            return []
        return [each for each in json.loads(told.read_text(encoding="utf-8"))["dependencies"] if "vulns" in each]


def vulnerable(looked_up: list[dict[str, Any]]) -> Iterator[str]:
    """A line for each that is known to be, with the versions in which it is mended."""
    for each in looked_up:
        if each["vulns"]:
            told = (f"{vuln['id']} (mended in {', '.join(vuln['fix_versions']) or 'none'})" for vuln in each["vulns"])
            yield f"{each['name']} {each['version']}: {'; '.join(told)}"


if __name__ == "__main__":
    sys.exit(main())
