"""What a command was asked for, filled up with the settings of each file: the command line wins."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.packs.roots import pack_roots
from reportgen.settings import Settings, settings_for

Roots = tuple[Path, ...]


def roots_for(path: Path, asked: Roots) -> Roots:
    """The folders of packs for a file: those of the command line, or else of its settings.

    Raises UsageProblem when the settings, or a folder that they name, cannot be used.
    """
    return asked or _roots(settings_for(path))


def roots_here(asked: Roots) -> Roots:
    """The same for a command that is about no file: the settings are those of the working folder."""
    return roots_for(Path(), asked)


def roots_of_all(paths: Iterable[Path], asked: Roots) -> Roots:
    """Every folder of packs that one of the files may use; settings that cannot be used are told elsewhere."""
    found: dict[Path, None] = dict.fromkeys(asked)
    for path in paths if not asked else ():
        with suppress(UsageProblem):
            found |= dict.fromkeys(roots_for(path, ()))
    return tuple(found)


def _roots(settings: Settings) -> Roots:
    try:
        return pack_roots(settings.templates)
    except UsageProblem as problem:
        raise UsageProblem(_("{file}：{why}", file=settings.file, why=problem)) from problem
