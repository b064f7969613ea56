"""What travels with the program: fonts, lists of words, manuals, document types, content files. Only where it lies."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

_TO_BEGIN_WITH = ("五分钟上手", "界面")


def fonts_folder() -> Path:
    """The folder of the bundled fonts."""
    return own_folder("fonts")


def lexicon_folder() -> Path:
    """The folder of the lists of words."""
    return own_folder("lexicon")


def own_folder(*parts: str) -> Path:
    """A folder of the package: own_folder("desk", "static")."""
    return Path(str(files("reportgen"))).joinpath(*parts)


def manuals_folder() -> Path:
    """The folder of the manuals: `docs/` beside `src/` in a checkout, inside the package when installed."""
    return _beside_source("docs")


def examples_folder() -> Path:
    """The folder of whole content files: `content/` beside `src/` in a checkout, inside the package when installed."""
    return _beside_source("content")


def example_of_a_year() -> Path:
    """The content file that makes the documents of a year."""
    return examples_folder() / "example-year-2024.yaml"


def manuals() -> dict[str, Path]:
    """Every manual by its name: those to begin with, the others for users (in Chinese), then those for engineers; and
    the example of a year.
    """
    found = manuals_folder().glob("*.md")
    for_users_first = sorted(found, key=lambda path: (path.stem.isascii(), path.stem not in _TO_BEGIN_WITH, path.stem))
    return {path.stem: path for path in (*for_users_first, example_of_a_year())}


def practice_files() -> dict[str, Path]:
    """What the manuals work with, by its path in a folder of the user's: manuals, document types, content files."""
    folders = {"docs": manuals_folder(), "templates": packs_folder(), "content": examples_folder()}
    found = [(name, root, path) for name, root in folders.items() for path in _files_below(root)]
    readmes = (manuals_folder().parent / name for name in ("README.md", "README.zh-CN.md"))
    copies = {path.name: path for path in readmes if path.is_file()}
    return copies | {str(Path(name, path.relative_to(root))): path for name, root, path in found}


def _files_below(root: Path) -> Iterator[Path]:
    """Those for users: code is none of them."""
    return (path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix not in (".py", ".pyc"))


def shared_looks() -> Path:
    """The file that the styles of the program's own templates come from."""
    return packs_folder() / "looks.docx"


def packs_folder() -> Path:
    """The folder of document types: `templates/` beside `src/` in a checkout, inside the package when installed."""
    return _beside_source("templates")


def _beside_source(name: str) -> Path:
    beside = own_folder().parent.parent / name
    return beside if beside.is_dir() else own_folder(name)
