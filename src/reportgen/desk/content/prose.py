"""Prose on the screen: its text as it stands in the file, how its references are printed, how it is numbered."""

from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.compose.numbering import read_chinese_number
from reportgen.compose.references import References
from reportgen.desk.content.facts import printed
from reportgen.model.document import Block, Document, Heading, Paragraph
from reportgen.packs.fields import FieldType
from reportgen.packs.outline import FieldStep, Section, Step
from reportgen.place import Written
from reportgen.record import Struct, field

_LABEL = re.compile(
    r"(?P<one>[一二三四五六七八九十]+)、|（(?P<two>[一二三四五六七八九十]+)）|(?P<three>\d+)\.|（(?P<four>\d+)）|(?P<five>[①-⑳])"
)
_WITHIN = (FieldType.DEPARTMENTS, FieldType.PROBLEMS, FieldType.MEASURES)
"""Their names are headings: the text of each stands one level below."""


class ProseView(Struct, frozen=True):
    """What the widget of prose begins with.

    `marks` says whether `# ` and `- ` are marks here or words; `level` is that of its sub-headings in the document,
    from 1, and `before` how many headings or items of that level stand before it (「（二）」 begins behind one).
    `chips` are its references with what they print, empty where that is not known.
    """

    text: str
    marks: bool = True
    level: int = 1
    before: int = 0
    chips: Mapping[str, str] = field(default_factory=dict)
    meaning: str = ""


def prose_view(
    written: Written | None,
    references: References | None,
    document: Document | None = None,
    level: int = 1,
    marks: bool = True,
) -> ProseView:
    """The view of one text; empty for a key that is not there. `level` is that of `levels_of` for its field."""
    text = written.text if written else ""
    first = next(_labels(written, document), None) if written and document else None
    at, number = first or (level, 1)
    return ProseView(text, marks, at, number - 1, printed(references, text))


def levels_of(outline: tuple[Step, ...], level: int = 1) -> dict[str, int]:
    """The level of the sub-headings in the text of each field, by its path; of items, in the text of each."""
    levels: dict[str, int] = {}
    for step in outline:
        if isinstance(step, Section):
            levels = {**levels_of(step.steps, level + 1), **levels}
        elif isinstance(step, FieldStep):
            levels.setdefault(step.path, level + (step.type in _WITHIN))
    return levels


def _labels(written: Written, document: Document) -> Iterator[tuple[int, int]]:
    """Level and number of what is numbered within a text, in printing order."""
    first, last = written.place_at(0).line, written.place_at(max(0, len(written.text) - 1)).line
    for blocks in document.blocks.values():
        for block in blocks:
            label, line = _numbered(block)
            if label and first <= line <= last and (read := _read(label)):
                yield read


def _numbered(block: Block) -> tuple[str, int]:
    match block:
        case Heading() | Paragraph():
            return block.label, block.origin.line
        case _:
            return "", 0


def _read(label: str) -> tuple[int, int] | None:
    """（二） is of level 2 and number 2."""
    match = _LABEL.fullmatch(label)
    if match is None:
        return None
    name = match.lastgroup or ""
    level = ("one", "two", "three", "four", "five").index(name) + 1
    words = match[name]
    number = read_chinese_number(words) if level < 3 else ord(words) - 0x245F if level == 5 else int(words)
    return level, number
