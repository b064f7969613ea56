"""What a reader of a format measured → the layout of the document, once it is known what each line is for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from reportgen.finished.font_families import family_of
from reportgen.finished.parts import Grid, Line, Part
from reportgen.model.document import Block, Document, Heading, Paragraph, Role
from reportgen.model.inline import plain_text
from reportgen.model.layout import Layout, Lettering
from reportgen.model.table import Table
from reportgen.place import Place

_HEADINGS = {1: "一级标题", 2: "二级标题"}
_TITLE, _BODY = "标题", "正文"
_LEAST = 4
"""In pt: what is smaller is no size, but a damaged file."""
_FEW = 300
"""Characters of body text below which its letters say nothing: a form has a few lines of its own."""


def completed(layout: Layout, parts: Sequence[Part], document: Document) -> Layout:
    """The layout with what only the recognised document tells: letters by role, title, headings and signature."""
    lines = _by_words(parts)
    roles = list(_roles(document, lines))
    title = tuple(inline.text for inline in document.lines.get(_TITLE, ()))
    places = {f"{_TITLE}.{at}": inline.origin for at, inline in enumerate(document.lines.get(_TITLE, ()))}
    tables = (block.origin for block in document.walk() if isinstance(block, Table))
    places |= {f"表格.{table.name}": origin for table, origin in zip(layout.tables, tables, strict=False)}
    stranded = list(_headings_at_page_end(document))
    places |= {f"末行.{at}": block.origin for at, block in enumerate(stranded)}
    lonely = _signature_alone_on_page(parts, document)
    lettering, told = _lettering(roles)
    return replace(
        layout,
        lettering=lettering,
        title=title,
        stranded=tuple(f"{block.label}{plain_text(block.inlines)}" for block in stranded),
        lonely=plain_text(lonely.inlines) if lonely else "",
        places={**layout.places, **places, **told, **({"落款": lonely.origin} if lonely else {})},
    )


def _by_words(parts: Sequence[Part]) -> Mapping[tuple[str, str], Line]:
    """The lines by where they stand and what they say."""
    return {(part.spot.words, part.number + part.text): part for part in parts if isinstance(part, Line)}


def _roles(document: Document, lines: Mapping[tuple[str, str], Line]) -> Iterator[tuple[str, Line, Place]]:
    """What each line is for: only what the standard sets in letters of its own."""
    for inline in document.lines.get(_TITLE, ()):
        if line := lines.get((inline.origin.spot.words, inline.text)):
            yield _TITLE, line, inline.origin
    for block in document.blocks.get(_BODY, ()):
        if isinstance(block, Heading | Paragraph) and block.inlines:
            line = lines.get((block.origin.spot.words, block.label + plain_text(block.inlines)))
            name = _name(block)
            if line and name:
                yield name, line, block.origin


def _name(block: Block) -> str:
    match block:
        case Heading():
            return _HEADINGS.get(block.level, "") if block.label else ""
        case Paragraph(role=Role.BODY):
            return "" if block.label else _BODY
        case _:
            return ""


def _lettering(roles: list[tuple[str, Line, Place]]) -> tuple[dict[str, Lettering], dict[str, Place]]:
    """The usual letters of each role, by the number of characters, and where they are first seen."""
    counts: dict[str, Counter[Lettering]] = {}
    places: dict[tuple[str, Lettering], Place] = {}
    for name, line, place in roles:
        if line.look and line.look.size >= _LEAST and (family := family_of(line.look.font)):
            letters = Lettering(family, Decimal(str(round(line.look.size * 2) / 2)))
            counts.setdefault(name, Counter())[letters] += len(line.text)
            places.setdefault((name, letters), place)
    usual = {
        name: count.most_common(1)[0][0] for name, count in counts.items() if name != _BODY or count.total() >= _FEW
    }
    return usual, {f"字体.{name}": places[name, letters] for name, letters in usual.items()}


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
