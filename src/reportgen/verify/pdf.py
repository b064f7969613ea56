"""The characters of a PDF's pages, as they are held against the document."""

from reportgen.model.look import PAGES, Looks
from reportgen.pdf import page_texts
from reportgen.verify.streams import squeeze


def pdf_streams(content: bytes, looks: Looks) -> list[str]:
    """Each page's characters without white space and without the page number that the template's footers give it."""
    texts = [squeeze(text) for text in page_texts(content)]
    return [_without_number(text, looks, number, len(texts)) for number, text in enumerate(texts, 1)]


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
