"""Where outputs go: into the subfolders in which their content files stand, so that equal names do not meet."""

import os
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pipeline.walk import OUTPUT
from reportgen.record import Struct
from reportgen.settings import settings_for
from reportgen.world import shown


class Places(Struct, frozen=True):
    """The folder that was asked for, None for that of the settings; and the one that subfolders are counted from."""

    asked: Path | None
    base: Path

    def folder(self, path: Path) -> Path:
        """Where the outputs of a content file go. Raises UsageProblem when its settings cannot be used."""
        settings = settings_for(path)
        if self.asked is None and settings.output is not None:
            return settings.output / _below(path.parent, settings.folder)
        return (self.asked or OUTPUT) / _below(path.parent, self.base)

    def root(self, path: Path) -> Path:
        """The folder in which the outputs of a call stand, and those of a content file among them."""
        return self.asked or settings_for(path).output or OUTPUT


def places(asked: Path | None, words: Sequence[str]) -> Places:
    """Where the outputs of a call go that names `words`: a folder by itself is the base of what stands in it."""
    folders = [_folder(word).resolve() for word in words]
    common = os.path.commonpath(folders) if len({folder.anchor for folder in folders}) == 1 else "."
    return Places(asked, Path(common))


def _folder(word: str) -> Path:
    """The folder that a word is about: of a pattern the part before the first folder that is one."""
    path = Path(word)
    with suppress(OSError):  # a name that the system refuses is told when the file is read
        if path.is_dir():
            return path
    plain = [part for part in path.parents if not set("*?[") & set(str(part))]
    return plain[0] if plain else Path()


def _below(folder: Path, base: Path) -> Path:
    """The way from the base to a folder; nothing when it leads out of it."""
    return _way(folder.absolute(), base.absolute())


@cache
def _way(folder: Path, base: Path) -> Path:
    there, root = folder.resolve(), base.resolve()
    return there.relative_to(root) if there.is_relative_to(root) else Path()


def refuse_clashes(files: Sequence[Path], places: Places) -> None:
    """Raises UsageProblem for content files of one name in one folder: they would overwrite each other's outputs."""
    seen: dict[Path, Path] = {}
    for path in files:
        try:
            target = places.folder(path) / path.stem
        except UsageProblem:
            continue  # its settings cannot be used; said when it is built
        if target in seen:
            told = {"first": shown(seen[target]), "second": shown(path)}
            raise UsageProblem(_("{first} 和 {second} 会写到同一个文件，请分开生成", **told))
        seen[target] = path
