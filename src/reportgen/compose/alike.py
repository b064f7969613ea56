"""A figure is printed alike wherever the file refers to it: in a letter, in its annex, in a form beside them.

A form gives all figures of a column the same number of decimals. Where it has put zeros behind a figure, sentences that
print the same figure have them too. What a reference asks for itself (`| 2位`) stays.
"""

from collections.abc import Iterable, Iterator, Mapping

from reportgen import patterns as re
from reportgen.model.document import Block, Document, Heading, Inline, Number, Paragraph, Table
from reportgen.model.inline import Note
from reportgen.record import replace

_ZEROS = re.compile(r"\.?0+")
Spelling = Mapping[tuple[str, ...], str]
"""The digits with which a fact is printed, by its path."""


def printed_alike(document: Document, others: Iterable[Document]) -> Document:
    """The document with its sentences spelling figures as its forms and those of other documents of its file do."""
    tables = (block for each in (document, *others) for block in each.walk() if isinstance(block, Table))
    spelling = {path: words for path, words in _spelled(tables) if words}
    if not spelling:
        return document
    return replace(
        document,
        lines={name: _inlines(inlines, spelling) for name, inlines in document.lines.items()},
        blocks={name: tuple(_block(block, spelling) for block in blocks) for name, blocks in document.blocks.items()},
        head=tuple(replace(line, inlines=_inlines(line.inlines, spelling)) for line in document.head),
    )


def _spelled(tables: Iterable[Table]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Facts whose digits a form has added to; nothing for one that two forms print in two ways."""
    found: dict[tuple[str, ...], set[str]] = {}
    for table in tables:
        for inline in table.inlines:
            quantity = inline.fact.quantity if isinstance(inline, Number) else None
            if isinstance(inline, Number) and quantity and _ZEROS.fullmatch(inline.text.removeprefix(quantity.text)):
                found.setdefault(inline.fact.path, set()).add(inline.text)
    yield from ((path, words.pop() if len(words) == 1 else "") for path, words in found.items())


def _block(block: Block, spelling: Spelling) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, inlines=_inlines(block.inlines, spelling))
        case Table():
            cells = (
                replace(cell, paragraphs=tuple(_inlines(inlines, spelling) for inlines in cell.paragraphs))
                for cell in block.cells
            )
            return replace(block, cells=tuple(cells))
        case _:
            return block


def _inlines(inlines: tuple[Inline, ...], spelling: Spelling) -> tuple[Inline, ...]:
    return tuple(_inline(inline, spelling) for inline in inlines)


def _inline(inline: Inline, spelling: Spelling) -> Inline:
    match inline:
        case Number():
            return _spelt(inline, spelling)
        case Note():
            return replace(inline, inlines=_inlines(inline.inlines, spelling))
        case _:
            return inline


def _spelt(number: Number, spelling: Spelling) -> Number:
    words, quantity = spelling.get(number.fact.path), number.fact.quantity
    if words is None or quantity is None or number.text != str(quantity):
        return number
    return replace(number, text=words + quantity.implied)
