"""What a command was asked for, filled up with the settings of each file: the command line wins."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Protocol

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.selection import Selection, beginnings
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.limits import USUAL, Limits
from reportgen.model.engine import DEFAULT_ENGINE, Engine
from reportgen.packs.roots import pack_roots
from reportgen.record import Struct
from reportgen.settings import Settings, settings_for
from reportgen.source.expect import did_you_mean
from reportgen.world import own_fonts_folder, shown, use_fonts_folder

Roots = tuple[Path, ...]


def roots_for(path: Path, asked: Roots) -> Roots:
    """The folders of packs for a file: those of the command line, or else of its settings.

    Raises UsageProblem when the settings, or a folder that they name, cannot be used.
    """
    return asked or _roots(settings_for(path))


class Asked(Protocol):
    """What a command line may say of all its files."""

    @property
    def roots(self) -> Roots: ...
    @property
    def select(self) -> tuple[str, ...]: ...
    @property
    def ignore(self) -> tuple[str, ...]: ...
    @property
    def limits(self) -> Limits | None: ...


class Terms(Struct, frozen=True):
    """By what a file is checked."""

    roots: Roots
    selection: Selection
    limits: Limits


def limits_for(path: Path, asked: Limits | None) -> Limits:
    """How much a file may take: by the command line, or else by its settings. Raises UsageProblem as `roots_for`."""
    settings = settings_for(path)
    seconds = USUAL.seconds if settings.seconds is None else settings.seconds
    return asked or Limits(seconds, USUAL.memory if settings.bytes is None else settings.bytes)


def engine_for(path: Path, asked: Engine | None) -> Engine:
    """What sets the pages of a file's PDFs: by the command line, or else by its settings. Raises as `roots_for`."""
    return asked or settings_for(path).engine or DEFAULT_ENGINE


def use_fonts_of(paths: Iterable[Path]) -> None:
    """Take the unit's own fonts from where the settings of the first file that has any say, after the environment.

    They are those of a whole run: fontconfig is set up once. Settings that cannot be used are told elsewhere.
    """
    for path in paths if own_fonts_folder() is None else ():
        with suppress(UsageProblem):
            if fonts := settings_for(path).fonts:
                use_fonts_folder(fonts)
                return


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
        raise UsageProblem(_("{file}：{why}", file=shown(settings.file or ""), why=problem)) from problem


def severity_called(name: str) -> Severity | None:
    """The severity of a Chinese or English name; None for never. Raises UsageProblem for another word."""
    levels: dict[str, Severity | None] = {severity.name.lower(): severity for severity in Severity}
    levels |= {severity.value: severity for severity in Severity}
    levels |= {"never": None, _("从不"): None}
    if name.lower() not in levels:
        raise UsageProblem(_("--fail-level 只能是 {levels}", levels=_("错误、警告、提示、never")))
    return levels[name.lower()]


def settled(options: Asked, path: Path) -> Terms:
    """The folders of packs, the codes and the limits for a file, by its settings where the command line says nothing.

    Raises UsageProblem when the settings cannot be used.
    """
    settings = settings_for(path)
    try:
        selection = selection_of(options.select or settings.select, options.ignore or settings.ignore)
    except UsageProblem as problem:
        raise UsageProblem(_("{file}：{why}", file=shown(settings.file or ""), why=problem)) from problem
    return Terms(roots_for(path, options.roots), selection, limits_for(path, options.limits))


@cache
def selection_of(select: tuple[str, ...], ignore: tuple[str, ...]) -> Selection:
    """Raises UsageProblem for a word that begins no code: a misspelt one would hide or keep what it should not."""
    chosen = Selection(beginnings(select), beginnings(ignore))
    known = _codes() if chosen.select or chosen.ignore else {}
    for word in (*chosen.select, *chosen.ignore):
        if not any(code.startswith(word) for code in known):
            guess = did_you_mean(word, known)
            raise UsageProblem(_("没有代码 {code}。{guess}", code=word, guess=guess).rstrip())
    return chosen


def _codes() -> Mapping[str, object]:
    from reportgen.rules.manuals import manuals  # seldom asked for, and imports much

    return manuals()
