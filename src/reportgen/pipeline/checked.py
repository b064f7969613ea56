"""What checking a file gives, whoever wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.diagnostics.report import Report
from reportgen.finished import Finished
from reportgen.model.content import Content
from reportgen.model.document import Document
from reportgen.pipeline.drafts import Draft
from reportgen.source.reader import Source


@dataclass(frozen=True)
class Checked:
    """A content file after every stage before rendering; the main document first, none when it cannot be made."""

    source: Source
    report: Report
    drafts: tuple[Draft, ...] = ()
    finished: Finished | None = None
    """What was recognised in a document that somebody else wrote; there are no drafts of it then."""

    @property
    def main(self) -> Draft | None:
        """The main document; None when the file names no pack that can be used."""
        return self.drafts[0] if self.drafts else None

    def documents(self) -> Iterator[tuple[str, Document, Content]]:
        """Every document with its title and what its file says, whoever wrote it."""
        if self.finished:
            yield self.finished.document.metadata.title, self.finished.document, self.finished.content
        for draft in self.drafts:
            yield draft.document.metadata.title or draft.pack.title, draft.document, draft.content

    @property
    def document(self) -> Document | None:
        """The main document as composed."""
        return self.main.document if self.main else None
