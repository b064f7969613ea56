"""A shell in an empty folder, and the Nanyang report, built once in each test process (in about a second).

Its PDF is printed by both engines: whoever asks for `nanyang_pdf`, or for its pages, is asked twice.
"""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.made import NANYANG, Made, make
from tests.support.pages import Line, page_lines
from tests.support.paragraphs import Row, paragraphs, rows
from tests.support.shell import Shell

from reportgen.model.engine import Engine
from reportgen.pipeline.build import build
from reportgen.world import FONTS_VARIABLE, raise_garbage_collection_threshold

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def pytest_configure() -> None:
    """As the program does when it starts."""
    raise_garbage_collection_threshold()


def pytest_collection_finish() -> None:
    """The tests themselves, eighteen thousand, are no garbage: they need not be looked through again and again."""
    gc.freeze()


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Its folder is the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / ".本用户"))
    monkeypatch.setenv(FONTS_VARIABLE, "")  # what the program sets is gone after the test
    return Shell(tmp_path, capsys)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One for all tests of a process, which Playwright allows no second one; ended behind them."""
    from tests.support.browser import started  # few tests look at pages

    with started() as one:
        yield one


@pytest.fixture(scope="session", params=list(Engine), ids=str)
def engine(request: pytest.FixtureRequest) -> Engine:
    """What sets the pages of PDFs."""
    return Engine(request.param)


@pytest.fixture(scope="session")
def nanyang(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The report and its files."""
    return make(NANYANG, tmp_path_factory.mktemp("nanyang"))


@pytest.fixture(scope="session")
def nanyang_lines(nanyang: Made) -> list[str]:
    """Its paragraphs as text, in printing order."""
    return nanyang.lines


@pytest.fixture(scope="session")
def nanyang_pdf(nanyang: Made, engine: Engine) -> bytes:
    """Its PDF by one engine."""
    return build(nanyang.built.checked, ("pdf",), engine=engine).outputs["pdf"]


@pytest.fixture(scope="session")
def nanyang_pages(nanyang_pdf: bytes) -> list[list[Line]]:
    """The lines of its PDF's pages, page numbers last."""
    return page_lines(nanyang_pdf)


@pytest.fixture(scope="session")
def nanyang_text(nanyang_pages: list[list[Line]]) -> list[list[Line]]:
    """The lines of text of each page, without its number."""
    return [lines[:-1] for lines in nanyang_pages]


@pytest.fixture(scope="session")
def nanyang_paragraphs(nanyang_pages: list[list[Line]], nanyang_lines: list[str]) -> list[list[Row]]:
    """The rows of each paragraph in the PDF."""
    return paragraphs(rows(nanyang_pages), nanyang_lines)
