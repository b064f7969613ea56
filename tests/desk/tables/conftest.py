"""Tables of the screen in a browser: one of a list, one of money, one of figures."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.support.table_page import TablePage

from reportgen.desk.content.facts_table import facts_view
from reportgen.desk.content.funds import funds_view
from reportgen.desk.content.grid import grid_view
from reportgen.packs.entry import EntryBook
from reportgen.packs.entry_sheets import entry_book
from reportgen.packs.fields import FACTS_OF_A_FILE, Field, FieldType
from reportgen.packs.loader import find_pack, load_pack
from reportgen.packs.pack import Pack

Opens = Callable[..., TablePage]
TITLES = ("部门整体支出绩效评价报告", "部门整体支出绩效自评表", "项目支出绩效自评表")


def _pack(title: str) -> Pack:
    folder = find_pack(title)
    pack = load_pack(folder)[0] if folder else None
    assert pack, title
    return pack


@pytest.fixture(scope="session")
def book() -> EntryBook:
    """What three documents of one file ask for."""
    return entry_book(tuple(map(_pack, TITLES)))


@pytest.fixture(scope="session")
def fields(book: EntryBook) -> dict[str, Field]:
    """Their fields by name."""
    return {field.name: field for pack in book.packs for field in pack.fields}


@pytest.fixture(scope="session")
def pages(browser: Browser, book: EntryBook, fields: dict[str, Field]) -> Iterator[Callable[[str], TablePage]]:
    """One page for each field, whatever is opened in it."""
    made: dict[str, TablePage] = {}

    def page_of(name: str) -> TablePage:
        if name not in made:
            made[name] = _page(browser, fields.get(name, FACTS_OF_A_FILE), book)
        return made[name]

    yield page_of
    for page in made.values():
        page.close()


def _page(browser: Browser, field: Field, book: EntryBook) -> TablePage:
    path = (field.name,)
    match field.type:
        case FieldType.FUNDS:
            return TablePage(browser, "funds", funds_view(field, path, book), path)
        case FieldType.FACTS:
            return TablePage(browser, "facts", facts_view(field), path)
        case _:
            return TablePage(browser, "grid", grid_view(field, path, book), path)


@pytest.fixture
def opens(pages: Callable[[str], TablePage]) -> Iterator[Opens]:
    """Opens the table of a field with a value; no page has complained of anything behind it."""
    opened: list[TablePage] = []

    def with_value(name: str, value: Any, worked: dict[str, str] | None = None) -> TablePage:
        page = pages(name)
        page.again({name: value}, worked or {})
        opened.append(page)
        return page

    yield with_value
    assert [page.wrong for page in opened] == [[] for _page in opened]
