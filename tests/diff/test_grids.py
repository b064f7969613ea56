"""Tables row by row and cell by cell."""

from reportgen.diff.grids import RowPair, compared
from reportgen.diff.members import Square
from reportgen.model.inline import Change

OLD: list[tuple[str, ...]] = [
    ("项目", "预算", "决算"),
    ("管网改造", "120", "118.5"),
    ("水质监测", "60", "60"),
    ("合计", "180", "178.5"),
]


def squares(rows: list[tuple[str, ...]]) -> list[Square]:
    """A plain table."""
    return [Square(at, column, words) for at, row in enumerate(rows) for column, words in enumerate(row)]


def test_a_changed_cell_is_told_by_its_place() -> None:
    new = [*OLD[:1], ("管网改造", "120", "119.5"), *OLD[2:]]
    change = compared(squares(OLD), squares(new))
    told = {place: runs for place, runs in change.cells.items() if any(run.change for run in runs)}
    assert [(run.change, run.text) for run in told.pop((1, 2))] == [
        (Change.DELETED, "118.5"),
        (Change.INSERTED, "119.5"),
    ]
    assert not told


def test_a_row_is_deleted_and_another_inserted() -> None:
    new = [*OLD[:2], ("泵站运行", "45", "44"), OLD[3]]
    rows = compared(squares(OLD), squares(new)).rows
    assert rows == (RowPair(0, 0), RowPair(1, 1), RowPair(2, 2), RowPair(3, 3))  # filled anew in its place
    rows = compared(squares(OLD), squares([*OLD[:2], OLD[3]])).rows
    assert rows == (RowPair(0, 0), RowPair(1, 1), RowPair(2, None), RowPair(3, 2))


def test_a_table_with_another_number_of_columns_is_replaced() -> None:
    new: list[tuple[str, ...]] = [(*row, "说明") for row in OLD]
    assert compared(squares(OLD), squares(new)).replaced


def test_a_label_beside_several_rows_moves_to_the_row_that_is_inserted_above() -> None:
    """The words of the label have no cell in the row that they leave: that row is not one that was kept."""
    old = [Square(0, 0, "产出", rows=2), Square(0, 1, "数量"), Square(1, 1, "质量")]
    new = [Square(0, 0, "产出", rows=3), Square(0, 1, "成本"), Square(1, 1, "数量"), Square(2, 1, "质量")]
    rows = compared(old, new).rows
    assert RowPair(1, 2) in rows
    assert RowPair(None, 1) in rows
