"""Annexes: listed below the body, bound in behind it (GB/T 9704-2012 §7.3.4, §7.3.7).

附件说明 is 「附件：」 and the annex's title, numbered when there are several, without a mark behind it. Each annex that
is bound in begins a page: its mark flush left in the first line, its title on the third. One that is kept elsewhere is
listed like the others, and has its number among them.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.compose.annex_order import Listed
from reportgen.compose.heads import under_title
from reportgen.model.document import (
    OF_FORMS,
    Block,
    Heading,
    Indents,
    PageTurn,
    Paragraph,
    Role,
    Text,
    plain_text,
)
from reportgen.record import replace

MARK = "附件"
_LEAD = "附件："
_GAP = "\u3000"
_TWO, _LEAD_WIDTH, _DIGIT, _STOP = Decimal(2), Decimal(3), Decimal("0.5"), Decimal("0.5")
"""In 字: what a note has free at the left, 「附件：」, a figure, and the point with its blank."""


def annex_note(listed: Iterable[Listed]) -> list[Block]:
    """附件：1. … one paragraph for each annex, 2. below 1.; a name that goes on does so below its first character."""
    titles = [each.title for each in listed]
    names = _TWO + _LEAD_WIDTH
    if len(titles) == 1:
        return [Paragraph(Role.ANNEX_NOTE, (Text(_LEAD), *titles[0]), indents=Indents(_TWO, names))]
    return [
        Paragraph(
            Role.ANNEX_NOTE,
            title,
            f"{_LEAD if number == 1 else ''}{number}. ",
            origin=title[0].origin,
            indents=Indents(_TWO if number == 1 else names, names + _DIGIT * len(str(number)) + _STOP),
            joins=number > 1,
        )
        for number, title in enumerate(titles, start=1)
    ]


def bound_in(listed: tuple[Listed, ...]) -> tuple[Block, ...]:
    """The annexes that are bound in with their marks and titles, each from a new page on."""
    blocks: list[Block] = []
    for number, annex in enumerate(listed, start=1):
        if annex.body is not None:
            blocks += _annex(annex, annex.body, mark_of(number, len(listed)))
    return tuple(blocks)


def mark_of(number: int, count: int) -> str:
    """附件2; 附件 where there is one."""
    return f"{MARK}{number}" if count > 1 else MARK


def _annex(annex: Listed, body: tuple[Block, ...], mark: str) -> Iterator[Block]:
    first = body[0] if body else None
    across = isinstance(first, PageTurn) and first.landscape
    yield PageTurn(across)
    yield Paragraph(Role.ANNEX_MARK, (Text(mark),), entry=mark + _GAP + plain_text(annex.title))
    below = list(under_title(annex.head))
    yield Paragraph(Role.ANNEX_TITLE, annex.printed, tight=bool(below))
    yield from below
    for block in body[1:] if isinstance(first, PageTurn) else body:
        yield from as_annex(block)


def as_annex(block: Block) -> Iterator[Block]:
    """Further copies of a form have its title above them, which is the annex's here; headings are the annex's own."""
    if isinstance(block, Heading):
        yield replace(block, of_annex=True)
    elif not isinstance(block, Paragraph) or block.role not in (Role.TITLE, *OF_FORMS):
        yield block
    elif block.role is Role.TITLE:
        yield replace(block, role=Role.ANNEX_TITLE)
    else:
        yield from under_title([block])
