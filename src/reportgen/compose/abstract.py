"""摘要 and 关键词 before the text: a word that stands out leads to each, and neither is numbered."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reportgen import patterns as re
from reportgen.compose.running_text import RunningText
from reportgen.model.document import Block, Paragraph, Role, Text
from reportgen.place import Written
from reportgen.record import replace

_BETWEEN = re.compile(r"\s*[,，、;；|｜\n]\s*|\s{2,}|\u3000+")
"""What people put between keywords; ； is printed."""


def led(blocks: Iterable[Block], lead: str = "摘要：") -> Iterator[Block]:
    """The paragraphs of the abstract, the first behind its lead."""
    for block in blocks:
        if lead and isinstance(block, Paragraph) and block.role is Role.BODY:
            yield replace(block, inlines=(Text(lead, strong=True), *block.inlines))
            lead = ""
        else:
            yield block


def keywords(written: Written, text: RunningText) -> Paragraph:
    """The line of keywords, whatever stands between them."""
    end = len(written.text.rstrip("。.；; \n"))
    gaps = [found.span() for found in _BETWEEN.finditer(written.text, 0, end)]
    spans = pairwise(edge for gap in ((0, 0), *gaps, (end, end)) for edge in gap)
    words = [text.inlines(written, *span) for at, span in enumerate(spans) if at % 2 and span[0] < span[1]]
    inlines = [inline for at, each in enumerate(words) for inline in ((Text("；"),) if at else ()) + each]
    return Paragraph(Role.BODY, (Text("关键词：", strong=True), *inlines), origin=written.place)
