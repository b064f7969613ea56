"""What is loaded beside the setting of pages is there behind it; what cannot be loaded is told by whoever wants it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.pipeline.ahead import loading


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A module that nobody has loaded."""
    (tmp_path / "rainfall_tables.py").write_text("WETTEST = 'July'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield "rainfall_tables"
    sys.modules.pop("rainfall_tables", None)


def test_it_is_loaded_when_the_pages_stand(module: str) -> None:
    with loading([module]):
        pass
    assert sys.modules[module].WETTEST == "July"


def test_what_is_missing_disturbs_no_pages(module: str) -> None:
    with loading(["no_such_library", module]):
        pass
    assert module in sys.modules
    assert "no_such_library" not in sys.modules


def test_it_is_waited_for_where_the_pages_fail(module: str) -> None:
    with pytest.raises(ZeroDivisionError), loading([module]):
        _ = 1 / 0
    assert module in sys.modules
