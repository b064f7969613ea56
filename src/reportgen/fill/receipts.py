"""Receipts: the comment above a figure that says from which cell it was taken, and by which words that was found.

# 取自 决算.xls「Z01 收入支出决算总表」O33：预算.支出，行「本年支出合计」，列「决算数」，区「支出」，小数 2
"""

from collections.abc import Iterable, Iterator

from reportgen import patterns as re
from reportgen.fill.lookup import Taken
from reportgen.packs.intake import Intake, IntakeYear
from reportgen.place import Place
from reportgen.record import Struct

_MARK = "# 取自 "
_RECEIPT = re.compile(
    r"^(?P<indent>\s*)# 取自 (?P<file>[^「]*)「(?P<sheet>.*?)」(?P<cell>[A-Z]+\d+)：(?P<path>.*?)"
    r"，行「(?P<row>.*?)」，列「(?P<column>.*?)」(?:，区「(?P<block>.*?)」)?(?:，上级行「(?P<above>.*?)」)?"
    r"(?:，单位「(?P<unit>.*?)」)?(?:，小数 (?P<decimals>\d))?(?P<before>，上年)?"
    r"(?:，编制单位「(?P<owner>.*?)」)?\s*$"
)


class Receipt(Struct, frozen=True):
    """A receipt as it stands in a file: `text` from its # on, what it says as an intake."""

    place: Place
    text: str
    cell: str
    file: str
    intake: Intake


def receipt_text(path: str, intake: Intake, taken: Taken) -> str:
    """The comment for a value that was taken."""
    row, column = taken.labels
    words = [f"{_MARK}{taken.page.name}{taken.address}：{path}"]
    words += [f"行「{row}」", f"列「{column}」"]
    words += [f"区「{intake.block[0]}」"] if intake.block else []
    words += [f"上级行「{intake.above[0]}」"] if intake.above else []
    words += [f"单位「{intake.unit}」"] if intake.unit else []
    words += [f"小数 {intake.decimals}"] if intake.decimals is not None else []
    words += ["上年"] if intake.year is IntakeYear.BEFORE else []
    words += [f"编制单位「{intake.owner}」"] if intake.owner else []
    return "，".join(words)


def read_receipts(lines: Iterable[str], file: str) -> Iterator[Receipt]:
    """The receipts of a content file, given its lines."""
    for number, line in enumerate(lines, start=1):
        if _MARK in line and (match := _RECEIPT.match(line)):
            start = len(match["indent"])
            place = Place(file, number, start + 1, len(line) - start)
            yield Receipt(place, line[start:], match["cell"], match["file"], _intake(match, place))


def _intake(match: re.Match[str], place: Place) -> Intake:
    return Intake(
        path=match["path"],
        sheet=(match["sheet"],),
        row=(match["row"],),
        column=(match["column"],),
        place=place,
        block=(match["block"],) if match["block"] else (),
        above=(match["above"],) if match["above"] else (),
        unit=match["unit"] or "",
        decimals=int(match["decimals"]) if match["decimals"] else None,
        year=IntakeYear.BEFORE if match["before"] else IntakeYear.SAME,
        owner=match["owner"] or "",
    )
