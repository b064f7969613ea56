"""Two PDFs of one document held against each other page by page: what they say, and what they look like."""

from collections.abc import Iterator
from itertools import zip_longest

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import COPY_DIFFERS, COPY_LOOKS_OTHERWISE
from reportgen.language import _
from reportgen.pdf import page_texts
from reportgen.pdf.images import page_images
from reportgen.place import Place
from reportgen.verify.comparison import squeeze

_BEFORE, _SHOWN = 6, 24
"""Characters shown before the first difference, and altogether."""


def compare_pages(content: bytes, again: bytes, file: str) -> Iterator[Diagnostic]:
    """What the pages of a PDF say otherwise than those of `again`, numbers of pages among it.

    Where they say the same, the pages that do not look the same.
    """
    texts, meant = page_texts(content), page_texts(again)
    if len(texts) != len(meant):
        label = _("{file} 有 {count} 页，重做的有 {meant} 页", file=file, count=len(texts), meant=len(meant))
        yield COPY_DIFFERS.at(Place(file), label)
        return
    differing = [_told(number, *pair, file) for number, pair in enumerate(zip(texts, meant, strict=True), start=1)]
    found = [remark for remark in differing if remark]
    yield from found or _look(content, again, file)


def _told(number: int, text: str, meant: str, file: str) -> Diagnostic | None:
    text, meant = squeeze(text), squeeze(meant)
    if text == meant:
        return None
    same = next((at for at, pair in enumerate(zip(text, meant, strict=False)) if pair[0] != pair[1]), len(text))
    start = max(0, same - _BEFORE)
    notes = tuple(
        words.format(text=said[start : start + _SHOWN] or _("（没有）"))
        for words, said in ((_("应为：{text}"), meant), (_("实为：{text}"), text))
    )
    return COPY_DIFFERS.at(Place(file), _("{file} 第 {page} 页的字与重做的不同", file=file, page=number), notes=notes)


def _look(content: bytes, again: bytes, file: str) -> Iterator[Diagnostic]:
    pictures = zip_longest(page_images(content, file), page_images(again, file))
    for number, (picture, meant) in enumerate(pictures, start=1):
        if picture != meant:
            label = _("{file} 第 {page} 页看上去与重做的不同", file=file, page=number)
            yield COPY_LOOKS_OTHERWISE.at(Place(file), label)
