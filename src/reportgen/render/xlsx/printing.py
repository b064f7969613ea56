"""How a sheet prints: A4, one page wide, its margins and page number those of the template, its head on every page."""

from xlsxwriter.worksheet import Worksheet

from reportgen.model.look import PAGES, Looks, Page
from reportgen.record import replace

_A4 = 9


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


def keep_head(paper: Worksheet, first: int, behind: int, frozen: bool) -> None:
    """Rows `first` to before `behind` stand on every printed page; `frozen`: on the screen too, with what is above."""
    paper.repeat_rows(first, behind - 1)
    if frozen:
        paper.freeze_panes(behind, 0)
