"""What the editors of prose are told beside the text: how references are printed, and how lines are numbered."""

from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.compose.numbering import read_chinese_number
from reportgen.desk.content.facts import Figures
from reportgen.model.document import Document, Heading, Paragraph
from reportgen.packs.fields import FieldType
from reportgen.packs.outline import FieldStep, Section, Step
from reportgen.record import Struct
from reportgen.source.node import Node
from reportgen.source.paths import texts_of

_LABELS = (
    r"(?P<one>[一二三四五六七八九十]+)、",
    r"（(?P<two>[一二三四五六七八九十]+)）",
    r"(?P<three>\d+)\.",
    r"（(?P<four>\d+)）",
    r"(?P<five>[①-⑳])",
)
"""Of each level, as `compose.numbering` makes them."""
_LABEL = re.compile("|".join(_LABELS))
_WITHIN = (FieldType.DEPARTMENTS, FieldType.PROBLEMS, FieldType.MEASURES)
"""Their names are headings: the text of each stands one level below."""


class Begins(Struct, frozen=True):
    """How the first heading or item of a text is numbered: its level, and how many of that level stand before it.

    「（二）」 is of level 2 and begins behind one.
    """

    level: int
    before: int = 0


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
    fields = {path: Begins(level) for path, level in levels_of(main.pack.outline).items()}
    return ProseTold(chips, fields | dict(_begun(root, main.document)))


def levels_of(outline: tuple[Step, ...], level: int = 1) -> dict[str, int]:
    """The level of the sub-headings in the text of each field, by its path; of items, in the text of each."""
    levels: dict[str, int] = {}
    for step in outline:
        if isinstance(step, Section):
            levels = {**levels_of(step.steps, level + 1), **levels}
        elif isinstance(step, FieldStep):
            levels.setdefault(step.path, level + (step.type in _WITHIN))
    return levels


def _begun(root: Node, document: Document) -> Iterator[tuple[str, Begins]]:
    """By path, the texts in which something is numbered."""
    labels = sorted(_labels(document))
    for keyed in texts_of(root):
        written = keyed.text
        first, last = written.place_at(0).line, written.place_at(max(0, len(written.text) - 1)).line
        within = (read for line, label in labels if first <= line <= last and (read := _read(label)))
        if begins := next(within, None):
            yield keyed.name, begins


def _labels(document: Document) -> Iterator[tuple[int, str]]:
    for blocks in document.blocks.values():
        for block in blocks:
            if isinstance(block, Heading | Paragraph) and block.label and block.origin.line:
                yield block.origin.line, block.label


def _read(label: str) -> Begins | None:
    match = _LABEL.fullmatch(label)
    if match is None:
        return None
    name = match.lastgroup or ""
    level = ("one", "two", "three", "four", "five").index(name) + 1
    words = match[name]
    number = read_chinese_number(words) if level < 3 else ord(words) - 0x245F if level == 5 else int(words)
    return Begins(level, number - 1)
