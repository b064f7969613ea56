"""A folder with all its subfolders: the files in it that somebody who names it means."""

from collections.abc import Callable, Iterator
from pathlib import Path

from reportgen.cli.advice import part_of_pack
from reportgen.cli.places import OUTPUT
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.settings import settings_for
from reportgen.world import reason, shown

Meant = Callable[[Path], bool]


def inside(folder: Path, meant: Meant, outputs: bool = False) -> Iterator[Path]:
    """The meant files in a folder, then those of its subfolders, by name.

    Left out is what nobody means: hidden subfolders, packs, the looks that packs share, and, but with `outputs`, what
    the program has written itself. Links to folders are not followed, since they may lead back.
    Raises UsageProblem for a folder that cannot be read.
    """
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        raise UsageProblem(_("读不了 {path}：{why}", path=shown(folder), why=reason(error))) from error
    yield from (child for child in children if meant(child) and not child.is_dir() and not part_of_pack(child))
    for child in children:
        if child.is_dir() and not child.is_symlink() and not _apart(child, outputs):
            yield from inside(child, meant, outputs)


def _apart(folder: Path, outputs: bool) -> bool:
    if folder.name.startswith(".") or (folder / "pack.yaml").is_file():
        return True
    return not outputs and _is_output(folder)


def _is_output(folder: Path) -> bool:
    try:
        output = settings_for(folder).output
    except UsageProblem:
        output = None  # said of each file
    return folder.resolve() == (output or OUTPUT).resolve()
