"""Annexes bound into a document (GB/T 9704-2012 §7.3.7 and domain practice).

附件说明 stands below the body: 「附件：」 and the annex's title, numbered when there are several, without a mark behind
it. Each annex begins a page: its mark flush left in the first line, its title on the third.
"""

from collections.abc import Iterator

from reportgen.compose.flow import flow_lines
from reportgen.compose.heads import under_title
from reportgen.compose.references import References
from reportgen.model.document import OF_FORMS, Block, Document, Inline, PageTurn, Paragraph, Role, Text
from reportgen.place import Written
from reportgen.record import replace


def annex_note(annexes: tuple[Document, ...]) -> list[Block]:
    """附件：1. … one paragraph for each annex; the words are those of the annex's own title."""
    return _listed([(Text(annex.metadata.title),) for annex in annexes])


def typed_note(written: Written, references: References) -> list[Block]:
    """The same for annexes that are typed, one a line; none for a single one, which stands in the template's line."""
    lines = list(flow_lines(written))
    return _listed([references.inlines(written, line.start, line.end) for line in lines]) if len(lines) > 1 else []


def _listed(titles: list[tuple[Inline, ...]]) -> list[Block]:
    """One annex without a number; the numbers of several are labels, as those of headings are."""
    if len(titles) == 1:
        return [Paragraph(Role.ANNEX_NOTE, (Text("附件："), *titles[0]))]
    return [
        Paragraph(Role.ANNEX_NOTE, title, f"{'附件：' if number == 1 else '　　　'}{number}. ", origin=title[0].origin)
        for number, title in enumerate(titles, start=1)
    ]


def bound_in(annexes: tuple[Document, ...]) -> tuple[Block, ...]:
    """The annexes with their marks and titles, each from a new page on."""
    blocks: list[Block] = []
    for number, annex in enumerate(annexes, start=1):
        blocks += _annex(annex, f"附件{number}" if len(annexes) > 1 else "附件")
    return tuple(blocks)


def _annex(annex: Document, mark: str) -> Iterator[Block]:
    body = annex.blocks["正文"]
    first = body[0] if body else None
    across = isinstance(first, PageTurn) and first.landscape
    yield PageTurn(across)
    yield Paragraph(Role.ANNEX_MARK, (Text(mark),))
    below = list(under_title(annex.head))
    yield Paragraph(Role.ANNEX_TITLE, annex.lines["标题"], tight=bool(below))
    yield from below
    for block in body[1:] if isinstance(first, PageTurn) else body:
        yield from _as_annex(block)


def _as_annex(block: Block) -> Iterator[Block]:
    """Further copies of a form have its title above them, which is the annex's here."""
    if not isinstance(block, Paragraph) or block.role not in (Role.TITLE, *OF_FORMS):
        yield block
    elif block.role is Role.TITLE:
        yield replace(block, role=Role.ANNEX_TITLE)
    else:
        yield from under_title([block])
