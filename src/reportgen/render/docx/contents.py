"""Contents → Word's own table of contents: a TOC field whose entries are already there.

The pages are those of the PDF. Word counts them anew when the reader asks for it (F9), and then uses its own styles
`toc 1` …, which the template bases on 公文目录一级 …. The whole stands in a `w:sdt` of the gallery "Table of Contents":
by it Word offers the update, and verify knows that these words repeat others.

Headings are found by their outline level. An annex has two lines, its mark and its title, which Word would list as two
entries: so a hidden TC field says the entry, and the headings within an annex have no outline level.
"""

from collections.abc import Iterator, Mapping

from markupsafe import escape

from reportgen.model.document import Block, Contents, Document, Heading, Lists, Paragraph, Role, Text
from reportgen.model.entries import Entry, entries_of
from reportgen.model.look import Style
from reportgen.render.docx.paragraphs import WordParagraph, run_xml

_ROLES = (Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3)
_FIRST_BOOKMARK = 10_000
"""Above the ids of whatever bookmarks a template brings."""
_GALLERY = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
)
_ANNEXES, _CAPTIONS = "A", "F"
"""By which TC fields of annexes, or of tables and figures, and the field that lists them know each other."""


class Entries:
    """What tables of contents show, each with its bookmark, and its page where it is known."""

    def __init__(self, document: Document, pages: Mapping[int, int]) -> None:
        """`pages` maps the `id` of a block to its page, from 1."""
        self._blocks = list(document.walk())
        shown = [entry for block in self._blocks if isinstance(block, Contents) for entry in self.of(block)]
        self._entries = {id(entry.block): entry for entry in shown}
        self.pages = pages
        self._numbers = {key: number for number, key in enumerate(self._entries, start=1)}

    def of(self, contents: Contents) -> list[Entry]:
        """The entries of a table of contents."""
        return [entry for entry in entries_of(contents, self._blocks) if entry.level <= len(_ROLES)]

    def marked(self, block: Block, content: str) -> str:
        """The content of a paragraph, in its bookmark when an entry leads to it."""
        number = self._numbers.get(id(block))
        if number is None:
            return content
        mark = _FIRST_BOOKMARK + number
        start = f'<w:bookmarkStart w:id="{mark}" w:name="{self.bookmark(block)}"/>'
        told = "" if isinstance(block, Heading) else _told(self._entries[id(block)], _list_of(block))
        return f'{start}{told}{content}<w:bookmarkEnd w:id="{mark}"/>'

    def bookmark(self, block: Block) -> str:
        """The name of its bookmark; `_Toc` is how Word begins those that it hides."""
        return f"_Toc{self._numbers[id(block)]:08d}"


def _list_of(block: Block) -> str:
    return _ANNEXES if isinstance(block, Paragraph) and block.entry else _CAPTIONS


def _told(entry: Entry, of: str) -> str:
    """A TC field: what Word lists here when it makes the table of contents anew."""
    words = escape(entry.words.replace('"', "”"))
    return _mark("begin") + _instruction(rf' TC "{words}" \f {of} \l {entry.level} ') + _mark("end")


def contents_paragraphs(block: Contents, entries: Entries, styles: Mapping[str, Style]) -> Iterator[WordParagraph]:
    """The title and an entry for each heading down to the depth, and for each annex."""
    title = styles[Role.CONTENTS_TITLE.value].id
    yield WordParagraph(title, run_xml((Text(block.title),)))
    shown = entries.of(block)
    begin = _mark("begin") + _instruction(_asked(block, shown)) + _mark("separate")
    if not shown:
        yield WordParagraph(styles[_ROLES[0].value].id, begin + _mark("end"))
    for number, entry in enumerate(shown, start=1):
        before = begin if number == 1 else ""
        after = _mark("end") if number == len(shown) else ""
        style = styles[_ROLES[entry.level - 1].value].id
        yield WordParagraph(style, before + _line(entry, entries) + after)


def _asked(block: Contents, shown: list[Entry]) -> str:
    """The instruction of the field: headings by their outline level, all else by TC fields."""
    if block.lists is Lists.CAPTIONS:
        return rf" TOC \h \z \f {_CAPTIONS} "
    annexes = rf"\f {_ANNEXES} " if any(not isinstance(entry.block, Heading) for entry in shown) else ""
    return rf' TOC \o "1-{min(block.depth, len(_ROLES))}" \h \z \u {annexes}'


def contents_xml(paragraphs: list[WordParagraph]) -> str:
    """The table of contents as one element."""
    content = "".join(paragraph.xml() for paragraph in paragraphs)
    return f"<w:sdt>{_GALLERY}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _line(entry: Entry, entries: Entries) -> str:
    name = entries.bookmark(entry.block)
    page = entries.pages.get(id(entry.block))
    number = run_xml((Text(str(page)),)) if page else ""
    field = _mark("begin") + _instruction(rf" PAGEREF {name} \h ") + _mark("separate") + number + _mark("end")
    words = run_xml((Text(entry.words),))
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{words}<w:r><w:tab/></w:r>{field}</w:hyperlink>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'
