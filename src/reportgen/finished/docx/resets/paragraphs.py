"""Indents, alignment, distances of lines, page turns, set as they are due."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from reportgen import patterns as re
from reportgen.finished.docx.resets.manuscript import Entry, Manuscript, Names, by, text_of
from reportgen.model.look import Align, Style
from reportgen.model.standard import DUE, LINE
from reportgen.word.ordered import put
from reportgen.word.package import Element, W

_TWIP = 20
_SIDES = ("left", "leftChars", "start", "startChars", "right", "rightChars", "end", "endChars")
_INDENTS: Names = {"ind": (*_SIDES[:4], "firstLine", "firstLineChars", "hanging", "hangingChars")}
_ALL_INDENTS: Names = {"ind": ()}
_ALIGNED: Names = {"jc": ()}
_PITCH: Names = {"spacing": ("line", "lineRule")}
_ABOVE: Names = {"spacing": ("before", "beforeLines", "beforeAutospacing")}
_CLOSE: Names = {"spacing": (*_PITCH["spacing"], *_ABOVE["spacing"], "after", "afterLines", "afterAutospacing")}
_TURN: Names = {"pageBreakBefore": ()}
_ITEM = re.compile(r"(?:附\s*件\s*[：:]\s*)?\d{1,2}[.．]\s*")
_TEXT = ("正文", "一级标题", "二级标题", "三级标题", "四级标题")
_PICTURES = (W + "drawing", W + "pict", W + "object")
Indents = tuple[Decimal, Decimal]
"""In 字: all lines from the left, and how much further the first one."""


class ParagraphResets:
    """Sets paragraphs in a manuscript."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript

    def indent(self, entries: Sequence[Entry]) -> None:
        """As far from the left as is due, blanks that were typed among it."""
        for ((left, first), unit), group in by(self._indents, entries).items():
            change = partial(_set_indents, left=left, first=first, unit=unit)
            self.manuscript.lay(_nodes(group), _INDENTS, change)
        shifted = [node for node in _nodes(entries) if self._style(node).align in (Align.CENTER, Align.RIGHT)]
        self.manuscript.lay(shifted, _ALIGNED, partial(_align, how="both"))

    def _indents(self, entry: Entry) -> tuple[Indents, float]:
        return _indents(entry), self._unit(entry.node)

    def _style(self, node: Element) -> Style:
        return self.manuscript.settings.style(node)

    def _unit(self, node: Element) -> float:
        """The width of a character, in pt."""
        sheet = self.manuscript.sheet
        look, style = sheet.letters.look(node, sheet.style_of(node)), self._style(node)
        return (look.size if look else style.size) + style.letter_spacing

    def middle(self, entries: Sequence[Entry]) -> None:
        """In the middle of the page."""
        nodes = _nodes(entries)
        self.manuscript.lay(nodes, _ALIGNED, partial(_align, how="center"))
        self.manuscript.lay(nodes, _ALL_INDENTS, partial(_set_indents, left=_NONE, first=_NONE, unit=1.0, right=_NONE))

    def pitch(self, entries: Sequence[Entry]) -> None:
        """22 lines a page, without room between paragraphs of the text; a line with a picture must be able to grow."""
        plain = [entry for entry in entries if next(entry.node.iter(*_PICTURES), None) is None]
        text = [entry.node for entry in plain if entry.role in _TEXT]
        others = [entry.node for entry in plain if entry.role not in _TEXT]
        self.manuscript.lay(
            text, _CLOSE, partial(_set_spacing, names=_CLOSE, values={**_PITCH_DUE, "before": 0, "after": 0})
        )
        self.manuscript.lay(others, _PITCH, partial(_set_spacing, names=_PITCH, values=_PITCH_DUE))

    def above(self, entries: Sequence[Entry]) -> None:
        """What lacks of the lines that are due above is added to what is there."""
        for entry in entries:
            due = DUE[entry.role].above or _TWO
            style = self._style(entry.node)
            before = Decimal(str(style.before)) + max(due - (entry.setting.above or _NONE), _NONE) * LINE
            values = {"before": round(before * _TWIP)}
            self.manuscript.lay([entry.node], _ABOVE, partial(_set_spacing, names=_ABOVE, values=values))
            if style.contextual:
                put(put(entry.node, "pPr"), "contextualSpacing", {"val": "0"})

    def turn(self, entries: Sequence[Entry]) -> None:
        """At the head of a page."""
        self.manuscript.lay(_nodes(entries), _TURN, _set_turn)

    def right(self, entries: Sequence[Entry]) -> None:
        """What a tab leads to ends as far from the right as is due."""
        for entry in entries:
            width, due = self.manuscript.settings.width(entry.node), DUE[entry.role].right or _NONE
            if width and any(run.find(W + "tab") is not None for run in entry.node.iter(W + "r")):
                self._set_tab(entry.node, round((width - float(due) * self._unit(entry.node)) * _TWIP))

    def _set_tab(self, node: Element, position: int) -> None:
        """One tab stop that ends there; those of its style are cleared."""
        tabs = put(put(node, "pPr"), "tabs")
        stops = [round(stop.position * _TWIP) for stop in self.manuscript.settings.style(node).tabs]
        for child in list(tabs):
            tabs.remove(child)
        for stop in (stop for stop in stops if stop != position):
            tabs.append(_tab(tabs, "clear", stop))
        tabs.append(_tab(tabs, "right", position))

    def signature(self, entries: Sequence[Entry]) -> None:
        """Author and date at the right, as they stand without a seal; of several authors each by itself."""
        rights = [_TWO for _entry in entries]
        if [entry.role for entry in entries] == ["署名", "成文日期"]:
            widths = (self.manuscript.settings.words_wide(node) for node in _nodes(entries))
            rights = list(_beside(*(Decimal(str(round(width, 2))) for width in widths)))
        for node, right in zip(_nodes(entries), rights, strict=True):
            change = partial(_set_indents, left=_NONE, first=_NONE, unit=self._unit(node), right=right)
            self.manuscript.lay([node], _ALIGNED, partial(_align, how="right"))
            self.manuscript.lay([node], _ALL_INDENTS, change)


_NONE, _TWO = Decimal(0), Decimal(2)
_PITCH_DUE: Mapping[str, object] = {"line": round(LINE * _TWIP), "lineRule": "exact"}


def _nodes(entries: Iterable[Entry]) -> list[Element]:
    return [entry.node for entry in entries]


def _beside(author: Decimal, day: Decimal) -> tuple[Decimal, Decimal]:
    """What is free at the right of both, by their widths: the date begins two characters behind the author.

    >>> _beside(Decimal(9), Decimal(7)), _beside(Decimal(4), Decimal(7))
    ((Decimal('2'), Decimal('2')), (Decimal('7'), Decimal('2')))
    """
    right = _TWO + author - _TWO - day
    return (_TWO, right) if right >= 1 else (_TWO + day + _TWO - author, _TWO)


def _indents(entry: Entry) -> Indents:
    first, typed = DUE[entry.role].first or _NONE, entry.setting.typed
    match entry.role:
        case "附件说明":
            return _note_indents(text_of(entry.node), typed)
        case "抄送":
            return Decimal(4), Decimal(-3) - typed
        case "印发机关和印发日期" | "发文字号和签发人":
            return first, -typed
        case _:
            return _NONE, first - typed


def _note_indents(words: str, typed: Decimal) -> Indents:
    """附件： two characters from the left, 1. and 2. below each other, a name goes on below its first character."""
    item = _ITEM.match(words.lstrip())
    if item is None:
        return Decimal(5), Decimal(-3) - typed
    first = _TWO if item[0].lstrip().startswith("附") else Decimal(5)
    name = Decimal("6.5")
    return name, first - name - typed


def _set_indents(to: Element, left: Decimal, first: Decimal, unit: float, right: Decimal | None = None) -> None:
    ind = put(to, "ind")
    for name in (*_INDENTS["ind"], *(_SIDES[4:] if right is not None else ())):
        ind.attrib.pop(W + name, None)
    lengths = {"left": left, "firstLine" if first >= 0 else "hanging": abs(first)}
    lengths |= {"right": right} if right is not None else {}
    for name, length in lengths.items():
        ind.set(W + name + "Chars", str(round(length * 100)))
        ind.set(W + name, str(round(float(length) * unit * _TWIP)))


def _align(to: Element, how: str) -> None:
    put(to, "jc", {"val": how})


def _set_spacing(to: Element, names: Names, values: Mapping[str, object]) -> None:
    spacing = put(to, "spacing", values)
    for name in set(names["spacing"]) - values.keys():
        spacing.attrib.pop(W + name, None)


def _set_turn(to: Element) -> None:
    put(to, "pageBreakBefore").attrib.pop(W + "val", None)


def _tab(tabs: Element, kind: str, position: int) -> Element:
    tab = tabs.makeelement(W + "tab", {})
    tab.set(W + "val", kind)
    tab.set(W + "pos", str(position))
    return tab
