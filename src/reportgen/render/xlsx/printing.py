"""How a sheet prints: paper, how many pages wide, margins and page number of the template, its head on every page."""

from math import ceil

from xlsxwriter.worksheet import Worksheet

from reportgen.model.look import PAGES, Looks, Page
from reportgen.record import replace

_A4, _A3 = 9, 8
_ROOM = 141
"""Characters of half width that stand side by side on an A4 page that lies across; A3 has half as many again."""
_SMALLEST = 0.6
"""What is printed smaller than that (letters of 11 pt are 6.6 then) is hard to read."""


def page_of(looks: Looks, landscape: bool) -> Page:
    """The page of a sheet, turned where it lies across (GB/T 9704 §8): its top lies at the binding edge."""
    page = looks.page
    if not landscape:
        return page
    return replace(
        page,
        width=page.height,
        height=page.width,
        top=page.left,
        right=page.top,
        bottom=page.right,
        left=page.bottom,
        footer=min(page.footer, page.right / 2),
    )


def set_up(paper: Worksheet, looks: Looks, landscape: bool) -> None:
    """Paper, margins, page number."""
    page = page_of(looks, landscape)
    on_one_a4(paper, landscape)
    paper.set_margins(*(side / 72 for side in (page.left, page.right, page.top, page.bottom)))
    paper.center_horizontally()
    number = looks.odd
    if number:
        before, after = (words.replace("&", "&&").replace(PAGES, "&N") for words in (number.before, number.after))
        words = f"{before}&P{after}".strip()
        face = f'&"{number.style.east_asian_font},Regular"&{number.style.size:.0f}'
        paper.set_footer(f"&C{face} {words}", {"margin": page.footer / 72})


def on_one_a4(paper: Worksheet, landscape: bool) -> None:
    """A4, one page wide; no lines but those of the table."""
    paper.set_paper(_A4)
    if landscape:
        paper.set_landscape()
    paper.fit_to_pages(1, 0)
    paper.hide_gridlines(2)


def on_readable_pages(paper: Worksheet, width: int, names: int) -> None:
    """For a list that is so wide, in characters: A4 across, A3 where lines would be too small on that.

    Where `names` columns at the left say whose line it is: as many pages of A4 as it takes, each with these.
    """
    on_one_a4(paper, landscape=True)
    wide = ceil(width * _SMALLEST / _ROOM)
    if wide > 1 and names:
        paper.fit_to_pages(wide, 0)
        paper.repeat_columns(0, names - 1)
    elif wide > 1:
        paper.set_paper(_A3)


def keep_head(paper: Worksheet, first: int, behind: int, frozen: bool, names: int = 0) -> None:
    """Rows `first` to before `behind` stand on every printed page.

    `frozen`: on the screen too, with what is above, and with the first `names` columns.
    """
    paper.repeat_rows(first, behind - 1)
    if frozen:
        paper.freeze_panes(behind, names)
