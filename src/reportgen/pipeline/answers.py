"""What a unit has written into a letter → its content file, in which nothing else is touched."""

from collections.abc import Iterator, Sequence

from reportgen.diagnostics.repair import Edit
from reportgen.place import Place, Written
from reportgen.record import Struct
from reportgen.review.letter_reading import mark_in
from reportgen.review.letter_text import ANSWER, MARK, OPINIONS
from reportgen.review.opinion import Opinion
from reportgen.source.edits import edited
from reportgen.source.node import Mapping
from reportgen.source.node import Sequence as Listing
from reportgen.source.reader import read_source
from reportgen.source.scalars import scalar
from reportgen.source.sheet import Sheet


class Answered(Struct, frozen=True):
    """A content file with the answers in it, how many they are, and those that belong to no line of it."""

    text: str
    count: int
    unplaced: tuple[Opinion, ...] = ()


def answered(text: str, file: str, letter: Sequence[Opinion]) -> Answered:
    """The content file of a letter with the answers of the letter that has come back."""
    root = read_source(text, file)[0].root
    rows = root.get(OPINIONS) if isinstance(root, Mapping) else None
    lines = [row for row in rows.items if isinstance(row, Mapping)] if isinstance(rows, Listing) else []
    waiting = [opinion for opinion in letter if opinion.answer and not opinion.waived]
    edits, placed, sheet = list[Edit](), list[Opinion](), Sheet(file, text)
    for row, opinion in _pairs(lines, [each for each in letter if not each.waived]):
        if opinion.answer:
            placed.append(opinion)
            edits += _edits(row, opinion.answer, sheet)
    return Answered(edited(text, edits), len(placed), tuple(each for each in waiting if each not in placed))


def _pairs(rows: Sequence[Mapping], letter: Sequence[Opinion]) -> Iterator[tuple[Mapping, Opinion]]:
    """Each line of the file with the opinion that has its mark; one without a mark with that of its number."""
    by_key = {opinion.key: opinion for opinion in letter if opinion.key}
    for number, row in enumerate(rows):
        key = row.get(MARK)
        mark = mark_in(key.text)[1] if isinstance(key, Written) else ""
        alike = letter[number] if number < len(letter) and letter[number].key == mark else None
        if found := by_key.get(mark) or alike:
            yield row, found


def _edits(row: Mapping, answer: str, sheet: Sheet) -> Iterator[Edit]:
    """The answer in the place of a former one, however that was written; where there is none, behind the last value."""
    entry = next((entry for entry in row if entry.key.text == ANSWER), None)
    if entry is None:
        yield _added(row, f"{ANSWER}: {scalar(answer)}", sheet)
    elif isinstance(entry.value, Written) and entry.value.text != answer:
        key, value = entry.key.place, entry.value.place
        if value.last > value.line:
            lead = sheet.line(key.line)[: key.column - 1]
            yield sheet.instead(key.line, sheet.last_said(value.last), f"{lead}{ANSWER}: {scalar(answer)}")
        elif entry.value.text or entry.value.quoted:
            yield sheet.stretch((value.line, value.column), (value.line, value.column + value.length), scalar(answer))
        else:
            yield Edit(Place(key.file, key.line, key.column + len(ANSWER) + 1), "", f" {scalar(answer)}")


def _added(row: Mapping, words: str, sheet: Sheet) -> Edit:
    """A further entry: on a line of its own, or within the braces of a row that is written on one."""
    key, last = row.entries[0].key.place, row.entries[-1].value.place
    before = sheet.line(key.line)[: key.column - 1]
    if "{" in before:
        return Edit(Place(key.file, last.line, last.column + last.length), "", f", {words}")
    return sheet.above(sheet.last_said(last.last) + 1, f"{' ' * len(before)}{words}")
