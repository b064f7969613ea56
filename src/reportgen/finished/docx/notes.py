"""Footnotes and endnotes of a Word file, found by the references in its text."""

from reportgen.finished.docx.runs import Fields, words_of
from reportgen.finished.parts import Line
from reportgen.language import _
from reportgen.place import Spot
from reportgen.word.package import Element, Package, W

_KINDS = {W + "footnoteReference": "word/footnotes.xml", W + "endnoteReference": "word/endnotes.xml"}
_OF_WORD = "type"
"""An attribute of the lines that Word draws above notes."""


class Notes:
    """The notes of one file; `passed` are those that the text has referred to so far, by part."""

    def __init__(self, package: Package) -> None:
        self.package = package
        parts = {part: package.part(part) for part in _KINDS.values()}
        self.roots = {part: root for part, root in parts.items() if root is not None}
        self.says = {
            (part, str(node.get(W + "id"))): node
            for part, root in self.roots.items()
            for node in root
            if isinstance(node.tag, str) and node.get(W + _OF_WORD) is None
        }
        self.passed: dict[str, list[str]] = {part: [] for part in self.roots}
        self.spots: dict[Spot, tuple[str, str]] = {}
        """Part and id of the notes that the text has referred to, by where a reader finds them."""

    def of(self, paragraph: Element) -> tuple[Line, ...]:
        """What the notes of a paragraph say, in the order of their references."""
        if not self.says:
            return ()
        return tuple(
            line for node in paragraph.iter(*_KINDS) if (line := self._line(_KINDS[node.tag], str(node.get(W + "id"))))
        )

    def _line(self, part: str, number: str) -> Line | None:
        note = self.says.get((part, number))
        if note is None or number in self.passed[part]:
            return None
        self.passed[part].append(number)
        texts = [line for each in note.iter(W + "p") for line in words_of(each, Fields()).lines if line]
        at = len(self.passed[part])
        words = _("尾注{number}", number=at) if "endnotes" in part else _("脚注{number}", number=at)
        spot = Spot(words=words)
        self.spots[spot] = part, number
        return Line("".join(texts), spot) if texts else None

    def rest(self, name: str) -> Element | None:
        """A part of the file; of one that holds notes only those that do not stand in the text."""
        for number in self.passed.pop(name, ()):
            self.roots[name].remove(self.says[name, number])
        return self.roots[name] if name in self.roots else self.package.part(name)
