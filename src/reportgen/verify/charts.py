"""Charts left out of what was read: a PDF draws them by themselves, so their words stand last on a page."""

from collections.abc import Iterable

from reportgen.verify.comparison import squeeze


def without_charts(pages: list[str], charts: Iterable[str]) -> tuple[list[str], list[int]]:
    """The characters of each page without the words of charts, and the page (from 1) of each chart.

    A chart whose words are not found whole and in order has page 0.
    """
    kept, found, first = list(pages), [], 0
    for words in map(squeeze, charts):
        page = next((number for number in range(first, len(kept)) if words in kept[number]), None)
        found.append(0 if page is None else page + 1)
        if page is not None:
            before, _words, after = kept[page].rpartition(words)
            kept[page], first = before + after, page
    return kept, found
