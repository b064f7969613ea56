"""What a unit has written into a letter → its content file, in which nothing else is touched."""

from collections.abc import Iterator, Sequence

from reportgen.diagnostics.repair import Edit
from reportgen.place import Place, Written
from reportgen.record import Struct, replace
from reportgen.review.letter_reading import mark_in
from reportgen.review.letter_text import ANSWER, MARK, OPINIONS
from reportgen.review.opinion import Opinion
from reportgen.source.edits import edited
from reportgen.source.node import Mapping
from reportgen.source.node import Sequence as Listing
from reportgen.source.reader import read_source
from reportgen.source.scalars import scalar


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
    edits, placed = list[Edit](), list[Opinion]()
    for row, opinion in _pairs(lines, [each for each in letter if not each.waived]):
        if opinion.answer:
            placed.append(opinion)
            edits += _edits(row, opinion.answer)
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


def _edits(row: Mapping, answer: str) -> Iterator[Edit]:
    """The answer behind its key, in the place of a former one; below the last line where there is no such key."""
    entry = next((entry for entry in row if entry.key.text == ANSWER), None)
    if entry is None:
        last, key = row.entries[-1].value.place, row.entries[0].key.place
        indent = " " * (key.column - 1)
        yield Edit(Place(key.file, last.last + 1, 1), "", f"{indent}{ANSWER}: {scalar(answer)}\n")
    elif isinstance(entry.value, Written) and entry.value.text != answer:
        value, key = entry.value, entry.key.place
        if value.text:
            old = f'"{value.text}"' if value.quoted else value.text
            yield Edit(replace(value.place, length=len(old)), old, scalar(answer))
        else:
            yield Edit(Place(key.file, key.line, key.column + len(ANSWER) + 1), "", f" {scalar(answer)}")
