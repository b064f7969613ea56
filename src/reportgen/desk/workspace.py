"""The opened folder: which files of it the screen may touch, by the names that its addresses say."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import quote

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.limits import USUAL, Limits
from reportgen.packs.roots import pack_roots
from reportgen.pipeline.walk import OUTPUT, inside
from reportgen.record import Struct
from reportgen.review.dismissals import is_about_findings
from reportgen.settings import settings_for
from reportgen.world import resolved

CONTENT_ENDINGS = (".yaml", ".yml")
OWN_FOLDER = ".reportgen"
"""Holds what the screen keeps beside the files: their former states."""


MOST_FILES = 50_000
"""Files of any kind that are looked at for content files: somebody may open a whole disk."""


class Found(Struct, frozen=True):
    """Content files of a folder; `is_cut` when it is too large to be looked through."""

    paths: tuple[Path, ...]
    is_cut: bool = False


class _TooMany(Exception):
    """A folder has more files than are looked at."""


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
        found = folder if _leads_out(name) else resolved(folder / name)
        if found == folder or not found.is_relative_to(folder) or OWN_FOLDER in found.relative_to(folder).parts:
            raise UsageProblem(_("{name} 不在打开的文件夹里", name=name.replace("\0", "")))
        return found

    def name(self, path: Path) -> str:
        """What addresses call a file of the folder."""
        return resolved(path).relative_to(self.folder.resolve()).as_posix()

    def address(self, path: Path) -> str:
        """Its name as it stands in a query."""
        return quote(self.name(path), safe="/")

    def content_files(self) -> Iterator[Path]:
        """The content files of the folder, at any depth; hidden folders, packs and outputs are left out."""
        yield from self.found().paths

    def found(self, most: int = MOST_FILES) -> Found:
        """The same, and whether the folder has more than `most` files of any kind, so that not all were looked at."""
        own, seen = self.folder.resolve(), 0
        paths: list[Path] = []

        def meant(path: Path) -> bool:
            nonlocal seen
            seen += 1
            if seen > most:
                raise _TooMany
            return _is_content(path)

        with suppress(_TooMany):
            paths.extend(
                path
                for path in inside(self.folder, meant, base=self.folder)
                if resolved(path).is_relative_to(own) and not _leads_out(self.name(path))
            )
        return Found(tuple(paths), seen > most)

    def output_folder(self, path: Path) -> Path:
        """Where the outputs of a content file go. Raises UsageProblem when its settings cannot be used."""
        settings = settings_for(path)
        if settings.output is not None:
            return settings.output / _below(path.parent, settings.folder)
        return self.folder.resolve() / OUTPUT / _below(path.parent, self.folder)

    def roots_for(self, path: Path) -> tuple[Path, ...]:
        """The folders of packs for a file. Raises UsageProblem when its settings cannot be used."""
        return self.roots or pack_roots(settings_for(path).templates)

    def limits_for(self, path: Path) -> Limits:
        """How much a file may take. Raises UsageProblem when its settings cannot be used."""
        settings = settings_for(path)
        seconds = USUAL.seconds if settings.seconds is None else settings.seconds
        return Limits(seconds, USUAL.memory if settings.bytes is None else settings.bytes)


def _leads_out(name: str) -> bool:
    """Whether a name is no way down from the folder, on this system or on Windows, where \\ parts names as well."""
    windows = PureWindowsPath(name)
    return "\0" in name or bool(windows.anchor) or "\\" in name or ".." in PurePosixPath(name).parts


def _below(folder: Path, base: Path) -> Path:
    there, root = folder.resolve(), base.resolve()
    return there.relative_to(root) if there.is_relative_to(root) else Path()


def _is_content(path: Path) -> bool:
    hidden = path.name.startswith(".")
    return path.suffix.lower() in CONTENT_ENDINGS and not hidden and not is_about_findings(path) and path.is_file()
