"""Which kind of document a report is: the pack that its title names, else the one whose outline or forms it has."""

from collections.abc import Callable, Sequence

from reportgen.adopt.alignment import aligned, titled
from reportgen.adopt.forms import read_form
from reportgen.model.document import Document, Heading, Table
from reportgen.packs.pack import Pack

_LEAST = 0.4
"""The share of a pack's headings that a report must have."""


def kind_of(title: str, packs: Sequence[Pack], read: Callable[[Pack], Document]) -> Pack | None:
    """The pack of a report; `read` recognises the report with the headings of a pack. None where none is near."""
    named = [pack for pack in packs if pack.title in title]
    if named:
        return max(named, key=lambda pack: len(pack.title))
    scored = [(_share(read(pack), pack), -at, pack) for at, pack in enumerate(packs)]
    share, _at, best = max(scored, key=lambda entry: entry[:2], default=(0.0, 0, None))
    return best if share >= _LEAST else None


def _share(document: Document, pack: Pack) -> float:
    """How much of a pack's outline and forms a document has, from 0 to 1."""
    blocks = list(document.walk())
    sections = titled(pack.outline)
    headings = [block for block in blocks if isinstance(block, Heading)]
    tables = [block for block in blocks if isinstance(block, Table)]
    read = any(read_form(form, table) for form in pack.forms.values() for table in tables)
    return 1.0 if read else len(aligned(headings, sections)) / len(sections) if sections else 0.0
