"""Charts left out of what was read: a PDF draws them by themselves, so their words stand last on a page."""

from collections import Counter
from collections.abc import Iterable

from reportgen.verify.comparison import squeeze


def without_charts(pages: list[str], charts: Iterable[str]) -> tuple[list[str], list[int]]:
    """The characters of each page without the words of charts, and the page (from 1) of each chart.

    A chart's words are given one a line. They are looked for from the end: those of a small chart may stand in a
    sentence or in a greater chart, too. A chart whose words are not all found has page 0.
    """
    kept, found = list(pages), []
    last, end = len(kept) - 1, None
    for words in reversed([[squeeze(word) for word in chart.split("\n")] for chart in charts]):
        spots = ((page, _spot(kept[page][: end if page == last else None], words)) for page in range(last, -1, -1))
        page, at = next(((page, at) for page, at in spots if at >= 0), (-1, 0))
        found.append(page + 1)
        if page >= 0:
            kept[page] = kept[page][:at] + kept[page][at + sum(map(len, words)) :]
            last, end = page, at
    return kept, found[::-1]


def _spot(text: str, words: list[str]) -> int:
    """Where the words stand, -1 where they do not: in their order, or else beside each other in any.

    A reader goes through a page line by line, and so through names at both sides of a pie.
    """
    whole = "".join(words)
    at = text.rfind(whole)
    wanted, length = Counter(whole), len(whole)
    window = Counter(text[len(text) - length :]) if at < 0 and length <= len(text) else Counter()
    for start in range(len(text) - length, -1, -1) if window else ():
        if window == wanted and all(word in text[start : start + length] for word in words):
            return start
        window[text[start + length - 1]] -= 1
        window[text[start - 1]] += 1
    return at
