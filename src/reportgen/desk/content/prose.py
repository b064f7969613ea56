"""What the editors of prose are told beside the text: how references are printed, and how lines are numbered."""

from collections.abc import Iterator, Mapping

from reportgen.compose.numbering import DEEPEST_ITEM, label
from reportgen.desk.content.facts import Figures
from reportgen.model.document import Document, Heading, Paragraph
from reportgen.packs.fields import FieldType
from reportgen.packs.outline import FieldStep, Section, Step
from reportgen.record import Struct
from reportgen.source.node import Node
from reportgen.source.paths import texts_of

_WITHIN = (FieldType.DEPARTMENTS, FieldType.PROBLEMS, FieldType.MEASURES)
"""Their names are headings: the text of each stands one level below."""


class Begins(Struct, frozen=True):
    """How the first heading or item of a text is numbered: its level, and how many of that level stand before it.

    「（二）」 is of level 2 and begins behind one. Without `marks` # and - are words there, as in 条目, which are items
    themselves.
    """

    level: int
    before: int = 0
    marks: bool = True


_LABELS = {
    label(level, number): Begins(level, number - 1) for level in range(1, DEEPEST_ITEM + 1) for number in range(1, 100)
}
"""What each label is of."""


class ProseTold(Struct, frozen=True):
    """`chips` are all references of a file with what they print, empty where they cannot be.

    `numbering` is by the path of a text (存在问题.1.说明) where something in it has a number, by that of a field for
    all others.
    """

    chips: Mapping[str, str]
    numbering: Mapping[str, Begins]


def prose_told(figures: Figures) -> ProseTold:
    """What the page of a file asks for once it is there, and again when figures have changed."""
    checked = figures.checked
    chips = figures.printed("\n".join(checked.source.lines))
    main, root = checked.main, checked.source.root
    if main is None or root is None:
        return ProseTold(chips, {})
    fields = begins_of(main.pack.outline)
    begun = ((path, begins) for path, begins in _begun(root, main.document) if not _is_plain(path, fields))
    return ProseTold(chips, fields | dict(begun))


def begins_of(outline: tuple[Step, ...], level: int = 1) -> dict[str, Begins]:
    """How the text of each field begins where nothing is numbered before it, by its path; of lists, that of an item."""
    fields: dict[str, Begins] = {}
    for step in outline:
        if isinstance(step, Section):
            fields = {**begins_of(step.steps, level + 1), **fields}
        elif isinstance(step, FieldStep):
            own = Begins(level + (step.type in _WITHIN), marks=step.type is not FieldType.ENTRIES)
            fields.setdefault(step.path, own)
    return fields


def _is_plain(path: str, fields: Mapping[str, Begins]) -> bool:
    return any(not begins.marks and path.startswith(f"{field}.") for field, begins in fields.items())


def _begun(root: Node, document: Document) -> Iterator[tuple[str, Begins]]:
    """By path, the texts in which something is numbered."""
    labels = sorted(_labels(document))
    for keyed in texts_of(root):
        written = keyed.text
        first, last = written.place_at(0).line, written.place_at(max(0, len(written.text) - 1)).line
        within = (begins for line, own in labels if first <= line <= last and (begins := _LABELS.get(own)))
        if begins := next(within, None):
            yield keyed.name, begins


def _labels(document: Document) -> Iterator[tuple[int, str]]:
    for blocks in document.blocks.values():
        for block in blocks:
            if isinstance(block, Heading | Paragraph) and block.label and block.origin.line:
                yield block.origin.line, block.label
