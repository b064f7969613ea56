"""What a rule may look at beside its own subject."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from reportgen.model.content import Content
from reportgen.model.document import Block, Document
from reportgen.model.layout import Layout
from reportgen.packs.pack import Pack
from reportgen.place import Place
from reportgen.record import Struct, field
from reportgen.rules.chapters import Chapter, body_of, chapters
from reportgen.rules.indicator_sets import IndicatorSet, indicator_sets
from reportgen.rules.printed import Printed
from reportgen.statements.context import year_told
from reportgen.statements.ledger import Ledger, ledger_of
from reportgen.statements.passages import Passage, passages


class Scene(Struct, frozen=True, dict=True):
    """The whole file under check: its values, its composed document and its pack."""

    content: Content
    document: Document
    pack: Pack
    year: int | None = None
    """The budget year, when given."""
    limits: Mapping[str, Decimal] = field(default_factory=dict)
    """The threshold of each rule that has one, by code: the rule's own or the one that the pack sets."""
    finished: bool = False
    """Whether it is a document that somebody else wrote: its values were recognised, not given in fields."""

    layout: Layout | None = None
    """What was measured of its pages, where it has any."""

    titles: tuple[tuple[str, Place], ...] = ()
    """The lines of the title as the template prints them, and where they stand in it."""

    beside: tuple[Document, ...] = ()
    """The other documents that the same content file makes; of an annex the one that binds it in, too."""

    aside: tuple[Passage, ...] = ()
    """What stands in its file besides the text and is published with it: only rules of disclosure look there."""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The running text of the document that somebody typed."""
        return tuple(passage for passage in self.printed_passages if passage.typed)

    @cached_property
    def printed_passages(self) -> tuple[Passage, ...]:
        """All running text of the document, with what the pack or a reference says."""
        return tuple(passages(self.document, self.content.file, self.finished))

    @cached_property
    def ledger(self) -> Ledger:
        """What the figures of the document claim, right and wrong."""
        year = self.year or (year_told([passage.text for passage in self.passages]) if self.finished else None)
        return ledger_of(self.document, self.passages, year, None if self.finished else self.content)

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the body, without a table of contents in words."""
        return tuple(body_of(self.document))

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """Every chapter of the body, outer before inner."""
        return tuple(chapters(self.body))

    @cached_property
    def printed(self) -> Printed:
        """What the forms of a document that somebody else wrote print themselves."""
        return Printed(self.document)

    @cached_property
    def indicator_sets(self) -> tuple[IndicatorSet, ...]:
        """The indicators of each project, or of the unit, with the goals and the money beside them."""
        return tuple(indicator_sets(self.content))
