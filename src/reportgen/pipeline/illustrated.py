"""The pictures of a document read from beside its content file, and given their sizes on the page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Union

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kind import Kind
from reportgen.diagnostics.text_kinds import ILLUSTRATION
from reportgen.language import _
from reportgen.model.document import Block, Document, Illustration
from reportgen.model.frame import Picture
from reportgen.model.look import Looks
from reportgen.place import Written
from reportgen.record import replace
from reportgen.render.photographs import NoDrawing, NoPhotograph, Photograph
from reportgen.source.beside import Beside, NotBeside

if TYPE_CHECKING:
    from reportgen.render.drawings import Drawing

Shown = Union[Photograph, "Drawing"]
_MM = 72 / 25.4
_USUAL = 0.8
"""Of the type area: how wide a picture is of which nothing is said."""
_HIGHEST = 0.4
"""Of the type area: a picture stands with text on its page."""
_APART = 8.0
"""pt between two that stand side by side."""


def illustrated(document: Document, beside: Beside, looks: Looks) -> tuple[Document, list[Diagnostic]]:
    """The document with its pictures, and what there is to say of those that cannot be shown."""
    if not any(isinstance(block, Illustration) for block in document.walk()):
        return document, []
    found: list[Diagnostic] = []
    blocks = {
        slot: tuple(_shown(block, beside, looks, found) if _is_waiting(block) else block for block in own)
        for slot, own in document.blocks.items()
    }
    return replace(document, blocks=blocks), found


def _is_waiting(block: Block) -> bool:
    return isinstance(block, Illustration) and not block.pictures


def _shown(block: Block, beside: Beside, looks: Looks, found: list[Diagnostic]) -> Block:
    assert isinstance(block, Illustration)
    read = (read_picture(file, beside, found, ILLUSTRATION) for file in block.files)
    photographs = [photograph for photograph in read if photograph]
    if len(photographs) < len(block.files):
        return block
    page = looks.page
    across, up = page.width - page.left - page.right, page.height - page.top - page.bottom
    room = float(block.width) * _MM if block.width else across * (_USUAL if len(photographs) == 1 else 1)
    room = min(room, across) - _APART * (len(photographs) - 1)
    height = min(room / sum(photograph.ratio for photograph in photographs), up * _HIGHEST)
    return replace(block, pictures=tuple(_pictures(photographs, height, block.name)))


def _pictures(photographs: list[Shown], height: float, name: str) -> Iterator[Picture]:
    for number, photograph in enumerate(photographs, start=1):
        width = height * photograph.ratio
        spoken = f"{name}（{number}）" if len(photographs) > 1 else name
        yield Picture(*photograph.printed(width), width, height, spoken)


def read_picture(file: Written, beside: Beside, found: list[Diagnostic], kind: Kind) -> Shown | None:
    """A picture from beside the content file; None, and the reason told, where it cannot be shown."""
    try:
        content = beside.read(file.text)
        return _drawing(content) if file.text.lower().endswith(".svg") else Photograph(content)
    except NotBeside as error:
        fix = _("把图片放在内容文件旁边，写它的文件名或「文件夹/文件名」")
        found.append(kind.at(file.place, str(error), fix=fix))
    except NoDrawing as error:
        found.append(kind.at(file.place, str(error)))
    except NoPhotograph:
        fix = _("用看图软件另存为 jpg 或 png；太大的先缩小")
        found.append(kind.at(file.place, _("不是 jpg、png 图片，或已损坏，或大得不像照片"), fix=fix))
    return None


def _drawing(content: bytes) -> "Drawing":
    from reportgen.render.drawings import Drawing  # only documents with drawings need it

    return Drawing(content)
