"""The answers of a questionnaire as survey sites and WPS export them: a csv file, a sheet a row, a question a column.

Several answers to one question stand in one cell, parted by ┋, ； or |. An answer is the option itself, or its letter
or number (A, A.满意, 2). Saved as UTF-8, or as GB18030 by WPS and Excel.
"""

from collections.abc import Iterator, Sequence
from io import StringIO

from reportgen import patterns as re
from reportgen.language import _
from reportgen.record import Struct
from reportgen.source.encoding import decoded

MOST_ROWS, MOST_COLUMNS = 100_000, 1_000
"""More sheets, or questions, than any survey has; what is longer would fill the memory."""
_SHOWN = 30
"""Characters of an answer that a message has room for."""
_PARTED = re.compile(r"[┋；;|｜\n]")
_LABELLED = re.compile(r"(?P<letter>[A-Za-z])[.、．。:：)）]\s*(?P<words>.+)")
"""A.非常满意."""
_NUMBERED = re.compile(r"^\s*(?:[Qq]?\d+|[（(]\d+[)）])[.、．:：\s]+")
"""1、您对讲解是否满意？: the number that survey sites put before a question."""


class BadSheets(Exception):
    """Why the answers cannot be used, in the user's words, with row and column as WPS shows them; 0 is none."""

    def __init__(self, words: str, row: int = 0, column: int = 0) -> None:
        told = {"row": row, "column": letters(column), "words": words}
        where = _("第{row}行{column}列：{words}") if column else _("第{row}行：{words}")
        super().__init__(where.format(**told) if row else words)


class Sheets(Struct, frozen=True):
    """The head and the rows below it, all of them equally long."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, *names: str) -> int | None:
        """The column, from 0, whose head is one of these, its own number left out."""
        wanted = {_bare(name) for name in names if name}
        return next((at for at, name in enumerate(self.head) if _bare(name) in wanted), None)

    def chosen(self, column: int, options: Sequence[str], several: bool) -> Iterator[frozenset[str]]:
        """The options chosen in each row, none where it is blank. Raises BadSheets for an answer that is no option."""
        known: dict[str, frozenset[str]] = {}  # thousands of sheets say few things
        for number, row in enumerate(self.rows, start=2):
            cell = row[column].strip()
            if cell not in known:
                known[cell] = _chosen(cell, options, several, number, column + 1)
            yield known[cell]


def _chosen(cell: str, options: Sequence[str], several: bool, *where: int) -> frozenset[str]:
    """The options of one cell; `where` are its row and its column. Raises BadSheets."""
    parts = [cell] if cell in options else [part.strip() for part in _PARTED.split(cell) if part.strip()]
    found = {part: _option(part, options) for part in parts}
    strange = next((part for part, option in found.items() if option is None), None)
    if strange is not None:
        told = {"answer": strange[:_SHOWN], "options": _("、").join(options)}
        raise BadSheets(_("没有「{answer}」这个选项；选项有：{options}", **told), *where)
    if len(found) > 1 and not several:
        raise BadSheets(_("这一题只能选一项，这里有 {count} 项", count=len(found)), *where)
    return frozenset(option for option in found.values() if option is not None)


def read_sheets(content: bytes) -> Sheets:
    """The sheets of a csv file. Raises BadSheets when it is none, has no rows, or its head names two columns alike."""
    head, *rows = _records(_text(content))
    names = tuple(name.strip() for name in head)
    for at, name in enumerate(names):
        if name and name in names[:at]:
            first = letters(names.index(name) + 1)
            raise BadSheets(_("表头「{name}」与 {first} 列的重复", name=name, first=first), 1, at + 1)
    if not rows:
        raise BadSheets(_("只有表头，没有答卷"))
    for number, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row[len(names) :]):
            told = {"cells": len(row), "columns": len(names)}
            raise BadSheets(_("这一行有 {cells} 格，表头只有 {columns} 格", **told), number)
        if not any(cell.strip() for cell in row):
            raise BadSheets(_("这一行是空的，请删去"), number)
    return Sheets(names, tuple((*row, *("",) * (len(names) - len(row)))[: len(names)] for row in rows))


def letters(column: int) -> str:
    """A column, from 1, as Excel calls it: A, Z, AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _text(content: bytes) -> str:
    """Strictly UTF-8 first, then what WPS and Excel write. Raises BadSheets when it is neither."""
    found = decoded(content)
    if found is not None and "\0" not in found.text:
        return found.text
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise BadSheets(_("不是 csv 文件，或不是 UTF-8、GBK 编码。请在 WPS 里另存为 csv")) from error


def _records(text: str) -> list[list[str]]:
    """The records of a file; blank lines at its end are none."""
    import csv  # only content with answer sheets needs it

    first = text.split("\n", 1)[0]
    reader = csv.reader(
        StringIO(text, newline=""), strict=True, delimiter="\t" if "\t" in first and "," not in first else ","
    )
    found: list[list[str]] = []
    try:
        for row in reader:
            found.append(row)
            if len(found) > MOST_ROWS or len(row) > MOST_COLUMNS:
                told = {"rows": MOST_ROWS, "columns": MOST_COLUMNS}
                raise BadSheets(_("太大了：最多 {rows} 行、{columns} 列", **told))
    except csv.Error as error:
        raise BadSheets(_("这一行读不懂，多半是引号没有成对"), len(found) + 1) from error
    while found and not any(cell.strip() for cell in found[-1]):
        found.pop()
    if not found:
        raise BadSheets(_("文件是空的"))
    return found


def _option(answer: str, options: Sequence[str]) -> str | None:
    """The option that an answer means: itself, its letter, or its number."""
    if answer in options:
        return answer
    labelled = _LABELLED.fullmatch(answer)
    if labelled and labelled["words"] in options:
        return labelled["words"]
    at = int(answer) - 1 if answer.isascii() and answer.isdigit() and len(answer) <= 2 else -1
    if len(answer) == 1 and answer.isascii() and answer.isalpha():
        at = ord(answer.upper()) - ord("A")
    return options[at] if 0 <= at < len(options) else None


def _bare(name: str) -> str:
    return _NUMBERED.sub("", name).strip().rstrip("？?：:。 ")
