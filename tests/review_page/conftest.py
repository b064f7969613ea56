"""A page to click through, and one browser for all tests of a process that look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.support.browser import Opened
from tests.support.example import changed

from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.review_page import review_page
from reportgen.record import replace

HOSTILE = "</script><img/src=x/onerror=alert(1)>"
"""In the unit's own words: it must be read, and do nothing."""


@pytest.fixture(scope="session")
def reviewed() -> Checked:
    """The example with a wrong total, a half-width comma, and words that are meant as markup."""
    text = changed(
        ("支出: 114.60", "支出: 116.40"),
        ("主要职责是科普展览、科普活动", f"{HOSTILE}主要职责是科普展览,科普活动"),
    )
    return replace(check_text(text, "内容.yaml"), original=text.encode())


@pytest.fixture(scope="session")
def printed(reviewed: Checked) -> Built:
    """It with its PDF and its Word file."""
    return build(reviewed, ("docx", "pdf"))


@pytest.fixture(scope="session")
def html(printed: Built) -> str:
    """Its page to click through."""
    return review_page(printed).decode()


@pytest.fixture
def opened(browser: Browser, html: str, tmp_path: Path) -> Iterator[Opened]:
    """The page as a person opens it; nothing was asked of anybody, and no error told."""
    path = tmp_path / "内容-核对.html"
    path.write_text(html, encoding="utf-8")
    page = Opened(browser, path)
    yield page
    page.close()
    assert (page.asked, page.wrong) == ([], [])
