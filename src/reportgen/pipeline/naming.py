"""What the lines of a built Word file are called, and of which text each was made: for drafts that go round."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from reportgen.digest import digest_of
from reportgen.model.document import Document
from reportgen.model.edition import Edition
from reportgen.pipeline.checked import Checked
from reportgen.review.trace import BOOKMARK, Trace, traced

if TYPE_CHECKING:
    from reportgen.render.docx.bookmarks import Named


def named_lines(document: Document, checked: Checked) -> "Named":
    """The bookmarks of a document as it is laid out, and its trace; the public edition has neither."""
    from reportgen.render.docx.bookmarks import Named  # it brings python-docx, which `check` does not need

    if checked.edition is Edition.PUBLIC:
        return Named()
    source = checked.source
    lines = traced(document, source.root, source.file)
    trace = Trace(PurePath(source.file).name, digest_of(checked.original), tuple(each.line for each in lines))
    names = [(each, BOOKMARK + each.line.name) for each in lines]
    return Named(
        {id(each.cell or each.block): name for each, name in names if not each.slot},
        {each.slot: name for each, name in names if each.slot},
        trace.as_json(),
    )
