"""Tables of contents left out of what was read: their headings stand elsewhere too, their page numbers nowhere."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from reportgen import patterns as re
from reportgen.verify.comparison import squeeze

_LEADER_AND_PAGE = r"[.·…]*(\d+)"


def without_contents(pages: list[str], contents: Iterable[Sequence[str]], texts: Iterable[str]) -> list[str]:
    """The characters of each page without the contents, which are `contents` with dots and a page after each entry.

    `texts` are the lines of the document: one of them follows, which tells where the last page number ends when the
    next line begins with a figure.
    """
    begins = tuple({squeeze(text)[:8] for text in texts} - {""})
    for title, *entries in contents:
        words = "".join(re.escape(squeeze(entry)) + _LEADER_AND_PAGE for entry in entries)
        match = re.search(re.escape(squeeze(title)) + words, "".join(pages))
        if match is not None:
            pages = _cut(pages, match.start(), _end(match, begins))
    return pages


def _end(match: re.Match[str], begins: tuple[str, ...]) -> int:
    if not match.lastindex:
        return match.end()
    ends = range(match.end(), match.start(match.lastindex), -1)
    return next((end for end in ends if match.string.startswith(begins, end)), match.end())


def _cut(pages: list[str], start: int, end: int) -> list[str]:
    starts = accumulate((len(page) for page in pages), initial=0)
    return [
        page[: max(start - first, 0)] + page[max(end - first, 0) :] if end > first and start < last else page
        for page, (first, last) in zip(pages, pairwise(starts), strict=True)
    ]
