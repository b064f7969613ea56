"""What a database answers, as a guide shows it."""

from pathlib import Path

import duckdb

from reportgen.cli.overview import aligned


def asked(question: str, path: Path) -> str:
    """The answer as a table of words: the columns, then the rows."""
    with duckdb.connect(str(path), read_only=True) as database:
        found = database.execute(question)
        heads = [column[0] for column in found.description or ()]
        rows = [["" if value is None else str(value) for value in row] for row in found.fetchall()]
    return "".join(f"{line}\n" for line in aligned([heads, *rows]))
