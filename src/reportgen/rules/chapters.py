"""The body of a document as chapters: each heading with what stands under it, and the numbers that lead its lines.

A table of contents that was typed or pasted as text is no part of the body.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.compose.numbering import read_chinese_number
from reportgen.model.document import Block, Document, Heading, Paragraph, Table, plain_text
from reportgen.model.table import Cell
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct

_FORMS = (
    re.compile(r"([一二三四五六七八九十]{1,3})、"),
    re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]"),
    re.compile(r"(\d{1,2})[、.．]"),
    re.compile(r"[（(](\d{1,2})[）)]"),
)
_TO_A_PAGE = re.compile(r"(?:[.．…·。]{2}|\s{2}|\t)\s?\d{1,3}$")
"""At the end of a line without the blanks behind it; of those before the page one or two are enough to see."""
_PAGE = 8
"""Characters at the end of a line that tell."""
_CONTENTS = re.compile(r"\s*目\s*录\s*")
_REPORT = re.compile(r"报告|汇报|总结")
_FORM = re.compile(r"(?:表|目标|措施|方案|通知)(?:[（(][^）)]*[）)])*$")
MARKS = "。：；，、:;,. 　"
"""What may stand behind a heading's words."""
REMEDIES = re.compile(r"措施|建议|打算|改进|整改|下一步|下步")


class Mark(Struct, frozen=True):
    """The number that leads a line: its level, its number, its form without the number, such as （）."""

    level: int
    number: int
    form: str


class Chapter(Struct, frozen=True):
    """A heading and everything down to the next line of the same or a higher level."""

    heading: Heading
    body: tuple[Block, ...]
    next: Block | None
    """What ends the chapter."""

    @property
    def title(self) -> str:
        """The words of the heading, without its number and the marks behind it."""
        return plain_text(self.heading.inlines).strip().rstrip(MARKS)

    @property
    def text(self) -> str:
        """Everything that the chapter says, a line each."""
        return "\n".join(words_of(block) for block in self.body)


def is_report(title: str) -> bool:
    """Whether a title is that of a report in sentences and not of a form."""
    return bool(_REPORT.search(title)) and not _FORM.search(title)


def body_of(document: Document) -> list[Block]:
    """The blocks of the body, without a table of contents in words."""
    blocks = [block for block in document.blocks.get("正文", ()) if not _leads_to_a_page(block)]
    start = next((index for index, block in enumerate(blocks) if _CONTENTS.fullmatch(words_of(block))), None)
    if start is None and not any(_CONTENTS.fullmatch(inline.text) for inline in document.lines.get("标题", ())):
        return blocks
    firsts = [index for index, block in enumerate(blocks) if mark_of(block) == Mark(1, 1, "、")]
    return blocks[: start or 0] + blocks[firsts[1] :] if len(firsts) > 1 else blocks


def chapters(blocks: Sequence[Block]) -> list[Chapter]:
    """Every chapter, outer before inner."""
    levels = [level_of(block) for block in blocks]
    found = []
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            end = index + 1
            while end < len(blocks) and not 0 < levels[end] <= block.level:
                end += 1
            found.append(Chapter(block, tuple(blocks[index + 1 : end]), blocks[end] if end < len(blocks) else None))
    return found


def words_of(block: Block) -> str:
    """The words of a block, without its number."""
    return plain_text(block.inlines)


def mark_of(block: Block) -> Mark | None:
    """The number that leads the line."""
    label = block.label if isinstance(block, Heading | Paragraph) else ""
    for level, form in enumerate(_FORMS, 1) if label else ():
        if found := form.match(label.strip()):
            number = int(found[1]) if found[1].isdecimal() else read_chinese_number(found[1])
            return Mark(level, number, label.replace(found[1], "").translate(_WIDE).strip())
    return None


_WIDE = str.maketrans("(．)", "（.）")


def level_of(block: Block) -> int:
    """The level of a heading or of a line that is numbered like one; 0 for running text."""
    if isinstance(block, Heading):
        return block.level
    mark = mark_of(block)
    return mark.level if mark else 0


def place_of(block: Block) -> Place:
    """Where the words of a block were typed; NOWHERE when they are the pack's."""
    return next((inline.origin for inline in block.inlines if inline.origin.line), block.origin)


def cell_place(cell: Cell) -> Place:
    """Where the words of a cell were typed."""
    origins = (inline.origin for paragraph in cell.paragraphs for inline in paragraph)
    return next((origin for origin in origins if origin.line), cell.origin)


def place_in(chapter: Chapter) -> Place:
    """Where a chapter stands: its heading, or the first that was typed below one of the pack's."""
    places = (place_of(block) for block in (chapter.heading, *chapter.body))
    return next((place for place in places if place.line), NOWHERE)


def tables(document: Document) -> Iterator[Table]:
    """Every table."""
    return (block for block in document.walk() if isinstance(block, Table))


def _leads_to_a_page(block: Block) -> bool:
    return isinstance(block, Heading | Paragraph) and bool(_TO_A_PAGE.search(words_of(block).rstrip()[-_PAGE:]))
