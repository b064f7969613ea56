"""Links from the closing pages to the words that they are about."""

from collections.abc import Iterator, Mapping

from reportgen.language import _
from reportgen.pdf.locating import every_place
from reportgen.pdf.sheets import sheets_of
from reportgen.render.finish.finishing import Link
from reportgen.verify.comparison import squeeze


def closing_links(closing: bytes, places: Mapping[str, tuple[int, float]], count: int) -> Iterator[Link]:
    """A link wherever the closing pages name a place; `count` pages stand before them."""
    sheets = sheets_of(closing, _("审核表"))
    for words, (page, top) in places.items():
        longer = any(other != words and other.startswith(words) for other in places)  # 第1页, of 第1页第3段
        told = _("到{place}", place=words)
        for found in () if longer else every_place(sheets, squeeze(words)):
            yield from (Link(found.page + count, box, page, top, told, found.mark) for box in found.boxes)
