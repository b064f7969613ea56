"""A browser on the form of a content file."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.support.desk_routes import served

Opens = Callable[..., Page]


@pytest.fixture
def opens(browser: Browser, tmp_path: Path) -> Iterator[Opens]:
    """Opens a content file in a page; nothing in it goes wrong, and it asks nobody but its own server."""
    with ExitStack() as ended:
        wrong: list[str] = []
        own = ended.enter_context(served(tmp_path))

        def opened(text: str, field: str) -> Page:
            (tmp_path / "内容.yaml").write_text(text, encoding="utf-8")
            page = ended.enter_context(browser.new_context(viewport={"width": 1366, "height": 768})).new_page()
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on(
                "request", lambda request: None if request.url.startswith((own, "data:")) else wrong.append(request.url)
            )
            page.route("**/content/pages*", lambda route: route.abort())  # no pages are looked at here
            page.route("**/events*", lambda route: route.abort())
            page.goto(f"{own}/open?file=内容.yaml")
            page.locator(f'[data-name="{field}"]').scroll_into_view_if_needed()
            return page

        yield opened
        assert wrong == []


def soon(page: Page, holds: Callable[[], bool]) -> None:
    """Waits until something is true of what the page has written, a few seconds at most."""
    for _time in range(100):
        if holds():
            return
        page.wait_for_timeout(50)
    assert holds()
