"""What is printed beside the running text (headers, footers, boxes): found, and cut out before texts are compared."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import OUTPUT_DIFFERS
from reportgen.language import _
from reportgen.place import Place
from reportgen.verify.comparison import squeeze
from reportgen.verify.lines import Line

EdgesOf = Callable[[int, int], tuple[str, ...]]
"""The number of a page and how many there are → the lines in its head and foot, in the order of printing.

With 0 for how many there are, numbers of pages are left out of them.
"""


_SPLITS: tuple[Callable[[int], range], ...] = (
    lambda _count: range(1),
    lambda count: range(count, count + 1),
    lambda count: range(1, count),
)
"""How many of the lines beside a page stand before its text: none, all, or some."""


def no_edges(_page: int, _pages: int) -> tuple[str, ...]:
    """Nothing in the head and foot besides a page number."""
    return ()


def without_edges(pages: list[str], edges: EdgesOf, file: str) -> tuple[list[str], list[Diagnostic]]:
    """The characters of each page without its header and footer, and which of these no page shows.

    Engines draw them behind the text, before it or around it, on all pages alike: that is tried first, for words of a
    header stand in the text, too.
    """
    lines = [[squeeze(line) for line in edges(number, len(pages))] for number in range(1, len(pages) + 1)]
    for splits in _SPLITS:
        cut = [_cut_around(text, words, splits(len(words))) for text, words in zip(pages, lines, strict=True)]
        found_all = [text for text in cut if text is not None]
        if len(found_all) == len(pages):
            return found_all, []
    return _cut_line_by_line(pages, edges, file)


def _cut_around(text: str, words: list[str], splits: Iterable[int]) -> str | None:
    """The text between so many of the words and the rest of them; None where it stands between no such."""
    if not any(words):
        return text
    for at in splits:
        head, foot = "".join(words[:at]), "".join(words[at:])
        if len(text) >= len(head) + len(foot) and text.startswith(head) and text.endswith(foot):
            return text[len(head) : len(text) - len(foot)]
    return None


def _cut_line_by_line(pages: list[str], edges: EdgesOf, file: str) -> tuple[list[str], list[Diagnostic]]:
    kept: list[str] = []
    missing: dict[str, int] = {}
    for number, text in enumerate(pages, start=1):
        for line in reversed(edges(number, len(pages))):
            cut = _cut(text, squeeze(line))
            if cut is None:
                missing.setdefault(line, number)
            text = text if cut is None else cut  # noqa: PLW2901 - line by line
        kept.append(text)
    labels = (
        _("{file} 第 {page} 页没有印出页眉或页脚的「{line}」", file=file, page=page, line=line)
        for line, page in missing.items()
    )
    return kept, [OUTPUT_DIFFERS.at(Place(file), label) for label in labels]


def without_counters(pages: list[str], lines: Iterable[tuple[str, ...]]) -> list[str]:
    """The characters of each page without the numbers of pages in lines of the text, told by the words around them."""
    kept = list(pages)
    for around in lines:
        words = [squeeze(piece) for piece in around]
        pattern = re.compile(r"\d+".join(re.escape(piece) for piece in words))
        at = next((number for number, text in enumerate(kept) if any(words) and pattern.search(text)), None)
        if at is not None:
            kept[at] = pattern.sub("".join(words), kept[at], count=1)
    return kept


def without_boxes(pages: list[str], lines: Iterable[Line], file: str) -> tuple[list[str], list[Diagnostic]]:
    """The characters of each page without the lines of text boxes, and which of these no page shows.

    Words as short as 2024 stand in many places: those of a box are looked for between the lines around it first.
    """
    kept, found = list(pages), []
    runs = [(aside, [line.text for line in run]) for aside, run in groupby(lines, key=lambda line: line.aside)]
    for number, (aside, texts) in enumerate(runs):
        if not aside:
            continue
        before = squeeze(runs[number - 1][1][-1]) if number else ""
        after = squeeze(runs[number + 1][1][0]) if number + 1 < len(runs) else ""
        around = (
            (before, after),
            (before, ""),
            ("", after),
            ("", before),
            ("", ""),
        )  # a float is drawn before its line
        if not any(_cut_between(kept, head, squeeze("".join(texts)), tail) for head, tail in around):
            found += [_not_shown(line, file) for line in texts if not _cut_between(kept, "", squeeze(line), "")]
    return kept, found


def _cut_between(pages: list[str], head: str, words: str, tail: str) -> bool:
    """Whether a page has the words between these others; they are cut from it."""
    at = next((number for number, text in enumerate(pages) if head + words + tail in text), None)
    if at is not None:
        before, _found, after = pages[at].rpartition(head + words + tail)
        pages[at] = before + head + tail + after
    return at is not None


def _not_shown(line: str, file: str) -> Diagnostic:
    return OUTPUT_DIFFERS.at(Place(file), _("{file} 没有印出文本框或版记里的「{line}」", file=file, line=line))


def _cut(text: str, words: str) -> str | None:
    """The text without the words, which mostly stand at its end; None when they are not there."""
    if text.startswith(words) and not text.endswith(words):
        return text.removeprefix(words)
    before, found, after = text.rpartition(words)
    return before + after if found or not words else None


def left_over(lines: list[str], beside: Iterable[str]) -> Iterator[str]:
    """The lines of a Word file without those that only Word shows."""
    known = [squeeze(line) for line in beside]
    for line in lines:
        if squeeze(line) in known:
            known.remove(squeeze(line))
        else:
            yield line


def without_continued(pages: list[str], lines: Iterable[Line]) -> list[str]:
    """The characters of each page without the line that tells of a table that it goes on: 表1（续）."""
    told = {line.table.continued for line in lines if line.table and line.table.continued}
    return [text.removeprefix(next((each for each in told if text.startswith(each)), "")) for text in pages]
