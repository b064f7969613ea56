"""What an install takes, and how soon it answers: this checkout beside a former commit, each in a venv of its own.

    .venv/bin/python benchmarks/sizes.py COMMIT [--write]

`--write` puts the section into docs/benchmarks.md, where `benchmarks/run.py` leaves it as it is.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from reportgen.record import Struct

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.clock import Contestant, Result, in_turns  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks.md"
HEADING = "## Size and start"
WANTED = 0.25
REPEAT = 9
_MB = 1_000_000
_PIN = re.compile(r"^([a-z0-9.-]+==\S+)", re.MULTILINE)


class Installed(Struct, frozen=True):
    """An install in bytes, and its program."""

    name: str
    wheel: int
    venv: int
    largest: tuple[tuple[str, int], ...]
    program: Path


def main() -> None:
    """Print the section."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commit", help="the former commit")
    parser.add_argument("--write", action="store_true", help="also put the section into docs/benchmarks.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reportgen-sizes-") as folder:
        before = _installed(_archived(options.commit, Path(folder) / "former"), Path(folder) / "1", "before")
        after = _installed(ROOT, Path(folder) / "2", "now")
        section = _section(before, after, in_turns(_starts(before) + _starts(after), REPEAT))
    print(section)
    if options.write:
        PAGE.write_text(with_section(PAGE.read_text(encoding="utf-8"), section), encoding="utf-8")


def section_of(page: str) -> str:
    """The section as it stands in a page; empty when it does not."""
    _before, heading, behind = page.partition(HEADING)
    return (heading + behind.partition("\n## ")[0]).strip()


def with_section(page: str, section: str) -> str:
    """The page with the section, in the place of the former one or at its end."""
    former = section_of(page)
    return page.replace(former, section) if former else f"{page.rstrip()}\n\n{section}\n"


def _archived(commit: str, folder: Path) -> Path:
    folder.mkdir()
    archive = subprocess.run(["git", "-C", str(ROOT), "archive", commit], capture_output=True, check=True)
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)
    return folder


def _installed(source: Path, folder: Path, name: str) -> Installed:
    """The wheel of a checkout in a fresh venv, with the versions that its lock file has."""
    folder.mkdir()
    wheels, venv, pins = folder / "wheels", folder / "venv", folder / "pins.txt"
    # Hashes in constraints would be asked of the wheel that was just built, too.
    pins.write_text("\n".join(_PIN.findall((source / "requirements.txt").read_text(encoding="utf-8"))), "utf-8")
    pip = [sys.executable, "-m", "pip"]
    subprocess.run(
        [*pip, "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(wheels), str(source)], check=True
    )
    (wheel,) = wheels.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    into = ["--python", str(venv / "bin" / "python"), "install", "-q", "--no-compile"]
    subprocess.run([*pip, *into, "--only-binary", ":all:", "-c", str(pins), str(wheel)], check=True)
    packages = next(venv.glob("lib/python*/site-packages"))
    sizes = {entry.name: _size(entry) for entry in packages.iterdir()}
    largest = sorted(sizes.items(), key=lambda entry: -entry[1])[:5]
    return Installed(name, wheel.stat().st_size, _size(venv), tuple(largest), venv / "bin" / "reportgen")


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file() and not file.is_symlink())


def _starts(installed: Installed) -> list[Contestant]:
    words = ("--version", "--help")
    return [
        Contestant(f"`reportgen {word}`, {installed.name}", [[str(installed.program), word]], os.environ)
        for word in words
    ]


def _section(before: Installed, after: Installed, starts: list[Result]) -> str:
    whole = "venv with all that it needs, without pip and bytecode, MB"
    rows = [
        "| | before | now |",
        "|---|--:|--:|",
        f"| wheel, MB | {before.wheel / _MB:.1f} | {after.wheel / _MB:.1f} |",
        f"| {whole} | {before.venv / _MB:.0f} | {after.venv / _MB:.0f} |",
    ]
    for former, present in zip(starts[:2], starts[2:], strict=True):
        name = former.contestant.name.partition(",")[0]
        rows.append(f"| {name}, s (median of {REPEAT}) | {former.wall:.2f} | {present.wall:.2f} |")
    slowest = max(result.wall for result in starts[2:])
    largest = ", ".join(f"{name} {size / _MB:.0f}" for name, size in after.largest)
    told = f"The largest parts of it now, in MB: {largest}. Of the wheel nine tenths are fonts."
    verdict = f"Wanted: a start of at most {WANTED} s, {'met' if slowest <= WANTED else 'missed'}."
    written = "Written by `benchmarks/sizes.py COMMIT --write`; before is the state with matplotlib for charts."
    return "\n".join([HEADING, "", written, "", *rows, "", told, "", verdict])


if __name__ == "__main__":
    main()
