"""Which finished documents are to be looked through: those of the folder, and those that were handed in."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.desk.workspace import CONTENT_ENDINGS, Workspace
from reportgen.finished.file_types import DOCX, PDF, TEXT, is_document
from reportgen.pipeline.walk import inside
from reportgen.review.judgements import judgements_beside
from reportgen.world import read_bytes, resolved, write_files

HANDED_IN = "送审"
"""The folder that keeps what was handed in; it is called so in every language."""
ENDINGS = (DOCX, PDF, TEXT)
_LOCK = "~$"
"""Begins the name of what Word leaves beside an open file."""


def documents_of(workspace: Workspace) -> Iterator[Path]:
    """Every one, by name; left out is what the program itself has made of a content file beside it, or into outputs."""
    own = workspace.folder.resolve()
    for path in inside(workspace.folder, _is_meant, base=workspace.folder):
        if resolved(path).is_relative_to(own):
            yield path


def watched(workspace: Workspace) -> Iterator[Path]:
    """The documents, and the lists of what was decided about them."""
    for path in documents_of(workspace):
        yield path
        yield judgements_beside(path)


def _is_meant(path: Path) -> bool:
    is_handed_in = path.parent.name == HANDED_IN and path.suffix.lower() == TEXT
    if not (is_document(path) or is_handed_in) or path.name.startswith((_LOCK, ".")) or not path.is_file():
        return False
    return not any(path.with_suffix(ending).is_file() for ending in CONTENT_ENDINGS)


def keep(workspace: Workspace, path: Path) -> Path:
    """A document that was handed in, copied to where such are kept; another one of its name gets another name."""
    content, folder = read_bytes(path), workspace.folder.resolve() / HANDED_IN
    number, target = 1, folder / path.name
    while target.exists() and read_bytes(target) != content:
        number += 1
        target = folder / f"{path.stem}-{number}{path.suffix}"
    if not target.exists():
        write_files({target: content})
    return target
