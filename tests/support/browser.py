"""The system's Chromium, started headless by Playwright and ended behind the tests; nothing may leave it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, sync_playwright
from tests.support.example import ROOT
from tests.support.standing_office import ToolMissingError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")


def browser_path() -> str:
    """`$CHROMIUM`, else the first on the PATH. Raises ToolMissingError where there is none."""
    named = (os.environ.get("CHROMIUM"), *map(shutil.which, _NAMES))
    found = next(filter(None, named), None)
    if found is None:
        raise ToolMissingError("no Chromium: run script/test, which installs it")
    return found


def axe_script() -> str:
    """axe-core, which finds what keeps people from using a page. Raises ToolMissingError where it is missing."""
    path = ROOT / ".tools" / "node_modules" / "axe-core" / "axe.min.js"
    named = os.environ.get("AXE_CORE")
    path = Path(named) if named else path
    if not path.is_file():
        raise ToolMissingError(f"no axe-core at {path}: run script/test, which installs it")
    return path.read_text(encoding="utf-8")


@contextmanager
def started() -> Iterator[Browser]:
    """One browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path())
        try:
            yield browser
        finally:
            browser.close()


class Opened:
    """A page opened as a file: what it has asked for, and what went wrong in it."""

    def __init__(self, browser: Browser, path: Path, width: int = 1280, height: int = 800) -> None:
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self._own = path.as_uri()
        self._context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
        self._context.route("**/*", self._guard)
        self.page: Page = self._context.new_page()
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.goto(self._own)
        self.page.wait_for_selector("#panel")

    def _guard(self, route: Route) -> None:
        if route.request.url == self._own:
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()

    def close(self) -> None:
        """With all that it has kept."""
        self._context.close()
