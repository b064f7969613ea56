"""A page to click through, and one browser for all tests of a process that look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.support.browser import Opened, started
from tests.support.example import changed

from reportgen.model.engine import DEFAULT_ENGINE
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.pages import PdfOptions
from reportgen.pipeline.review_page import Laid, laid_of, review_page
from reportgen.record import replace
from reportgen.world import now

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
def laid(reviewed: Checked) -> Laid:
    """It in pages."""
    assert reviewed.main is not None
    return laid_of(reviewed.main, PdfOptions(DEFAULT_ENGINE, now()))


@pytest.fixture(scope="session")
def reviewed_pdf(laid: Laid) -> bytes:
    """Its PDF."""
    return laid.pdf


@pytest.fixture(scope="session")
def html(reviewed: Checked, laid: Laid) -> str:
    """Its page to click through."""
    return review_page(reviewed, PdfOptions(DEFAULT_ENGINE, now()), laid=[laid]).decode()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Ended behind the tests."""
    with started() as one:
        yield one


@pytest.fixture
def opened(browser: Browser, html: str, tmp_path: Path) -> Iterator[Opened]:
    """The page as a person opens it; nothing was asked of anybody, and no error told."""
    path = tmp_path / "内容-核对.html"
    path.write_text(html, encoding="utf-8")
    page = Opened(browser, path)
    yield page
    page.close()
    assert (page.asked, page.wrong) == ([], [])
