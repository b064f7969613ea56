"""Pictures of a report: each gets a file beside the content file, and its place in the text."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from reportgen import patterns as re
from reportgen.finished.parts import Part, Picture
from reportgen.language import _
from reportgen.model.document import Block, Document, Illustration, Paragraph, Role, line_of
from reportgen.place import NOWHERE, Written
from reportgen.record import Struct, replace

_CAPTION = re.compile(r"图\s*\d{0,2}\s*[:：.．、]?\s*(?P<name>\S.*)")
_LONGEST = 40
_STRANGE = re.compile(r"[\s:：；;（）()]+")


class Pictured(Struct, frozen=True):
    """The document with its pictures in their places; `files` are the parts of the report by the name of each file."""

    document: Document
    files: dict[str, str]


def pictured(document: Document, parts: Sequence[Part], folder: str) -> Pictured:
    """Give each picture a file in `folder`, called after what stands below it."""
    waiting = iter([part for part in parts if isinstance(part, Picture)])
    files: dict[str, str] = {}
    blocks = {slot: tuple(_placed(own, waiting, folder, files)) for slot, own in document.blocks.items()}
    return Pictured(replace(document, blocks=blocks), files)


def _placed(blocks: Sequence[Block], waiting: Iterator[Picture], folder: str, files: dict[str, str]) -> Iterator[Block]:
    """The blocks of a slot; the name below a picture goes with it."""
    named = False
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if named:
            named = False
            continue
        if not (isinstance(block, Paragraph) and block.role is Role.FIGURE and not block.inlines):
            yield block
            continue
        picture = next(waiting, Picture())
        name = _name(following)
        named = bool(name) and bool(picture.files)
        if picture.files:
            yield _illustration(name, picture.files, folder, files)


def _name(block: Block | None) -> str:
    """What a line below a picture calls it."""
    if not isinstance(block, Paragraph) or block.role not in (Role.FIGURE, Role.BODY):
        return ""
    found = _CAPTION.fullmatch(line_of(block).strip())
    return _STRANGE.sub("", found["name"]) if found and len(found["name"]) <= _LONGEST else ""


def _illustration(name: str, parts: Sequence[str], folder: str, files: dict[str, str]) -> Block:
    own = name or _("插图{number}", number=len(files) + 1)
    made = []
    for number, part in enumerate(parts, 1):
        ending = PurePosixPath(part).suffix.lower()
        file = f"{folder}/{own}{number if len(parts) > 1 else ''}{ending}"
        files[file] = part
        made.append(Written(file, NOWHERE))
    return Illustration(own, tuple(made))
