"""Comments (批注) put into a Word file at characters of a paragraph of its text, and answers to those that are there.

    comments = Comments(Opened(Package("稿.docx", content)))
    number = comments.add(paragraph, 3, 6, "与表2不一致", Author("reportgen", "2025-03-05T09:00:00Z"))
    comments.answer(number, "已改", Author("张三", "2025-03-05T10:00:00Z"))

Word takes comments in the running text, its tables and notes, not in headers, footers and text boxes: for those the
caller names another paragraph. A field is marked whole, since what it shows is written anew. Comments that are there
stay as they are. Threads need the names of paragraphs (`w14:paraId`, below 0x80000000, or Word gives others).
"""

from collections.abc import Iterator

from reportgen.record import Struct
from reportgen.word.changes import Author, words_run
from reportgen.word.characters import cut_at, pieces_between
from reportgen.word.comment_parts import comments_of, name_person, thread
from reportgen.word.opened import Opened
from reportgen.word.ordered import parsed
from reportgen.word.package import Element, W
from reportgen.word.spots import insertion_spot

_LAID = (
    f'<w:pPr xmlns:w="{W[1:-1]}"><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
)
"""The text of an official paper is large and indented, and a comment is not."""
_LETTERS = f'<w:rPr xmlns:w="{W[1:-1]}"><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
_RANGE = ("commentRangeStart", "commentRangeEnd")


class Comments(Struct):
    """Puts comments into an open file."""

    file: Opened

    def add(self, paragraph: Element, start: int, stop: int, words: str, author: Author) -> str:
        """A comment on the characters from `start` to `stop` (none: a point between two); gives its id.

        Each line of `words` is a paragraph of the comment.
        """
        known = cut_at(paragraph, (start, stop), self.file.new_id)
        number = self.file.new_id()
        opens, closes = (self._made(name, number) for name in _RANGE)
        pieces = [piece for piece in pieces_between(paragraph, start, stop, known) if piece.text]
        if pieces:
            first, last = pieces[0], pieces[-1]
            (first.fields[0].begin if first.fields else first.run).addprevious(opens)
            end = last.fields[0].end if last.fields else None
            (last.run if end is None else end).addnext(closes)
        else:
            insertion_spot(paragraph, start, self.file.new_id, known).put(closes)
            closes.addprevious(opens)
        _top(closes, paragraph).addnext(self._reference(number))
        self._write(number, words, author)
        return number

    def answer(self, number: str, words: str, author: Author) -> str:
        """An answer to a comment, in its thread; gives its id. Raises KeyError when there is no such comment."""
        parent = self._comment(number)
        answer = self.file.new_id()
        for name, node in self._marks(number):
            made = self._reference(answer) if name == "commentReference" else self._made(name, answer)
            node.addnext(made)
        made = self._write(answer, words, author)
        thread(self.file, made, parent)
        return answer

    def _comment(self, number: str) -> Element:
        root = comments_of(self.file)
        found = next((node for node in root.iter(W + "comment") if node.get(W + "id") == number), None)
        if found is None:
            raise KeyError(number)
        return found

    def _marks(self, number: str) -> Iterator[tuple[str, Element]]:
        """The marks of a comment in the text; of its reference the run."""
        for name in (*_RANGE, "commentReference"):
            for node in self.file.body.iter(W + name):
                if node.get(W + "id") == number:
                    yield name, node.getparent() if name == "commentReference" else node
                    break

    def _made(self, name: str, number: str) -> Element:
        return self.file.body.makeelement(W + name, {W + "id": number}, self.file.body.nsmap)

    def _reference(self, number: str) -> Element:
        run = self.file.body.makeelement(W + "r", {}, self.file.body.nsmap)
        run.append(self._made("commentReference", number))
        return run

    def _write(self, number: str, words: str, author: Author) -> Element:
        root = comments_of(self.file)
        comment = root.makeelement(W + "comment", {W + "id": number}, root.nsmap)
        initials = author.initials or author.name
        for name, value in (("author", author.name), ("date", author.date), ("initials", initials)):
            comment.set(W + name, value)
        for line in words.split("\n"):
            paragraph = comment.makeelement(W + "p", {}, root.nsmap)
            paragraph.append(parsed(_LAID))
            paragraph.append(words_run(root, line, parsed(_LETTERS)))
            comment.append(paragraph)
        root.append(comment)
        name_person(self.file, author.name)
        return comment


def _top(node: Element, paragraph: Element) -> Element:
    """The child of the paragraph in which something stands: links and insertions end before a reference."""
    while node.getparent() is not paragraph:
        node = node.getparent()
    return node
