"""Disks that are full, read-only or gone in the middle of a build. They are mounted in memory, which takes root."""

import os
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faults.ended import started
from benchmarks.faults.trial import Trial, answer
from reportgen.record import Struct


class Case(Struct, frozen=True):
    """What was tried, the exit code of the build, and what went wrong."""

    name: str
    code: int
    wrong: tuple[str, ...]


def cases(trial: Trial) -> Iterator[Case]:
    """All of them; those that need a disk of their own only where one can be mounted."""
    yield _limited(trial)
    yield _memory(trial)
    yield _gone(trial)
    yield _at_once(trial)
    if can_mount(trial.folder / "disk"):
        yield from (_full(trial, size) for size in (0, 40, 90, 150))
        yield _read_only(trial)
        yield _unmounted(trial)


def can_mount(folder: Path) -> bool:
    """Whether this user may mount a disk in memory."""
    folder.mkdir(exist_ok=True)
    if os.getuid() or subprocess.run(_mount(folder, "size=1m"), capture_output=True, check=False).returncode:
        return False
    return subprocess.run(["umount", str(folder)], capture_output=True, check=False).returncode == 0


def _mount(folder: Path, options: str) -> list[str]:
    return ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]


@contextmanager
def _disk(folder: Path, options: str) -> Iterator[Path]:
    """The output folder on a disk of its own, with all that stood in it."""
    output = folder / "output"
    found = {path: path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()}
    subprocess.run(_mount(output, options), check=True)
    for path, content in found.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(output)], check=False)


def _full(trial: Trial, room: int) -> Case:
    """A disk with so many KB left."""
    folder = trial.fresh("full")
    used = sum(path.stat().st_size // 4096 * 4 + 8 for path in (folder / "output").rglob("*") if path.is_file())
    with _disk(folder, f"size={used + room}k"):
        code, _told = answer(*trial.words(folder))
        wrong = trial.wrong(folder)
        subprocess.run(["mount", "-o", "remount,size=50m", str(folder / "output")], check=True)
        wrong += trial.unfinished(folder)
    return Case(f"full disk, {room} KB left", code, tuple(wrong))


def _read_only(trial: Trial) -> Case:
    folder = trial.fresh("readonly")
    with _disk(folder, "size=50m"):
        subprocess.run(["mount", "-o", "remount,ro", str(folder / "output")], check=True)
        code, told = answer(*trial.words(folder))
        wrong = trial.wrong(folder) + ([] if "只读" in told else [told])
        subprocess.run(["mount", "-o", "remount,rw", str(folder / "output")], check=True)
        wrong += trial.unfinished(folder)
    return Case("read-only disk", code, tuple(wrong))


def _unmounted(trial: Trial) -> Case:
    """As a network folder that goes: what was written is on it, the next build has it again."""
    folder = trial.fresh("unmounted")
    with _disk(folder, "size=50m"):
        aside = folder / "aside"
        aside.mkdir()
        subprocess.run(["mount", "--bind", str(folder / "output"), str(aside)], check=True)
        process = started(trial, folder)
        time.sleep(0.5)
        subprocess.run(["umount", "-l", str(folder / "output")], check=True)
        code = process.wait()
        subprocess.run(["mount", "--move", str(aside), str(folder / "output")], check=True)
        wrong = trial.wrong(folder) + trial.unfinished(folder)
    return Case("network folder that goes", code, tuple(wrong))


def _gone(trial: Trial) -> Case:
    """The output folder is taken away in the middle: the next build makes all anew."""
    folder = trial.fresh("gone")
    process = started(trial, folder)
    time.sleep(0.5)
    (folder / "output").rename(folder / "taken")
    code = process.wait()
    return Case("output folder taken away", code, tuple(trial.unfinished(folder)))


def _limited(trial: Trial) -> Case:
    """No file may be longer than a few KB, as by a quota."""
    folder = trial.fresh("quota")
    code = started(trial, folder, _small_files).wait()
    return Case("files of 2 KB at most", code, tuple(trial.wrong(folder) + trial.unfinished(folder)))


def _small_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))


def _memory(trial: Trial) -> Case:
    """Workers that get no memory: each file is told of, none is lost."""
    folder = trial.fresh("memory")
    code, told = answer(*trial.words(folder), "--limits", "60s,1M")
    wrong = trial.wrong(folder) + ([] if "没有处理完" in told or "没有查完" in told or not code else [told])
    return Case("1 MB of memory for a file", code, tuple(wrong + trial.unfinished(folder)))


def _at_once(trial: Trial) -> Case:
    """Four builds of one folder at the same time."""
    folder = trial.fresh("at-once")
    codes = [process.wait() for process in [started(trial, folder) for _each in range(4)]]
    return Case("four builds at once", max(codes), tuple(trial.wrong(folder) + trial.unfinished(folder)))
