"""What WeasyPrint 70.0 and pydyf do at needless cost, done cheaper: the same pages in less time.

Measured on a table of 2,000 rows and 14,000 cells, for which WeasyPrint alone takes 8 s (with all of this 4 s).
"""

import gc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any
from xml.etree import ElementTree

from weasyprint import CSS, HTML, cssselect2
from weasyprint.html import UA_STYLESHEET
from weasyprint.pdf import pydyf
from weasyprint.urls import URLFetcher

# WeasyPrint and pydyf have no types: their objects are `Any` here.


@cache
def install() -> None:
    """Put the optimisations into WeasyPrint and pydyf, for the whole process."""
    _drop_margin_boxes()
    _drop_footnote_markers()
    pydyf.PDF.page_references = property(_page_references)
    pydyf.Stream.data = property(_deflated)


def _drop_margin_boxes() -> None:
    """Take the corners, top and sides out of WeasyPrint's own stylesheet: 4 % of the time of a report.

    It styles and lays out on every page each margin box that any stylesheet names. A box that ours names still works.
    """
    unused = ("@top-", "@left-", "@right-", "@bottom-left-corner", "@bottom-right-corner")
    UA_STYLESHEET.page_rules = [
        (rule, selectors, declarations)
        for rule, selectors, declarations in UA_STYLESHEET.page_rules
        if not any((box or "").startswith(unused) for _specificity, box, _page in selectors)
    ]


def _drop_footnote_markers() -> None:
    """Take the marks of footnotes and lists out of it: six styles for every element, 60 MB for 2,000 rows.

    There are no footnotes here; the mark of a list item stays with `<li>`.
    """
    matcher = UA_STYLESHEET.matcher
    spared = [entry for entry in matcher.other_selectors if entry[3] == "marker" or "note-" in (entry[3] or "")]
    matcher.other_selectors = [entry for entry in matcher.other_selectors if entry not in spared]
    marks = matcher.lower_local_name_selectors.setdefault("li", [])
    marks += [entry for entry in spared if entry[3] == "marker"]


_LEVEL = 2
"""At 6, zlib's own, a report of 20 pages is 470 KB instead of 500 and takes 4 % more time."""


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """The list of pages, kept: pydyf makes it anew for every tag of every page."""
    numbers = pdf.pages["Kids"][::3]
    known: tuple[bytes, ...] = pdf.__dict__.get("known_references", ())
    if len(known) != len(numbers):
        known = pdf.known_references = tuple([f"{number} 0 R".encode() for number in numbers])
    return known


def _deflated(stream: Any) -> bytes:
    """The bytes of a stream at a low level of zlib; pydyf's 9 takes four times as long to make the file 7 % smaller."""
    words = b"\n".join(map(pydyf._to_bytes, stream.stream))
    extra = pydyf.Dictionary(stream.extra.copy())
    if stream.compress:
        extra["Filter"] = "/FlateDecode"
        words = zlib.compress(words, _LEVEL)
    extra["Length"] = len(words)
    return b"\n".join((extra.data, b"stream", words, b"endstream"))


_MANY = 400_000
"""Objects from which a document's boxes are not walked over as soon as it is written; that takes a second."""
_left_to_collector: list[int] = []
"""How many objects documents have left to the collector."""


@contextmanager
def garbage_collection_postponed() -> Iterator[None]:
    """Without the garbage collector: it walks over all the boxes again and again and frees none.

    What a large document leaves is put aside until the next one is made; a program that makes one ends before.
    """
    collecting = gc.isenabled()
    gc.disable()
    if _left_to_collector:
        _left_to_collector.clear()
        gc.unfreeze()
        gc.collect()
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY:
            _left_to_collector.append(gc.get_count()[0])
            gc.freeze()
        if collecting:
            gc.enable()


def parsed_page(html: str) -> tuple[Any, list[Any]]:
    """WeasyPrint's document of markup that is XML too, by the XML parser: twenty times as fast as the one that mends.

    Its stylesheets are beside it: those of a template are the same for every document, and parsed once. What is not XML
    (a picture's `<svg>` in HTML has no namespace), WeasyPrint reads by itself.
    """
    tree = _tree(html)
    if tree is None:
        return HTML(string=html), []
    _drop_unused_ids(tree)
    sheets = _extract_stylesheets(tree)
    made = HTML.__new__(HTML)  # without its __init__, which reads the markup
    made.base_url, made.url_fetcher, made.media_type = None, URLFetcher(), "print"
    made.wrapper_element = cssselect2.ElementWrapper.from_html_root(tree, content_language=None)
    made.etree_element = made.wrapper_element.etree_element
    return made, sheets


def _extract_stylesheets(tree: ElementTree.Element) -> list[Any]:
    """The stylesheets, taken out of the head; they still rank between WeasyPrint's own and `style` attributes."""
    made = []
    for head in tree.findall("head"):
        for style in head.findall("style"):
            head.remove(style)
            made.append(_stylesheet(style.text or ""))
    return made


@lru_cache(maxsize=16)
def _stylesheet(rules: str) -> Any:
    return CSS(string=rules)


def _tree(html: str) -> ElementTree.Element | None:
    if "<svg" in html:
        return None
    try:
        return ElementTree.fromstring(html)
    except ElementTree.ParseError:
        return None


def _drop_unused_ids(tree: ElementTree.Element) -> None:
    """Take away the ids that no link leads to: each would give its element a style of its own to compute."""
    targets = {element.get("href", "") for element in tree.iter("a")}
    for element in tree.iter():
        if "id" in element.attrib and f"#{element.attrib['id']}" not in targets:
            del element.attrib["id"]
