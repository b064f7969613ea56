"""What Chinese typesetting asks of a line's text: marks that give way, gaps that may grow, breaks at quotes.

Full-width punctuation is drawn in one half of its square: （《“ in the right half, ，。：）》” in the left.
Two of them side by side leave a hole of up to a whole character (CLREQ calls closing it 标点挤压). Taking
half an em from the advance of the *first* does it in all three cases: ”。 and ，“ lose the blank right half of
the first, （“ draws the second over its own blank left half. In the GW fonts every mark named here is 1 em
wide and keeps its ink in its half (the 《》 of GW FangSong reach 0.011 em over the middle); a test holds it.
"""

from reportgen import patterns as re

OPENING = "（《「『【〔“‘〈"
CLOSING = "，。、；：？！）》」』】〕”’〉"
PER = "%‰℃"
"""Units that stand right behind a number, or behind the bracket after it: no line begins with them."""

_WIDE = "—…“”‘’⺀-\U0003ffff"  # full-width in the GW fonts; from U+2E80 on nearly all is CJK
_SPACE = " \u00a0"
_ZERO = "\u200b\u2060\ufeff"  # takes no room: the gap belongs after it

_PAIR = re.compile(f"[{CLOSING}](?=[{CLOSING}{OPENING}])|[{OPENING}](?=[{OPENING}])")
_HANZI = re.compile(f"[{_WIDE}]")
_GAP = re.compile(
    "(?!——|……)"  # one sign written as two: a gap would tear it
    f"(?:[{_SPACE}](?=.)|[{_WIDE}](?=[^{_SPACE}{_ZERO}])|[^{_SPACE}](?=[{_WIDE}]))"
)
_BOUNDARY = re.compile(r"(?!——|……).(?=.)")
_QUOTE_BREAK = re.compile(
    f"(?<=[{_WIDE}])(?<![{OPENING}])(?=[“‘])"  # before a quotation
    f"|(?<=[”’])(?=[{_WIDE}])(?![{CLOSING}…])"  # after one
)


_NUMBER = re.compile(r"〔\d{4}〕\d{1,4}号")
MOST_SPREAD = 0.3
"""Of a character: gaps of a full line are no wider, or they gape."""


def kept_together(text: str) -> tuple[int, ...]:
    """Indexes before which a line had better not break: within the year and the number of a paper.

    >>> kept_together("宛编〔2016〕24号")
    (3, 4, 5, 6, 7, 8, 9, 10)
    """
    return tuple([at for match in _NUMBER.finditer(text) for at in range(match.start() + 1, match.end())])


def squeezed(text: str) -> tuple[int, ...]:
    """Indexes of the punctuation marks that give up half an em because another mark follows.

    >>> squeezed("“四部一室”，即（“甲”）")
    (5, 8, 11)
    """
    return tuple([match.start() for match in _PAIR.finditer(text)])


def has_hanzi(text: str) -> bool:
    """Whether the text holds a full-width character at all; a line without one is set as Latin."""
    return _HANZI.search(text) is not None


def gaps(text: str) -> tuple[int, ...]:
    """Indexes of the characters after which a justified line may grow: beside hanzi, and after a space.

    Words and figures stay whole, and so do —— and ……:

    >>> gaps("共5.30万——")
    (0, 4, 5)
    """
    return tuple([match.start() for match in _GAP.finditer(text)])


def blanks(text: str) -> tuple[int, ...]:
    """Indexes of the spaces: where a line without hanzi may grow."""
    return tuple([index for index, character in enumerate(text) if character in _SPACE])


def boundaries(text: str) -> tuple[int, ...]:
    """Indexes of all characters but the last: for a line with so much Latin that `gaps` would gape."""
    return tuple([match.start() for match in _BOUNDARY.finditer(text)])


def quote_breaks(text: str) -> tuple[int, ...]:
    """Indexes before which a line may break at “ ” ‘ ’, where Unicode's older rules (LB19) know no break.

    >>> quote_breaks("以“甲”、“乙”为名")
    (1, 5, 8)
    """
    return tuple([match.start() for match in _QUOTE_BREAK.finditer(text)])
