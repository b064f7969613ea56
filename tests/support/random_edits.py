"""A document changed as people change one: words, numbers, cells, headings, paragraphs, rows, at random."""

from collections.abc import Callable
from random import Random

from reportgen.model.document import Block, Document, Heading, Inline, Paragraph, Role, Table, Text
from reportgen.model.table import Cell
from reportgen.numbers.tokens import is_number, tokens
from reportgen.record import replace

WORDS = "进一步加强预算管理，完善绩效目标；按季度开展监控。及时公开结果（附说明），持续改进服务"
Blocks = list[Block]


def edited(document: Document, random: Random, count: int) -> Document:
    """The document with so many edits, each of a kind that finds something to change."""
    slots = {name: list(blocks) for name, blocks in document.blocks.items()}
    for _edit in range(count):
        kinds = list(EDITS)
        random.shuffle(kinds)
        names = [name for name, blocks in slots.items() if blocks]
        name = random.choices(names, [len(slots[name]) for name in names])[0]
        for kind in kinds:
            if kind(slots[name], random):
                break
    return replace(document, blocks={name: tuple(blocks) for name, blocks in slots.items()})


def _words(blocks: Blocks, random: Random) -> bool:
    """Words of a paragraph replaced, deleted or inserted."""
    at = _any(blocks, _is_running, random)
    if at is not None:
        blocks[at] = _with(blocks[at], lambda text: _reworded(text, random), random)
    return at is not None


def _number(blocks: Blocks, random: Random) -> bool:
    """A number of a paragraph replaced by another one."""
    at = _any(blocks, lambda block: _is_running(block) and any(map(str.isdigit, _text(block))), random)
    if at is not None:
        blocks[at] = _with(blocks[at], lambda text: _renumbered(text, random), random)
    return at is not None


def _heading(blocks: Blocks, random: Random) -> bool:
    """A heading said otherwise, and its number."""
    at = _any(blocks, lambda block: isinstance(block, Heading), random)
    if at is None:
        return False
    block = blocks[at]
    assert isinstance(block, Heading)
    label = block.label.translate(str.maketrans("一二三四", "二三四五")) if random.random() < 1 / 2 else block.label
    blocks[at] = replace(_with(block, lambda text: _reworded(text, random), random), label=label)
    return True


def _cell(blocks: Blocks, random: Random) -> bool:
    """A cell with another number or other words."""
    at = _any(blocks, lambda block: isinstance(block, Table), random)
    if at is None:
        return False
    table = blocks[at]
    assert isinstance(table, Table)
    index = random.randrange(len(table.cells))
    cells = list(table.cells)
    text = cells[index].text
    new = _renumbered(text, random) if any(map(str.isdigit, text)) else _reworded(text, random)
    cells[index] = replace(cells[index], paragraphs=tuple((Text(line),) for line in new.split("\n")))
    blocks[at] = replace(table, cells=tuple(cells))
    return True


def _split(blocks: Blocks, random: Random) -> bool:
    """One paragraph made two."""
    at = _any(blocks, lambda block: _is_body(block) and len(_text(block)) > 30, random)
    if at is None:
        return False
    block, text = blocks[at], _text(blocks[at])
    assert isinstance(block, Paragraph)
    cut = random.randrange(10, len(text) - 10)
    cut = text.find("。", cut) + 1 or cut
    if not 0 < cut < len(text):
        return False
    halves = replace(block, inlines=(Text(text[:cut]),)), replace(block, label="", inlines=(Text(text[cut:]),))
    blocks[at : at + 1] = halves
    return True


def _join(blocks: Blocks, random: Random) -> bool:
    """Two paragraphs made one."""
    pairs = [at for at in range(len(blocks) - 1) if _is_body(blocks[at]) and _is_body(blocks[at + 1])]
    if not pairs:
        return False
    at = random.choice(pairs)
    first, second = blocks[at], blocks[at + 1]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    joined = (*first.inlines, Text(second.label), *second.inlines)
    blocks[at : at + 2] = [replace(first, inlines=joined)]
    return True


def _move(blocks: Blocks, random: Random) -> bool:
    """A paragraph at another place."""
    at = _any(blocks, _is_body, random)
    if at is not None:
        block = blocks.pop(at)
        blocks.insert(random.randrange(len(blocks) + 1), block)
    return at is not None


def _delete(blocks: Blocks, random: Random) -> bool:
    """A paragraph less."""
    at = _any(blocks, _is_body, random)
    if at is not None:
        del blocks[at]
    return at is not None


def _insert(blocks: Blocks, random: Random) -> bool:
    """A paragraph more."""
    words = "".join(random.choices(WORDS, k=random.randrange(8, 60)))
    blocks.insert(random.randrange(len(blocks) + 1), Paragraph(Role.BODY, (Text(words),)))
    return True


def _row(blocks: Blocks, random: Random) -> bool:
    """A row of a table less, or one more."""
    at = _any(blocks, lambda block: isinstance(block, Table) and bool(_free_rows(block)), random)
    if at is None:
        return False
    table = blocks[at]
    assert isinstance(table, Table)
    row = random.choice(_free_rows(table))
    blocks[at] = _without_row(table, row) if random.random() < 1 / 2 else _with_row(table, row, random)
    return True


EDITS: tuple[Callable[[Blocks, Random], bool], ...] = (
    _words,
    _number,
    _heading,
    _cell,
    _split,
    _join,
    _move,
    _delete,
    _insert,
    _row,
)


def _any(blocks: Blocks, fits: Callable[[Block], bool], random: Random) -> int | None:
    found = [at for at, block in enumerate(blocks) if fits(block)]
    return random.choice(found) if found else None


def _is_running(block: Block) -> bool:
    return isinstance(block, Heading | Paragraph) and bool(_text(block)) and not getattr(block, "stands", ())


def _is_body(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.BODY and bool(_text(block))


def _text(block: Block) -> str:
    return "".join(inline.text for inline in block.inlines)


def _with(block: Block, change: Callable[[str], str], random: Random) -> Block:
    """A block of whose texts one that holds anything is changed."""
    assert isinstance(block, Heading | Paragraph)
    held = [at for at, inline in enumerate(block.inlines) if len(inline.text) > 1]
    if not held:
        return block
    inlines: list[Inline] = list(block.inlines)
    at = random.choice(held)
    inlines[at] = Text(change(inlines[at].text))
    return replace(block, inlines=tuple(inlines))


def _reworded(text: str, random: Random) -> str:
    start = random.randrange(len(text) + 1)
    stop = min(len(text), start + random.choice((0, 0, 1, 3, 8)))
    words = "".join(random.choices(WORDS, k=random.choice((0, 1, 2, 6))))
    return text[:start] + words + text[stop:]


def _renumbered(text: str, random: Random) -> str:
    parts = tokens(text)
    numbers = [at for at, part in enumerate(parts) if is_number(part)]
    if numbers:
        at = random.choice(numbers)
        parts[at] = str(random.randrange(10_000) / random.choice((1, 10, 100)))
    return "".join(parts)


def _free_rows(table: Table) -> list[int]:
    """The rows below the heads in which every cell begins and ends."""
    held = {row for cell in table.cells if cell.rows > 1 for row in range(cell.row, cell.row + cell.rows)}
    return [row for row in range(table.head_rows, table.row_count) if row not in held]


def _without_row(table: Table, row: int) -> Table:
    if table.row_count - table.head_rows < 2:
        return table
    cells = (_shifted(cell, -1) if cell.row > row else cell for cell in table.cells if cell.row != row)
    return replace(table, cells=tuple(cells), row_count=table.row_count - 1, splittable=frozenset())


def _with_row(table: Table, row: int, random: Random) -> Table:
    made = [cell for cell in table.cells if cell.row == row]
    rest = [_shifted(cell, 1) if cell.row >= row else cell for cell in table.cells]
    new = (replace(cell, paragraphs=((Text(_reworded(cell.text, random)),),)) for cell in made)
    return replace(table, cells=(*rest, *new), row_count=table.row_count + 1, splittable=frozenset())


def _shifted(cell: Cell, by: int) -> Cell:
    return replace(cell, row=cell.row + by, formula=None)


__all__ = ["EDITS", "edited"]
