"""The summary itself: everything that is known, before it becomes sheets."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reportgen.copied.search import Copies
from reportgen.record import Struct
from reportgen.summary.entries import FileRead
from reportgen.summary.expected import Expected
from reportgen.summary.same_papers import told_once
from reportgen.summary.units import UnitLine, unit_lines


class Unread(Struct, frozen=True):
    """A file that does not count, and why."""

    file: str
    why: str


class Summary(Struct, frozen=True):
    """The units of a year, what does not count, and what was copied; `by_list`: whether there is a list of units."""

    year: int
    units: tuple[UnitLine, ...]
    unread: tuple[Unread, ...]
    copies: Copies
    files: int
    """How many files there are in all."""
    by_list: bool = False


class Counted(Struct, frozen=True):
    """The files that were read, each document once, and the others."""

    once: tuple[FileRead, ...]
    unread: tuple[Unread, ...]


def counted(files: Sequence[FileRead]) -> Counted:
    """Which of some files count."""
    unread = [Unread(file.file, _reason(file)) for file in files if file.problem]
    once, same = told_once([file for file in files if not file.problem])
    unread += [Unread(file, f"和 {other} 是同一份文件，只算一份") for file, other in same.items()]
    return Counted(tuple(once), tuple(unread))


def _reason(file: FileRead) -> str:
    """Why it was not read, without its name, which stands beside."""
    return file.problem.removeprefix(file.file).strip()


def year_of(files: Iterable[FileRead]) -> int:
    """The year that most papers are about, of equally many the later; 0 where none says."""
    years = Counter(
        entry.year for file in files for entry in file.entries if entry.year and entry.unit and entry.counts
    )
    return max(years, key=lambda year: (years[year], year), default=0)


def summary_of(files: Counted, year: int, expected: Sequence[Expected], copies: Copies) -> Summary:
    """The summary of some files; those of other years are named, and so are those that say neither unit nor year."""
    units = unit_lines(files.once, year, expected)
    told = {entry.file for unit in units for entry in unit.entries}
    others = [file for file in files.once if not told.intersection(entry.file for entry in file.entries)]
    unread = (*files.unread, *(_elsewhere(file, year) for file in others))
    every = len(files.once) + len(files.unread)
    return Summary(year, tuple(units), unread, copies, every, bool(expected))


def _elsewhere(file: FileRead, year: int) -> Unread:
    """Why a file that was read is in no line."""
    if not file.entries:
        return Unread(file.file, "内容文件做不成文档，先用 reportgen check 看看")
    first = file.entries[0]
    if not any(entry.counts for entry in file.entries):
        return Unread(file.file, f"看不出是哪一种绩效材料（标题是「{first.title}」）")
    if not first.year:
        return Unread(file.file, f"看不出是哪一年的（{first.unit or first.title}）")
    if not first.unit:
        return Unread(file.file, f"看不出是哪个单位的（标题是「{first.title}」）")
    return Unread(file.file, f"是{first.year}年的（{first.unit}），没有汇总进{year}年；找雷同段落时比过了")
