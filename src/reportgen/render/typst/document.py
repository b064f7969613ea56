"""The document in its frame as JSON, which the template walks: sections of items, each a `match` over blocks."""

from collections.abc import Iterator
from datetime import datetime

from reportgen.model.conditions import shown_items
from reportgen.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    Heading,
    Illustration,
    Letterhead,
    PageTurn,
    Paragraph,
    Role,
    Table,
    line_of,
)
from reportgen.model.frame import Frame, FrameBlocks, FrameItem, FrameLine, FrameRow, FrameTable
from reportgen.model.look import Align, Looks, Style
from reportgen.model.table import CellRole
from reportgen.model.table_parts import parts_of
from reportgen.place import Place
from reportgen.record import replace
from reportgen.render.chart.svg import chart_svg, in_faces
from reportgen.render.placed import above, head_table, is_placed, placed_line
from reportgen.render.printed_blocks import printed_blocks
from reportgen.render.typst.edges import edges_json, numbers_json, page_json
from reportgen.render.typst.frame import FrameJson
from reportgen.render.typst.marks import WORD, with_marks, with_signs
from reportgen.render.typst.numbers import Measure
from reportgen.render.typst.pictures import Pictures
from reportgen.render.typst.styles import Json, Styles
from reportgen.render.typst.tables import table_json

_ENTRIES = (Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3)
_TABLES = ("grid", "cells")


def document_json(document: Document, frame: Frame, looks: Looks, styles: Styles, pictures: Pictures) -> Json:
    """All that the template asks for, but for the moment."""
    body = _Body(document, frame, looks, styles, pictures)
    sections = [{"across": across, "items": items} for across, items in body.sections()]
    language, _dash, region = document.metadata.language.partition("-")
    return {
        "title": document.metadata.title or document.metadata.author or "—",
        "author": document.metadata.author,
        "language": language,
        "region": region.lower(),
        "page": page_json(looks.page),
        **numbers_json(looks, styles),
        **edges_json(frame, body.made),
        "sections": sections,
        "styles": styles.as_json(),  # last: by now all are known
    }


def dated(moment: datetime) -> Json:
    """A moment as the template takes it."""
    return {name: getattr(moment, name) for name in ("year", "month", "day", "hour", "minute", "second")}


class _Body:
    """Fills one frame."""

    def __init__(self, document: Document, frame: Frame, looks: Looks, styles: Styles, pictures: Pictures) -> None:
        self.document, self.frame, self.looks, self.styles, self.pictures = document, frame, looks, styles, pictures
        self.made = FrameJson(document, looks, styles, pictures)
        self.headings = [block for block in printed_blocks(document, frame.items) if isinstance(block, Heading)]
        self.passed = self.level = 0
        """How many headings there have been, and at which level the last one is tagged."""
        self.begun = self.across = False
        self.above: Style | None = None
        """The style of the paragraph right above; None below anything else."""
        self.table_above = False
        self.grids = 0
        """How many tables of the content there have been, each part counted."""

    def sections(self) -> Iterator[tuple[bool, list[Json]]]:
        """Whether each lies across, and what stands in it; a turn of the paper that stands before every other block
        takes the lines of the frame above it along.
        """
        held: list[Json] = []
        for item in self.items(self.frame.items):
            if not isinstance(item, PageTurn):
                held.append(item)
                continue
            if held and (self.begun or item.landscape == self.across):
                yield self.across, held
                held = []
            self.across = item.landscape
        yield self.across, held

    def items(self, items: tuple[FrameItem, ...]) -> Iterator[Json | PageTurn]:
        for item in shown_items(items, self.document.shows):
            match item:
                case FrameLine():
                    yield self.made.line(self.follow(item))
                case FrameTable():
                    yield self.stands(self.made.table(item))
                case FrameRow():
                    pass  # stand in tables
                case FrameBlocks():
                    for block in self.document.blocks.get(item.name, ()):
                        yield from self.block(block)

    def block(self, block: Block) -> Iterator[Json | PageTurn]:
        if isinstance(block, PageTurn):
            self.above, self.table_above = None, False
            yield block
            return
        self.begun = True
        match block:
            case Heading():
                yield self.heading(block)
            case Letterhead():
                yield self.stands(self.made.table(head_table(block, self.looks)))
            case Paragraph() if is_placed(block):
                yield self.made.line(self.follow(placed_line(block, self.looks)))
            case Paragraph():
                style = above(block, _own_style(block, self.looks.styles[block.role.value]), self.looks)
                yield self.paragraph(style, line_of(block), block.origin)
            case Table():
                yield from self.table(block)
            case Chart():
                yield self.stands(self.chart(block))
            case Illustration():
                yield self.stands(self.illustration(block))
            case Contents():
                yield self.stands(self.contents(block))

    def heading(self, heading: Heading) -> Json:
        """A heading; in the tags no level is skipped, whatever the text does."""
        self.level = min(heading.level, self.level + 1)
        self.passed += 1
        words = line_of(heading)
        made = self.paragraph(self.looks.styles[heading.role.value], words, heading.origin)
        return made | {
            "kind": "heading",
            "level": self.level,
            "plain": words.replace("\n", ""),
            "name": _name(self.passed),
        }

    def paragraph(self, style: Style, words: str, origin: Place) -> Json:
        style = self.spaced(style)
        room = self.room() - style.left - style.right
        measure = Measure(style.size, style.letter_spacing, room, room - style.first_line)
        marked = with_signs(words, style.size, room, measure if style.align is Align.JUSTIFY else None)
        return {
            "kind": "paragraph",
            "place": str(origin),
            "style": self.styles.use(style),
            "words": marked,
            "long": WORD in marked,
        }

    def table(self, table: Table) -> Iterator[Json]:
        """Its caption and its unit, which keep to it, and the table."""
        for role, words in ((Role.CAPTION, table.caption), (Role.UNIT, table.unit)):
            if words:
                yield self.paragraph(replace(self.looks.styles[role.value], keep_next=True), words, table.origin)
        follows = self.table_above
        for part in parts_of(table):
            self.grids += 1
            made = table_json(part, self.looks.styles, self.styles, self.room(), follows)
            yield self.stands(made | {"number": self.grids, "room": self.area()})

    def chart(self, chart: Chart) -> Json:
        return {
            "kind": "chart",
            "place": str(chart.origin),
            "style": self.styles.use(self.looks.styles[CellRole.CENTER.value]),
            "file": self.pictures.keep(in_faces(chart_svg(chart, self.looks)).encode()),
            "spoken": chart.spoken,
        }

    def illustration(self, illustration: Illustration) -> Json:
        return {
            "kind": "pictures",
            "place": str(illustration.origin),
            "style": self.styles.use(self.looks.styles[CellRole.CENTER.value]),
            "pictures": [self.made.picture(picture) for picture in illustration.pictures],
        }

    def contents(self, contents: Contents) -> Json:
        entries = [
            {
                "style": self.styles.use(self.looks.styles[_ENTRIES[min(heading.level, len(_ENTRIES)) - 1].value]),
                "words": with_marks(line_of(heading)),
                "name": _name(number),
            }
            for number, heading in enumerate(self.headings, start=1)
            if heading.level <= contents.depth
        ]
        style = self.styles.use(self.looks.styles[Role.CONTENTS_TITLE.value])
        return {
            "kind": "contents",
            "place": str(contents.origin),
            "style": style,
            "title": contents.title,
            "entries": entries,
        }

    def room(self) -> float:
        """The width of the type area, as the paper lies."""
        return self.area()[0]

    def area(self) -> tuple[float, float]:
        """The type area, as the paper lies: how wide and how high it is."""
        page = self.looks.page
        upright = page.width - page.left - page.right, page.height - page.top - page.bottom
        return upright[::-1] if self.across else upright

    def follow(self, line: FrameLine) -> FrameLine:
        """A line of the frame, below what stands above it."""
        return replace(line, style=self.spaced(line.style))

    def spaced(self, style: Style) -> Style:
        """The style, without its space above where the paragraph above has the same and both belong together."""
        joins = style.contextual and self.above is not None and self.above.id == style.id
        self.above, self.table_above = style, False
        return replace(style, before=0.0) if joins else style

    def stands(self, item: Json) -> Json:
        """What is no paragraph, below what stands above it."""
        self.above, self.table_above = None, item["kind"] in _TABLES
        return item


def _own_style(block: Paragraph, style: Style) -> Style:
    if block.right_blank is not None:
        return replace(style, right=float(block.right_blank) * style.character)
    return replace(style, after=0.0) if block.tight else style


def _name(number: int) -> str:
    """By which the contents find a heading."""
    return f"h{number}"
