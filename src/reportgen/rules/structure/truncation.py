"""Texts that break off: cut at a field's length, or left unfinished."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Block, Document, Heading, Inline, Paragraph, Table, plain_text
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct, replace
from reportgen.rules.chapters import mark_of, tables, words_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_TAGS = re.compile(r"<[^<>]*>")
_LINKED = re.compile(r"(?:(?<![温暖缓调谦平饱共祥中随])和|以及|并且|或者|因为|由于|通过|为了|例如|其中|包括)$")
_GOES_ON = re.compile(rf"[，,、]$|{_LINKED.pattern}")
_ENDED = re.compile(r"[。！？；：.!?;:…”’」》）)】%％]$")
_SENTENCE_END = re.compile(r"[。！？；]")
_AS_FOLLOWS = re.compile(r"如下[：:]$")
_FIELD_SIZES = (100, 200, 250, 255, 300, 500, 600, 800, 1000, 1500, 2000, 4000)
_SHORTEST, _LONG, _SENTENCES, _SHOWN = 20, 200, 3, 6
_MANY = 5
"""So many broken paragraphs come from hard line ends, not from the writer."""


@rule("STR019", "文字不完整", Severity.WARNING)
def text_is_finished(document: Document, scene: Scene) -> Iterator[Finding]:
    """段落断在「和」「以及」「其中」上；单元格断在逗号、顿号上，或长段文字末尾没有标点、正好是系统字段的长度。

    内容文件里说了「如下：」、这一节却到此为止的，也查。段落停在逗号、顿号上的，由 PUN006 报告。

    为什么: 填报系统到字数就截断，复制时也常漏掉最后几个字；公开出去是半句话。
    错例:
        收支情况: 全年助学金支付范围、支付标准、支付进度等都与年初预算相符，并且
    正例:
        收支情况: 全年助学金支付范围、支付标准、支付进度等都与年初预算相符。
    依据: 审核实践：文字完整，没有截断
    改法: 补全这句话；是系统截断的，压缩以后重新填报
    """
    broken = list(_broken_paragraphs(scene))
    for end in (*(broken if len(broken) <= _MANY else ()), *_broken_cells(document)):
        yield Finding(
            end.place, end.why, (_("末尾是「{end}」", end=end.words[-_SHOWN:]),), certain=False, section=end.section
        )


class _End(Struct, frozen=True):
    """A text that breaks off: its last words, where they stand, how one can tell."""

    words: str
    why: str
    place: Place
    section: str


def _broken_paragraphs(scene: Scene) -> Iterator[_End]:
    """Paragraphs that promise more; before running text or a table the rest may follow in a line of its own."""
    level = 0
    for block, following in pairwise([*scene.body, None]):
        level = block.level if isinstance(block, Heading) else level
        if isinstance(block, Paragraph) and not scene.finished and _leads_nowhere(words_of(block), following, level):
            yield _End(words_of(block), _("说了「如下」，后面没有了"), _last(block.inlines), block.section)
        ends_here = following is None or isinstance(following, Heading) or mark_of(following) is not None
        if isinstance(block, Paragraph) and (ends_here or not (scene.finished or isinstance(following, Table))):
            words = words_of(block).strip()
            if len(words) >= _SHORTEST and _LINKED.search(words):
                yield _End(words, _("话没有说完"), _last(block.inlines), block.section)


def _leads_nowhere(words: str, following: Block | None, level: int) -> bool:
    """Whether 「如下：」 is the last of its chapter; an introduction has the chapters behind it."""
    closed = isinstance(following, Heading) and 0 < following.level <= level
    return _AS_FOLLOWS.search(words.strip()) is not None and (following is None or closed)


def _broken_cells(document: Document) -> Iterator[_End]:
    for table in tables(document):
        for cell in table.cells:
            words = _TAGS.sub("", plain_text(cell.paragraphs[-1])).strip() if len(cell.text) >= _SHORTEST else ""
            if why := _breaks_off(words):
                yield _End(words, why, _last(cell.paragraphs[-1]), table.section)


def _breaks_off(words: str) -> str:
    """How one can tell that a cell breaks off; nothing when it does not."""
    if len(words) < _SHORTEST or _ENDED.search(words):
        return ""
    if _GOES_ON.search(words):
        return _("话没有说完")
    if len(words) in _FIELD_SIZES:
        return _("末尾没有标点，正好 {length} 字", length=len(words))
    sentences = len(_SENTENCE_END.findall(words))
    return _("长段文字末尾没有标点") if len(words) >= _LONG and sentences >= _SENTENCES else ""


def _last(inlines: tuple[Inline, ...]) -> Place:
    """Where the last words were typed."""
    origin = next((inline.origin for inline in reversed(inlines) if inline.origin.line), NOWHERE)
    shown = min(_SHOWN, origin.length)
    return replace(origin, column=origin.column + origin.length - shown, length=shown)
