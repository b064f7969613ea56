"""The pages behind a 花脸稿: how to read it, and lists of the headings, figures and tables that were changed.

They are part of a Chinese document, in whatever language the program speaks to its user.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.diff.breaks import BREAK, END
from reportgen.diff.comparison import Comparison, Difference
from reportgen.diff.figures import FigureChange
from reportgen.diff.listing import Listed, What
from reportgen.diff.members import Sort
from reportgen.diff.runs import is_changed, text_of
from reportgen.model.document import Block, PageTurn, Paragraph, Role, Table, Text
from reportgen.model.frame import Frame, FrameBlocks
from reportgen.model.inline import Change
from reportgen.model.look import Marks
from reportgen.model.table import Cell, CellRole
from reportgen.record import Struct, replace

SLOT = "花脸稿说明"
"""The name of the slot behind all others."""


class Names(Struct, frozen=True):
    """How the two drafts are called, and how words are marked."""

    old: str
    new: str
    marks: Marks


def with_slot(frame: Frame) -> Frame:
    """The frame with room for the closing pages behind everything else."""
    return replace(frame, items=(*frame.items, FrameBlocks(SLOT)))


def closing_blocks(
    names: Names, compared: Comparison, told: Sequence[Listed], figures: Sequence[FigureChange]
) -> tuple[Block, ...]:
    """The blocks of the closing pages; they begin a page, and lie upright."""
    headings = [pair for each in compared.changes for pair in _headings(each, compared)]
    pages: list[Block] = [PageTurn(), _line(Role.CAPTION, SLOT)]
    pages += [_line(Role.BODY, words) for words in _told(names, told)]
    if headings:
        head = ("旧稿标题", "新稿标题")
        pages += [_line(Role.CAPTION, "改动的标题"), _table(head, headings, (78, 78))]
    if figures:
        rows = [_row(each) for each in figures]
        columns = ("数字", "旧稿", "新稿", "相差", "牵连")
        pages += [_line(Role.CAPTION, "改动的数字"), _table(columns, rows, (44, 24, 24, 24, 40))]
    pages += [_line(Role.BODY, words) for words in _others(told)]
    return tuple(pages)


def _told(names: Names, told: Sequence[Listed]) -> Iterator[str]:
    """What is compared, how it is marked, and how much was changed."""
    yield f"旧稿：{names.old}；新稿：{names.new}。"
    if names.marks is Marks.PAPER:
        yield "画波浪线的字是删去的，加框的字是增加的，左边的竖线标出有改动的段落和表格的行。"
    else:
        yield "画删除线的字是删去的，画下划线的字是增加的，左边的竖线标出有改动的段落和表格的行。"
    counts = [(what, sum(each.what is what for each in told)) for what in What]
    said = "，".join(f"{what.value} {count} 处" for what, count in counts if count)
    yield f"共改动 {len(told)} 处：{said}。" if told else "两稿的字完全相同。"


def _headings(difference: Difference, compared: Comparison) -> Iterator[tuple[str, str]]:
    """A heading as it was and as it is, with its number; one side is — where only the other draft has it."""
    step = difference.step
    sides = [*(compared.old[at] for at in step.old), *(compared.new[at] for at in step.new)]
    alone = len(step.old) <= 1 and len(step.new) <= 1
    if alone and any(member.sort is Sort.HEADING for member in sides) and is_changed(difference.runs):
        words = (text_of(difference.runs, change) for change in (Change.INSERTED, Change.DELETED))
        old, new = (text.replace(END, " ／ ").replace(BREAK, "") or "—" for text in words)
        yield old, new


def _others(told: Sequence[Listed]) -> Iterator[str]:
    """What cannot be marked in its place, or is easily overlooked there."""
    for each in told:
        match each.what:
            case What.MOVED:
                words = f"移动：「{_short(text_of(each.runs, Change.DELETED))}」"
                within = each.to == each.where
                yield words + (f"在“{each.where}”里换了位置。" if within else f"从“{each.where}”移到“{each.to}”。")
            case What.REPLACED:
                yield f"列数变了，只印新稿的表：{each.where}。"
            case What.REDRAWN:
                yield f"图换了，印的是新稿的图：{each.where}。"
            case What.DELETED if each.sort is Sort.NOTE:
                yield f"删去的脚注：「{_short(text_of(each.runs, Change.INSERTED))}」（{each.where}）。"
            case _:
                pass


_SHOWN = 24


def _short(words: str) -> str:
    line = words.replace(END, " ")
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "……"


def _row(figure: FigureChange) -> tuple[str, ...]:
    name = f"{figure.name}\n{figure.section}" if figure.section else figure.name
    return name, figure.old, figure.new, figure.difference, "\n".join(figure.depends)


def _line(role: Role, words: str) -> Paragraph:
    return Paragraph(role, (Text(words),))


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], widths: tuple[int, ...]) -> Table:
    cells = [_cell(0, column, words, CellRole.HEAD) for column, words in enumerate(head)]
    cells += [
        _cell(row, column, words, CellRole.TEXT)
        for row, line in enumerate(rows, start=1)
        for column, words in enumerate(line)
    ]
    return Table(tuple(map(Decimal, widths)), tuple(cells), len(rows) + 1, head_rows=1)


def _cell(row: int, column: int, words: str, role: CellRole) -> Cell:
    return Cell(row, column, tuple((Text(line),) for line in words.split("\n")), role)
