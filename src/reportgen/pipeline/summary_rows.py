"""`summary --to`: the rows as a database, or as Parquet files in a folder."""

from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.summary.database import TABLES, is_ours, write_database, write_parquet
from reportgen.summary.summary import Summary
from reportgen.world import files_for_a_while, read_bytes, shown

DATABASE, PARQUET = ".duckdb", ".parquet"


def refuse_database(target: Path) -> None:
    """Raises UsageProblem for another ending, and for a database that somebody else has made.

    Raises EnvironmentProblem when DuckDB is not installed.
    """
    if target.suffix.lower() not in (DATABASE, PARQUET):
        raise UsageProblem(_("--to 写成 {endings} 结尾的名字", endings=_("、").join((DATABASE, PARQUET))))
    if target.suffix.lower() == DATABASE and target.exists() and not is_ours(target):
        raise UsageProblem(_("{path} 已经有了，不是本程序生成的，没有覆盖。请换一个名字", path=shown(target)))


def database_of(summary: Summary, target: Path) -> dict[Path, bytes]:
    """The files to be written: a database, or the files of a folder that is called so."""
    with files_for_a_while({}) as folder:
        if target.suffix.lower() == DATABASE:
            write_database(summary, folder / "rows.duckdb")
            return {target: read_bytes(folder / "rows.duckdb")}
        write_parquet(summary, folder)
        names = [f"{table.name}{PARQUET}" for table in TABLES]
        return {target / name: read_bytes(folder / name) for name in names}
