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
    Text,
    line_of,
)
from reportgen.model.entries import entries_of, named
from reportgen.model.frame import Frame, FrameBlocks, FrameItem, FrameLine, FrameRow, FrameTable
from reportgen.model.inline import Inline, is_changed, is_plain, plain_text
from reportgen.model.look import Align, Looks, Style
from reportgen.model.table import CellRole
from reportgen.model.table_parts import parts_of
from reportgen.place import Place
from reportgen.record import replace
from reportgen.render.chart.svg import chart_svg, in_faces
from reportgen.render.flat_drawings import without_words
from reportgen.render.placed import above, head_table, is_placed, placed_line
from reportgen.render.printed_blocks import printed_blocks
from reportgen.render.typst.edges import edges_json, numbers_json, page_json
from reportgen.render.typst.frame import FrameJson
from reportgen.render.typst.marks import WORD, with_marks, with_signs
from reportgen.render.typst.numbers import Measure
from reportgen.render.typst.pictures import Pictures
from reportgen.render.typst.rich import Rich
from reportgen.render.typst.sections import Section
from reportgen.render.typst.styles import LONGEST_STRING, Json, Styles
from reportgen.render.typst.tables import table_json

_ENTRIES = (Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3)
_TABLES = ("grid", "cells")


def document_json(document: Document, frame: Frame, looks: Looks, styles: Styles, pictures: Pictures) -> Json:
    """All that the template asks for, but for the moment."""
    body = _Body(document, frame, looks, styles, pictures)
    sections = [section.json(items) for section, items in body.sections()]
    language, _dash, region = document.metadata.language.partition("-")
    return {
        "title": (document.metadata.title or document.metadata.author or "—")[:LONGEST_STRING],
        "author": document.metadata.author[:LONGEST_STRING],
        "language": language,
        "region": region.lower(),
        "page": page_json(looks.page),
        **numbers_json(looks, styles),
        **edges_json(frame, body.made),
        "sections": sections,
        "marks": looks.marks.value,
        **body.rich.used,
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
        self.rich = Rich(looks.styles, styles)
        self.blocks = list(printed_blocks(document, frame.items))
        self.names = {id(block): f"h{number}" for number, block in enumerate(named(self.blocks), start=1)}
        """By which entries and bookmarks find what they lead to."""
        self.level = 0
        """At which level the last heading is tagged."""
        self.begun = False
        self.section = Section()
        self.above: Style | None = None
        """The style of the paragraph right above; None below anything else."""
        self.table_above = False
        self.grids = 0
        """How many tables of the content there have been, each part counted."""

    def sections(self) -> Iterator[tuple[Section, list[Json]]]:
        """Each with what stands in it; a turn of the paper that stands before every other block
        takes the lines of the frame above it along.
        """
        held: list[Json] = []
        for item in self.items(self.frame.items):
            if not isinstance(item, PageTurn):
                held.append(item)
                continue
            if held and (self.begun or item.numbers or item.landscape == self.section.across):
                yield self.section, held
                held = []
            self.section = self.section.turned(item)
        yield self.section, held

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
                made = self.paragraph(style, (Text(block.label), *block.inlines), block.origin)
                yield made | (self.bookmarked(block, 1, block.entry) if block.entry else self.name_of(block))
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
        words = line_of(heading)
        inlines = (Text(heading.label), *heading.inlines)
        made = self.paragraph(self.looks.styles[heading.role.value], inlines, heading.origin)
        return made | self.bookmarked(heading, heading.level + heading.of_annex, words.replace("\n", ""))

    def bookmarked(self, block: Block, level: int, words: str) -> Json:
        """What makes a heading of a paragraph: its level and how the bookmarks name it."""
        self.level = min(level, self.level + 1)
        return {"kind": "heading", "level": self.level, "plain": words[:LONGEST_STRING], "name": self.names[id(block)]}

    def paragraph(self, style: Style, inlines: tuple[Inline, ...], origin: Place) -> Json:
        style = self.spaced(style)
        made: Json = {"kind": "paragraph", "place": str(origin), "style": self.styles.use(style)}
        room = self.room() - style.left - style.right
        measure = Measure(style.size, style.letter_spacing, room, room - style.first_line)
        numbers = measure if style.align is Align.JUSTIFY else None
        if not is_plain(inlines):
            changed = {"changed": True} if is_changed(inlines) else {}
            return made | self.rich.words(inlines, style.size, room, numbers) | changed
        marked = with_signs(plain_text(inlines), style.size, room, numbers)
        return made | {"words": marked, "long": WORD in marked}

    def name_of(self, block: Block) -> Json:
        """By which an entry finds a line that is no heading."""
        return {"name": self.names[id(block)]} if id(block) in self.names else {}

    def table(self, table: Table) -> Iterator[Json]:
        """Its caption and its unit, which keep to it, and the table."""
        for role, words in ((Role.CAPTION, table.caption), (Role.UNIT, table.unit)):
            if words:
                style = replace(self.looks.styles[role.value], keep_next=True)
                made = self.paragraph(style, (Text(words),), table.origin)
                yield made | (self.name_of(table) if role is Role.CAPTION else {})
        follows = self.table_above
        for part in parts_of(table):
            self.grids += 1
            made = table_json(part, self.rich, self.styles, self.room(), follows)
            yield self.stands(made | {"number": self.grids, "room": self.area()})

    def chart(self, chart: Chart) -> Json:
        return {
            "kind": "chart",
            "place": str(chart.origin),
            "style": self.styles.use(self.looks.styles[CellRole.CENTER.value]),
            "file": self.pictures.keep(in_faces(chart_svg(chart, self.looks)).encode()),
            "spoken": chart.spoken[:LONGEST_STRING],
        }

    def illustration(self, illustration: Illustration) -> Json:
        return {
            "kind": "pictures",
            "place": str(illustration.origin),
            "style": self.styles.use(self.looks.styles[CellRole.CENTER.value]),
            "pictures": [self.made.picture(without_words(picture)) for picture in illustration.pictures],
        }

    def contents(self, contents: Contents) -> Json:
        entries = [
            {
                "style": self.styles.use(self.looks.styles[_ENTRIES[min(entry.level, len(_ENTRIES)) - 1].value]),
                "words": with_marks(entry.words),
                "name": self.names[id(entry.block)],
            }
            for entry in entries_of(contents, self.blocks)
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
        return upright[::-1] if self.section.across else upright

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
    if block.indents:
        left, first = (float(each) * style.character for each in (block.indents.further, block.indents.first))
        return replace(style, left=left, first_line=first - left, before=0.0 if block.joins else style.before)
    return replace(style, after=0.0) if block.tight else style
