"""What a Word file says when all its tracked changes are accepted, and when all are refused.

    accepted(package), refused(package)   the file without changes: words, paragraphs, rows, cells, moves, formats
    texts(package)                        the paragraphs of its text as strings, those of tables among them

`settle(root, accept)` does the same to one part.
"""

from collections.abc import Iterable

from reportgen import patterns as re
from reportgen.word.change_names import CHANGED_FORMATS, PUT_IN, TAKEN_OUT
from reportgen.word.characters import text_of
from reportgen.word.ordered import serialised
from reportgen.word.package import Element, Package, W

_TEXTS = re.compile(r"[^/]+/(?:document|header|footer|footnotes|endnotes)\d*\.xml")
_RANGES = re.compile(r"(?:moveFrom|moveTo|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End)")
_RESTORED = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
_ENDLESS = "reportgen-endless"
"""Marks a paragraph whose end goes, until it is joined to the next."""


def accepted(package: Package) -> Package:
    """The file with all changes accepted."""
    return _settled(package, True)


def refused(package: Package) -> Package:
    """The file with all changes refused: as it was before."""
    return _settled(package, False)


def texts(package: Package) -> list[str]:
    """The text of each paragraph of the running text and its tables, in their order."""
    root = package.main()
    return [text_of(paragraph) for paragraph in root.iter(W + "p")] if root is not None else []


def _settled(package: Package, accept: bool) -> Package:
    parts: dict[str, bytes | None] = {}
    for name in sorted(package.names()):
        root = package.part(name) if _TEXTS.fullmatch(name) else None
        if root is not None and settle(root, accept):
            parts[name] = serialised(root)
    return package.with_parts(parts) if parts else package


def settle(root: Element, accept: bool) -> bool:
    """Accept or refuse all changes of a part, in place; whether there were any."""
    settling = _Settling(PUT_IN, TAKEN_OUT, accept) if accept else _Settling(TAKEN_OUT, PUT_IN, accept)
    nodes = [node for node in root.iter() if settling.knows(name_of(node))]
    for node in nodes:
        if node.getparent() is not None:
            settling.settle(node)
    for paragraph in [node for node in root.iter(W + "p") if node.get(_ENDLESS)]:
        _join(paragraph)
    return bool(nodes)


class _Settling:
    """One way to settle: which changes stay and which go."""

    def __init__(self, kept: tuple[str, ...], gone: tuple[str, ...], accept: bool) -> None:
        self.kept, self.gone, self.accept = kept, gone, accept
        self.cell_kept, self.cell_gone = ("cellIns", "cellDel") if accept else ("cellDel", "cellIns")

    def knows(self, name: str) -> bool:
        """Whether an element of that name is a change, or the mark of one."""
        marks = (*self.kept, *self.gone, "cellIns", "cellDel", "cellMerge")
        return name in marks or bool(_RANGES.fullmatch(name) or CHANGED_FORMATS.fullmatch(name))

    def settle(self, node: Element) -> None:
        """Settle one change."""
        name, parent = name_of(node), node.getparent()
        holder = parent.getparent()
        if name in self.gone and name_of(parent) == "rPr" and name_of(holder) == "pPr":
            holder.getparent().set(_ENDLESS, "1")
            parent.remove(node)
        elif name in self.gone and name_of(parent) == "trPr":
            _remove_row(holder)
        elif name == self.cell_gone:
            holder.getparent().remove(holder)
        elif name in self.kept and name_of(parent) not in ("rPr", "trPr"):
            _restore(node)
            unwrap(node, list(node))
        elif CHANGED_FORMATS.fullmatch(name) and not self.accept:
            _restore_format(node)
        else:
            parent.remove(node)


def _remove_row(row: Element) -> None:
    table = row.getparent()
    table.remove(row)
    if table.tag == W + "tbl" and next(table.iter(W + "tr"), None) is None and table.getparent() is not None:
        table.getparent().remove(table)


def _restore(change: Element) -> None:
    """Deleted words are words again."""
    for node in change.iter(*_RESTORED):
        node.tag = _RESTORED[node.tag]


def _restore_format(change: Element) -> None:
    """Properties as they were, but for what is no part of them: the letters of a paragraph's end, its section."""
    properties = change.getparent()
    before = list(change)
    aside = [node for node in properties if node.tag in (W + "rPr", W + "sectPr") and name_of(properties) == "pPr"]
    for node in list(properties):
        if node not in aside:
            properties.remove(node)
    for node in reversed(list(before[0]) if before else []):
        properties.insert(0, node)


def unwrap(node: Element, children: Iterable[Element]) -> None:
    """Put children in the place of an element."""
    parent = node.getparent()
    at = parent.index(node)
    parent.remove(node)
    for child in reversed(list(children)):
        parent.insert(at, child)


def _join(paragraph: Element) -> None:
    """What is left of a paragraph without an end goes before the words of the next, whose properties count.

    Where no paragraph follows it goes when nothing is left of it and another stands before it.
    """
    del paragraph.attrib[_ENDLESS]
    words = [node for node in paragraph if node.tag != W + "pPr"]
    after, before = paragraph.getnext(), paragraph.getprevious()
    while after is not None and name_of(after).startswith(("bookmark", "proofErr", "comment")):
        after = after.getnext()
    if after is not None and after.tag == W + "p":
        start = 1 if len(after) and after[0].tag == W + "pPr" else 0
        for node in reversed(words):
            after.insert(start, node)
        paragraph.getparent().remove(paragraph)
    elif not any(node.tag == W + "r" for node in words) and _is_spare(before, after):
        paragraph.getparent().remove(paragraph)


def _is_spare(before: Element | None, after: Element | None) -> bool:
    """Whether a cell or a body has something to begin with besides a paragraph between these two."""
    return after is not None if before is None else before.tag in (W + "p", W + "tbl")


def name_of(node: Element | None) -> str:
    """The name of an element without its namespace; empty for a comment of XML."""
    return str(node.tag).rpartition("}")[2] if node is not None and isinstance(node.tag, str) else ""
