"""The characters of a PDF's pages, as they are held against the document."""

from collections.abc import Sequence

from reportgen.model.look import PAGES, Looks
from reportgen.pdf import page_texts
from reportgen.verify.comparison import squeeze


def pdf_streams(content: bytes, looks: Looks) -> list[str]:
    """Each page's characters without white space and without the page number that the template's footers give it."""
    return without_numbers(page_texts(content), looks)


def without_numbers(pages: Sequence[str], looks: Looks) -> list[str]:
    """The characters of each page without white space and without its number."""
    count = len(pages)
    return [_without_number(squeeze(text), looks, number, count) for number, text in enumerate(pages, start=1)]


def _without_number(text: str, looks: Looks, number: int, count: int) -> str:
    footer = looks.odd if number % 2 else looks.even
    if footer is None:
        return text
    printed = squeeze(f"{footer.before}{number}{footer.after}".replace(PAGES, str(count)))
    if text.startswith(printed) and not text.endswith(printed):
        return text.removeprefix(printed)
    # a turned number is put before the line that it stands beside
    before, _number, after = text.rpartition(printed)
    return before + after
