"""The figures that a document tells in its text and tables: all but years, dates, codes and numbers of headings."""

import re
from collections.abc import Iterator

from benchmarks.accuracy.corpus.figures import DIGITS, Figure
from benchmarks.accuracy.corpus.source import At, Document, Line, Role, Table, Words
from reportgen.record import Struct

_SPARED = re.compile(
    r"(?:19|20)\d\d\s*(?:[-—–~～至、]\s*(?:19|20)\d\d\s*)*(?=年|[-—–~～至]+20\d\d年|学年|会计年)"
    r"|\d{1,4}(?:年|月|日(?!常))(?:\d{1,2}(?:月|日))*"
    r"|(?<!\d)(?:19|20)\d\d([.\-/])\d{1,2}\1\d{1,2}(?!\d)|\d{1,2}[-—–~～至]\d{1,2}(?=月)"
    r"|\d{1,2}[:：]\d\d"
    r"|〔\d+〕\s*(?:第\s*)?\d+\s*号|〔\d+〕|第\s*\d+(?![\d.])|\d+号"
    r"|[（(]\d{5,}[）)]|[（(]\d{1,2}[）)]"
    r"|(?:(?<![代报])表|图|附件|公开)\s*\d+(?:[-—.]\d+)?"
    r"|[A-Za-z][A-Za-z/\-—. ]*\d[\d.\-—]*"
    r"|(?:^|(?<=[；。：，;]))\s*\d{1,2}[.．、](?!\d)"
)
"""What looks like a figure and is none; a span (3年, 15日) is left out with the dates."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE_IN_CELL = re.compile(r"\d{3,7}(?=\s*[\u4e00-\u9fff]{3})")
_CODES = re.compile(r".*(?:编码|代码|编号|序号|文号)|年度|年份")
"""A column of this name holds no figures."""
_TOLD_IN = (Role.BODY, Role.NOTE)


class Told(Struct, frozen=True):
    """A figure where it stands, and whether another one of the document is tied to it."""

    at: At
    line: int
    figure: Figure
    partnered: bool
    marked: bool


def told(document: Document) -> Iterator[Told]:
    """The figures of running text and of cells."""
    for number, block in enumerate(document.blocks):
        match block:
            case Line(role=role) if role in _TOLD_IN:
                yield from _in_words(At(number), block.words)
            case Table():
                codes = _columns_of_codes(block)
                for at, cell in enumerate(block.cells):
                    if cell.column not in codes and not _YEAR.fullmatch(cell.words.text):
                        yield from _in_words(At(number, at), cell.words)
            case _:
                pass


def _columns_of_codes(table: Table) -> set[int]:
    heads = (cell for cell in table.cells if cell.columns == 1 and _CODES.fullmatch(cell.words.text))
    return {cell.column for cell in heads if not any(char.isdecimal() for char in cell.words.text)}


def _in_words(at: At, words: Words) -> Iterator[Told]:
    spared = [match.span() for match in _SPARED.finditer(words.text)]
    if at.cell >= 0 and (code := _CODE_IN_CELL.match(words.text)):
        spared.append(code.span())
    for found in DIGITS.finditer(words.text):
        if not any(start < found.end() and found.start() < end for start, end in spared):
            marks = [mark for mark in words.marks if mark.start <= found.start() and found.end() <= mark.end]
            partnered = any(mark.partnered for mark in marks)
            yield Told(at, words.line, Figure(found.start(), found.end(), found[0]), partnered, bool(marks))
