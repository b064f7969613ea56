"""Numbers as the tables of these tests write them: ~ 约, + 余, ≥ 以上, ≤ 以下, then number, scale and unit."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.model.quantity import Bound, Quantity
from reportgen.numbers import read_numbers

HERE = Path(__file__).parent
SIGNS = {Bound.EXACT: "", Bound.ABOUT: "~", Bound.OVER: "+", Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤"}


def written(quantity: Quantity) -> str:
    return f"{SIGNS[quantity.bound]}{quantity.number}{quantity.scale}{quantity.unit}"


def all_written(text: str) -> str:
    return " ".join(written(number.quantity) for number in read_numbers(text))


def rows(name: str) -> Iterator[tuple[str, str]]:
    """Phrase and numbers of a table; lines with # are its headings."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase, _, numbers = line.partition(" =>")
            yield phrase, numbers.strip()
