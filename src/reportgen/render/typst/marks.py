"""Signs between words that tell the template what Typst 0.15 would do otherwise to Chinese punctuation.

Typst trims the blank half of a mark that ends or begins a line, always; one more mark then fits on a line than Word or
WeasyPrint set. A sign beside the mark, which the template shows as a joint without width, keeps the square whole. And
where letters are spaced, “ ” ‘ ’ are no full-width marks to Typst, so pairs are squeezed here.

The signs are the last ones of the last plane for private use, and no font has them. From a content file they are left
out, which reading the PDF back will say.
"""

from itertools import pairwise

from reportgen import patterns as re
from reportgen.model.hole import SIGN
from reportgen.render.cjk import CLOSING, OPENING
from reportgen.render.typst.numbers import NEVER_FIRST, Measure, whole_numbers

KEPT, OPENED, SQUEEZED, PARTED, WORD, WORD_END, HOLE, HOLE_END = map(chr, range(0x10FFF0, 0x10FFF8))
"""Behind a closing mark; before an opening one; between two that share a square; the same where a line may end between
them; round a word that may be too long; round what is still to be filled in."""

JOINED = chr(0x10FFFB)
"""Where no line may end although both sides would allow it."""

DELETED, INSERTED, CHANGE_END = map(chr, range(0x10FFEC, 0x10FFEF))
"""Before words that only the old draft has, or only the new one, and behind them."""

SIGNS = frozenset((KEPT, OPENED, SQUEEZED, PARTED, WORD, WORD_END, HOLE, HOLE_END, JOINED))
CHANGES = frozenset((DELETED, INSERTED, CHANGE_END))
"""Put round words before their other signs."""

NOTE, STRONG, STRONG_END = map(chr, range(0x10FFF8, 0x10FFFB))
"""Where the mark of a note stands; round words that stand out."""

_NEVER_FIRST = f"{NEVER_FIRST}{NOTE}"
"""What no line begins with: a mark before it never ends a line."""
_SIGN = re.compile(f"[{''.join(sorted(SIGNS))}]")
_MARK = re.compile(f"[{OPENING}{CLOSING}]")
_HOLE = re.compile(f"{SIGN}[^】\n{''.join(sorted(CHANGES))}]*】")
"""With signs at the marks in it."""


def with_marks(text: str) -> str:
    """The text with its signs.

    >>> signs = str.maketrans({KEPT: "|", OPENED: "/", SQUEEZED: "<", PARTED: "+"})
    >>> with_marks("甲，“乙”。丙（丁）。").translate(signs)
    '甲，+“乙”<。|丙/（丁）<。|'
    """
    text = _SIGN.sub("", text)
    parts, end = [], 0
    for found in _MARK.finditer(text):
        at = found.start()
        before, after = _signs(text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2])
        parts += [text[end:at], before, text[at], after]
        end = at + 1
    return "".join([*parts, text[end:]]) if parts else text


def _signs(mark: str, before: str, after: str) -> tuple[str, str]:
    """The signs before and behind a mark that stands between two characters; one between two marks is the first's."""
    pair = bool(after) and after in OPENING + CLOSING
    if mark in OPENING:
        alone = not before or before not in OPENING + CLOSING
        return OPENED if alone else "", SQUEEZED if pair and after in OPENING else ""
    if pair:
        return "", PARTED if after in OPENING else SQUEEZED
    return "", "" if after and after in _NEVER_FIRST else KEPT


_NO_BREAK = re.compile("(?:(?![\\s—…“”‘’])[\\0-\u2e7f\U00040000-\U0010ffeb\U0010fffc-\U0010ffff])+")
"""What may have no place to break at: anything but hanzi, their marks and blanks. (Python 3.11 visits every character
of a range when it compiles it: of all hanzi that takes longer than to set a page.)"""


def with_signs(text: str, size: float, room: float, numbers: Measure | None = None) -> str:
    """The text with all its signs: beside marks, and round every word that may be wider than its room; both in pt.

    With the measure of its lines, numbers of papers are kept whole where their lines can be filled.
    """
    most = max(int(room / size), 1)
    marked = _joined(text, numbers) if numbers and "〔" in text else with_marks(text)
    signed = _NO_BREAK.sub(lambda found: _signed(found[0], most), marked)
    return _HOLE.sub(lambda found: f"{HOLE}{found[0]}{HOLE_END}", signed) if SIGN in text else signed


def _joined(text: str, numbers: Measure) -> str:
    """The text with its marks, and with signs within numbers of papers that stay whole: behind 〕 and before 号."""
    text = _SIGN.sub("", text)
    kept = [at for at in whole_numbers(text, numbers) if text[at - 1] == "〕" or text[at] == "号"]
    edges = [0, *kept, len(text)]
    pieces = [with_marks(text[start:end]) for start, end in pairwise(edges)]
    return JOINED.join(
        piece.removesuffix(KEPT) if end in kept else piece for piece, end in zip(pieces, edges[1:], strict=True)
    )


def _signed(word: str, most: int) -> str:
    return f"{WORD}{word}{WORD_END}" if len(word) > most else word
