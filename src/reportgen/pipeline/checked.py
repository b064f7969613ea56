"""What checking a file gives, whoever wrote it."""

from collections.abc import Mapping

from reportgen.diagnostics.report import Report
from reportgen.errors import OverLimit
from reportgen.model.document import Document
from reportgen.model.edition import Edition
from reportgen.pipeline.dismissed import Decided
from reportgen.pipeline.drafts import Draft
from reportgen.record import Struct, field
from reportgen.rules.scene import Scene
from reportgen.source.beside import Sought
from reportgen.source.comments import Acknowledgement
from reportgen.source.reader import Source


class Checked(Struct, frozen=True):
    """A content file after every stage before rendering; the main document first, none when it cannot be made."""

    source: Source
    report: Report
    drafts: tuple[Draft, ...] = ()
    scenes: tuple[Scene, ...] = ()
    """What rules have looked at: every document of the file, annexes too."""
    waiting: tuple[Acknowledgement, ...] = ()
    """Acknowledgements of what is found between documents: other files may show that there is nothing to accept."""
    settled: tuple[Acknowledgement, ...] = ()
    """Those among them that accept something within the file itself."""
    original: bytes = b""
    """The content file as it was read, byte for byte; empty where only its text was given."""
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """The files beside it that were read, pictures and answers, by the paths that it says."""
    sought: Sought = field(default_factory=dict)
    """All that were looked for there."""
    decided: Decided | None = None
    """What the list beside the file says of findings that stay as they are; None where there is none."""
    edition: Edition = Edition.INTERNAL
    """For whom its documents are made."""
    cut: OverLimit | None = None
    """What has ended the search for findings before its end; the report holds those found until then."""

    @property
    def main(self) -> Draft | None:
        """The main document; None when the file names no pack that can be used."""
        return self.drafts[0] if self.drafts else None

    @property
    def every_draft(self) -> tuple[Draft, ...]:
        """All documents, what is bound into each behind it."""
        return tuple(each for draft in self.drafts for each in (draft, *draft.annexes))

    @property
    def document(self) -> Document | None:
        """The main document as composed."""
        return self.main.document if self.main else None
