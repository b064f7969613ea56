"""Footnotes of a report, typed as a content file has them: 〔注：…〕 at the end of their paragraph."""

from collections.abc import Iterable, Iterator

from reportgen.adopt.values import Certainty, Remark
from reportgen.language import _
from reportgen.model.document import Block, Paragraph, Text, plain_text
from reportgen.model.inline import footnotes
from reportgen.record import replace


def with_typed_notes(blocks: Iterable[Block], remarks: list[Remark]) -> Iterator[Block]:
    """The blocks with their notes among their words; readers tell the paragraph of a note and not its place there.

    A heading takes no note: what its notes say is found missing, and kept at the end of the file.
    """
    for block in blocks:
        notes = [plain_text(note.inlines) for note in footnotes(block.inlines)] if isinstance(block, Paragraph) else []
        if notes and isinstance(block, Paragraph):
            typed = "".join(f"〔注：{words}〕" for words in notes)
            remarks.append(Remark(Certainty.GUESSED, notes[0], why=_("注放在那一段的末尾，请移到要注的字后面")))
            yield replace(block, inlines=(Text(plain_text(block.inlines) + typed, block.origin),))
        else:
            yield block
