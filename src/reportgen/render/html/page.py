"""The frame with its slots filled, as one HTML page."""

from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

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
    Table,
)
from reportgen.model.entries import entries_of
from reportgen.model.frame import Frame, FrameBlocks, FrameItem, FrameLine, FrameRow, FrameTable
from reportgen.model.inline import is_changed
from reportgen.model.look import Looks, Style
from reportgen.render.html.changes import BESIDE, change_rules
from reportgen.render.html.charts import BELOW, below_rules, chart_html, chart_rules
from reportgen.render.html.contents import CONTENTS_RULES, contents_html
from reportgen.render.html.css import across_rules, css_class, pt, quoted, stylesheet
from reportgen.render.html.edges import edge_rules, edges_html
from reportgen.render.html.frame import FRAME_RULES, FrameHtml
from reportgen.render.html.inlines import inlines_html
from reportgen.render.html.notes import RichHtml
from reportgen.render.html.numbering import numbering_rules, section_class
from reportgen.render.html.screen import screen_rules
from reportgen.render.html.shapes import illustration_html
from reportgen.render.html.tables import density_rules, table_html, table_rules
from reportgen.render.placed import head_table, is_placed, pitch, placed_line
from reportgen.render.printed_blocks import printed_blocks

_DEEPEST = 4
"""Of headings, as the style sheet has them."""


@cache
def _shell() -> Template:
    environment = Environment(
        loader=PackageLoader("reportgen.render.html", "."), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("shell.html")


def render_html(document: Document, frame: Frame, looks: Looks, *, screen: bool = False) -> str:
    """One self-contained page; block elements carry `id="b1"`, `b2` … in document order.

    With `screen` it is meant for a browser, without it for the engine of a PDF.
    """
    page = _Page(document, frame, looks, screen)
    body = edges_html(frame, page.made) + Markup("\n").join(page.sections()) + page.rich.below()
    return _shell().render(metadata=document.metadata, css=Markup(page.css()), body=body)


class _Page:
    """Fills one frame; remembers the styles that were used."""

    def __init__(self, document: Document, frame: Frame, looks: Looks, screen: bool) -> None:
        self.document, self.screen = document, screen
        self.frame = frame
        self.looks = looks
        self.made = FrameHtml(document, looks, self.use)
        imprint = any(isinstance(item, FrameTable) and item.at_foot for item in frame.walk())
        self.rich = RichHtml(looks, screen, ruled=not imprint)  # it stands where notes do, and has lines of its own
        self.used: dict[str, Style] = {}
        self.blocks = list(enumerate(printed_blocks(document, frame.items), start=1))
        """Every block with the number of its id."""
        self.kinds = {type(block) for _number, block in self.blocks}
        self.numbers = iter(range(1, len(self.blocks) + 1))
        self.begun = False
        """Whether a block has said something yet."""

    def css(self) -> str:
        """The rules for what the page holds; to be asked for when it has been filled."""
        edges = edge_rules(self.frame, self.looks.page)
        rules = [stylesheet(self.looks, self.used.values()), *FRAME_RULES, *edges]
        if PageTurn in self.kinds:
            rules += ["section + section { break-before: page }", across_rules(self.looks)]
            turns = [block for _number, block in self.blocks if isinstance(block, PageTurn)]
            rules += numbering_rules(self.looks, turns)
        if Table in self.kinds:
            rules += table_rules(self.looks.styles)
            rules += density_rules(block for _number, block in self.blocks if isinstance(block, Table))
        if Chart in self.kinds or Illustration in self.kinds:
            rules += chart_rules(self.looks)
        roles = {block.role for _number, block in self.blocks if isinstance(block, Paragraph)}
        rules += below_rules(self.looks, (role for role in BELOW if role in roles))
        if Contents in self.kinds:
            rules += CONTENTS_RULES
        rules += self.rich.rules()
        if is_changed(tuple(self.document.inlines())):
            rules += change_rules(self.looks.marks)
        if self.screen:
            rules += screen_rules(self.looks)
        return "\n".join(rules)

    def sections(self) -> Iterator[Markup]:
        """The body; where pages are turned in sections, each of which begins a page.

        A turn of the paper that stands before every other block takes the lines of the frame above it along: the title
        of a form across lies across too.
        """
        held: list[Markup] = []
        name = "upright" if PageTurn in self.kinds else ""
        for piece in self.items(self.frame.items):
            if isinstance(piece, Markup):
                held.append(piece)
                continue
            if held and (self.begun or piece.numbers or piece.landscape == (name == "across")):
                yield _section(held, name)
                held = []
            name = section_class(piece, name)
        yield _section(held, name)

    def items(self, items: tuple[FrameItem, ...]) -> Iterator[Markup | PageTurn]:
        for item in shown_items(items, self.document.shows):
            match item:
                case FrameLine():
                    yield self.made.line(item)
                case FrameTable():
                    yield self.made.table(item)
                case FrameRow():
                    pass  # stand in tables
                case FrameBlocks():
                    for block in self.document.blocks.get(item.name, ()):
                        yield self.block(block)

    def block(self, block: Block) -> Markup | PageTurn:  # noqa: PLR0911 - one case for each kind
        number = next(self.numbers)
        if isinstance(block, PageTurn):
            return block
        self.begun = True
        match block:
            case Letterhead():
                return self.made.table(head_table(block, self.looks))
            case Paragraph() if is_placed(block):
                return self.made.line(placed_line(block, self.looks))
            case Heading() | Paragraph():
                return self.paragraph(block, number)
            case Table():
                made = table_html(block, number, self.looks.styles, self.use, self.rich)
                return Markup('<div class="wide">{}</div>').format(made) if self.screen else made
            case Chart():
                return chart_html(block, number, self.looks)
            case Illustration():
                return illustration_html(block, number)
            case Contents():
                numbers = {id(other): at for at, other in self.blocks}
                entries = entries_of(block, (other for _number, other in self.blocks))
                shown = ((numbers[id(entry.block)], entry) for entry in entries)
                return contents_html(block, number, shown, self.looks.styles, self.use)

    def paragraph(self, block: Heading | Paragraph, number: int) -> Markup:
        words = escape(block.label) + inlines_html(block.inlines, self.rich)
        style = self.looks.styles[block.role.value]
        name = BELOW[block.role] if block.role in BELOW else self.use(style)
        name += f" {BESIDE}" if is_changed(block.inlines) else ""
        match block:
            case Heading():
                level = min(block.level + block.of_annex, _DEEPEST)
                return Markup('<h{0} id="b{1}" class="{2}">{3}</h{0}>').format(level, number, name, words)
            case Paragraph(entry=entry) if entry:
                told = Markup(' style="bookmark-level: 1; bookmark-label: {}"').format(quoted(entry))
                return Markup('<h1 id="b{}" class="{}"{}>{}</h1>').format(number, name, told, words)
            case Paragraph():
                direct = Markup("").join(_direct(block, style, pitch(self.looks.styles)))
                return Markup('<p id="b{}" class="{}"{}>{}</p>').format(number, name, direct, words)

    def use(self, style: Style) -> str:
        self.used.setdefault(style.id, self.looks.styles.get(style.name, style))
        return css_class(style)


def _direct(block: Paragraph, style: Style, line: float) -> Iterator[Markup]:
    css = [f"padding-right: {pt(float(block.right_blank) * style.character)}"] if block.right_blank is not None else []
    css += [f"padding-top: {pt(float(block.above) * line)}"] if block.above is not None else []
    if block.indents:
        left, first = (float(each) * style.character for each in (block.indents.further, block.indents.first))
        css += [f"padding-left: {pt(left)}", f"text-indent: {pt(first - left)}"]
    css += ["padding-top: 0"] if block.joins else []
    css += ["padding-bottom: 0"] if block.tight and block.right_blank is None else []
    if css:
        yield Markup(' style="{}"').format("; ".join(css))


def _section(pieces: list[Markup], name: str) -> Markup:
    words = Markup("\n").join(pieces)
    return Markup('<section class="{}">\n{}\n</section>').format(name, words) if name else words
