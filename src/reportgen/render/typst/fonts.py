"""The faces that Typst may use: the bundled ones and the unit's own, by the names by which documents ask for them."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import typst

from reportgen.errors import EnvironmentProblem
from reportgen.fonts import FACES
from reportgen.language import _
from reportgen.world import font_files, fonts_folder


def load_fonts(*folders: Path) -> typst.Fonts:
    """The fonts of these folders alone: the system's would change the pages."""
    paths = list(map(str, folders))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


@cache
def usual_fonts(own: Path | None) -> typst.Fonts:
    """The bundled fonts, and those of the unit's own folder. Raises EnvironmentProblem for a file that is none."""
    found = load_fonts(*font_folders(own))
    loaded = {Path(font.path) for font in found.fonts() if font.path}
    for face in FACES:
        if (path := fonts_folder() / face.file) not in loaded:
            raise EnvironmentProblem(_("字体文件 {path} 不在或已损坏，请重新安装", path=path))
    for path in font_files(own) if own else []:
        if path not in loaded:
            raise EnvironmentProblem(_("字体文件 {path} 已损坏，请从字体文件夹里移走", path=path))
    return found


def font_folders(own: Path | None) -> Iterator[Path]:
    """Where fonts are taken from."""
    yield fonts_folder()
    if own:
        yield own


def known_families(own: Path | None) -> Callable[[str], str | None]:
    """For a name by which a document asks for a face, the name by which Typst knows it; None where nobody has it.

    Typst knows a font by one name, mostly the English one; Word files ask by the Chinese.
    """
    bundled = {face.family: face.family for face in FACES}
    return (bundled | _own_families(own) if own else bundled).get


@cache
def _own_families(own: Path) -> dict[str, str]:
    from reportgen.render.typefaces.own_fonts import own_fonts  # it brings a library that others do not need

    family_of = {Path(font.path): font.family for font in usual_fonts(own).fonts() if font.path}
    return {name: family_of[font.path] for name, font in own_fonts(own).items() if font.path in family_of}
