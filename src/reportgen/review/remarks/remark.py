"""What somebody has marked in a copy that went round, whatever program wrote the mark."""

import hashlib
from enum import Enum

from reportgen.record import Struct


class Mark(Enum):
    """How it was marked; the value is what the user reads."""

    NOTE = "批注"
    """A note at a point of a page, or a comment on words."""
    HIGHLIGHT = "高亮"
    UNDERLINE = "下划线"
    STRIKE = "删除线"
    """Struck out in a PDF: the words are to go."""
    CARET = "插入"
    """A mark between two characters; `text` is what is to be put there."""
    REPLACEMENT = "替换"
    """Struck out, with what is to stand in its place in `text`."""
    DRAWING = "图形"
    """A box, a circle, a line, ink: round words or beside them."""
    INSERTED = "修订：插入"
    """A tracked insertion of a Word file."""
    DELETED = "修订：删除"
    EDITED = "未留痕的改动"
    """Words that are no longer as they were sent out, changed with tracking off."""


class State(Enum):
    """What somebody has decided about a remark (ISO 32000-2, table 174); the value is what the user reads."""

    NONE = ""
    ACCEPTED = "采纳"
    REJECTED = "不采纳"
    CANCELLED = "取消"
    COMPLETED = "已完成"
    MARKED = "已标记"


class Reply(Struct, frozen=True):
    """What was answered to a remark, or decided about it."""

    author: str
    date: str
    """YYYY-MM-DD HH:MM as the file says it, in its own time; empty where it says none."""
    text: str
    state: State = State.NONE


class Remark(Struct, frozen=True):
    """A mark with what it says, and the words that it marks."""

    mark: Mark
    author: str
    date: str
    """YYYY-MM-DD HH:MM as the file says it, in its own time; empty where it says none."""
    text: str
    """What is said of the words, or what is to stand in their place."""
    words: str = ""
    """The words under the mark, on one line; empty where there are none."""
    before: str = ""
    """The words of its paragraph or line before the mark; `before + words` begins the paragraph."""
    page: int = 0
    """Page of the PDF, 0 where the file has no pages."""
    line: str = ""
    """The name of the line (`reportgen.review.trace`) that it stands in, where the file says it."""
    paragraph: str = ""
    """All words of its paragraph as they were sent out, or of its line on the page."""
    replies: tuple[Reply, ...] = ()
    state: State = State.NONE
    ours: bool = False
    """Whether it is a finding that the program itself put there."""
    key: str = ""
    """Of a finding that the program put there: its fingerprint."""

    @property
    def identity(self) -> str:
        """By which it is known again when the copy is read once more; two that say the same at one place share it."""
        said = (self.mark.name, self.author, self.date, self.text, self.words, self.before, str(self.page), self.line)
        return hashlib.sha256("\0".join(said).encode()).hexdigest()[:12]
