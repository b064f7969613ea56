"""Published tables as cells: what a web copy keeps of a form, line by line and tab by tab."""

import re
from difflib import SequenceMatcher
from pathlib import Path


def squeeze(text: str) -> str:
    """The text without any white space, ideographic spaces included."""
    return re.sub(r"\s+", "", text)


def published_cells(seed: Path) -> list[str]:
    """The cells (and lines) of a published form that say something, without white space, as they are read."""
    lines = seed.read_text(encoding="utf-8").splitlines()
    return [squeeze(cell) for line in lines for cell in line.split("\t") if squeeze(cell)]


def differences(published: list[str], printed: list[str]) -> list[tuple[list[str], list[str]]]:
    """The runs of cells in which the two differ, as (only published, only printed)."""
    matcher = SequenceMatcher(None, published, printed, autojunk=False)
    return [(published[a:b], printed[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
