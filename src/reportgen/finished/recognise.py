"""Parts of a finished document → the neutral document and what of its content can be told.

Headings are known by Word's outline level, else by the form of their number (一、（一）1.（1）) and their shortness.
Every paragraph and every paragraph of a cell is a line of its own for messages: places count them, `spots` says where
each stands in words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from reportgen.finished.parts import Box, Grid, Line, Part
from reportgen.model.content import Content, Dated, Value, Year
from reportgen.model.document import Block, Document, Heading, Metadata, Paragraph, Role, Table, Text
from reportgen.model.table import Cell
from reportgen.place import Place, Spot, Written

_LABELS = (
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"\d{1,2}(?:、|[.．](?!\d))"),
    re.compile(r"[（(]\d{1,2}[）)]"),
)
"""The numbers of the four levels (GB/T 9704-2012 §7.3.3), as typed by hand or printed by Word."""
_LONGEST_HEADING = 50
_LONGEST_TITLE_LINE = 40
_SENTENCE = re.compile(r"[。；！？](?=.)")
_ENDS = "，；：:。！？"
_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_ANNEX = re.compile(r"附件\s*\d*[：:]?$")


@dataclass(frozen=True)
class Finished:
    """A finished document as recognised: `lines` are quoted in messages, `spots` say where each of them stands."""

    document: Document
    content: Content
    lines: tuple[str, ...]
    spots: tuple[Spot, ...]


@dataclass
class _Book:
    """The lines so far, and the headings above the next one."""

    file: str
    lines: list[str] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    above: list[str] = field(default_factory=list)

    def text(self, words: str, spot: Spot) -> Text:
        """The words as a line of their own."""
        self.lines.append(words)
        self.spots.append(spot)
        return Text(words, Place(self.file, len(self.lines), 1, len(words), spot=spot))

    @property
    def section(self) -> str:
        """The headings above, as messages name them."""
        return "".join(self.above)


def recognise(parts: Iterable[Part], file: str) -> Finished:
    """The document of these parts: title, headings, paragraphs, tables, author and date."""
    rest = list(parts)
    book = _Book(file)
    title = [book.text(line.text, line.spot) for line in _title_lines(rest)]
    closing = _closing(rest[len(title) :])
    body = [_block(part, book) for part in rest[len(title) : len(rest) - len(closing)]]
    ending = [book.text(line.text, line.spot) for line in closing]
    words = "".join(text.text for text in title)
    values = dict(_values(title, ending))
    blocks = {"正文": tuple(body), "落款": tuple(_signed(ending))}
    document = Document(Metadata(words, ending[0].text if len(ending) > 1 else ""), {"标题": tuple(title)}, blocks)
    return Finished(document, Content(file, values), tuple(book.lines), tuple(book.spots))


def _title_lines(parts: list[Part]) -> list[Line]:
    """The short lines before the first heading or sentence."""
    lines: list[Line] = []
    for part in parts:
        if not isinstance(part, Line) or _label(part) or part.text[-1:] in _ENDS or _ANNEX.match(part.text):
            break
        if len(part.text) > _LONGEST_TITLE_LINE or "。" in part.text:
            break
        lines.append(part)
    return lines


def _closing(parts: list[Part]) -> list[Line]:
    """The signature and the date that end the document, or nothing."""
    last = parts[-1] if parts else None
    if not isinstance(last, Line) or not _DATE.fullmatch(last.text.strip()):
        return []
    before = parts[-2] if len(parts) > 1 else None
    signs = isinstance(before, Line) and not _label(before) and before.text[-1:] not in _ENDS
    return [before, last] if signs and isinstance(before, Line) and len(before.text) <= _LONGEST_TITLE_LINE else [last]


def _signed(ending: list[Text]) -> Iterator[Block]:
    for text in ending:
        yield Paragraph(Role.DATE if text is ending[-1] else Role.AUTHOR, (text,), origin=text.origin)


def _values(title: list[Text], ending: list[Text]) -> Iterator[tuple[str, Value]]:
    """年度, 署名 and 成文日期, where they can be told."""
    for text in title:
        if found := _YEAR.search(text.text):
            yield (
                "年度",
                Year(int(found[1]), Written(found[1], replace(text.origin, column=found.start() + 1, length=4))),
            )
            break
    if len(ending) > 1:
        yield "署名", Written(ending[0].text, ending[0].origin)
    if ending and (day := _day(ending[-1].text)):
        yield "成文日期", Dated(day, Written(ending[-1].text, ending[-1].origin))


def _day(text: str) -> date | None:
    """The date that is spelt out; None when there is no such day."""
    found = _DATE.search(text)
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def _block(part: Part, book: _Book) -> Block:
    match part:
        case Grid():
            return _table(part, book)
        case Line():
            return _paragraph(part, book)


def _label(line: Line) -> tuple[int, str] | None:
    """Level and number of a line that begins with one, or that Word numbers."""
    for level, pattern in enumerate(_LABELS, 1):
        if found := pattern.match(line.number or line.text):
            return level, found[0]
    return None


def _paragraph(line: Line, book: _Book) -> Block:
    label = _label(line)
    level, number = label or (line.level, "")
    words = line.text if line.number else line.text[len(number) :]
    whole = book.text(line.number + line.text, line.spot)
    skipped = len(line.number + line.text) - len(words)
    origin = replace(whole.origin, column=skipped + 1, length=len(words))
    inlines = (Text(words, origin),)
    if not level or not _is_heading(words, line):
        return Paragraph(Role.BODY, inlines, number, section=book.section, origin=whole.origin)
    level = min(level, 4)
    book.above[level - 1 :] = [number + words.rstrip("。：:；")]
    return Heading(level, number, inlines, book.section, whole.origin)


def _is_heading(words: str, line: Line) -> bool:
    short = len(words) <= _LONGEST_HEADING and not _SENTENCE.search(words)
    return short and bool(line.level or words[-1:] not in "；，")


def _table(grid: Grid, book: _Book) -> Table:
    cells = tuple(_cell(box, book) for box in grid.boxes)
    rows = max((cell.row + cell.rows for cell in cells), default=0)
    return Table((), cells, rows, section=book.section, origin=cells[0].origin if cells else Place(book.file))


def _cell(box: Box, book: _Book) -> Cell:
    paragraphs = tuple((book.text(words, box.spot),) for words in box.text.splitlines() or [""])
    return Cell(box.row, box.column, paragraphs, rows=box.rows, columns=box.columns, origin=paragraphs[0][0].origin)
