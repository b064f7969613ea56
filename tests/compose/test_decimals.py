"""One number of decimals in a column where the form asks for it."""

from decimal import Decimal

import pytest

from reportgen.compose.decimals import with_equal_decimals
from reportgen.model.inline import Text
from reportgen.model.table import Cell, CellRole, Position


def column(*texts: str, left: int = 0) -> dict[Position, Cell]:
    """Cells below each other; words that are no figures are heads."""
    return {(row, left): cell(row, left, text) for row, text in enumerate(texts)}


def cell(row: int, left: int, text: str) -> Cell:
    figure = text.lstrip("-约≥").removesuffix("%").replace(",", "")
    if figure.replace(".", "").isdigit():
        return Cell(row, left, ((Text(text),),), CellRole.NUMBER, number=Decimal(figure))
    return Cell(row, left, ((Text(text),),), CellRole.HEAD)


def printed(cells: dict[Position, Cell], *worked_out: Position) -> list[str]:
    return [cell.text for _position, cell in sorted(with_equal_decimals(cells, worked_out).items())]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["得分", "15", "14.3", "4.75"], ["得分", "15.00", "14.30", "4.75"]),
        (["床位（张）", "320", "45"], ["床位（张）", "320", "45"]),
        (["拨款", "1126.6", "-3", "0"], ["拨款", "1126.6", "-3.0", "0.0"]),
        (["完成率", "98%", "97.5%"], ["完成率", "98%", "97.5%"]),
        (["案件", "约200", "1,200", "35.5", "7"], ["案件", "约200", "1,200", "35.5", "7.0"]),
        (["水费", "12.50", "得分", "15", "14"], ["水费", "12.50", "得分", "15", "14"]),
    ],
)
def test_figures_between_two_heads_get_the_decimals_of_the_longest(texts: list[str], expected: list[str]) -> None:
    assert printed(column(*texts)) == expected


def test_columns_are_apart() -> None:
    assert printed(column("1", "2.5") | column("3", "4", left=1)) == ["1.0", "3", "2.5", "4"]


def test_what_was_worked_out_has_the_decimals_that_it_needs() -> None:
    """9.80 + 87.3 = 97.10: the letter says 97.1."""
    assert printed(column("得分", "9.80", "87.3", "97.10"), (1, 0), (3, 0)) == ["得分", "9.8", "87.3", "97.1"]


def test_what_was_typed_keeps_its_own() -> None:
    assert printed(column("得分", "9.80", "87.3", "97.10"), (3, 0)) == ["得分", "9.80", "87.30", "97.10"]
