"""A built Word file in the hands of a reviewer, who changes it as Word and WPS let him, with 修订 on or off."""

from copy import deepcopy
from pathlib import Path

from lxml import etree
from tests.support.annotated import Planted, Sort, annotated

from reportgen.word.characters import cut, pieces_between, pieces_of, set_text, text_of
from reportgen.word.comments import Comments
from reportgen.word.opened import Opened
from reportgen.word.ordered import parsed
from reportgen.word.package import Element, Package, W
from reportgen.word.tracked import Author, Tracked

ZHANG, LI, WANG = (
    Author("张处长", "2026-03-01T09:00:00Z"),
    Author("李会计", "2026-03-02T10:30:00Z"),
    Author("王主任", "2026-03-03T16:45:00Z"),
)
_DATE = "2026-03-01T09:00:00Z"
_SORTS = {"批": Sort.HIGHLIGHT, "换": Sort.REPLACE, "插": Sort.CARET, "删": Sort.STRIKE}
_NS = f'xmlns:w="{W[1:-1]}"'


class Copy:
    """The file while it is open; `saved` is what comes back."""

    def __init__(self, content: bytes, saved_by: str = "王主任") -> None:
        self.file = Opened(Package("copy.docx", content))
        core: Element = self.file.part("docProps/core.xml")
        for node in core:
            if str(node.tag).endswith("lastModifiedBy"):
                node.text = saved_by
            elif str(node.tag).endswith("}modified"):
                node.text = WANG.date

    def saved(self) -> bytes:
        """The bytes."""
        return self.file.finished().content

    def at(self, words: str) -> tuple[Element, int, int]:
        """The paragraph that says the words, and which of its characters they are."""
        for paragraph in self.file.body.iter(W + "p"):
            text = text_of(paragraph)
            if words in text:
                return paragraph, text.index(words), text.index(words) + len(words)
        raise AssertionError(f"no paragraph says {words}")

    # ---- with 修订 on ----

    def replace(self, old: str, new: str, author: Author = ZHANG) -> None:
        """Words struck and others put in their place."""
        Tracked(self.file, author).replace(*self.at(old), new)

    def delete(self, words: str, author: Author = ZHANG) -> None:
        """Words struck."""
        Tracked(self.file, author).delete(*self.at(words))

    def insert(self, behind: str, words: str, author: Author = ZHANG) -> None:
        """Words put in behind others."""
        paragraph, _start, stop = self.at(behind)
        Tracked(self.file, author).insert(paragraph, stop, words)

    def add_paragraph(self, below: str, words: str, author: Author = ZHANG) -> None:
        """A paragraph more."""
        Tracked(self.file, author).insert_paragraph(self.at(below)[0], words, behind=True)

    def delete_paragraph(self, words: str, author: Author = ZHANG) -> None:
        """A paragraph less."""
        Tracked(self.file, author).delete_paragraph(self.at(words)[0])

    def split(self, before: str, author: Author = ZHANG) -> None:
        """A paragraph that ends before the words."""
        paragraph, start, _stop = self.at(before)
        Tracked(self.file, author).split(paragraph, start)

    def comment(self, words: str, said: str, author: Author = ZHANG, *answers: tuple[str, Author]) -> None:
        """A comment on words, with answers in its thread."""
        comments = Comments(self.file)
        number = comments.add(*self.at(words), said, author)
        for answer, other in answers:
            comments.answer(number, answer, other)

    # ---- with 修订 off ----

    def retype(self, old: str, new: str) -> None:
        """Other words, and nothing says who typed them."""
        paragraph, start, stop = self.at(old)
        for offset in (start, stop):
            cut(paragraph, offset, self.file.new_id)
        first, *others = pieces_between(paragraph, start, stop)
        set_text(first.node, new)
        for piece in others:
            piece.node.getparent().remove(piece.node)

    def retype_paragraph(self, old: str, new: str) -> None:
        """The whole paragraph typed anew: its bookmark goes with it."""
        paragraph = self.at(old)[0]
        made = parsed(f"<w:p {_NS}><w:r><w:t>{new}</w:t></w:r></w:p>")
        paragraph.getparent().replace(paragraph, made)

    def cut_out(self, words: str) -> Element:
        """The paragraph taken away with its bookmark."""
        paragraph = self.at(words)[0]
        paragraph.getparent().remove(paragraph)
        return paragraph

    def paste(self, paragraph: Element, below: str) -> None:
        """A paragraph put in below another."""
        self.at(below)[0].addnext(paragraph)

    def type_paragraph(self, below: str, words: str) -> None:
        """A new paragraph below another."""
        self.paste(parsed(f"<w:p {_NS}><w:r><w:t>{words}</w:t></w:r></w:p>"), below)

    def split_silently(self, before: str) -> None:
        """Enter pressed before the words: the bookmark begins in the one paragraph and ends in the other."""
        paragraph, start, _stop = self.at(before)
        cut(paragraph, start, self.file.new_id)
        first = next(piece.run for piece in pieces_of(paragraph) if piece.start == start)
        while first.getparent() is not paragraph:
            first = first.getparent()
        made = parsed(f"<w:p {_NS}/>")
        properties = paragraph.find(W + "pPr")
        if properties is not None:
            made.append(deepcopy(properties))
        for node in [first, *first.itersiblings()]:
            made.append(node)
        paragraph.addnext(made)

    def join_silently(self, words: str) -> None:
        """Delete pressed at the end of the paragraph: both bookmarks stand in what is left."""
        paragraph = self.at(words)[0]
        other = paragraph.getnext()
        for node in [each for each in other if each.tag != W + "pPr"]:
            paragraph.append(node)
        other.getparent().remove(other)

    def strip_bookmarks(self) -> None:
        """What some converters do."""
        for node in list(self.file.body.iter(W + "bookmarkStart", W + "bookmarkEnd")):
            node.getparent().remove(node)

    def forget_trace(self) -> None:
        """A file of former times did not say what had been sent out."""
        trace: Element = self.file.part("customXml/item1.xml")
        trace.text = ""

    def text(self) -> str:
        """The text as it stands, for messages of tests."""
        return str(etree.tostring(self.file.body, encoding="unicode", method="text"))


def returned(path: Path, author: str, act: str, old: str, new: str) -> bytes:
    """A PDF or a Word file with one thing more: a remark, or words changed, put in, struck or typed over."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        return annotated(content, [Planted(_SORTS[act], old, new, author, behind=act == "插")])
    copy, by = Copy(content, author), Author(author, _DATE)
    match act:
        case "批":
            copy.comment(old, new, by)
        case "换":
            copy.replace(old, new, by)
        case "插":
            copy.insert(old, new, by)
        case "删":
            copy.delete(old, by)
        case _:
            copy.retype(old, new)
    return copy.saved()
