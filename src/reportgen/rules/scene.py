"""What a rule may look at beside its own subject."""

from dataclasses import dataclass

from reportgen.model.content import Content
from reportgen.model.document import Document
from reportgen.packs.pack import Pack


@dataclass(frozen=True)
class Scene:
    """The whole file under check: its values, its composed document and its pack."""

    content: Content
    document: Document
    pack: Pack
    year: int | None = None
    """The budget year, when given."""
