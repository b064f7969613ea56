"""Headers and footers of the template → what stands in the head and foot of odd, even and first pages.

A footer that is nothing but the page number is a `PageNumber`: renderers turn it with the page (GB/T 9704 §8).
"""

from collections.abc import Callable, Mapping

from reportgen.language import _
from reportgen.model.frame import (
    NOTHING,
    Box,
    Edge,
    Float,
    FrameBlocks,
    FrameIf,
    FrameItem,
    FrameLine,
    FrameRow,
    FrameTable,
    Picture,
)
from reportgen.model.look import PAGES, Align, Page, PageNumber, Style
from reportgen.record import Struct, replace
from reportgen.word.package import Element, Package, R, W, is_on, is_repeated, value
from reportgen.word.styles import apply

ReadPart = Callable[[str, str], tuple[FrameItem, ...]]
"""A part and its name for messages → its items."""
HEADER, FOOTER = "header", "footer"
_SINGLE = 1.3
"""Word's single spacing of 仿宋 and 宋体, in multiples of the size."""


class Edges(Struct, frozen=True):
    """The headers and footers of the last section of a body: those that it refers to, or took over from one before."""

    package: Package
    section: Element | None
    earlier: tuple[Element, ...] = ()
    """The sections before it, in order."""

    def head(self, read: ReadPart) -> Edge:
        """What stands above the type area."""
        return self._edge(HEADER, read)

    def foot(self, read: ReadPart, numbers: bool) -> Edge:
        """What stands below it; with `numbers` on their own, what the first page has in their place, mostly nothing.

        All of it is read once for what only Word shows of it.
        """
        edge = self._edge(FOOTER, read)
        return (Edge(first=edge.first) if edge.first else NOTHING) if numbers else edge

    def numbers(self, styles: Mapping[str, Style]) -> tuple[PageNumber | None, PageNumber | None] | None:
        """The page numbers of odd and of even pages, when the footers hold nothing else; else None."""
        parts = {kind: self._root(FOOTER, kind) for kind in ("default", "even", "first")}
        shown = {kind: root for kind, root in parts.items() if root is not None and self._is_used(kind)}
        if not all(_is_bare(root) for root in shown.values()) or (
            "first" in shown and self.has_first and _says_something(shown["first"])
        ):
            return None
        odd = page_number(parts["default"], styles)
        return odd, page_number(parts["even"], styles) if self.has_even else odd

    @property
    def has_even(self) -> bool:
        """Whether even pages have their own."""
        settings = self.package.part("word/settings.xml")
        return bool(settings is not None and is_on(settings, "evenAndOddHeaders"))

    @property
    def has_first(self) -> bool:
        """Whether the first page has its own."""
        return bool(is_on(self.section, "titlePg"))

    def parts(self) -> frozenset[str]:
        """The parts that are used."""
        kinds = ("default", *(["even"] if self.has_even else []), *(["first"] if self.has_first else []))
        return frozenset(filter(None, (self._part(edge, kind) for edge in (HEADER, FOOTER) for kind in kinds)))

    def _edge(self, edge: str, read: ReadPart) -> Edge:
        names = {"default": _("页眉") if edge == HEADER else _("页脚")}
        names["even"] = _("双页的页眉") if edge == HEADER else _("双页的页脚")
        names["first"] = _("首页的页眉") if edge == HEADER else _("首页的页脚")

        def items(kind: str) -> tuple[FrameItem, ...]:
            part = self._part(edge, kind)
            return _without_empty_ends(read(part, names[kind])) if part else ()

        odd = items("default")
        even = items("even") if self.has_even else _mirrored(odd)
        return Edge(odd, even, items("first") if self.has_first else None)

    def _is_used(self, kind: str) -> bool:
        return {"even": self.has_even, "first": self.has_first}.get(kind, True)

    def _part(self, edge: str, kind: str) -> str:
        sections = (self.section, *reversed(self.earlier)) if self.section is not None else ()
        found = (each for section in sections for each in section.iter(f"{W}{edge}Reference"))
        return next(
            (self.package.target(str(each.get(R + "id"))) for each in found if each.get(W + "type") == kind), ""
        )

    def _root(self, edge: str, kind: str) -> Element | None:
        part = self._part(edge, kind)
        return self.package.part(part) if part else None


def _mirrored(items: tuple[FrameItem, ...]) -> tuple[FrameItem, ...]:
    """The same on even pages: what stands at the outer side there stands at the left."""
    sides = {Align.LEFT: Align.RIGHT, Align.RIGHT: Align.LEFT, Align.CENTER: Align.CENTER}

    def turned(each: Float) -> Float:
        return replace(each, align=sides[each.align]) if each.mirrored and each.align in sides else each

    return tuple(
        replace(item, floats=tuple(turned(each) for each in item.floats)) if isinstance(item, FrameLine) else item
        for item in items
    )


def grown(page: Page, head: Edge, foot: Edge) -> Page:
    """The page with margins that hold its header and footer: Word moves the text out of their way.

    What the first page alone has above its text moves the text of that page only (`moved_down`).
    """
    top = max((_height(items) for items in (head.odd, head.even)), default=0)
    bottom = max((_height(items) for items in (foot.odd, foot.even, foot.first or ())), default=0)
    return replace(page, top=max(page.top, page.header + top), bottom=max(page.bottom, page.footer + bottom))


def moved_down(page: Page, head: Edge) -> float:
    """How much further down the text of the first page begins, below what stands above it."""
    others = max(page.top, page.header + max(_height(head.odd), _height(head.even)))
    return max(page.header + _height(head.first or ()) - others, 0.0)


def _height(items: tuple[FrameItem, ...]) -> float:
    """How high the lines are, one row each; those of a condition that may be shown count."""
    total = 0.0
    for item in items:
        match item:
            case FrameLine():
                style = item.style
                pitch = style.line or style.size * _SINGLE * style.line_factor
                high = (piece.height for piece in item.pieces() if isinstance(piece, Picture | Box))
                total += style.before + style.after + max(pitch, *high, 0)
            case FrameIf():
                total += max(_height(item.items), _height(item.otherwise))
            case FrameTable():
                total += _height(item.items)
            case FrameRow():
                total += max(item.height or 0, *(_height(cell.items) for cell in item.cells), 0)
            case FrameBlocks():
                pass
    return total


def _without_empty_ends(items: tuple[FrameItem, ...]) -> tuple[FrameItem, ...]:
    """An edge of nothing but an empty paragraph, as Word makes it at a double click, is none."""
    return items if any(_shows(item) for item in items) else ()


def _shows(item: FrameItem) -> bool:
    if not isinstance(item, FrameLine):
        return True
    return bool(item.parts or item.floats or item.style.rule_above or item.style.rule_below)


def _is_bare(root: Element) -> bool:
    """Whether a footer says nothing besides one line with the page number."""
    spoken = [node for node in root if _says_something(node)]
    if not spoken:
        return not any(next(root.iter(W + name), None) is not None for name in ("drawing", "pict"))
    numbered = [node for node in spoken if "PAGE" in fields_of(node)]
    text = "".join(around_page_field(numbered[0])) if numbered else ""
    pictured = any(str(node.tag).endswith(("}blip", "}imagedata", "}txbxContent")) for node in root.iter())
    return len(spoken) == len(numbered) == 1 and not pictured and "{{" not in text and "\t" not in text


def _says_something(node: Element) -> bool:
    return any((piece.text or "").strip() for piece in node.iter(W + "t"))


def page_number(root: Element | None, styles: Mapping[str, Style]) -> PageNumber | None:
    """The page number that a footer holds."""
    paragraph = next((node for node in root.iter(W + "p") if fields_of(node)), None) if root is not None else None
    if paragraph is None:
        return None
    properties = paragraph.find(W + "pPr")
    style = styles.get(value(properties, "pStyle") or "") or styles.get("Normal") or Style("", "")
    before, after = around_page_field(paragraph)
    return PageNumber(apply(style, properties, None), before, after)


def fields_of(paragraph: Element) -> list[str]:
    """The kinds of fields in a paragraph: PAGE, NUMPAGES …"""
    codes = [node.text or "" for node in paragraph.iter(W + "instrText")]
    codes += [str(node.get(W + "instr", "")) for node in paragraph.iter(W + "fldSimple")]
    return [code.split()[0].upper() for code in codes if code.split()]


def around_page_field(paragraph: Element) -> tuple[str, str]:
    """The words before and after the PAGE field; NUMPAGES stays in them as `PAGES`, a tab as it is.

    The cached number of a field lies between `separate` and `end`; a text box is written twice, once as Fallback.
    """
    sides, depth, side, code = ["", ""], 0, 0, ""
    for node in paragraph.iter(W + "t", W + "tab", W + "fldChar", W + "fldSimple", W + "instrText"):
        if is_repeated(node):
            continue
        if node.tag == W + "instrText" or node.tag == W + "fldSimple":
            code = (node.text if node.tag == W + "instrText" else node.get(W + "instr")) or ""
            side, sides[1] = (1, "") if "NUMPAGES" not in code and "PAGE" in code else (side, sides[1])
            if "NUMPAGES" in code:
                sides[side] += PAGES
        elif node.tag == W + "fldChar":
            depth += {"begin": 1, "end": -1}.get(str(node.get(W + "fldCharType")), 0)
        elif node.tag == W + "tab":
            sides[side] += "\t" if node.getparent().tag == W + "r" else ""
        elif depth == 0 and not any(up.tag == W + "fldSimple" for up in node.iterancestors()):
            sides[side] += node.text or ""
    return sides[0], sides[1]
