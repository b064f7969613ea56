"""Times the screen as a browser asks for it: from the start to the list and to a form that can be typed into; from
a key to findings and to the page; a folder of 200 files; memory. Prints Markdown.

`python -m benchmarks.screen_open` takes a minute. Everything is told in processor time as well, of the screen and what
it has started: that holds on a machine that others keep busy.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote

from benchmarks.contents import varied
from benchmarks.contestants import NANYANG
from benchmarks.processes import descendants, processor_seconds, resident_memory
from reportgen.record import Struct

ROUNDS = 5
MANY = 200
_WATCHED = 20
"""Seconds."""
WANTED = {"open": 2000, "key to findings": 150, "key to page": 1500, "memory": 300}
"""At most so many ms, and MB: issue 14."""


class Moment(Struct, frozen=True):
    """Seconds by the clock, and of processors."""

    wall: float
    processor: float


class Row(Struct, frozen=True):
    """A line of the table."""

    name: str
    figure: str
    processor: str = ""


class Screen(Struct, frozen=True):
    """A screen that answers, and when it was started."""

    process: "subprocess.Popen[str]"
    address: str
    started: float
    browser: urllib.request.OpenerDirector

    def get(self, path: str) -> str:
        """A page, or a part of one."""
        with self.browser.open(self.base + path, timeout=120) as answer:
            return str(answer.read().decode("utf-8", "replace"))

    def post(self, path: str, body: object, token: str) -> dict[str, object]:
        """What a page sends."""
        headers = {"Content-Type": "application/json", "X-Reportgen-Token": token}
        request = urllib.request.Request(self.base + path, json.dumps(body).encode(), headers)
        with self.browser.open(request, timeout=120) as answer:
            found: dict[str, object] = json.loads(answer.read())
            return found

    def enter(self) -> str:
        """The first page."""
        with self.browser.open(self.address, timeout=120) as answer:
            return str(answer.read().decode())

    @property
    def now(self) -> Moment:
        """This moment."""
        processes = (self.process.pid, *descendants(self.process.pid))
        return Moment(time.perf_counter(), sum(map(processor_seconds, processes)))

    def since(self, begun: Moment) -> Moment:
        """How long ago that was."""
        now = self.now
        return Moment(now.wall - begun.wall, now.processor - begun.processor)

    @property
    def base(self) -> str:
        """Its address without the key."""
        return self.address.partition("/?")[0]

    @property
    def memory(self) -> tuple[float, float]:
        """MB of the process, and of all that it has started."""
        own = resident_memory(self.process.pid)
        return own, own + sum(map(resident_memory, descendants(self.process.pid)))


@contextmanager
def opened(folder: Path) -> Iterator[Screen]:
    """A screen of a folder, with somebody let in."""
    surroundings = os.environ | {"XDG_DATA_HOME": str(folder.parent / "data")}
    command = [sys.executable, "-m", "reportgen", "open", "--no-browser", str(folder)]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as process:
        assert process.stdout is not None
        address = next(line.strip() for line in process.stdout if line.startswith("http://"))
        handlers = (urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
        screen = Screen(process, address, started, urllib.request.build_opener(*handlers))
        try:
            yield screen
        finally:
            process.terminate()


def first_pages(folder: Path) -> Iterator[Row]:
    """From the start: the list, and the form of a file in it."""
    times: dict[str, list[Moment]] = {"start to the list": [], "start to a form (Nanyang)": []}
    for _round in range(ROUNDS):
        with opened(folder) as screen:
            screen.enter()
            times["start to the list"].append(screen.since(Moment(screen.started, 0)))
            screen.get(f"/open?file={quote(NANYANG.name)}")
            times["start to a form (Nanyang)"].append(screen.since(Moment(screen.started, 0)))
    return (_row(name, found) for name, found in times.items())


def keys(screen: Screen) -> Iterator[Row]:
    """From an edit that has arrived to its findings, and to the page with it; then the memory."""
    token = screen.enter().partition('name="token" content="')[2].partition('"')[0]
    file = f"?file={quote(NANYANG.name)}"
    screen.get("/content/pages" + file)
    digest, old = str(json.loads(screen.get("/content/check" + file))["digest"]), "南阳市科学技术馆"
    found: dict[str, list[Moment]] = {"key to findings": [], "key to page": []}
    for number in range(ROUNDS):
        new = f"南阳市科学技术馆{number}"
        begun = screen.now
        said = screen.post("/content/edit" + file, {"path": ["单位"], "old": old, "new": new, "digest": digest}, token)
        digest, old = str(said["digest"]), new
        screen.get("/content/check" + file)
        found["key to findings"].append(screen.since(begun))
        laid = json.loads(screen.get("/content/pages" + file))
        screen.get(f"/content/page{file}&page=0&scale=1.25&digest={laid['digest']}")
        found["key to page"].append(screen.since(begun))
    yield from (_row(name, times) for name, times in found.items())
    own, whole = screen.memory
    yield Row("MB of the screen", f"{own:.0f}")
    yield Row("MB with its workers", f"{whole:.0f}")


def many(folder: Path) -> Iterator[Row]:
    """A folder of many files: the first page, the list while they are checked, and how fast they are."""
    with opened(folder) as screen:
        screen.enter()
        yield _row(f"{MANY} files: start to the list", [screen.since(Moment(screen.started, 0))])
        begun = screen.now
        screen.get("/home/list")
        yield _row(f"{MANY} files: the list again", [screen.since(begun)])
        time.sleep(_WATCHED)
        waiting = screen.get("/home/list").partition('data-waiting="')[2].partition('"')[0]
        yield Row(f"{MANY} files: checked in the background in {_WATCHED} s", str(MANY - int(waiting)))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory(prefix="reportgen-bench-") as name:
        one, several = Path(name) / "one", Path(name) / "many"
        for folder in (one, several):
            folder.mkdir()
        shutil.copy(NANYANG, one)
        text = NANYANG.read_text(encoding="utf-8")
        for number in range(MANY):
            (several / f"单位{number:03}.yaml").write_text(varied(text, number + 1), encoding="utf-8")
        print("## The screen\n\n| | ms, MB | ms of processors |\n|---|---|---|")
        for row in _rows(one, several):
            print(f"| {row.name} | {row.figure} | {row.processor} |", flush=True)
    wanted = ", ".join(f"{name} {most}" for name, most in WANTED.items())
    print(f"\nAt most: {wanted}. Load of the machine: {os.getloadavg()[0]:.1f}.")


def _rows(one: Path, several: Path) -> Iterator[Row]:
    yield from first_pages(one)
    with opened(one) as screen:
        yield from keys(screen)
    yield from many(several)


def _row(name: str, times: list[Moment]) -> Row:
    wall, processor = (
        median(found) * 1000 for found in zip(*((time.wall, time.processor) for time in times), strict=True)
    )
    return Row(name, f"{wall:.0f}", f"{processor:.0f}")


if __name__ == "__main__":
    main()
