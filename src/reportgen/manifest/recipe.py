"""By what the documents of a call are made beside their content files: options, the program, fonts, document types."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from reportgen import __version__
from reportgen.digest import digest_of
from reportgen.manifest.made import digest_at
from reportgen.packs.inheritance import chain_of
from reportgen.packs.loader import LOOKS, find_pack, pack_folders
from reportgen.packs.pack import Pack
from reportgen.record import Struct, field
from reportgen.world import fixed_moment, font_files, own_folder, own_fonts_folder, packs_folder, stamps

Roots = tuple[Path, ...]

_PASSING = (".", "~")
"""So begin the names of files that an editor keeps beside the one that is open."""
_MADE = (".pyc", "")
"""What Python makes of the program's files, and folders."""


class Recipe(Struct):
    """All of it as it was before any document was made: what changes meanwhile is another recipe."""

    base: str
    """Digest of what does not differ between the files of the call."""
    folders: Mapping[Path, str]
    """Digests of the folders of document types."""
    looks: Mapping[Path, str]
    """Digests of what the document types of a folder share."""
    known: dict[tuple[str, Roots], str] = field(default_factory=dict)
    """Digests of document types by their names, as far as they were asked for."""

    def asked(self, roots: Roots, *words: str) -> str:
        """The digest of all that a run is known by; `words` are what the settings of a file say."""
        looks = (self.looks.get(root, "") for root in roots)
        return digest_of("\0".join((self.base, *words, *looks)).encode())

    def pack(self, name: str, roots: Roots) -> str:
        """The digest of a document type with those that it inherits from; empty where there is none of that name."""
        key = name, roots
        if key not in self.known:
            folder = find_pack(name, roots)
            self.known[key] = self._digest(chain_of(folder)) if folder else ""
        return self.known[key]

    def packs(self, packs: Iterable[Pack]) -> dict[str, str]:
        """The same of document types that were loaded, by what users call them."""
        return {pack.title: self._digest(_chain(pack)) for pack in packs}

    def _digest(self, chain: Iterable[Path]) -> str:
        return digest_of("\0".join(self.folders.get(folder, "") for folder in chain).encode())


def _chain(pack: Pack) -> list[Path]:
    return [file.parent for file in pack.files if file.name == "pack.yaml"]


def recipe(roots: Iterable[Roots], *words: str) -> Recipe:
    """The recipe of a call; `roots` are the folders of document types that its files may use, `words` the options."""
    found = dict.fromkeys(root for each in roots for root in each)
    folders = {folder: _of_folder(folder) for folder in pack_folders(found)}
    looks = {root: digest_at(root / LOOKS) for root in (*found, packs_folder())}
    base = digest_of("\0".join((__version__, _of_program(), _of_fonts(), fixed_moment(), *words)).encode())
    return Recipe(base, folders, looks)


def _of_folder(folder: Path) -> str:
    """Of all files of a pack, but those that an editor keeps beside them."""
    files = sorted(path for path in folder.rglob("*") if not path.name.startswith(_PASSING) and path.is_file())
    return digest_of("\0".join(f"{path.relative_to(folder)}\0{digest_at(path)}" for path in files).encode())


@cache
def _of_program() -> str:
    """Of its files by name and length; where somebody works on them, also by when they were written."""
    package = own_folder()
    worked_on = not packs_folder().is_relative_to(package)
    found = stamps(path for path in sorted(package.rglob("*")) if path.suffix not in _MADE)
    told = (
        f"{path.relative_to(package)}\0{stamp if worked_on else stamp[1]}" for path, stamp in found.items() if stamp
    )
    return digest_of("\0".join(told).encode())


def _of_fonts() -> str:
    """Of the unit's own fonts, where it has any."""
    own = own_fonts_folder()
    return "\0".join(f"{path.name}\0{digest_at(path)}" for path in font_files(own)) if own else ""
