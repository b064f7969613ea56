"""A folder with all its subfolders: the files in it that somebody who names it means."""

from collections.abc import Callable, Iterator
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.settings import settings_for
from reportgen.world import reason, shown

OUTPUT = Path("output")
"""Where outputs go when nobody says."""
Meant = Callable[[Path], bool]


def inside(folder: Path, meant: Meant, outputs: bool = False, base: Path = Path()) -> Iterator[Path]:
    """The meant files in a folder, then those of its subfolders, by name.

    Left out is what nobody means: hidden subfolders, packs, the looks that packs share, and, but with `outputs`, what
    the program has written itself: into the folder that settings name, or below `base`. Links to folders are not
    followed, since they may lead back.
    Raises UsageProblem for a folder that cannot be read.
    """
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        raise UsageProblem(_("读不了 {path}：{why}", path=shown(folder), why=reason(error))) from error
    yield from (child for child in children if meant(child) and not child.is_dir() and not is_part_of_pack(child))
    for child in children:
        if child.is_dir() and not child.is_symlink() and not _apart(child, outputs, base):
            yield from inside(child, meant, outputs, base)


def _apart(folder: Path, outputs: bool, base: Path) -> bool:
    if folder.name.startswith(".") or (folder / "pack.yaml").is_file():
        return True
    return not outputs and _is_output(folder, base)


def _is_output(folder: Path, base: Path) -> bool:
    try:
        output = settings_for(folder).output
    except UsageProblem:
        output = None  # said of each file
    return folder.resolve() == (output or base / OUTPUT).resolve()


def is_part_of_pack(path: Path) -> bool:
    """Whether a file belongs to a pack and is neither content nor a document."""
    return path.name in _parts_in(path.parent)


def _parts_in(folder: Path) -> tuple[str, ...]:
    """The names that mean parts of packs in a folder: that of a pack, or one that holds packs."""
    from reportgen.packs.loader import LOOKS

    if (folder / "pack.yaml").is_file():
        return ("pack.yaml", "wordlist.yaml", "tests.yaml", "template.docx", LOOKS)
    return (LOOKS,) if (folder / LOOKS).is_file() and any(folder.glob("*/pack.yaml")) else ()
