"""The guide to the screen calls its buttons by the words that stand on them, and shows pictures that are there."""

from pathlib import Path

import pytest
from tests.support.example import ROOT

from reportgen import patterns as re

GUIDE = ROOT / "docs" / "界面.md"
TEXT = GUIDE.read_text(encoding="utf-8")
SCREEN = [
    *(ROOT / "src" / "reportgen" / "desk").rglob("*.html"),
    *(ROOT / "src" / "reportgen" / "desk").rglob("*.py"),
]


@pytest.fixture(scope="module")
def words() -> str:
    """All that the screen can say."""
    return "\n".join(path.read_text(encoding="utf-8") for path in SCREEN)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\*\*([^*]+)\*\*", TEXT))))
def test_what_the_guide_names_stands_on_the_screen(name: str, words: str) -> None:
    assert name.replace("…", "") in words


@pytest.mark.parametrize("picture", re.findall(r"!\[[^\]]*\]\((images/[^)]+)\)", TEXT))
def test_its_pictures_are_there(picture: str) -> None:
    assert Path(GUIDE.parent, picture).is_file()
