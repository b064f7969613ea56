"""The opened folder: which files of it the screen may touch, by the names that its addresses say."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.record import Struct
from reportgen.review.dismissals import ENDING

CONTENT_ENDINGS = (".yaml", ".yml")
OWN_FOLDER = ".reportgen"
"""Holds what the screen keeps beside the files: their former states."""


class Workspace(Struct, frozen=True):
    """A folder, and the folders of packs beside the program's own; `token` is what every write has to say."""

    folder: Path
    roots: tuple[Path, ...] = ()
    token: str = ""

    def path(self, name: str) -> Path:
        """The file of a name such as 2024/科技馆.yaml.

        Raises UsageProblem for what does not lie in the folder when its links are followed.
        """
        folder = self.folder.resolve()
        found = (folder / name).resolve()
        if "\0" in name or not found.is_relative_to(folder) or OWN_FOLDER in found.relative_to(folder).parts:
            raise UsageProblem(_("{name} 不在打开的文件夹里", name=name))
        return found

    def name(self, path: Path) -> str:
        """What addresses call a file of the folder."""
        return path.resolve().relative_to(self.folder.resolve()).as_posix()

    def content_files(self) -> Iterator[Path]:
        """The content files of the folder, at any depth; hidden folders and outputs are left out."""
        for path in sorted(self.folder.rglob("*")):
            parts = path.relative_to(self.folder).parts
            hidden = any(part.startswith(".") for part in parts)
            if _is_content(path) and not hidden and path.is_file():
                yield path


def _is_content(path: Path) -> bool:
    """By its name: the list of findings that stay as they are lies beside a content file."""
    return path.suffix.lower() in CONTENT_ENDINGS and not path.name.endswith(ENDING)
