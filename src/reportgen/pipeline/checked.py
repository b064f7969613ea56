"""What checking a file gives, whoever wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.diagnostics.report import Report
from reportgen.model.content import Content
from reportgen.model.document import Document
from reportgen.pipeline.drafts import Draft
from reportgen.rules.scene import Scene
from reportgen.source.comments import Acknowledgement
from reportgen.source.reader import Source


@dataclass(frozen=True)
class Checked:
    """A content file after every stage before rendering; the main document first, none when it cannot be made."""

    source: Source
    report: Report
    drafts: tuple[Draft, ...] = ()
    scenes: tuple[Scene, ...] = ()
    """What rules have looked at: every document of the file, annexes too."""
    waiting: tuple[Acknowledgement, ...] = ()
    """Acknowledgements of what can only be found beside other files."""

    @property
    def main(self) -> Draft | None:
        """The main document; None when the file names no pack that can be used."""
        return self.drafts[0] if self.drafts else None

    def documents(self) -> Iterator[tuple[str, Document, Content]]:
        """Every document with its title and what its file says, whoever wrote it."""
        for draft in self.drafts:
            yield draft.document.metadata.title or draft.pack.title, draft.document, draft.content
        for scene in self.scenes if not self.drafts else ():
            yield scene.document.metadata.title, scene.document, scene.content

    @property
    def document(self) -> Document | None:
        """The main document as composed."""
        return self.main.document if self.main else None
