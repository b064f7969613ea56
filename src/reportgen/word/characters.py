"""The characters of a paragraph of a Word file, counted as a reader sees them, and its runs cut between them.

Offsets count from 0 in `text_of(paragraph)`: what stands there when all tracked changes are accepted. A tab is one
character, a line break and a symbol too. Codes of fields, references to notes, pictures, bookmarks and deleted words
take no room; paragraphs of text boxes are paragraphs of their own. Formulas and pinyin guides are not counted.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import takewhile

from reportgen.record import Struct
from reportgen.word.change_names import PUT_IN, TAKEN_OUT
from reportgen.word.package import Element, W

SYMBOL = "\ufffc"
"""Stands for a sign of a symbol font (`w:sym`)."""
_SIGNS: Mapping[str, str] = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "sym": SYMBOL,
}
_AROUND = frozenset(W + name for name in ("hyperlink", "fldSimple", "smartTag", "customXml", *PUT_IN, "dir", "bdo"))
_CONTROLS = frozenset((W + "sdt", W + "sdtContent"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHANGES = frozenset(W + name for name in ("rPrChange", *PUT_IN, *TAKEN_OUT))

NewId = Callable[[], str]
"""Gives an id that no mark of the file has (`reportgen.word.opened.Opened.new_id`)."""


class Field(Struct, eq=False):
    """A field of a paragraph from its begin to its end; None for what stands in another paragraph."""

    begin: Element
    shows: bool = False
    """Whether its code has ended and what it shows has begun."""
    end: Element | None = None


class Piece(Struct, eq=False):
    """A node of a run that shows characters, with the offset of the first and the fields that it is shown by."""

    node: Element
    run: Element
    start: int
    text: str
    fields: tuple[Field, ...] = ()

    @property
    def stop(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


def text_of(paragraph: Element) -> str:
    """The characters of a paragraph that offsets count."""
    return "".join(piece.text for piece in pieces_of(paragraph))


def pieces_of(paragraph: Element) -> list[Piece]:
    """The nodes that show its characters, in their order."""
    pieces: list[Piece] = []
    fields: list[Field] = []
    offset = 0
    for run in runs_of(paragraph):
        for node in run:
            if node.tag == W + "fldChar":
                _follow(str(node.get(W + "fldCharType")), run, fields)
            elif (text := _shown(node)) and all(field.shows for field in fields):
                pieces.append(Piece(node, run, offset, text, tuple(fields)))
                offset += len(text)
    return pieces


def runs_of(node: Element) -> Iterator[Element]:
    """The runs of a paragraph that stay when its changes are accepted, those within links and the like too."""
    for child in node:
        if child.tag == W + "r":
            yield child
        elif child.tag in _AROUND or child.tag in _CONTROLS:
            yield from runs_of(child)


def _follow(kind: str, run: Element, fields: list[Field]) -> None:
    if kind == "begin":
        fields.append(Field(run))
    elif fields and kind == "separate":
        fields[-1].shows = True
    elif fields and kind == "end":
        fields.pop().end = run


def _shown(node: Element) -> str:
    if node.tag == W + "t":
        return (node.text or "").replace("\n", " ").replace("\r", " ")
    if node.tag == W + "br":
        return "" if node.get(W + "type") in ("page", "column") else "\n"
    return _SIGNS.get(node.tag, "")


def cut(paragraph: Element, offset: int, new_id: NewId) -> None:
    """Let a run end, and another begin, before the character at `offset`; each keeps all properties."""
    cut_at(paragraph, (offset,), new_id)


def cut_at(paragraph: Element, offsets: Iterable[int], new_id: NewId) -> list[Piece]:
    """The same at several offsets; the pieces as they then are."""
    pieces = pieces_of(paragraph)
    for offset in sorted(set(offsets), reverse=True):
        at = bisect_right(pieces, offset, key=lambda piece: piece.start) - 1
        if at >= 0 and pieces[at].start < offset < pieces[at].stop:
            piece, split = pieces[at], offset - pieces[at].start
            rest = _cut_text(piece.node, split)
            pieces.insert(at + 1, Piece(rest, piece.run, offset, piece.text[split:], piece.fields))
            piece.text = piece.text[:split]
            at += 1
        elif at < 0 or pieces[at].start != offset or not _has_before(pieces[at].node):
            continue
        if pieces[at].run.find(W + "fldChar") is not None:  # a field may begin or end in the half that goes
            _cut_run(pieces[at].run, pieces[at].node, new_id)
            pieces = pieces_of(paragraph)
        else:
            _move(pieces, at, _cut_run(pieces[at].run, pieces[at].node, new_id))
    return pieces


def _move(pieces: list[Piece], first: int, made: Element) -> None:
    """What stood in a run behind the cut stands in another one."""
    run = pieces[first].run
    for piece in pieces[first:]:
        if piece.run is not run:
            break
        piece.run = made


def _cut_text(node: Element, at: int) -> Element:
    """The second half of a `w:t`, put behind the first."""
    rest = deepcopy(node)
    rest.text, node.text = node.text[at:], node.text[:at]
    node.addnext(rest)
    for half in (node, rest):
        half.set(_SPACE, "preserve")
    return rest


def _has_before(node: Element) -> bool:
    before = node.getprevious()
    return before is not None and before.tag != W + "rPr"


def _cut_run(run: Element, node: Element, new_id: NewId) -> Element:
    """The run that holds `node` and what follows in a run; the rest stays."""
    made = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    properties = run.find(W + "rPr")
    if properties is not None:
        made.append(renumbered(deepcopy(properties), new_id))
    for each in [node, *node.itersiblings()]:
        made.append(each)
    run.addnext(made)
    return made


def parted(run: Element, goes: Callable[[Element], bool], new_id: NewId) -> list[Element]:
    """The runs that a run becomes when what `goes` shall stand in runs apart from what does not; these are given."""
    made = [run]
    while True:
        nodes = [node for node in made[-1] if node.tag != W + "rPr"]
        other = next((node for node in nodes if goes(node) != goes(nodes[0])), None)
        if other is None:
            return [each for each in made if any(goes(node) for node in each if node.tag != W + "rPr")]
        made.append(_cut_run(made[-1], other, new_id))


def cut_around(parent: Element, after: Element, new_id: NewId) -> None:
    """Let a wrapper (`w:ins`) end behind one of its children, and another like it begin there."""
    rest = renumbered(parent.makeelement(parent.tag, dict(parent.attrib), parent.nsmap), new_id)
    for each in list(after.itersiblings()):
        rest.append(each)
    parent.addnext(rest)


def renumbered(copy: Element, new_id: NewId) -> Element:
    """A copy whose marks of changes have ids of their own."""
    for node in copy.iter(*_CHANGES):
        if node.get(W + "id") is not None:
            node.set(W + "id", new_id())
    return copy


def pieces_between(paragraph: Element, start: int, stop: int, pieces: Sequence[Piece] | None = None) -> Sequence[Piece]:
    """The pieces of the characters from `start` to `stop`, between which runs are cut."""
    known = pieces_of(paragraph) if pieces is None else pieces
    first = bisect_left(known, start, key=lambda piece: piece.start)
    return list(takewhile(lambda piece: piece.stop <= stop, known[first:]))


def set_text(node: Element, text: str) -> None:
    """Characters of a `w:t`, with the blanks at its ends."""
    node.text = text
    node.set(_SPACE, "preserve")
