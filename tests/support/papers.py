"""Papers of invented units, read for a summary without a file: their words are checked as somebody's finished text."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from reportgen.copied.search import Copies
from reportgen.finished.text import read_lines
from reportgen.packs.pack import Stage
from reportgen.pipeline.finished import check_parts
from reportgen.place import Place
from reportgen.summary.entries import Amount, Entry, FileRead, Measure, Points
from reportgen.summary.expected import Expected
from reportgen.summary.reading import entries_of
from reportgen.summary.summary import Summary, counted, summary_of
from reportgen.summary.words import Material


def read(text: str, file: str = "报告.txt") -> Entry:
    """What is kept of a finished text."""
    (scene,) = check_parts(read_lines(text), file).scenes
    return entries_of(scene)[0]


def money(entry: Entry) -> dict[str, str]:
    """The money of the whole unit as it was written."""
    return {amount.measure.value: amount.words for amount in entry.amounts if not amount.project}


def entry(
    unit: str,
    budget: str = "",
    spent: str = "",
    score: str = "",
    grade: str = "",
    *,
    file: str = "",
    day: date | None = None,
    department: str = "",
    year: int = 2024,
) -> Entry:
    """A report of a unit; money in 元."""
    file = file or f"{unit}.docx"
    stated = [(Measure.BUDGET, budget), (Measure.SPENT, spent)]
    place = Place(file, 12)
    amounts = tuple(Amount(measure, Decimal(words), words, place) for measure, words in stated if words)
    points = (Points(Decimal(score), f"{score}分", place),) if score else ()
    kind = "部门整体支出绩效评价报告"
    told = f"{unit}{year}年度{kind}", kind, Stage.REPORT, Material.RESULT, unit, year
    return Entry(file, *told, department, day, amounts, points, grade)


def summary(*entries: Entry, expected: Sequence[Expected] = (), year: int = 2024) -> Summary:
    """The summary of some reports, each in a file of its own."""
    files = counted([FileRead(each.file, (each,)) for each in entries])
    return summary_of(files, year, expected, Copies())
