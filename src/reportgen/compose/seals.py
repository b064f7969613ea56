"""署名, 成文日期 and seals as GB/T 9704-2012 §7.3.5.1 and §7.3.5.3 place them.

A seal lies in the middle of its 署名 and, the last one, of the date below it: both lie a little below its centre. Its
upper edge is within a line of the text. Several seals stand in rows of at most three, not touching. What is not given
as a picture is stamped by hand: the room is kept.
"""

from collections.abc import Iterator
from decimal import Decimal
from math import ceil, floor

from reportgen.compose.signature import LINE, width
from reportgen.compose.signers import line_of_stands, spaced
from reportgen.model.content import Dated
from reportgen.model.dates import spell_date
from reportgen.model.document import Paragraph, Role, Seal, Stand, Text
from reportgen.model.letterhead import Anchor
from reportgen.model.standard import AREA
from reportgen.model.standard import LINE as PITCH
from reportgen.place import Written
from reportgen.record import Struct, replace

DIAMETER = Decimal(42)
"""In mm: the seals of organs of provinces, cities and counties."""
_APART = Decimal(5)
"""In mm between two seals."""
_MOST_A_ROW = 3
_FREE = Decimal(4)
"""In 字, at the right of the date."""
_CENTRE = Decimal("0.8")
"""In lines below the head of a 署名: it and the date lie a little lower than the seal's centre."""
_HALF = Decimal("0.5")
_MM_A_LINE = PITCH / 72 * Decimal("25.4")
_MM_A_CHARACTER = AREA[0] / LINE


class Stamped(Struct, frozen=True):
    """The seals of a paper: their files in the order of its organs, none where they are put there by hand."""

    files: tuple[Written, ...] = ()
    diameter: Decimal = DIAMETER

    @property
    def lines(self) -> Decimal:
        """How many lines high a seal is."""
        return self.diameter / _MM_A_LINE

    @property
    def characters(self) -> Decimal:
        """How many 字 wide it is."""
        return self.diameter / _MM_A_CHARACTER


def sealed(authors: tuple[Written, ...], day: Dated, stamped: Stamped) -> tuple[Paragraph, ...]:
    """The rows of 署名 and the date below the last of them."""
    spelled = spell_date(day.date)
    widest = max((*(width(author.text) for author in authors), width(spelled)))
    half = max(stamped.characters, widest) / 2
    last = min(LINE - _FREE - width(spelled) / 2, LINE - half)
    a_row, apart = _columns(len(authors), last, widest, half, stamped)
    rows = [authors[at : at + a_row] for at in range(0, len(authors), a_row)]
    middles = [last - n * apart for n in reversed(range(a_row))]
    files = iter(stamped.files)
    made = [_row(row, middles[-len(row) :], [next(files, None) for _organ in row], stamped) for row in rows]
    first, *others = made
    between = (stamped.diameter + _APART) / _MM_A_LINE - 1
    date = Stand((Text(spelled, day.written.place),), last, Anchor.MIDDLE)
    return (
        replace(first, above=Decimal(floor(stamped.lines / 2 + Decimal("0.2")))),
        *(replace(row, above=between) for row in others),
        line_of_stands(Role.DATE, [date], day.written),
    )


def _columns(count: int, last: Decimal, widest: Decimal, half: Decimal, stamped: Stamped) -> tuple[int, Decimal]:
    """How many 署名 stand in a row, and how far apart their middles are in 字."""
    least = max(stamped.characters + _APART / _MM_A_CHARACTER, widest + 1)
    for a_row in range(min(count, _MOST_A_ROW), 1, -1):
        most = (last - half) / (a_row - 1)
        if least <= most:
            even = ceil(Decimal(count) / ceil(Decimal(count) / a_row))
            balanced = 2 * (last - LINE / 2) / (a_row - 1)
            return even, min(max(balanced, least), most)
    return 1, Decimal(0)


def _row(
    authors: tuple[Written, ...], middles: list[Decimal], files: list[Written | None], stamped: Stamped
) -> Paragraph:
    stands = [
        Stand((Text(author.text, author.place),), middle, Anchor.MIDDLE)
        for author, middle in zip(authors, middles, strict=True)
    ]
    seals = [
        Seal(middle, _CENTRE, stamped.diameter, file, f"{author.text}印章")
        for author, middle, file in zip(authors, middles, files, strict=True)
        if file
    ]
    return replace(line_of_stands(Role.AUTHOR, stands, authors[0]), seals=tuple(seals))


# ---- 签名章 ----

_SIGNED_WIDTH, _SIGNED_HEIGHT = Decimal(40), Decimal(20)
"""In mm: the room of the stamp of a signature."""


class Signer(Struct, frozen=True):
    """Who signs for an organ: 县长 and 赵明, and the picture of the stamp."""

    post: str
    name: str
    written: Written
    file: Written | None = None


def signed(signers: tuple[Signer, ...], day: Dated) -> tuple[Paragraph, ...]:
    """Posts and stamps one below the other, two lines under the text, and the date a line below (§7.3.5.3)."""
    spelled = spell_date(day.date)
    pictured = any(signer.file for signer in signers)
    rise = (_SIGNED_HEIGHT / _MM_A_LINE - 1) / 2 if pictured else Decimal(0)
    stamp = _SIGNED_WIDTH / _MM_A_CHARACTER if pictured else Decimal(0)
    breadth = max((stamp, *(width(spaced(signer.name)) for signer in signers)))
    made = list(_signed(signers, LINE - _FREE - breadth, breadth, rise))
    date = Stand((Text(spelled, day.written.place),), LINE - _FREE, Anchor.END)
    return (*made, line_of_stands(Role.DATE, [date], day.written, 1 + rise))


def _signed(signers: tuple[Signer, ...], begin: Decimal, breadth: Decimal, rise: Decimal) -> Iterator[Paragraph]:
    for at, signer in enumerate(signers):
        post = Stand((Text(signer.post, signer.written.place),), begin - 2, Anchor.END)
        name = Stand((Text(spaced(signer.name), signer.written.place),), begin)
        line = line_of_stands(Role.AUTHOR, [post] if signer.file else [post, name], signer.written)
        above = 2 + rise if at == 0 else 1 + 2 * rise
        yield replace(line, above=above, seals=tuple(_stamp(signer, begin + breadth / 2)))


def _stamp(signer: Signer, middle: Decimal) -> Iterator[Seal]:
    if signer.file:
        yield Seal(middle, _HALF, _SIGNED_WIDTH, signer.file, f"{signer.name}签名章")
