"""A Word file whose layout is set anew: a property goes into the style of paragraphs where nothing else would change.

A property that a paragraph, or a style nearer to it, sets by itself is taken away there, so that the style shows. Where
the style has other users (cells of tables, a title), the property is set in each paragraph.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count
from typing import TypeVar

from reportgen.finished.docx.headings import Sheet
from reportgen.finished.docx.settings import Settings
from reportgen.model.setting import Setting
from reportgen.record import Struct, field
from reportgen.word.opened import OFFICE_RELATION, TEXTS, WORD_TYPE, Opened
from reportgen.word.ordered import drop, put
from reportgen.word.package import Element, W

K = TypeVar("K")
Change = Callable[[Element], None]
"""What is done to a pPr or an rPr."""
Names = Mapping[str, tuple[str, ...]]
"""Properties by the name of their element, with the attributes that are meant; none means all of it."""


class Entry(Struct, frozen=True):
    """A paragraph to be set: for what part it is, how it was measured, its element."""

    role: str
    setting: Setting
    node: Element


class Manuscript(Opened, dict=True):
    """A file whose layout is being set, with its styles and measures."""

    _added: dict[str, str] = field(default_factory=dict)
    """Parts by the relations that were added."""

    @cached_property
    def sheet(self) -> Sheet:
        """Its styles as they were read, before any change."""
        return Sheet(self.package)

    @cached_property
    def settings(self) -> Settings:
        """The measures of its paragraphs, before any change."""
        return Settings(self.sheet, self.body)

    @cached_property
    def paragraphs(self) -> list[Element]:
        """All of the text, in their order: a `Setting` counts them."""
        return list(self.body.iter(W + "p"))

    @cached_property
    def _styles(self) -> dict[str, Element]:
        root = self.part("word/styles.xml")
        nodes = root.iterchildren(W + "style") if root is not None else ()
        return {str(node.get(W + "styleId")): node for node in nodes}

    @cached_property
    def _everywhere(self) -> list[Element]:
        """The paragraphs of all parts."""
        others = (name for name in self.package.names() if TEXTS.fullmatch(name) and name != self.main)
        roots = (self.package.part(name) for name in others)
        return [*self.paragraphs, *(node for root in roots if root is not None for node in root.iter(W + "p"))]

    @cached_property
    def _users(self) -> dict[str, list[Element]]:
        """The paragraphs of each style and of those that are based on it."""
        found: dict[str, list[Element]] = {}
        for node in self._everywhere:
            for style in self._chain(self.sheet.style_of(node)):
                found.setdefault(style, []).append(node)
        return found

    def _chain(self, style: str) -> Iterator[str]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield style
            based = self._styles[style].find(W + "basedOn")
            style = str(based.get(W + "val")) if based is not None else ""

    def lay(self, nodes: Sequence[Element], names: Names, change: Change) -> None:
        """Change properties of paragraphs."""
        for style, group in self._grouped(nodes).items():
            if self._is_theirs(style, group, names, "pPr"):
                change(put(self._styles[style], "pPr"))
                for node in group:
                    _strip(node.find(W + "pPr"), names)
            else:
                for node in group:
                    change(put(node, "pPr"))

    def letter(self, nodes: Sequence[Element], names: Names, change: Change, kept: Callable[[Element], bool]) -> None:
        """Change properties of the letters of paragraphs, but for runs that are `kept`."""
        for style, group in self._grouped(nodes).items():
            theirs = self._is_theirs(style, group, names, "rPr")
            if theirs:
                change(put(self._styles[style], "rPr"))
            for run in (run for node in group for run in runs_of(node) if not kept(run)):
                if theirs and run.find(f"{W}rPr/{W}rStyle") is None:
                    _strip(run.find(W + "rPr"), names)
                else:
                    change(put(run, "rPr"))

    def _grouped(self, nodes: Iterable[Element]) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for node in nodes:
            found.setdefault(self.sheet.style_of(node), []).append(node)
        return found

    def _is_theirs(self, style: str, group: Collection[Element], names: Names, kind: str) -> bool:
        """Whether a change of the style shows in these paragraphs and in no other."""
        if style not in self._styles or any(node.find(f"{W}pPr/{W}numPr") is not None for node in group):
            return False
        own = set(group)
        return all(node in own or not self._shows(style, node, names, kind) for node in self._users[style])

    def _shows(self, style: str, node: Element, names: Names, kind: str) -> bool:
        """Whether a property of the style reaches a paragraph: nothing nearer sets it."""
        nearer: list[Element | None] = [node.find(W + "pPr")] if kind == "pPr" else []
        for name in self._chain(self.sheet.style_of(node)):
            if name == style:
                break
            nearer.append(self._styles[name].find(W + kind))
        return not all(any(_sets(each, name, names[name]) for each in nearer) for name in names)

    def target(self, relation: str) -> str:
        """The part that a relation of the text leads to; empty when it leads nowhere."""
        added = self._added.get(relation, "")
        return added or self.package.target(relation, self.main)

    def add_edge(self, edge: str, root: Element, like: str = "") -> str:
        """A further header or footer, with its relation and its type; the id of the relation.

        It has the relations of the part that it is `like`, to the same pictures.
        """
        taken = self.package.names() | self.changed.keys()
        name = next(each for at in count(1) if f"{self.folder}/{(each := f'{edge}{at}.xml')}" not in taken)
        own = self.package.part(f"{self.folder}/_rels/{like.rpartition('/')[2]}.rels") if like else None
        if own is not None:
            self.changed[f"{self.folder}/_rels/{name}.rels"] = own
        identity = self.add_part(name, root, f"{OFFICE_RELATION}/{edge}", f"{WORD_TYPE}.{edge}+xml")
        self._added[identity] = f"{self.folder}/{name}"
        return identity


def by(key: Callable[[Entry], K], entries: Iterable[Entry]) -> dict[K, list[Entry]]:
    """The entries that are alike in something, together."""
    found: dict[K, list[Entry]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    return found


def runs_of(node: Element) -> Iterator[Element]:
    """The runs of a paragraph that have words, those of text boxes in it left out."""
    for run in node.iter(W + "r"):
        if next(run.iterancestors(W + "p"), None) is node and run.find(W + "t") is not None:
            yield run


def text_of(node: Element) -> str:
    """The words of a paragraph."""
    return "".join(text.text or "" for run in runs_of(node) for text in run.iterfind(W + "t"))


def in_table(node: Element) -> bool:
    """Whether a paragraph stands in a table."""
    return next(node.iterancestors(W + "tbl"), None) is not None


def _sets(properties: Element | None, name: str, attributes: tuple[str, ...]) -> bool:
    found = properties.find(W + name) if properties is not None else None
    return found is not None and (not attributes or any(found.get(W + each) is not None for each in attributes))


def _strip(properties: Element | None, names: Names) -> None:
    for name, attributes in names.items():
        drop(properties, name, attributes)
