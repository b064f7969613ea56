"""What a reader of a format measured → the layout of the document, once it is known what each line is for."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportgen.finished.contents import without_contents
from reportgen.finished.layout_roles import by_role
from reportgen.finished.parts import Grid, Line, Part
from reportgen.model.document import Block, Document, Heading, Paragraph, line_of
from reportgen.model.inline import plain_text
from reportgen.model.layout import Layout
from reportgen.model.setting import Divider, Placed, Setting, is_red
from reportgen.model.table import Table
from reportgen.place import Place
from reportgen.record import replace

_TITLE = "标题"
_NUMBERED = ("发文字号", "发文字号和签发人", "末行的签发人")
_HEADS = ("发文机关标志", "联合标志")
"""Without either the paper may have them already (预印红头), and the red line with them."""
_IMPRINT = ("抄送", "印发机关和印发日期")


def completed(layout: Layout, parts: Sequence[Part], document: Document) -> Layout:
    """The layout with what only the recognised document tells: what each paragraph is for, headings and signature."""
    kept = without_contents(list(parts))
    roles = by_role(kept, document)
    title = tuple(inline.text for inline in document.lines.get(_TITLE, ()))
    places = {f"{_TITLE}.{at}": inline.origin for at, inline in enumerate(document.lines.get(_TITLE, ()))}
    tables = (block.origin for block in document.walk() if isinstance(block, Table))
    places |= {f"表格.{table.name}": origin for table, origin in zip(layout.tables, tables, strict=False)}
    stranded = list(_headings_at_page_end(document))
    places |= {f"末行.{at}": block.origin for at, block in enumerate(stranded)}
    lonely = _signature_alone_on_page(parts, document)
    has_head = any(roles.get(name) for name in _HEADS)
    red = any(is_red(divider.color) for divider in layout.dividers)
    return replace(
        layout,
        roles=_placed(roles, document, layout.file),
        separators=_between(layout.dividers, parts, roles, _NUMBERED, (_TITLE,)) if has_head or red else None,
        imprint=_between(layout.dividers, parts, roles, _IMPRINT, ()),
        title=title,
        stranded=tuple(map(line_of, stranded)),
        lonely=plain_text(lonely.inlines) if lonely else "",
        places={**layout.places, **places, **({"落款": lonely.origin} if lonely else {})},
    )


_Roles = Mapping[str, Sequence[Line]]


def _placed(roles: _Roles, document: Document, file: str) -> Mapping[str, tuple[Placed, ...]]:
    """The paragraphs by what they are for, each with the place at which the document has it."""
    origins = {(origin.spot.words, words): origin for words, origin in _origins(document)}

    def placed(line: Line) -> Placed:
        words = line.number + line.text
        place = origins.get((line.spot.words, words)) or Place(file, spot=line.spot)
        return Placed(words, line.setting or Setting(), place)

    return {name: tuple(map(placed, lines)) for name, lines in roles.items()}


def _origins(document: Document) -> Iterator[tuple[str, Place]]:
    for inlines in document.lines.values():
        yield from ((inline.text, inline.origin) for inline in inlines)
    for block in document.walk():
        if isinstance(block, Heading | Paragraph):
            yield line_of(block), block.origin


def _between(
    dividers: Sequence[Divider], parts: Sequence[Part], roles: _Roles, above: Sequence[str], below: Sequence[str]
) -> tuple[Divider, ...] | None:
    """The level lines from the first line of some parts to that of others; None where the document has no such part."""
    at = {id(part): number for number, part in enumerate(parts)}
    first = min((at[id(line)] for name in above for line in roles.get(name, ()) if id(line) in at), default=None)
    if first is None:
        return None
    ends = [at[id(line)] for name in below for line in roles.get(name, ()) if id(line) in at]
    last = min(ends) if ends else len(parts)
    return tuple(each for each in dividers if first + bool(below) <= each.after <= last)


def _headings_at_page_end(document: Document) -> Iterator[Heading]:
    """Headings behind which the page turns."""
    for block, following in pairwise(block for block in document.walk() if _page(block)):
        if isinstance(block, Heading) and _page(following) > _page(block):
            yield block


def _page(block: Block) -> int:
    return block.origin.spot.page


def _signature_alone_on_page(parts: Sequence[Part], document: Document) -> Paragraph | None:
    """The signature, when its page shows nothing of the text before it or behind it."""
    signed = [block for block in document.blocks.get("落款", ()) if isinstance(block, Paragraph)]
    page = _page(signed[0]) if signed else 0
    if not page:
        return None
    own = {block.origin.spot.words for block in signed}
    others = (part for part in parts if not (isinstance(part, Line) and part.spot.words in own))
    return None if any(page in _pages(part) for part in others) else signed[0]


def _pages(part: Part) -> range:
    """The pages that something of a part stands on."""
    match part:
        case Line():
            return range(part.spot.page, max(part.spot.page, part.ends) + 1)
        case Grid():
            pages = [box.spot.page for box in part.boxes] or [0]
            return range(min(pages), max(pages) + 1)
        case _:
            return range(part.spot.page, part.spot.page + 1)
