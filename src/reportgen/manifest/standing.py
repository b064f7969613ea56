"""Whether outputs still are what building would make of a content file, or somebody has worked on them since."""

from enum import Enum, auto
from pathlib import Path

from reportgen.manifest.made import Made, Run, is_as, provenance_with
from reportgen.manifest.recipe import Recipe, Roots
from reportgen.record import Struct
from reportgen.render.provenance import Provenance
from reportgen.world import read_bytes


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


def standing_of(made: Made | None, asked: Asked) -> tuple[Standing, Run | None, tuple[Path, ...]]:
    """How the outputs stand, the run that has made them, None if none did, and those that were edited."""
    run = made.run(asked.digest) if made else None
    if made is None or run is None or not _same_inputs(run, asked):
        return Standing.STALE, None, ()
    if all(name in made.outputs and is_as(asked.folder / name, made.outputs[name].state) for name in run.outputs):
        return Standing.CURRENT, run, ()
    paths = [asked.folder / name for name in run.outputs]
    edited = tuple(path for path in paths if _edited(made, path))
    missing = not all(path.is_file() for path in paths)
    return (Standing.EDITED if edited and not missing else Standing.STALE), run, edited


def _same_inputs(run: Run, asked: Asked) -> bool:
    folder = asked.path.parent
    return all(is_as(folder / name, state) for name, state in run.inputs.items()) and all(
        asked.recipe.pack(name, asked.roots) == digest for name, digest in run.packs.items()
    )


def _edited(made: Made, path: Path) -> bool:
    return path.is_file() and provenance_with(made, path, read_bytes(path)) is not Provenance.OURS
