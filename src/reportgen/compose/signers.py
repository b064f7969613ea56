"""发文字号 and several 签发人 (GB/T 9704-2012 §7.2.6).

Names stand in the order of their organs from left to right and from top to bottom, two a line; a further line begins
below the first name. The number stands in the line of the last one, so the red line moves down with it.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.compose.parts import PERSONS, parts_of
from reportgen.compose.references import References
from reportgen.compose.signature import LINE, width
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.paper_kinds import SIGNED_DOWN
from reportgen.language import _
from reportgen.model.content import Content
from reportgen.model.document import Inline, Paragraph, Role, Stand, Text
from reportgen.model.letterhead import words_of
from reportgen.place import Written

SIGNERS, NUMBER, KIND = "签发人", "发文字号", "公文种类"
_NOT_UP = ("通知", "通报", "决定", "决议", "批复", "函", "公告", "通告", "公报", "命令")
_LABEL = "签发人："
_EDGE, _APART = Decimal(1), Decimal(1)
"""In 字: free at both ends of the line, and between two names."""
_A_LINE = 2
_NEXT_LINE = Decimal("0.3")
"""The lines of numbers are 20.25 pt high; so much of a line more, and they are as far apart as others."""


def signers_of(content: Content) -> tuple[Text, ...]:
    """The names."""
    value = content.values.get(SIGNERS)
    names = parts_of(value, PERSONS) if isinstance(value, Written) else ()
    return tuple(Text(name.text, name.place) for name in names)


def signed_downwards(content: Content) -> Iterator[Diagnostic]:
    """签发人 of a kind of paper that goes down or sideways: only those that go up have them."""
    kind = content.values.get(KIND)
    names = signers_of(content)
    if names and isinstance(kind, Written) and kind.text.strip().endswith(_NOT_UP):
        label = _("公文种类是「{kind}」，不标注签发人", kind=kind.text.strip())
        yield SIGNED_DOWN.at(names[0].origin, label)


def number_and_signers(content: Content, references: References) -> tuple[Paragraph, ...]:
    """The lines of several 签发人 with the number in the last; none for one of them, whom the template has."""
    names, number = signers_of(content), content.values.get(NUMBER)
    if len(names) < 2 or not isinstance(number, Written):
        return ()
    words = references.inlines(number)
    return tuple(_lines(_spread(names), words, number))


def _spread(names: tuple[Text, ...]) -> list[Text]:
    """The names, those of two characters as wide as the longest where these are of three."""
    longest = max(len(name.text) for name in names)
    return [Text(spaced(name.text), name.origin) for name in names] if longest == 3 else list(names)


def spaced(name: str) -> str:
    """A name of two characters as wide as one of three, a blank between them."""
    return "　".join(name) if len(name) == 2 else name


def _lines(names: list[Text], number: tuple[Inline, ...], written: Written) -> Iterator[Paragraph]:
    breadth = max(width(name.text) for name in names)
    ends = _EDGE + width("".join(inline.text for inline in number))
    a_line = _A_LINE if len(names) > _A_LINE or _label_at(breadth, _A_LINE) >= ends + _APART else 1
    first = LINE - _EDGE - a_line * breadth - (a_line - 1) * _APART
    rows = [names[at : at + a_line] for at in range(0, len(names), a_line)]
    for at, row in enumerate(rows):
        stands = [Stand(number, _EDGE)] if at == len(rows) - 1 else []
        labels = [_LABEL if at == n == 0 else "" for n in range(len(row))]
        stands += [
            Stand((name,), first + n * (breadth + _APART), as_name=True, label=labels[n]) for n, name in enumerate(row)
        ]
        yield line_of_stands(Role.NUMBER, stands, written, _NEXT_LINE if at else None)


def _label_at(breadth: Decimal, names: int) -> Decimal:
    return LINE - _EDGE - names * breadth - (names - 1) * _APART - width(_LABEL)


def line_of_stands(role: Role, stands: list[Stand], written: Written, above: Decimal | None = None) -> Paragraph:
    """A paragraph whose words are those of its stands, a tab between them."""
    return Paragraph(role, words_of(stands), origin=written.place, stands=tuple(stands), above=above)
