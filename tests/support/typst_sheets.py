"""Small sheets set by Typst itself, for tests of what is read from and put into such PDFs."""

from functools import cache

import typst

from reportgen.world import fonts_folder

_HEAD = """
#set document(title: "科普活动表", author: "某市科技馆", date: datetime(year: 2025, month: 3, day: 20))
#set page(width: 12cm, height: 8cm, footer: context [— #counter(page).display() —])
#set text(lang: "zh", region: "cn", font: "GW FangSong", fallback: false)
"""


def sheet(body: str, for_archives: bool = False) -> bytes:
    """A PDF with that body, in Typst's own markup; PDF/A-2a and PDF/UA-1 when it is `for_archives`."""
    if for_archives:
        return typst.compile((_HEAD + body).encode(), format="pdf", font_paths=_fonts(), pdf_standards=["a-2a", "ua-1"])
    return typst.compile((_HEAD + body).encode(), format="pdf", font_paths=_fonts())


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts_folder())])
