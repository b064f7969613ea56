"""The frame with its slots filled, as one HTML page."""

from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from reportgen.model.document import (
    Block,
    Break,
    Contents,
    Document,
    Heading,
    Inline,
    Number,
    PageTurn,
    Paragraph,
    Table,
    Text,
)
from reportgen.model.frame import Frame, FrameBlocks, FrameIf, FrameItem, FrameLine, Slot
from reportgen.model.look import Looks, Style
from reportgen.render.html.css import css_class, declarations, pt, stylesheet


@cache
def _shell() -> Template:
    environment = Environment(
        loader=PackageLoader("reportgen.render.html", "."), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("shell.html")


def render_html(document: Document, frame: Frame, looks: Looks) -> str:
    """One self-contained page; block elements carry `id="b1"`, `b2` … in document order."""
    page = _Page(document, looks)
    body = Markup("\n").join(page.items(frame.items))
    return _shell().render(
        metadata=document.metadata,
        css=Markup(stylesheet(looks, page.used.values())),
        body=body,
    )


class _Page:
    """Fills one frame; remembers the styles that were used."""

    def __init__(self, document: Document, looks: Looks) -> None:
        self.document = document
        self.looks = looks
        self.used: dict[str, Style] = {}
        self.count = 0

    def items(self, items: tuple[FrameItem, ...]) -> Iterator[Markup]:
        for item in items:
            match item:
                case FrameLine():
                    yield self.line(item)
                case FrameBlocks():
                    for block in self.document.blocks.get(item.name, ()):
                        yield self.block(block)
                case FrameIf():
                    if self.document.lines.get(item.name) or self.document.blocks.get(item.name):
                        yield from self.items(item.items)

    def line(self, line: FrameLine) -> Markup:
        pieces = (
            _inlines(self.document.lines.get(part.name, ())) if isinstance(part, Slot) else escape(part)
            for part in line.parts
        )
        own = line.style != self.looks.styles.get(line.style.name)
        style = Markup(' style="{}"').format(declarations(line.style)) if own else Markup("")
        return Markup('<p class="{}"{}>{}</p>').format(
            self.use(line.style), style, Markup("").join(pieces) or Markup("<br>")
        )

    def block(self, block: Block) -> Markup:
        self.count += 1
        match block:
            case Heading() | Paragraph():
                return self.paragraph(block)
            case Table():
                return Markup("")
            case PageTurn():
                return Markup("")
            case Contents():
                return Markup("")

    def paragraph(self, block: Heading | Paragraph) -> Markup:
        words = escape(block.label) + _inlines(block.inlines)
        style = self.looks.styles[block.role.value]
        name = self.use(style)
        match block:
            case Heading():
                return Markup('<h{0} id="b{1}" class="{2}">{3}</h{0}>').format(block.level, self.count, name, words)
            case Paragraph():
                blank = block.right_blank
                right = Markup("")
                if blank is not None:
                    right = Markup(' style="padding-right: {}"').format(pt(float(blank) * style.character))
                return Markup('<p id="b{}" class="{}"{}>{}</p>').format(self.count, name, right, words)

    def use(self, style: Style) -> str:
        self.used.setdefault(style.id, self.looks.styles.get(style.name, style))
        return css_class(style)


def _inlines(inlines: tuple[Inline, ...]) -> Markup:
    return Markup("").join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> Markup:
    match inline:
        case Text() | Number():
            return escape(inline.text)
        case Break():
            return Markup("<br>")
