"""A finance officer at the screen: the program's own `open` in a process of its own, and Chromium with their hands."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, Route, expect
from tests.support.example import ROOT

PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""  # noqa: E501


FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<alias binding="strong"><family>Noto Sans CJK SC</family><prefer><family>GW Hei</family></prefer></alias>
</fontconfig>
"""


def use_own_fonts(work: Path) -> None:
    """Hanzi of the page in the program's own face, whatever the machine has."""
    config = work / "fonts.conf"
    config.write_text(FONTS.format(fonts=ROOT / "src/reportgen/fonts", cache=work / "cache"), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)


class Program:
    """`reportgen open` of a folder; `address` lets one browser in, once."""

    def __init__(self, folder: Path, home: Path, *options: str) -> None:
        command = [sys.executable, "-m", "reportgen", *options, "open", str(folder), "--no-browser"]
        environment = {**os.environ, "XDG_DATA_HOME": str(home), "PYTHONUNBUFFERED": "1"}
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment)
        assert self._process.stdout
        lines = iter(self._process.stdout.readline, "")
        self.address = next(line.strip() for line in lines if line.startswith("http"))

    @property
    def number(self) -> int:
        """Of its process."""
        return self._process.pid

    def kill(self) -> None:
        """As the system does when it is out of memory."""
        self._process.kill()
        self.wait()

    def end(self) -> None:
        """As Ctrl-C does."""
        self._process.terminate()
        self.wait()

    def wait(self) -> None:
        """Until it has ended."""
        self._process.wait(20)
        assert self._process.stdout
        self._process.stdout.close()


class Officer:
    """What is done at the screen, in the words of its fields. A request to any host but this one is a fault."""

    def __init__(self, browser: Browser, width: int = 1366, height: int = 768) -> None:
        self._context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
        self._context.route("**/*", self._guard)
        self.abroad: list[str] = []
        self.wrong: list[str] = []
        self.page: Page = self._context.new_page()
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.set_default_timeout(30_000)

    def _guard(self, route: Route) -> None:
        if urlsplit(route.request.url).hostname in ("127.0.0.1", "localhost"):
            route.continue_()
        else:
            self.abroad.append(route.request.url)
            route.abort()

    def close(self) -> None:
        """The browser's window."""
        self._context.close()

    # ---- the first page ----

    def new(self, title: str, unit: str, year: str) -> None:
        """A new file, opened."""
        self.page.locator("a, button", has_text="新建").first.click()
        self.page.wait_for_url("**/home/new**")
        self.page.locator("label", has=self.page.locator(f'[data-title="{title}"]')).click()
        self.page.locator("[name=unit]").fill(unit)
        self.page.locator("[name=year]").fill(year)
        self.page.get_by_role("button", name="新建，开始填写").click()
        self.page.wait_for_url("**/open**")
        self.ready()

    def open(self, address: str, file: str = "") -> None:
        """The first page, or the desk of a file."""
        self.page.goto(address)
        if file:
            self.open_file(file)

    def open_file(self, file: str) -> None:
        """The desk of a file, once the first page was opened."""
        parts = urlsplit(self.page.url)
        self.page.goto(f"{parts.scheme}://{parts.netloc}/open?file={file}")
        self.ready()

    def ready(self) -> None:
        """Until the findings have come."""
        counts = ", ".join(f"#count-{name}:not(:empty):not([hidden])" for name in ("error", "warning", "hole", "none"))
        self.page.wait_for_selector(counts)

    # ---- the form ----

    def field(self, name: str) -> Locator:
        """A field, brought into view."""
        field = self.page.locator(f'.field[data-name="{name}"]')
        field.scroll_into_view_if_needed()
        return field

    def saved(self) -> None:
        """Until everything that was typed is in the file."""
        self.page.evaluate("async () => (await import('/static/edits.js')).settled()")

    def line(self, name: str, words: str) -> None:
        """A single value typed."""
        box = self.field(name).locator("input, textarea").first
        box.fill(words)
        box.blur()
        self.saved()

    def prose(self, name: str, *paragraphs: str) -> None:
        """Running text typed with an input method: letters are composed, and become hanzi."""
        self.field(name).locator(".cm-content").first.click()
        session = self._context.new_cdp_session(self.page)
        for number, words in enumerate(paragraphs):
            if number:
                self.page.keyboard.press("Enter")
            session.send("Input.imeSetComposition", {"text": "pin", "selectionStart": 3, "selectionEnd": 3})
            session.send("Input.insertText", {"text": words})
        self.saved()

    def cell(self, name: str, row: int, column: int) -> Locator:
        """A cell of a table: both are counted from 0, the number of the row is no column."""
        return self.field(name).locator("tbody tr").nth(row).locator(f'[aria-colindex="{column + 2}"]')

    def paste(self, name: str, row: int, column: int, *rows: str) -> None:
        """A block from Excel; cells are parted by tabs."""
        self.cell(name, row, column).click()
        self.page.evaluate(PASTE, "\n".join(rows))
        self.saved()

    def card(self, name: str, **values: str) -> None:
        """One more item of a list."""
        field = self.field(name)
        cards = field.locator(":scope > .widget > .card")
        count = cards.count()
        field.locator(':scope > .widget > [data-card="add"]').click()
        expect(cards).to_have_count(count + 1)
        self.fill_card(f"{name}.{count + 1}", **values)

    def fill_card(self, name: str, **values: str) -> None:
        """The fields of an item: 存在问题.2."""
        for part, words in values.items():
            own = f"{name}.{part}"
            if "field-prose" in (self.field(own).get_attribute("class") or ""):
                self.prose(own, words)
            else:
                self.line(own, words)

    # ---- findings and pages ----

    def findings(self, name: str) -> str:
        """What is said under a field."""
        return self.field(name).locator(":scope > .finds").inner_text()

    def key(self, keys: str) -> None:
        """Keys pressed."""
        self.page.keyboard.press(keys)

    def laid(self) -> None:
        """Until the pages are those of the text."""
        expect(self.page.locator("#page-state")).to_have_text("页面与内容一致", timeout=60_000)

    def build(self) -> str:
        """The documents made; what the program says."""
        self.key("Control+Enter")
        dialog = self.page.locator("#job-dialog")
        expect(dialog.locator("h2").nth(1)).to_contain_text("做", timeout=60_000)
        expect(dialog.locator("#job-side")).to_contain_text("写出的文件", timeout=60_000)
        said = dialog.inner_text()
        dialog.get_by_role("button", name="关闭").click()
        return said


@contextmanager
def program(folder: Path, home: Path) -> Iterator[Program]:
    """One that is ended behind the test."""
    one = Program(folder, home)
    try:
        yield one
    finally:
        one.end()
