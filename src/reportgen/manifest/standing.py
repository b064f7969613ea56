"""Whether outputs still are what building would make of a content file, or somebody has worked on them since."""

from enum import Enum, auto
from pathlib import Path

from reportgen.manifest.made import DISK, Files, Made, Run, is_as, provenance_with
from reportgen.manifest.recipe import Recipe, Roots
from reportgen.record import Struct
from reportgen.render.provenance import Provenance


class Standing(Enum):
    """How the outputs of a content file stand to it."""

    CURRENT = auto()
    """Nothing has changed: they need not be made again."""
    EDITED = auto()
    """The content has not changed, and somebody has changed outputs by hand."""
    STALE = auto()
    """They are to be made: for the first time, or since something has changed or is missing."""


class Asked(Struct, frozen=True):
    """A content file, where its outputs go, and by what they are made."""

    path: Path
    folder: Path
    recipe: Recipe
    roots: Roots
    words: tuple[str, ...] = ()
    """What its settings say, as far as outputs depend on it."""

    @property
    def digest(self) -> str:
        """What its run is known by."""
        return self.recipe.asked(self.roots, *self.words)


def standing_of(made: Made | None, asked: Asked, files: Files = DISK) -> tuple[Standing, Run | None, tuple[Path, ...]]:
    """How the outputs stand, the run that has made them, None if none did, and those that were edited."""
    run = made.run(asked.digest) if made else None
    if made is None or run is None or not _same_inputs(run, asked, files):
        return Standing.STALE, None, ()
    paths = {name: asked.folder / name for name in run.outputs}
    if all(name in made.outputs and is_as(path, made.outputs[name].state, files) for name, path in paths.items()):
        return Standing.CURRENT, run, ()
    there = [path for path in paths.values() if files.stamp(path) is not None and not path.is_dir()]
    edited = tuple(path for path in there if provenance_with(made, path, files.read(path)) is not Provenance.OURS)
    missing = len(there) < len(paths)
    return (Standing.EDITED if edited and not missing else Standing.STALE), run, edited


def _same_inputs(run: Run, asked: Asked, files: Files) -> bool:
    folder = asked.path.parent
    return all(is_as(folder / name, state, files) for name, state in run.inputs.items()) and all(
        asked.recipe.pack(name, asked.roots) == digest for name, digest in run.packs.items()
    )
