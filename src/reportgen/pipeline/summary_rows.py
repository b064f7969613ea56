"""`summary --to`: the rows as a database, or as Parquet files in a folder."""

from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.summary.database import TABLES, write_database, write_parquet
from reportgen.summary.summary import Summary
from reportgen.world import files_for_a_while, read_bytes

DATABASE, PARQUET = ".duckdb", ".parquet"


def database_of(summary: Summary, target: Path) -> dict[Path, bytes]:
    """The files to be written: a database, or the files of a folder that is called so.

    Raises UsageProblem for another ending, EnvironmentProblem when DuckDB is not installed.
    """
    match target.suffix.lower():
        case suffix if suffix == DATABASE:
            with files_for_a_while({}) as folder:
                write_database(summary, folder / "rows.duckdb")
                return {target: read_bytes(folder / "rows.duckdb")}
        case suffix if suffix == PARQUET:
            with files_for_a_while({}) as folder:
                write_parquet(summary, folder)
                names = [f"{table.name}{PARQUET}" for table in TABLES]
                return {target / name: read_bytes(folder / name) for name in names}
        case _:
            raise UsageProblem(_("--to 写成 {endings} 结尾的名字", endings=_("、").join((DATABASE, PARQUET))))
