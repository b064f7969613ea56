"""What a Word paragraph is for, by its style and its own properties: outline level, table of contents, number."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from reportgen import patterns as re
from reportgen.finished.docx.looks import Letters
from reportgen.finished.docx.tables import Piece, pieces_of
from reportgen.record import Struct
from reportgen.word.numbering import Numbering, read_numbering
from reportgen.word.package import Element, Package, Properties, W, is_on, value, written

_BODY_LEVEL = 9
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])\s*(?:char)?$|公文([一二三四])级标题$", re.IGNORECASE)
_NUMERALS = "一二三四"
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:\d|heading|标题)|公文目录|table of figures|图表目录", re.IGNORECASE)
_TITLES = re.compile(r"目录标题|toc heading", re.IGNORECASE)
_LISTED = re.compile(r"目|contents", re.IGNORECASE)


class _Style(Struct, frozen=True):
    """What a style says of its paragraphs, by itself or by those that it is based on."""

    level: int
    align: str
    contents: bool
    """Whether it is one of a table of contents."""
    titles: bool
    """Whether it is the one of the title of such a table."""
    lists: tuple[Element, ...]


class Sheet(Struct, frozen=True, dict=True):
    """The styles and lists of a file, asked paragraph by paragraph."""

    package: Package

    @cached_property
    def _nodes(self) -> Mapping[str, Element]:
        root = self.package.part("word/styles.xml")
        nodes = root.iterchildren(W + "style") if root is not None else ()
        return {str(node.get(W + "styleId")): node for node in nodes}

    @cached_property
    def _usual(self) -> str:
        """The style of a paragraph that names none."""
        paragraphs = (node for node in self._nodes.values() if node.get(W + "type") == "paragraph")
        return next((str(node.get(W + "styleId")) for node in paragraphs if node.get(W + "default") == "1"), "")

    @cached_property
    def _styles(self) -> dict[str, _Style]:
        """What was read of styles, as far as it was asked."""
        return {}

    @cached_property
    def _hidden(self) -> dict[tuple[str, Properties], bool]:
        """Whether runs are hidden, by the style of their paragraph and their own properties, as far as was asked."""
        return {}

    @cached_property
    def _pieces(self) -> dict[Element, list[Piece]]:
        """The cells of the tables that were asked for."""
        return {}

    def pieces(self, table: Element) -> list[Piece]:
        """The cells of a table at their grid positions."""
        if table not in self._pieces:
            self._pieces[table] = pieces_of(table)
        return self._pieces[table]

    @cached_property
    def _numbering(self) -> Numbering:
        return read_numbering(self.package)

    @cached_property
    def letters(self) -> Letters:
        """Fonts, sizes and the distance of lines."""
        return Letters(self.package, self._chain)

    def style_of(self, paragraph: Element) -> str:
        """The id of its style."""
        return value(paragraph.find(W + "pPr"), "pStyle") or self._usual

    def _chain(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._nodes and style not in seen:
            seen.add(style)
            yield self._nodes[style]
            style = value(self._nodes[style], "basedOn") or ""

    def _style(self, name: str) -> _Style:
        if name not in self._styles:
            nodes = list(self._chain(name))
            names = [value(node, "name") or "" for node in nodes]
            align = next((own for node in nodes if (own := value(node.find(W + "pPr"), "jc"))), "")
            lists = (node.find(f"{W}pPr/{W}numPr") for node in nodes)
            contents, titles = any(map(_CONTENTS.match, names)), bool(names and _TITLES.search(names[0]))
            self._styles[name] = _Style(
                _level(nodes), align, contents, titles, tuple(node for node in lists if node is not None)
            )
        return self._styles[name]

    def in_contents(self, style: str, words: str) -> bool:
        """Whether a paragraph is one of a table of contents; the style of its title other pages have too: 声明."""
        own = self._style(style)
        return own.contents and not (own.titles and words and not _LISTED.search(words))

    def level(self, paragraph: Element, style: str) -> int:
        """The outline level from 1, 0 for running text: its own, its style's, or that of the style's name."""
        own = value(paragraph.find(W + "pPr"), "outlineLvl")
        return _outline(own) if own is not None else self._style(style).level

    def centred(self, paragraph: Element, style: str) -> bool:
        """Whether its lines stand in the middle."""
        return (value(paragraph.find(W + "pPr"), "jc") or self._style(style).align) == "center"

    def says_in_style(self, paragraph: Element, toggle: str) -> bool | None:
        """What its style, or one that it is based on, says of a toggle; None where none does."""
        nodes = self._chain(self.style_of(paragraph))
        given = (is_on(node.find(W + "pPr"), toggle) for node in nodes)
        return next((each for each in given if each is not None), None)

    def hides(self, run: Element, style: str) -> bool:
        """Whether a run is hidden: by itself, by its own style, or by that of its paragraph."""
        own = run.find(W + "rPr")
        asked = style, written(own)
        if asked not in self._hidden:
            nodes = [node for name in (value(own, "rStyle") or "", style) for node in self._chain(name)]
            given = (is_on(layer, "vanish") for layer in (own, *(node.find(W + "rPr") for node in nodes)))
            self._hidden[asked] = next((each for each in given if each is not None), False)
        return self._hidden[asked]

    def number(self, paragraph: Element, style: str) -> str:
        """The automatic number; each asking counts on."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        lists = [*([own] if own is not None else []), *self._style(style).lists]
        list_id = next((found for node in lists if (found := value(node, "numId"))), "")
        level = next((found for node in lists if (found := value(node, "ilvl"))), "")
        if not list_id or list_id == "0":
            return ""
        deep = int(level) if level.isdecimal() else self._numbering.level_of(list_id, style) or 0
        return self._numbering.number(list_id, min(deep, 8))


def _level(nodes: Iterable[Element]) -> int:
    """The outline level of a style and those it is based on, 0 where none has one."""
    for node in nodes:
        given = value(node.find(W + "pPr"), "outlineLvl")
        if given is not None:
            return _outline(given)
        if match := _HEADING.match(value(node, "name") or ""):
            return int(match[1]) if match[1] else _NUMERALS.index(match[2]) + 1
    return 0


def _outline(text: str) -> int:
    number = int(text) if text.isdecimal() else _BODY_LEVEL
    return number + 1 if number < _BODY_LEVEL else 0
