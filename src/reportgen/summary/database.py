"""The rows of a summary as tables of DuckDB, for the questions that nobody has foreseen.

The door to DuckDB, an extra of the package. Money is in 元, as decimal figures.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.copied.search import Pair
from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.model.sheet_formulas import Value
from reportgen.record import Struct
from reportgen.summary.entries import Measure, where_in_file
from reportgen.summary.summary import Summary
from reportgen.summary.unit_sheet import weight_of
from reportgen.summary.units import NOT_SAID

if TYPE_CHECKING:
    from types import ModuleType

    import duckdb

_AT_ONCE = 200
"""Rows of a statement: one by one a million would take an hour."""
Row = Sequence[Value | int | float | bool]
_MONEY, _WORDS, _DAY, _COUNT = "DECIMAL(20, 4)", "VARCHAR", "DATE", "INTEGER"


class DataTable(Struct, frozen=True):
    """A table: its columns with their types, and what its rows are."""

    name: str
    columns: dict[str, str]
    rows: Callable[[Summary], Iterator[Row]]


def _units(summary: Summary) -> Iterator[Row]:
    for unit in summary.units:
        money = [taken.value if (taken := unit.money.get(measure)) else None for measure in Measure]
        words = [word if word != NOT_SAID else None for word in (unit.department, unit.level)]
        due = unit.expected.due if unit.expected else None
        points = unit.points.value if unit.points else None
        end = ["、".join(unit.missing) or None, due, unit.handed_in, unit.late]
        yield [summary.year, unit.name, *words, *money, points, unit.grade or None, *end]


def _papers(summary: Summary) -> Iterator[Row]:
    for unit in summary.units:
        for each in unit.entries:
            yield [unit.name, each.year, each.file, each.title, each.material.value, each.day]


def _figures(summary: Summary) -> Iterator[Row]:
    for unit in summary.units:
        for taken in unit.money.values():
            told = [(each, True) for each in taken.amounts] + [(each, False) for each in taken.others]
            for each, used in told:
                place = each.place.file, where_in_file(each.place)
                yield [unit.name, each.measure.value, each.project or None, each.value, each.words, *place, used]


def _findings(summary: Summary) -> Iterator[Row]:
    for unit in summary.units:
        for file, each in unit.findings:
            yield [unit.name, file, each.code, each.title, weight_of(each), each.where, each.told]


def _copies(summary: Summary) -> Iterator[Row]:
    return (_copy(pair) for pair in summary.copies.pairs)


def _copy(pair: Pair) -> Row:
    sides = [
        value
        for each in (pair.one, pair.other)
        for value in (each.unit, each.year, each.file, where_in_file(each.place), each.text)
    ]
    return [pair.kind.value, pair.likeness, *sides]


def _unread(summary: Summary) -> Iterator[Row]:
    return ([each.file, each.why] for each in summary.unread)


_SIDE = {"单位": _WORDS, "年度": _COUNT, "文件": _WORDS, "位置": _WORDS, "段落": _WORDS}
TABLES = (
    DataTable(
        "单位",
        {"年度": _COUNT, "单位": _WORDS, "主管部门": _WORDS, "级次": _WORDS}
        | {measure.value: _MONEY for measure in Measure}
        | {
            "得分": "DECIMAL(8, 2)",
            "等级": _WORDS,
            "缺报": _WORDS,
            "截止日期": _DAY,
            "成文日期": _DAY,
            "迟报天数": _COUNT,
        },
        _units,
    ),
    DataTable(
        "材料",
        {"单位": _WORDS, "年度": _COUNT, "文件": _WORDS, "标题": _WORDS, "类别": _WORDS, "成文日期": _DAY},
        _papers,
    ),
    DataTable(
        "数字",
        {"单位": _WORDS, "栏目": _WORDS, "项目": _WORDS, "金额": _MONEY, "原文": _WORDS}
        | {"文件": _WORDS, "位置": _WORDS, "采用": "BOOLEAN"},
        _figures,
    ),
    DataTable(
        "问题",
        {
            "单位": _WORDS,
            "文件": _WORDS,
            "代码": _WORDS,
            "规则": _WORDS,
            "级别": _WORDS,
            "位置": _WORDS,
            "说明": _WORDS,
        },
        _findings,
    ),
    DataTable(
        "雷同",
        {"类别": _WORDS, "相同": "DOUBLE"} | {f"{side}{name}": kind for side in "甲乙" for name, kind in _SIDE.items()},
        _copies,
    ),
    DataTable("没有计入", {"文件": _WORDS, "原因": _WORDS}, _unread),
)
"""The tables by their names; the guide shows what they are good for."""


def write_database(summary: Summary, path: Path) -> None:
    """A database with all tables, in a new file. Raises EnvironmentProblem when DuckDB is not installed."""
    with _connected(str(path)) as connection:
        _fill(connection, summary)


def write_parquet(summary: Summary, folder: Path) -> None:
    """A Parquet file for each table, in a folder. Raises EnvironmentProblem when DuckDB is not installed."""
    with _connected(":memory:") as connection:
        _fill(connection, summary)
        for table in TABLES:
            target = str(folder / f"{table.name}.parquet").replace("'", "''")
            connection.execute(f"COPY \"{table.name}\" TO '{target}' (FORMAT parquet)")


def is_ours(path: Path) -> bool:
    """Whether a file is a database with these tables and no others. Raises EnvironmentProblem as `write_database`."""
    library = _library()
    try:
        with library.connect(str(path), read_only=True) as connection:
            found = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    except library.Error:
        return False
    return found == {table.name for table in TABLES}


def _connected(name: str) -> "duckdb.DuckDBPyConnection":
    """It may load nothing from anywhere."""
    config = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    connection: duckdb.DuckDBPyConnection = _library().connect(name, config=config)
    return connection


def _library() -> "ModuleType":
    try:
        import duckdb
    except ImportError as error:
        told = _("写数据库要用 DuckDB，这里没有装：pip install 'reportgen[bureau]'")
        raise EnvironmentProblem(told) from error
    return duckdb


def _fill(connection: "duckdb.DuckDBPyConnection", summary: Summary) -> None:
    for table in TABLES:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns.items())
        connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
        line, rows = f"({', '.join('?' * len(table.columns))})", table.rows(summary)
        while part := list(islice(rows, _AT_ONCE)):
            values = [value for row in part for value in row]
            connection.execute(f'INSERT INTO "{table.name}" VALUES {", ".join([line] * len(part))}', values)
