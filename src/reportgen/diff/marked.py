"""The new draft with all that the old one had, marked: what a 花脸稿 prints."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from reportgen.diff.comparison import Comparison, Difference
from reportgen.diff.documents import Piece, Side, words_of
from reportgen.diff.marked_inlines import Line, all_marked, marked_lines
from reportgen.diff.marked_tables import all_of, marked_table
from reportgen.diff.members import Sort
from reportgen.diff.runs import runs_of
from reportgen.model.document import Block, Document, Heading, Paragraph, Role, Table, Text
from reportgen.model.inline import Change, Note
from reportgen.record import replace


def marked(old: Side, new: Side, compared: Comparison) -> Document:
    """The new document with its words marked, and the blocks that were deleted where they stood."""
    slots: dict[str, list[Block]] = defaultdict(list)
    slot = new.pieces[0].slot if new.pieces else ""
    for difference in compared.differences:
        olds = [old.pieces[at] for at in difference.step.old]
        news = [new.pieces[at] for at in difference.step.new]
        slot = news[0].slot if news else olds[0].slot if olds[0].slot in new.document.blocks else slot
        slots[slot] += _blocks(difference, olds, news)
    blocks = {**new.document.blocks, **{name: tuple(held) for name, held in slots.items()}}
    lines = marked_slots(old.document.lines, new.document.lines)
    return replace(new.document, lines=lines, blocks=blocks)


def marked_slots(old: Mapping[str, Line], new: Mapping[str, Line]) -> dict[str, Line]:
    """The lines of a frame (标题 …), their words marked."""
    made = {}
    for name, line in new.items():
        was = old.get(name, ())
        runs = runs_of(words_of(was), words_of(line))
        made[name] = line if words_of(was) == words_of(line) else marked_lines(runs, [was], [line])[0]
    return made


def _blocks(difference: Difference, olds: list[Piece], news: list[Piece]) -> Iterator[Block]:
    if difference.is_kept:
        yield from (piece.block for piece in news)
    elif difference.sort is Sort.TABLE:
        yield from _table(difference, olds, news)
    elif difference.sort is Sort.DRAWING:
        yield from _drawing(olds, news)
    elif not news:
        moved = "〔移走〕" if difference.step.moved is not None else ""
        yield _line(olds[0].block, (*_aside(moved), *all_marked(olds[0].inlines, Change.DELETED)), gone=True)
    elif not olds:
        moved = "〔移来〕" if difference.step.moved is not None else ""
        yield _line(news[0].block, (*_aside(moved), *all_marked(news[0].inlines, Change.INSERTED)))
    else:
        yield from _lines(difference, olds, news)


def _lines(difference: Difference, olds: list[Piece], news: list[Piece]) -> Iterator[Block]:
    """Paragraphs of both drafts, with their notes."""
    lines = marked_lines(difference.runs, [piece.inlines for piece in olds], [piece.inlines for piece in news])
    noted = iter(_notes(difference, olds, news))
    for piece, line in zip(news, lines, strict=True):
        words = (next(noted, each) if isinstance(each, Note) and each.inlines else each for each in line)
        yield _line(piece.block, tuple(words))


def _notes(difference: Difference, olds: list[Piece], news: list[Piece]) -> Iterator[Note]:
    """The notes of the new paragraphs, their words marked."""
    before = iter([note for piece in olds for note in _notes_of(piece.block)])
    after = [note for piece in news for note in _notes_of(piece.block)]
    for change in difference.notes:
        old = next(before, None) if any(run.change is not Change.INSERTED for run in change.runs) else None
        if change.new is not None:
            note, was = after[change.new], old.inlines if old else ()
            yield replace(note, inlines=marked_lines(change.runs, [was], [note.inlines])[0])


def _notes_of(block: Block) -> list[Note]:
    return [inline for inline in block.inlines if isinstance(inline, Note) and inline.inlines]


def _line(block: Block, inlines: Line, gone: bool = False) -> Block:
    """A paragraph with other words; a heading that is gone is one no more, so that no bookmark leads to it."""
    match block:
        case Heading() if gone:
            return Paragraph(block.role, inlines, section=block.section, origin=block.origin)
        case Heading():
            return replace(block, label="", inlines=inlines)
        case Paragraph():
            return replace(block, label="", inlines=inlines, stands=(), seals=(), entry="" if gone else block.entry)
        case _:
            return block


def _aside(words: str) -> Line:
    return (Text(words, strong=True),) if words else ()


def _table(difference: Difference, olds: list[Piece], news: list[Piece]) -> Iterator[Block]:
    old, new = (piece[0].block if piece else None for piece in (olds, news))
    match old, new:
        case Table(), Table() if difference.grid and not difference.grid.replaced:
            yield marked_table(old, new, difference.grid)
        case Table(), Table():
            yield _told(new, "〔列数变了，下面是新稿的表〕", Change.INSERTED)
            yield new
        case Table(), _:
            yield all_of(old, Change.DELETED)
        case _, Table():
            yield all_of(new, Change.INSERTED)
        case _:
            pass  # the sort says that it is a table


def _drawing(olds: list[Piece], news: list[Piece]) -> Iterator[Block]:
    if olds and news:
        yield _told(news[0].block, "〔下面的图与旧稿不同〕", Change.INSERTED)
    elif news:
        yield _told(news[0].block, "〔下面的图是新增的〕", Change.INSERTED)
    else:
        words = f"〔旧稿这里的图已删去：{olds[0].member.name}〕"
        yield _told(olds[0].block, words, Change.DELETED)
    yield from (piece.block for piece in news)


def _told(block: Block, words: str, change: Change) -> Paragraph:
    """What is said of a table or a drawing whose words cannot be marked."""
    return Paragraph(Role.SOURCE, (Text(words, change=change),), section=block.section, origin=block.origin)
