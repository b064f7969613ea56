"""Everything in a text that must not be published, whichever rule speaks of it."""

from collections.abc import Callable, Iterator

from reportgen.record import Struct
from reportgen.rules.disclosure.contacts import account_numbers, private_addresses
from reportgen.rules.disclosure.identity_numbers import card_numbers, identity_numbers, mobile_numbers
from reportgen.rules.disclosure.internal_paths import traces
from reportgen.rules.disclosure.named_persons import names_of_persons
from reportgen.rules.disclosure.secret import Secret


class Finder(Struct, frozen=True):
    """What finds secrets of one kind, and the codes of the rules that speak of them."""

    codes: tuple[str, ...]
    find: Callable[[str], Iterator[Secret]]
    always: bool = False
    """Whether they are never shown, whoever agrees."""


FINDERS = (
    Finder(("DIS001",), identity_numbers, always=True),
    Finder(("DIS002",), mobile_numbers),
    Finder(("DIS003",), card_numbers, always=True),
    Finder(("DIS004", "DIS008"), names_of_persons),
    Finder(("DIS006",), traces),
    Finder(("DIS007",), private_addresses),
    Finder(("DIS009",), account_numbers, always=True),
)
"""DIS005 is missing: what bears a mark of secrecy is not published at all. DIS010 and further are about files."""
