"""Contents → Word's own table of contents: a TOC field whose entries are already there.

The pages are those of the PDF. Word counts them anew when the reader asks for it (F9), and then uses its own styles
`toc 1` …, which the template bases on 公文目录一级 …. The whole stands in a `w:sdt` of the gallery "Table of Contents":
by it Word offers the update, and verify knows that these words repeat others.
"""

from collections.abc import Iterator, Mapping

from reportgen.model.document import Contents, Document, Heading, Role, Text, line_of
from reportgen.model.look import Style
from reportgen.render.docx.paragraphs import WordParagraph, run_xml

_ROLES = (Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3)
_FIRST_BOOKMARK = 10_000
"""Above the ids of whatever bookmarks a template brings."""
_GALLERY = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
)


class Entries:
    """The headings that tables of contents may show, each with its bookmark, and its page where it is known."""

    def __init__(self, document: Document, pages: Mapping[int, int]) -> None:
        """`pages` maps the `id` of a block to its page, from 1."""
        depths = [block.depth for block in document.walk() if isinstance(block, Contents)]
        depth = min(max(depths, default=0), len(_ROLES))
        self.headings = [block for block in document.walk() if isinstance(block, Heading) and block.level <= depth]
        self.pages = pages
        self._numbers = {id(heading): number for number, heading in enumerate(self.headings, start=1)}

    def marked(self, heading: Heading, content: str) -> str:
        """The content of a heading's paragraph, in its bookmark when an entry leads to it."""
        number = self._numbers.get(id(heading))
        if number is None:
            return content
        mark = _FIRST_BOOKMARK + number
        start = f'<w:bookmarkStart w:id="{mark}" w:name="{self.bookmark(heading)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{mark}"/>'

    def bookmark(self, heading: Heading) -> str:
        """The name of its bookmark; `_Toc` is how Word begins those that it hides."""
        return f"_Toc{self._numbers[id(heading)]:08d}"


def contents_paragraphs(block: Contents, entries: Entries, styles: Mapping[str, Style]) -> Iterator[WordParagraph]:
    """The title and an entry for each heading down to the depth."""
    title = styles[Role.CONTENTS_TITLE.value].id
    yield WordParagraph(title, run_xml((Text(block.title),)))
    depth = min(block.depth, len(_ROLES))
    shown = [heading for heading in entries.headings if heading.level <= depth]
    begin = _mark("begin") + _instruction(rf' TOC \o "1-{depth}" \h \z \u ') + _mark("separate")
    if not shown:
        yield WordParagraph(styles[_ROLES[0].value].id, begin + _mark("end"))
    for number, heading in enumerate(shown, start=1):
        before = begin if number == 1 else ""
        after = _mark("end") if number == len(shown) else ""
        style = styles[_ROLES[heading.level - 1].value].id
        yield WordParagraph(style, before + _entry(heading, entries) + after)


def contents_xml(paragraphs: list[WordParagraph]) -> str:
    """The table of contents as one element."""
    content = "".join(paragraph.xml() for paragraph in paragraphs)
    return f"<w:sdt>{_GALLERY}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _entry(heading: Heading, entries: Entries) -> str:
    name = entries.bookmark(heading)
    page = entries.pages.get(id(heading))
    number = run_xml((Text(str(page)),)) if page else ""
    field = _mark("begin") + _instruction(rf" PAGEREF {name} \h ") + _mark("separate") + number + _mark("end")
    words = run_xml((Text(line_of(heading).replace("\n", "")),))
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{words}<w:r><w:tab/></w:r>{field}</w:hyperlink>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'
