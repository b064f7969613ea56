"""Where else a chart or a picture may stand that leaves a hole above it: behind text that fills the page, or before.

A chart is named in the text (如图1所示), so it may stand some paragraphs from there. Charts keep their order: one that
passes another takes it along. None passes a table or a turn of the paper, or parts a heading from its text.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from reportgen.model.document import HEADINGS, Block, Chart, Heading, Illustration, Paragraph, Role, line_of
from reportgen.record import Struct, replace

_OF_CHARTS = (Role.FIGURE, Role.CAPTION, Role.SOURCE)
_LINE = 56
"""Half-width characters of a line of running text (28 字)."""
_INDENT = 4

Blocks = tuple[Block, ...]


class _Place(Struct, frozen=True):
    """Behind some text: what is then above the chart and below it, and the lines of that text."""

    text: Blocks
    charts: Blocks
    """Others that it would pass."""
    lines: int

    @property
    def crossed(self) -> int:
        """The highest heading that it lies beyond, as it is passed: 0 for none, more for higher ones."""
        levels = [block.level for block in self.text if isinstance(block, Heading)]
        return 1 + len(HEADINGS) - min(levels) if levels else 0


def moves(blocks: Sequence[Block], at: int, free: int, needed: int) -> Iterator[Blocks]:
    """The blocks with the chart at `at` elsewhere, what is most like the text first.

    `free` are the lines that are empty above it, `needed` those that it takes itself. First behind the paragraphs up to
    the next heading, then behind lower headings, then before the paragraphs above it, up to their heading; a chart goes
    into another chapter last of all.
    """
    end = next((index for index in range(at + 1, len(blocks)) if not _of_chart(blocks[index])), len(blocks))
    group, rest = tuple(blocks[at:end]), tuple(blocks[end:])
    places = sorted((place for place in _places(rest) if place.lines >= free), key=lambda place: place.crossed)
    for place in (place for place in places if place.crossed < len(HEADINGS)):
        yield (*blocks[:at], *_behind(place, group, rest))
    above = list(takewhile(lambda block: _is_text(block) and not isinstance(block, Heading), reversed(blocks[:at])))
    for count, lines in enumerate(accumulate(map(_lines, above)), start=1):
        if lines >= needed - free:
            yield (*blocks[: at - count], *_swapped(group, tuple(blocks[at - count : at]), not rest), *rest)
    for place in (place for place in places if place.crossed == len(HEADINGS)):
        yield (*blocks[:at], *_behind(place, group, rest))


def _behind(place: _Place, group: Blocks, rest: Blocks) -> Blocks:
    return (*place.text, *group, *place.charts, *rest[len(place.text) + len(place.charts) :])


def _places(rest: Blocks) -> Iterator[_Place]:
    """Behind each paragraph that follows, never behind a heading."""
    text: Blocks = ()
    charts: Blocks = ()
    for block in rest:
        if isinstance(block, Chart | Illustration) or (charts and _of_chart(block)):
            charts = (*charts, block)
        elif _is_text(block):
            text = (*text, block)
            if isinstance(block, Paragraph):
                yield _Place(text, charts, sum(map(_lines, text)))
        else:
            return


def _is_text(block: Block) -> bool:
    """Whether it may be passed: not what stays with the signature, nor what belongs to a chart or a table."""
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role is Role.BODY)


def _of_chart(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in _OF_CHARTS


def _lines(block: Block) -> int:
    """How many it takes, about: a hanzi has two bytes in GB 18030, a digit one."""
    if not isinstance(block, Heading | Paragraph):
        return 0
    return -(-(len(line_of(block).encode("gb18030")) + _INDENT) // _LINE)


def _swapped(group: Blocks, above: Blocks, ends: bool) -> Blocks:
    """The chart before what stood above it, whose last paragraph stays with the signature if the chart did."""
    caption, last = group[-1], above[-1]
    if ends and isinstance(caption, Paragraph) and isinstance(last, Paragraph):
        group = (*group[:-1], replace(caption, role=Role.FIGURE if caption.role is Role.CAPTION else caption.role))
        above = (*above[:-1], replace(last, role=Role.CLOSING))
    return (*group, *above)
