"""The words of a Word paragraph as Word shows them, and where pages turn between them.

What is left out: deleted and moved-away text, hidden text, the codes of fields, a table of contents, the pinyin over
hanzi, and the second copy that is kept of a drawing for old programs.
"""

from collections.abc import Callable, Iterator

from reportgen import patterns as re
from reportgen.record import Struct, field
from reportgen.word.change_names import TAKEN_OUT
from reportgen.word.package import Element, W, is_on

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_UNSHOWN = frozenset(W + name for name in (*TAKEN_OUT, "pPr", "rPr", "rt", "p", "tbl")) | {_MC + "Fallback"}
"""What stands in a paragraph and is no text of it; paragraphs within are those of text boxes."""
_SIGNS = {W + "tab": "\t", W + "noBreakHyphen": "-", W + "cr": "\n", W + "ptab": "\t"}
_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_COUNTED = {0x81 + at: char for at, char in enumerate("①②③④⑤⑥⑦⑧⑨⑩")} | {
    0x8C + at: char for at, char in enumerate("①②③④⑤⑥⑦⑧⑨⑩")
}
_SYMBOLS: dict[str, dict[int, str]] = {
    "Symbol": {
        **{at: chr(at) for at in range(0x20, 0x40)},
        **_GREEK,
        0xA3: "≤",
        0xB3: "≥",
        0xB1: "±",
        0xB4: "×",
        0xB8: "÷",
        0xB9: "≠",
        0x2D: "−",
        0xB0: "°",
        0xA5: "∞",
        0xB7: "•",
        0xBB: "≈",
        0xAE: "→",
        0xAC: "←",
        0xAD: "↑",
        0xAF: "↓",
        0x44: "Δ",
        0x53: "Σ",
        0x57: "Ω",
        0xE5: "∑",
        0xD6: "√",
    },
    "Wingdings": {
        0xFE: "☑",
        0xFC: "√",
        0xA8: "□",
        0x6F: "□",
        0xFD: "☒",
        0xFB: "×",
        0x6C: "●",
        0x6E: "■",
        0x75: "◆",
        0xB2: "☆",
        0xE0: "→",
        0xDF: "←",
        0xE1: "↑",
        0xE2: "↓",
        0xAB: "★",
        0x71: "□",
        0xA1: "○",
        **_COUNTED,
    },
    "Wingdings 2": {
        0x52: "☑",
        0x50: "√",
        0xA3: "□",
        0x53: "☒",
        0x2A: "□",
        0x54: "☒",
        0x4F: "×",
        0x98: "●",
        0xA2: "■",
        **{0x6A + at: char for at, char in enumerate("①②③④⑤⑥⑦⑧⑨⑩")},
    },
}
"""The signs of Word's symbol fonts that carry meaning in these reports."""
_PRIVATE = 0xF000
_LETTERS, _SURROGATES = 0x1F, 0xD800
_OTHER_SYMBOLS = ("Wingdings 3", "Webdings", "ZapfDingbats", "Marlett")
_BUILT = {
    _MATH + "f": (_MATH + "num", _MATH + "den"),
    _MATH + "d": (_MATH + "e",),
    _MATH + "rad": (_MATH + "e",),
}
"""Parts of formulas whose pieces are no running text: fractions, brackets, roots."""
_COMPOUND = re.compile(r"(?<=.)[+\-−–×÷*/]")
_FRACTION = re.compile(r"\s*EQ\s*\\f\s*\(([^(),，]+)[,，]([^(),，]+)\)", re.IGNORECASE)
""" EQ \\f(186,200): how old files write a fraction."""
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_PICTURES = ("}pic", "}chart", "}imagedata", "}OLEObject", "}relIds")
"""A picture, a chart, one of old programs, a formula or a sheet, a diagram."""
_TURN = "\f"
_FULL_LINE = 24
"""A forced line break behind so many characters, in the middle of a sentence, comes from a copied page."""


class Fields(Struct):
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


class Words(Struct, frozen=True):
    """What a paragraph says, a line for each forced line break that ends one; on which page it begins and ends."""

    lines: tuple[str, ...]
    turns_before: int
    """Pages that turn before its first word."""
    turns: int
    """Pages that turn before its end."""


def words_of(paragraph: Element, fields: Fields, hides: Callable[[Element], bool] | None = None) -> Words:
    """What the paragraph says; `fields` are those open before it, and are moved on. `hides` tells hidden runs."""
    shown = "".join(_pieces(paragraph, _Shown(fields, hides or _vanishes)))
    before = shown[: len(shown) - len(shown.lstrip())].count(_TURN)
    return Words(tuple(_lines(shown.replace(_TURN, ""))), before, shown.count(_TURN))


class _Shown(Struct, frozen=True):
    """What decides whether a reader sees something: open fields, and the styles of runs."""

    fields: Fields
    hides: Callable[[Element], bool]


def _vanishes(run: Element) -> bool:
    return bool(is_on(run.find(W + "rPr"), "vanish"))


def boxes_of(node: Element) -> Iterator[Element]:
    """The contents of the text boxes that are anchored in a paragraph."""
    if next(node.iter(W + "txbxContent"), None) is None:
        return
    for child in node:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag != _MC + "Fallback":
            yield from boxes_of(child)


def has_picture(paragraph: Element) -> bool:
    """Whether a picture, a chart or an embedded object stands in a paragraph."""
    return any(str(node.tag).endswith(_PICTURES) for node in paragraph.iter())


def _pieces(node: Element, shown: _Shown) -> Iterator[str]:
    for child in node:
        if child.tag in _UNSHOWN or not isinstance(child.tag, str):
            continue
        if child.tag == W + "r" and (shown.hides(child) or _marks_note(child)):
            _skip(child, shown.fields)
        elif child.tag in (W + "fldChar", W + "instrText"):
            yield from _follow(child, shown.fields)
        elif child.tag == W + "fldSimple" and _CONTENTS.match(str(child.get(W + "instr", ""))):
            continue
        elif child.tag == W + "lastRenderedPageBreak":
            yield _TURN
        elif child.tag in _BUILT:
            yield _built(child, shown)
        elif len(child):
            yield from _pieces(child, shown)
        elif shown.fields.shown:
            yield _text(child)


def _marks_note(run: Element) -> bool:
    """Whether it is the mark of a note that somebody typed, as Word keeps it behind the reference."""
    first = next(run.iterchildren(W + "footnoteReference", W + "endnoteReference"), None)
    return first is not None and first.get(W + "customMarkFollows") in ("1", "true", "on")


def _built(node: Element, shown: _Shown) -> str:
    """A part of a formula as it is read in a line: 186/200, (甲)."""
    parts = ["".join(_pieces(part, shown)) for part in node.iterchildren(*_BUILT[node.tag])]
    if node.tag == _MATH + "f":
        return "/".join(f"({part})" if _COMPOUND.search(part) else part for part in parts)
    if node.tag == _MATH + "d":
        return f"({'，'.join(parts)})"
    return "√" + "".join(parts)


def _follow(node: Element, fields: Fields) -> Iterator[str]:
    """What a field shows that has no result: a fraction."""
    if node.tag != W + "fldChar":
        fields.instruct(node.text or "")
        return
    kind = str(node.get(W + "fldCharType"))
    fraction = _FRACTION.match(fields.codes[-1]) if kind == "end" and fields.codes else None
    fields.mark(kind)
    if fraction and fields.shown:
        yield f"{fraction[1].strip()}/{fraction[2].strip()}"


def _skip(run: Element, fields: Fields) -> None:
    """A hidden run says nothing, but a field may begin or end in it."""
    for node in run.iter(W + "fldChar", W + "instrText"):
        for _shown in _follow(node, fields):
            pass


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
    own = number - _PRIVATE if number >= _PRIVATE else number
    if font in _SYMBOLS:
        return _SYMBOLS[font].get(own, "")
    return chr(own) if _LETTERS < own < _SURROGATES and font not in _OTHER_SYMBOLS else ""


def _lines(text: str) -> Iterator[str]:
    """The lines between forced breaks; a break in the middle of a sentence ends none."""
    line = ""
    for piece in text.split("\n"):
        if line and (line[-1] in "。！？；：:" or len(line) < _FULL_LINE):
            yield line.strip()
            line = ""
        line += piece.strip() if line else piece
    yield line.strip()
