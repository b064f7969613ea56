"""One program on a folder that was empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.support.officer import Officer, Program, program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The officer's folder."""
    own = tmp_path / "绩效"
    own.mkdir()
    return own


@pytest.fixture
def served(folder: Path, tmp_path: Path) -> Iterator[Program]:
    """The program."""
    with program(folder, tmp_path / "home") as one:
        yield one


@pytest.fixture
def officer(browser: Browser) -> Iterator[Officer]:
    """At the screen; nothing may go wrong in the page, and nothing leave this computer."""
    one = Officer(browser)
    yield one
    one.close()
    assert not one.wrong
    assert not one.abroad
