"""The trace of a Word file: hidden bookmarks round its lines, and a part that says of which text each was made.

Bookmarks stay when LibreOffice saves the file; the names that Word gives to paragraphs do not. The part is one of
`customXml`, which every program carries along. What it says is no matter of this package (`reportgen.review.trace`).
"""

from collections.abc import Iterable, Iterator
from posixpath import basename, dirname
from xml.sax.saxutils import escape

from reportgen.errors import UsageProblem
from reportgen.word.ordered import serialised
from reportgen.word.package import Element, Package, W

BOOKMARK = "_rg_"
"""What the name of a bookmark begins with; Word hides those that begin with an underscore."""
_NAMESPACE = "urn:reportgen:trace"
_ROOT = f"{{{_NAMESPACE}}}trace"
_FOLDER = "customXml/"
_COPY = "_Copy_"
Marked = tuple[str, tuple[int, int], tuple[int, int]]
"""A bookmark with where it begins and ends, as `reportgen.word.marked.bookmarks_of` gives it."""


def as_part(trace: bytes) -> bytes:
    """The part for a trace, which is UTF-8 text."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<trace xmlns="{_NAMESPACE}">{escape(trace.decode())}</trace>'.encode()


def trace_in(package: Package) -> bytes | None:
    """The trace that a Word file carries; None for one that carries none."""
    name = _part_name(package)
    root = package.part(name) if name else None
    return (root.text or "").encode() if root is not None else None


def without_trace(content: bytes, file: str) -> bytes:
    """The same Word file without bookmarks and trace; byte for byte where it has neither.

    Raises UsageProblem when it is no Word file.
    """
    package = Package(file, content)
    parts: dict[str, bytes | None] = {}
    main, name = package.main_name(), _part_name(package)
    root = package.main()
    if root is not None and _take_bookmarks(root):
        parts[main] = serialised(root)
    if name:
        parts |= _without_part(package, name, main)
    return package.with_parts(parts).content if parts else content


def originals(bookmarks: Iterable[Marked]) -> Iterator[Marked]:
    """Bookmarks by the names that they were given.

    LibreOffice calls those of a table that floats copies; a real copy stands beside its original and is left out.
    """
    found = list(bookmarks)
    present = {name for name, _begin, _end in found}
    for name, begin, end in found:
        own = name.partition(_COPY)[0]
        if own == name or own not in present:
            present.add(own)
            yield own, begin, end


def _part_name(package: Package) -> str:
    """The part of that namespace, whatever the program that saved the file has called it; empty without one."""
    for name in sorted(package.names()):
        if name.startswith(_FOLDER) and _NAMESPACE.encode() in (package.bytes_of(name) or b""):
            try:
                root = package.part(name)
            except UsageProblem:
                continue
            if root is not None and root.tag == _ROOT:
                return name
    return ""


def _take_bookmarks(root: Element) -> bool:
    ours = [node for node in root.iter(W + "bookmarkStart") if str(node.get(W + "name", "")).startswith(BOOKMARK)]
    numbers = {node.get(W + "id") for node in ours}
    ends = [node for node in root.iter(W + "bookmarkEnd") if node.get(W + "id") in numbers]
    for node in (*ours, *ends):
        node.getparent().remove(node)
    return bool(ours)


def _without_part(package: Package, name: str, main: str) -> dict[str, bytes | None]:
    """A part taken away with its properties, and with what refers to it."""
    relations = f"{dirname(name)}/_rels/{basename(name)}.rels"
    gone = {name, relations, *_targets(package, name, relations)}
    parts: dict[str, bytes | None] = {each: None for each in gone if each in package.names()}
    owner = f"{dirname(main)}/_rels/{basename(main)}.rels"
    for listing, attribute in ((owner, "Target"), ("[Content_Types].xml", "PartName")):
        root: Element = package.part(listing)
        for node in list(root) if root is not None else ():
            if str(node.get(attribute, "")).lstrip("/.") in gone:
                root.remove(node)
        parts |= {listing: serialised(root)} if root is not None else {}
    return parts


def _targets(package: Package, name: str, relations: str) -> list[str]:
    rels = package.part(relations)
    return [package.target(str(each.get("Id")), name) for each in rels] if rels is not None else []
