"""The words of a Word paragraph as Word shows them, and where pages turn between them.

What is left out: deleted and moved-away text, hidden text, the codes of fields, a table of contents, the pinyin over
hanzi, and the second copy that is kept of a drawing for old programs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.word.package import Element, W, is_on

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_UNSHOWN = frozenset({W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "rt", _MC + "Fallback", W + "p", W + "tbl"})
"""What stands in a paragraph and is no text of it; paragraphs within are those of text boxes."""
_SIGNS = {W + "tab": "\t", W + "noBreakHyphen": "-", W + "cr": "\n", W + "ptab": "\t"}
_SYMBOLS = {
    "Symbol": {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0x2D: "−", 0xB0: "°", 0x25: "%"},
    "Wingdings": {0xFE: "☑", 0xFC: "√", 0xA8: "□", 0x6F: "□", 0xFD: "☒"},
    "Wingdings 2": {0x52: "☑", 0x50: "√", 0xA3: "□", 0x53: "☒"},
}
"""The signs of Word's symbol fonts that carry meaning in these reports."""
_PRIVATE = 0xF000
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_PICTURES = ("}pic", "}chart", "}imagedata", "}OLEObject", "}relIds")
"""A picture, a chart, one of old programs, a formula or a sheet, a diagram."""
_TURN = "\f"
_FULL_LINE = 24
"""A forced line break behind so many characters, in the middle of a sentence, comes from a copied page."""


@dataclass
class Fields:
    """The fields that are open: they may begin in one paragraph and end in another."""

    codes: list[str] = field(default_factory=list)
    in_code: list[bool] = field(default_factory=list)

    def mark(self, kind: str) -> None:
        """A `w:fldChar`."""
        if kind == "begin":
            self.codes.append("")
            self.in_code.append(True)
        elif self.codes and kind == "separate":
            self.in_code[-1] = False
        elif self.codes and kind == "end":
            self.codes.pop()
            self.in_code.pop()

    def instruct(self, text: str) -> None:
        """A `w:instrText`."""
        if self.codes:
            self.codes[-1] += text

    @property
    def shown(self) -> bool:
        """Whether text stands where a reader sees it, and in no table of contents."""
        return not any(self.in_code) and not any(_CONTENTS.match(code) for code in self.codes)


@dataclass(frozen=True, slots=True)
class Words:
    """What a paragraph says, a line for each forced line break that ends one; on which page it begins and ends."""

    lines: tuple[str, ...]
    turns_before: int
    """Pages that turn before its first word."""
    turns: int
    """Pages that turn before its end."""


def words_of(paragraph: Element, fields: Fields) -> Words:
    """What the paragraph says; `fields` are those open before it, and are moved on."""
    shown = "".join(_pieces(paragraph, fields))
    before = shown[: len(shown) - len(shown.lstrip())].count(_TURN)
    return Words(tuple(_lines(shown.replace(_TURN, ""))), before, shown.count(_TURN))


def boxes_of(node: Element) -> Iterator[Element]:
    """The contents of the text boxes that are anchored in a paragraph."""
    for child in node:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag != _MC + "Fallback":
            yield from boxes_of(child)


def has_picture(paragraph: Element) -> bool:
    """Whether a picture, a chart or an embedded object stands in a paragraph."""
    return any(str(node.tag).endswith(_PICTURES) for node in paragraph.iter())


def _pieces(node: Element, fields: Fields) -> Iterator[str]:
    for child in node:
        if child.tag in _UNSHOWN or not isinstance(child.tag, str):
            continue
        if child.tag == W + "r" and is_on(child.find(W + "rPr"), "vanish"):
            _skip(child, fields)
        elif child.tag in (W + "fldChar", W + "instrText"):
            _follow(child, fields)
        elif child.tag == W + "fldSimple":
            if not _CONTENTS.match(str(child.get(W + "instr", ""))):
                yield from _pieces(child, fields)
        elif child.tag == W + "lastRenderedPageBreak":
            yield _TURN
        elif len(child):
            yield from _pieces(child, fields)
        elif fields.shown:
            yield _text(child)


def _follow(node: Element, fields: Fields) -> None:
    if node.tag == W + "fldChar":
        fields.mark(str(node.get(W + "fldCharType")))
    else:
        fields.instruct(node.text or "")


def _skip(run: Element, fields: Fields) -> None:
    """A hidden run says nothing, but a field may begin or end in it."""
    for node in run.iter(W + "fldChar", W + "instrText"):
        _follow(node, fields)


def _text(node: Element) -> str:
    if node.tag in (W + "t", _MATH + "t"):
        return (node.text or "").replace("\n", " ").replace("\r", "")
    if node.tag == W + "br":
        return "" if node.get(W + "type") in ("page", "column") else "\n"
    if node.tag == W + "sym":
        return _symbol(str(node.get(W + "font", "")), str(node.get(W + "char", "")))
    return _SIGNS.get(node.tag, "")


def _symbol(font: str, code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(font, {}).get(number - _PRIVATE if number >= _PRIVATE else number, "")


def _lines(text: str) -> Iterator[str]:
    """The lines between forced breaks; a break in the middle of a sentence ends none."""
    line = ""
    for piece in text.split("\n"):
        if line and (line[-1] in "。！？；：:" or len(line) < _FULL_LINE):
            yield line.strip()
            line = ""
        line += piece.strip() if line else piece
    yield line.strip()
