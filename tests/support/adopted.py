"""A report adopted and built again: what it says, and what the report had said."""

import re
from collections.abc import Iterable
from pathlib import Path

from reportgen.finished.headings import label_of
from reportgen.finished.parts import Grid, Line
from reportgen.finished.reading import read_finished
from reportgen.model.document import Document, Heading, plain_text
from reportgen.pipeline.adopted import Adopted
from reportgen.pipeline.drafts import Draft, drafts
from reportgen.render.plain import printed_lines
from reportgen.source.beside import Beside
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source


def again(adoption: Adopted) -> list[Draft]:
    """The documents that the content file makes."""
    root = read_source(adoption.text, "抄成的.yaml")[0].root
    assert isinstance(root, Mapping)
    return drafts(root, (), Beside(None))[0]


def printed_by(adoption: Adopted) -> str:
    """What the documents say that its content file makes."""
    return squeezed(
        line.text for draft in again(adoption) for line in printed_lines(draft.document, draft.template.frame)
    )


def squeezed(texts: Iterable[str]) -> str:
    """Without blanks."""
    return re.sub(r"\s", "", "".join(texts))


def lines_of(path: Path) -> list[str]:
    """Each line and cell of a report without its number."""
    texts: list[str] = []
    for part in read_finished(path).parts:
        match part:
            case Line():
                texts.append(label_of(part).words)
            case Grid():
                texts += [box.text for box in part.boxes]
            case _:
                pass
    return [words for text in texts if (words := squeezed([text]))]


def headings(document: Document) -> list[tuple[str, int]]:
    """Words and levels."""
    return [
        (plain_text(block.inlines).strip("。； "), block.level)
        for block in document.walk()
        if isinstance(block, Heading)
    ]
