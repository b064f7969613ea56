"""署名 and 成文日期 of a document without a seal (GB/T 9704-2012 §7.3.5.2).

The 署名 leaves two characters free at the right; the date begins two characters to the right of the 署名's first
character. A date longer than the 署名 leaves two characters free itself, and the 署名 moves left. Of several organs the
one in charge stands first, the others below it, all beginning alike.
"""

import unicodedata
from decimal import Decimal

from reportgen.model.content import Dated
from reportgen.model.dates import spell_date
from reportgen.model.document import Paragraph, Role, Text
from reportgen.place import Place, Written
from reportgen.record import replace

_FREE = Decimal(2)
LINE = Decimal(28)
"""字 in a line; a longer 署名 runs over two, and the date is placed as below a full one."""


def width(text: str) -> Decimal:
    """The width in 字: 1 for a hanzi or full-width mark, ½ for a digit or Latin letter."""
    wide = sum(unicodedata.east_asian_width(char) in "WFA" for char in text)
    return Decimal(wide) + Decimal(len(text) - wide) / 2


def signature(authors: tuple[Written, ...], day: Dated) -> tuple[Paragraph, ...]:
    """The closing paragraphs with their right blanks in 字."""
    spelled = spell_date(day.date)
    widths = [min(width(author.text), LINE - _FREE) for author in authors]
    widest, date_width = max(widths), width(spelled)
    author_right = date_right = _FREE
    if date_width <= widest:
        date_right = widest - date_width
    else:
        author_right = date_width + 2 * _FREE - widest
    names = (
        _line(Role.AUTHOR, author.text, author_right + widest - own, author.place)
        for author, own in zip(authors, widths, strict=True)
    )
    first, *others = names
    below = [replace(name, above=Decimal(0)) for name in others]
    return (first, *below, _line(Role.DATE, spelled, date_right, day.written.place))


def _line(role: Role, words: str, right_blank: Decimal, origin: Place) -> Paragraph:
    return Paragraph(role, (Text(words, origin),), right_blank=right_blank, origin=origin)
