"""Words at places of their own, seals, and a letterhead of several lines → lines and tables as a frame has them.

So every engine sets them by what it knows already; only the Word file has a writer of its own for them.
"""

from collections.abc import Iterator, Mapping

from reportgen.compose.signature import width
from reportgen.model.document import Letterhead, Paragraph, Role, Seal, Stand
from reportgen.model.frame import Float, FrameCell, FrameLine, FrameRow, FrameTable, Picture, Piece, Span
from reportgen.model.inline import plain_text
from reportgen.model.letterhead import Anchor
from reportgen.model.look import Align, Looks, Rule, Style, TabStop
from reportgen.record import Struct, replace

_ALIGN = {Anchor.START: Align.LEFT, Anchor.MIDDLE: Align.CENTER, Anchor.END: Align.RIGHT}
_SLACK = 1.0
"""In pt: a column as wide as its words to the last place would break them."""
_BLANK = "\u3000"
_APART = 0.5
"""Between the names of a letterhead and 文件, in 字."""


def above(block: Paragraph, style: Style, looks: Looks) -> Style:
    """The style with as many lines free above as the paragraph says."""
    if block.above is None:
        return style
    return replace(style, before=float(block.above) * pitch(looks.styles))


def pitch(styles: Mapping[str, Style]) -> float:
    """From one line of running text to the next, in pt."""
    body = styles[Role.BODY.value]
    return body.line or body.size


def character(looks: Looks) -> float:
    """The width of one 字 of running text, in pt."""
    return looks.styles[Role.BODY.value].character


def is_placed(block: Paragraph) -> bool:
    """Whether it is no running line."""
    return bool(block.stands or block.seals)


def placed_line(block: Paragraph, looks: Looks) -> FrameLine:
    """A paragraph as a line with tab stops, its seals hanging on it."""
    style = above(block, looks.styles[block.role.value], looks)
    stops = tuple(TabStop(stop(stand, looks), _ALIGN[stand.anchor]) for stand in block.stands)
    style = replace(style, tabs=stops, left=0.0, right=0.0, first_line=0.0, align=Align.LEFT, keep_lines=True)
    parts: list[Piece | Span] = []
    for stand in block.stands:
        words = plain_text(stand.inlines)
        parts += ["\t" + stand.label, *(_name(words, named(style, looks)) if stand.as_name else (words,))]
    return FrameLine(style, tuple(parts), tuple(_hung(block, style, looks)), block.origin)


def _name(words: str, style: Style) -> Iterator[Piece | Span]:
    """A name, the blank in it in the letters of its line: 楷体 has none, and Pango takes a box for it."""
    for at, part in enumerate(words.split(_BLANK)):
        if at:
            yield _BLANK
        yield Span(style, (part,))


def stop(stand: Stand, looks: Looks) -> float:
    """Where the words of a stand begin, end or have their middle, its label among them; in pt from the left edge."""
    return float(stand.at - width(stand.label)) * character(looks)


def named(style: Style, looks: Looks) -> Style:
    """The letters of a name in a line of that style."""
    kai = looks.styles[Role.HEADING_2.value]
    return replace(style, east_asian_font=kai.east_asian_font, latin_font=kai.latin_font)


def _hung(block: Paragraph, style: Style, looks: Looks) -> list[Float]:
    made = []
    for seal in block.seals:
        if seal.picture:
            left, top = corner(seal, seal.picture, looks)
            made.append(Float(seal.picture, left, top + style.before, from_line=True, behind=True))
    return made


def corner(seal: Seal, picture: Picture, looks: Looks) -> tuple[float, float]:
    """From the left edge of the type area, and from the head of the line's letters, to the corner of a seal, in pt."""
    left = float(seal.middle) * character(looks) - picture.width / 2
    return left, float(seal.below) * pitch(looks.styles) - picture.height / 2


# ---- letterheads ----


class Spread(Struct, frozen=True):
    """A name with its letters so far apart, in pt, that it is as wide as the widest; `style` is that of its line."""

    name: str
    spacing: float
    style: Style


class HeadSetting(Struct, frozen=True):
    """A letterhead of several lines as it is set: widths in pt of the column of names and that of 文件."""

    style: Style
    names: tuple[Spread, ...]
    word: str
    name_width: float
    word_width: float


def head_setting(head: Letterhead, looks: Looks) -> HeadSetting:
    """The style, made smaller until a line finds room, and the letters of each name spread."""
    style, room = looks.styles[Role.LETTERHEAD.value], looks.page.width - looks.page.left - looks.page.right
    widest = max(float(width(name.text)) for name in head.names)
    beside = float(width(head.word)) + _APART if head.word else 0.0
    style = style.fitted(widest + beside, room)
    full = widest * style.character - style.letter_spacing
    below = replace(style, before=0.0)
    names = [
        Spread(name.text, _spacing(name.text, full, style), below if at else style)
        for at, name in enumerate(head.names)
    ]
    name_width = widest * style.character + _SLACK
    word_width = beside * style.character - style.letter_spacing - _SLACK if head.word else 0.0
    return HeadSetting(below, tuple(names), head.word, name_width, word_width)


def _spacing(name: str, full: float, style: Style) -> float:
    gaps = len(name) - 1
    return (full - float(width(name)) * style.size) / gaps if gaps else 0.0


def head_table(head: Letterhead, looks: Looks) -> FrameTable:
    """The letterhead as a table of one row without rules."""
    made = head_setting(head, looks)
    names = tuple(
        FrameLine(replace(name.style, align=Align.LEFT), _spread(name) if head.printed else (), origin=head.origin)
        for name in made.names
    )
    cells = [FrameCell(names, rules=_NO_RULES)]
    if head.word:
        word = replace(made.style, align=Align.RIGHT)
        cells.append(
            FrameCell((FrameLine(word, (head.word,) if head.printed else ()),), rules=_NO_RULES, upright="middle")
        )
    widths = (made.name_width, *((made.word_width,) if head.word else ()))
    return FrameTable((FrameRow(tuple(cells)),), widths, (0.0, 0.0, 0.0, 0.0), align=Align.CENTER)


_NO_RULES: tuple[Rule | None, Rule | None, Rule | None, Rule | None] = (None, None, None, None)


def _spread(name: Spread) -> tuple[Piece | Span, ...]:
    """All letters but the last, which has nothing behind it."""
    if len(name.name) < 2:
        return (name.name,)
    return (Span(replace(name.style, align=Align.LEFT, letter_spacing=name.spacing), (name.name[:-1],)), name.name[-1:])
