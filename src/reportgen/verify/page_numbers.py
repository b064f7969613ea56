"""The numbers of pages left out of what was read, as the footers print them and as the document counts them.

Where pages are counted anew (a bound copy) nobody knows before on which page that happens: a page goes on with the
numbers of the one before, or begins those that come next. A page without words has none.
"""

from collections.abc import Sequence

from reportgen.model.document import Numbers
from reportgen.model.look import PAGES, Looks
from reportgen.verify.comparison import squeeze
from reportgen.word.numerals import FORMS_OF_PAGE_NUMBERS, spelt


def without_numbers(pages: Sequence[str], looks: Looks, restarts: Sequence[Numbers] = ()) -> list[str]:
    """The characters of each page without white space and without its number; `restarts` are in the order of pages."""
    count, numbers, number, coming = len(pages), Numbers.ARABIC, 0, list(restarts)
    rest = []
    for text in map(squeeze, pages):
        number += 1
        left = _without(text, looks, number, numbers, count)
        if left is None and coming and (anew := _without(text, looks, 1, coming[0], count)) is not None:
            left, number, numbers = anew, 1, coming.pop(0)
        rest.append(text if left is None else left)
    return rest


def _without(text: str, looks: Looks, number: int, numbers: Numbers, count: int) -> str | None:
    """The text without that number; None where it is not there."""
    footer = looks.odd if number % 2 else looks.even
    if footer is None:
        return text
    own = spelt(number, FORMS_OF_PAGE_NUMBERS[numbers])
    printed = squeeze(f"{footer.before}{own}{footer.after}".replace(PAGES, str(count)))
    if printed not in text:
        return None
    if text.startswith(printed) and not text.endswith(printed):
        return text.removeprefix(printed)
    # a turned number is put before the line that it stands beside
    before, _number, after = text.rpartition(printed)
    return before + after
