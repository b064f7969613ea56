"""Times the screen on Nanyang's report: from the command to an editable page, from the last key to the findings and to
the new picture of the page, and the memory of its processes; prints Markdown. The tables are timed by
`benchmarks/screen_tables.py`.

Run as `.venv/bin/python benchmarks/screen.py`.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from playwright.sync_api import Browser, Page  # noqa: E402
from tests.support.browser import started  # noqa: E402
from tests.support.officer import Officer, Program  # noqa: E402

FILE = "nanyang-2020.yaml"
ROUNDS = 7
WANTED = {"open": "2,000", "findings": "150", "page": "1,500", "memory": "300"}
"""At most so many ms, MB: issue 14."""
_TYPED = """async value => {
  const { change } = await import("/static/edits.js");
  const start = performance.now();
  await change(["成文日期"], value, { now: true });
  return start;
}"""
_CHECKED = """async () => {
  const { state } = await import("/static/edits.js");
  const { file } = await import("/static/edits.js");
  for (;;) {
    const told = await (await fetch(`/content/check?file=${file}`)).json();
    if (told.digest === state.digest) return performance.now();
  }
}"""
_LAID = """async () => {
  const { state, file } = await import("/static/edits.js");
  for (;;) {
    const laid = await (await fetch(`/content/pages?file=${file}`)).json();
    if (laid.digest !== state.digest) continue;
    await (await fetch(`/content/page?file=${file}&digest=${laid.digest}&page=0&scale=1.25`)).blob();
    return performance.now();
  }
}"""


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory(prefix="reportgen-bench-") as name, started() as browser:
        folder = Path(name) / "绩效"
        folder.mkdir()
        shutil.copy(ROOT / "content" / FILE, folder)
        opened = []
        for _round in range(2):
            program, officer, taken = _opened(folder, Path(name), browser)
            opened.append(taken)
            officer.close()
            program.end()
        program, officer, taken = _opened(folder, Path(name), browser)
        opened.append(taken)
        officer.ready()
        officer.laid()
        findings, pages = _edits(officer.page)
        rows = {
            "open": ("from the command to an editable page", statistics.median(opened), "ms"),
            "findings": ("an edit saved, and the findings of the new text", findings, "ms"),
            "page": ("an edit saved, and the picture of its first page", pages, "ms"),
            "memory": ("the server's own memory (its worker for pages has its own)", _memory(program.number), "MB"),
        }
        officer.close()
        program.end()
    print("## The screen, on Nanyang's report of 20 pages\n")
    print("| | found | wanted |")
    print("|---|--:|--:|")
    for key, (words, value, unit) in rows.items():
        print(f"| {words} | {value:,.0f} {unit} | {WANTED[key]} {unit} |")


def _opened(folder: Path, home: Path, browser: Browser) -> tuple[Program, Officer, float]:
    """The program begun, and the ms until the first field of the form can be typed into."""
    begun = time.perf_counter()
    program = Program(folder, home / "home")
    officer = Officer(browser)
    officer.open(program.address)
    officer.page.goto(officer.page.url.split("?")[0] + f"open?file={FILE}", wait_until="domcontentloaded")
    officer.page.locator('.field[data-name="单位"] input').wait_for()
    return program, officer, 1000 * (time.perf_counter() - begun)


def _edits(page: Page) -> tuple[float, float]:
    """Medians in ms of the way to the findings and to the picture."""
    findings, pages = list[float](), list[float]()
    for number in range(2 * ROUNDS):
        day = f"2021年4月{1 + number}日"
        start = page.evaluate(_TYPED, day)
        end = page.evaluate(_CHECKED if number % 2 else _LAID)
        (findings if number % 2 else pages).append(end - start)
    return statistics.median(findings), statistics.median(pages)


def _memory(number: int) -> float:
    """MB that a process holds; 0 where the system does not tell."""
    status = Path(f"/proc/{number}/status")
    if not status.is_file():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    main()
