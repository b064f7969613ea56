"""The one neutral document: blocks and inlines with roles, no fonts and no sizes.

Numbering, dates, amounts and line breaks of the title are already spelt out: a renderer only looks things up.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum

from reportgen.model.chart import Chart
from reportgen.model.frame import Picture
from reportgen.model.inline import Break, Inline, Number, Text, of_new, plain_text, with_notes
from reportgen.model.letterhead import Letterhead, Seal, Stand
from reportgen.model.table import Table
from reportgen.model.turns import Contents, Lists, Numbers, PageTurn
from reportgen.place import NOWHERE, Place, Written
from reportgen.record import Struct


class Role(Enum):
    """What a paragraph is for; the value is the name of its style in the Word template."""

    TITLE = "公文标题"
    SUBTITLE = "公文副标题"
    YEAR = "公文副题"
    FORM_HEAD = "公文表首"
    """批复单位：…, above a form at the left."""
    FORM_FOOT = "公文表尾"
    """What stands below a form."""
    ADDRESSEE = "公文主送机关"
    HEADING_1 = "公文一级标题"
    HEADING_2 = "公文二级标题"
    HEADING_3 = "公文三级标题"
    HEADING_4 = "公文四级标题"
    BODY = "公文正文"
    CLOSING = "公文末段"
    """The last paragraph before the signature, kept on one page with it."""
    AUTHOR = "公文署名"
    DATE = "公文成文日期"
    CAPTION = "公文表题"
    """The heading of a table."""
    FIGURE = "公文图题"
    """What stands below a chart: 图1 and its name."""
    SOURCE = "公文表格居中"
    """数据来源：… below a chart, in the style of cells."""
    TABLE_NOTE = "公文表格文字"
    """What a note in a table says, below it, in the style of cells."""
    UNIT = "公文表格单位"
    """单位：万元, above a table at the right."""
    ANNEX_MARK = "公文附件标记"
    """附件1, flush left in the first line of its page (§7.3.7)."""
    ANNEX_TITLE = "公文附件标题"
    """On the third line."""
    ANNEX_NOTE = "公文附件说明"
    LETTERHEAD = "公文发文机关标志"
    """Only templates with a letterhead have it and the next one."""
    NUMBER = "公文发文字号上行"
    """发文字号 and 签发人 in one line (§7.2.6)."""
    CONTENTS_TITLE = "公文目录标题"
    CONTENTS_1 = "公文目录一级"
    CONTENTS_2 = "公文目录二级"
    CONTENTS_3 = "公文目录三级"


OF_FORMS = (Role.SUBTITLE, Role.YEAR, Role.FORM_HEAD, Role.FORM_FOOT)
"""Lines that only templates of forms have: a template without them lacks nothing."""
OF_LETTERS = (Role.LETTERHEAD, Role.NUMBER)
"""Lines that only templates of letters have."""
HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


class Heading(Struct, frozen=True):
    """A heading on its own line; `label` is its computed number, `level` counts from 1."""

    level: int
    label: str
    inlines: tuple[Inline, ...]
    section: str = ""
    """Its own place among the headings, for messages: 三、（二）执行管理情况分析."""
    origin: Place = NOWHERE
    of_annex: bool = False
    """Whether it stands in an annex, of which the table of contents shows the title alone."""

    @property
    def role(self) -> Role:
        """The role of its level."""
        return HEADINGS[self.level - 1]


class Indents(Struct, frozen=True):
    """Where the first line of a paragraph begins, and where the further ones do, in 字 from the left."""

    first: Decimal
    further: Decimal


class Paragraph(Struct, frozen=True):
    """A paragraph; `label` is the computed number of a numbered item.

    `right_blank` is the empty width at its right in 字 (one 字 = one body character), GB/T 9704 §7.3.5.
    """

    role: Role
    inlines: tuple[Inline, ...]
    label: str = ""
    right_blank: Decimal | None = None
    tight: bool = False
    """The next one stands right below it, whatever its style says: the year below the title of a form."""
    section: str = ""
    """The headings above it, for messages."""
    origin: Place = NOWHERE
    indents: Indents | None = None
    """Where its lines begin, if not where its style says."""
    joins: bool = False
    """It stands right below the one before, whatever its style says: 2. of 附件说明 below 1."""
    entry: str = ""
    """How the table of contents and the bookmarks name what begins here: the mark of an annex with its title."""
    stands: tuple[Stand, ...] = ()
    """Its words at places of their own; `inlines` are all of them, a tab between. Empty for a line that runs on."""
    above: Decimal | None = None
    """So many lines are free above it, whatever its style says."""
    seals: tuple[Seal, ...] = ()


class Illustration(Struct, frozen=True):
    """Pictures side by side, called `name`; `width` is that of all together in mm, None for the usual one.

    `files` are as they were written; `pictures` are empty until they are read.
    """

    name: str
    files: tuple[Written, ...]
    width: Decimal | None = None
    pictures: tuple[Picture, ...] = ()
    section: str = ""
    origin: Place = NOWHERE
    inlines: tuple[Inline, ...] = ()


Block = Heading | Paragraph | Table | Chart | Illustration | PageTurn | Contents | Letterhead


class Metadata(Struct, frozen=True):
    """What the files say about themselves."""

    title: str
    author: str
    language: str = "zh-CN"
    kind: str = ""
    """What users call its document type."""


class Document(Struct, frozen=True):
    """Inline slots (标题 …) and block slots (正文, 落款) that the pack's template names."""

    metadata: Metadata
    lines: Mapping[str, tuple[Inline, ...]]
    blocks: Mapping[str, tuple[Block, ...]]
    head: tuple[Paragraph, ...] = ()
    """The title and what the template says below it, above the body: for sheets of forms and for annexes."""
    foot: tuple[Paragraph, ...] = ()
    """What the template says right below the body."""
    annexes: tuple[Text, ...] = ()
    """The titles of its annexes in their order, those among them that are kept elsewhere."""

    def shows(self, name: str) -> bool:
        """Whether the slot of that name has a value."""
        return bool(self.lines.get(name) or self.blocks.get(name))

    def walk(self) -> Iterator[Block]:
        """Every block of every slot."""
        for blocks in self.blocks.values():
            yield from blocks

    def inlines(self) -> Iterator[Inline]:
        """Every inline, those of the line slots first; what a note says comes behind its mark."""
        for line in self.lines.values():
            yield from line
        for block in self.walk():
            yield from with_notes(block.inlines)

    def numbers(self) -> Iterator[Number]:
        """Every printed figure that is tied to a fact."""
        return (inline for inline in self.inlines() if isinstance(inline, Number))


def line_of(block: Block) -> str:
    """The block as one line of text, its number before it where it has one; of a 花脸稿 as the new draft has it."""
    label = block.label if isinstance(block, Heading | Paragraph) else ""
    return label + plain_text(of_new(block.inlines))


__all__ = [
    "HEADINGS",
    "OF_FORMS",
    "OF_LETTERS",
    "Block",
    "Break",
    "Chart",
    "Contents",
    "Document",
    "Heading",
    "Illustration",
    "Indents",
    "Inline",
    "Letterhead",
    "Lists",
    "Metadata",
    "Number",
    "Numbers",
    "PageTurn",
    "Paragraph",
    "Role",
    "Seal",
    "Stand",
    "Table",
    "Text",
    "line_of",
    "plain_text",
]
