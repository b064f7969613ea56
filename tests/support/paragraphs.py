"""Find the paragraphs of a document in the lines of its pages."""

from collections.abc import Iterator

from tests.support.pages import Line

from reportgen.record import Struct

HEAD = 12
"""Characters by which the first line of a paragraph is known; LibreOffice drops some marks further on."""


class Row(Struct, frozen=True):
    """A line of text and where it stands: page and row count from 1."""

    page: int
    row: int
    line: Line

    @property
    def text(self) -> str:
        """The line's characters without white space."""
        return squeeze(self.line.text)


def squeeze(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def rows(pages: list[list[Line]]) -> list[Row]:
    """The lines of text in reading order; the last line of each page is its number and is left out."""
    return [
        Row(number, place, line)
        for number, lines in enumerate(pages, start=1)
        for place, line in enumerate(lines[:-1], start=1)
    ]


def paragraphs(lines: list[Row], texts: list[str]) -> list[list[Row]]:
    """The rows of each paragraph. Raises AssertionError where the pages say something else than `texts`."""
    rest = iter(lines)
    found = [list(_paragraph(squeeze(text), rest)) for text in texts]
    assert list(rest) == [], "more lines than the document has"
    return found


def _paragraph(text: str, rest: Iterator[Row]) -> Iterator[Row]:
    while text:
        row = next(rest)
        assert text.startswith(row.text), f"page {row.page}, line {row.row}: {row.text!r} instead of {text[:40]!r}"
        text = text[len(row.text) :]
        yield row


def beginnings(lines: list[Row], texts: list[str]) -> list[Row]:
    """The row on which each paragraph begins, known by its first characters.

    Raises AssertionError when one is not found after the one before it.
    """
    found: list[Row] = []
    at = 0
    for text in texts:
        head = squeeze(text)[:HEAD]
        at = next((n for n in range(at, len(lines)) if _begins(lines, n, head)), len(lines))
        assert at < len(lines), f"not found: {head}"
        found.append(lines[at])
        at += 1
    return found


def _begins(lines: list[Row], at: int, head: str) -> bool:
    """Titles are broken into short lines, so the head may run on into the next one."""
    text = lines[at].text
    if len(text) < len(head) and at + 1 < len(lines):
        text += lines[at + 1].text
    return text.startswith(head)
