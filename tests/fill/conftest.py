"""A shell in an empty folder for each test."""

from pathlib import Path

import pytest
from tests.support.shell import Shell

from reportgen.world import FONTS_VARIABLE


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Its folder is the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / ".本用户"))
    monkeypatch.setenv(FONTS_VARIABLE, "")  # what the program sets is gone after the test
    return Shell(tmp_path, capsys)
