"""The pages of a bound copy between its cover and its text, in Roman numbers; the text begins with page 1.

Printed on both sides, each of them begins on a right-hand page, and so does the text.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.compose.body import Body
from reportgen.compose.parts import PERSONS, parts_of
from reportgen.diagnostics.page_kinds import FRONT
from reportgen.language import _
from reportgen.model.content import Content, Listing, Prose
from reportgen.model.density import Density
from reportgen.model.document import Block, Contents, Lists, Numbers, PageTurn, Paragraph, Role, Text
from reportgen.model.entries import is_captioned
from reportgen.model.table import Cell, CellRole, Table
from reportgen.packs.front import AS_IN_PACK, DUTY, NAMES, CaptionsStep, FrontStep, SigningStep, StatementStep
from reportgen.packs.outline import ContentsStep
from reportgen.packs.pack import Pack
from reportgen.place import NOWHERE, Place, Written
from reportgen.record import replace

BOTH_SIDES = "双面印刷"
_YES, _NO = "是", "否"
_HEADS = (DUTY, NAMES, "签字", "日期")
_WIDTHS = (Decimal(40), Decimal(36), Decimal(46), Decimal(34))
"""In mm: the lines to sign on take what names leave."""
_ROOM = Density(14, 28, 8)
"""Letters of 四号, and room to sign in."""


def front_pages(pack: Pack, content: Content, body: Body, shown: Iterable[Block]) -> tuple[Block, ...]:
    """The pages and the turn to the text, of which `shown` are the blocks; nothing for a pack without front pages."""
    recto = _both_sides(content, body)
    if not pack.front:
        return (Contents(pack.contents),) if pack.contents else ()
    captioned = any(map(is_captioned, shown))
    pages = [page for step in pack.front if (page := list(_page(step, content, body, captioned)))]
    turns = (PageTurn(numbers=None if number else Numbers.ROMAN, recto=recto) for number in range(len(pages)))
    blocks = [block for turn, page in zip(turns, pages, strict=True) for block in (turn, *page)]
    return (*blocks, PageTurn(numbers=Numbers.ARABIC, recto=recto))


def _both_sides(content: Content, body: Body) -> bool:
    written = content.values.get(BOTH_SIDES)
    if not isinstance(written, Written) or written.text == _NO:
        return False
    if written.text != _YES:
        label = _("「{what}」写 是 或 否", what=BOTH_SIDES)
        body.references.found.append(FRONT.at(written.place, label))
    return written.text == _YES


def _page(step: FrontStep, content: Content, body: Body, captioned: bool) -> Iterator[Block]:
    """Nothing for a page of which the content says nothing."""
    match step:
        case ContentsStep():
            yield Contents(step.depth)
        case CaptionsStep():
            yield from (Contents(1, step.title, lists=Lists.CAPTIONS),) if captioned else ()
        case StatementStep():
            value = content.values.get(step.path)
            yield from _statement(step, value.written, body) if isinstance(value, Prose) else ()
        case SigningStep():
            value = content.values.get(step.path)
            yield from _signing(step, value, body) if isinstance(value, Listing) else ()


def _title(words: str) -> Paragraph:
    return Paragraph(Role.CONTENTS_TITLE, (Text(words),))


def _statement(step: StatementStep, written: Written, body: Body) -> Iterator[Block]:
    words = step.words if written.text.strip("。 \n") == AS_IN_PACK else written
    if words is None:
        label = _("这个模板没有现成的「{title}」，请写出来", title=step.title)
        body.references.found.append(FRONT.at(written.place, label))
        return
    yield _title(step.title)
    yield from body.in_front(words)


def _signing(step: SigningStep, listing: Listing, body: Body) -> Iterator[Block]:
    """A table with a row for each person; those of one duty stand beside it together."""
    cells = [_cell(0, column, words) for column, words in enumerate(_HEADS)]
    row = 1
    for line in listing.rows:
        names, duty = line.cells.get(NAMES), line.cells.get(DUTY)
        if not isinstance(names, Written) or not isinstance(duty, Written):
            continue
        persons = list(parts_of(names, PERSONS))
        if not persons:
            label = _("「{duty}」没有写姓名", duty=duty.text)
            body.references.found.append(FRONT.at(names.place, label))
            continue
        cells.append(replace(_cell(row, 0, duty.text, duty.place), rows=len(persons)))
        for at, person in enumerate(persons, start=row):
            cells += [_cell(at, 1, person.text, person.place), _cell(at, 2), _cell(at, 3)]
        row += len(persons)
    if row > 1:
        yield _title(step.title)
        yield Table(_WIDTHS, tuple(cells), row, 1, name=step.title, origin=listing.place, density=_ROOM)


def _cell(row: int, column: int, words: str = "", origin: Place = NOWHERE) -> Cell:
    inlines = (Text(words, origin),) if words else ()
    return Cell(row, column, (inlines,), CellRole.CENTER if row else CellRole.HEAD, origin=origin)
