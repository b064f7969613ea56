"""What C libraries find in the environment while they are loaded or set up, and how they take a path.

On Windows fontconfig and FreeType open files by the code page of the system (GBK in China), as old programs do, while
Python goes by Unicode: the program may be installed below C:\\Users\\会计.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.world import fonts_folder

_CODE_PAGE = "mbcs"
"""So Python calls that of the system."""


@contextmanager
def bundled_fonts_only() -> Iterator[None]:
    """While fontconfig is set up: no fonts of the system, whose presence would change the pages."""
    path = fonts_folder() / "fonts.conf"
    with _environment("FONTCONFIG_FILE", _openable(path) if sys.platform == "win32" else str(path)):
        yield


def path_for_libraries(path: Path) -> bytes:
    """A path as C libraries take it. Raises EnvironmentProblem when they could not open it (Windows)."""
    return _openable(path).encode(_CODE_PAGE) if sys.platform == "win32" else bytes(path)


def _openable(path: Path) -> str:
    """The path in characters of the code page: as it is, or with the short names that disks of Windows keep."""
    if _in_code_page(str(path)):
        return str(path)
    if _in_code_page(short := _short(path)):
        return short
    told = _(
        "{path} 里有这台电脑的代码页没有的字，WeasyPrint 打不开它。请换一个文件夹安装，或不用 --engine weasyprint",
        path=path,
    )
    raise EnvironmentProblem(told)


def _in_code_page(words: str) -> bool:
    try:
        words.encode(_CODE_PAGE)
    except UnicodeEncodeError:
        return False
    return True


def _short(path: Path) -> str:
    """The path by its short names; as it is where there are none."""
    import ctypes

    if sys.platform != "win32":
        return str(path)
    place = ctypes.create_unicode_buffer(32768)
    library = ctypes.WinDLL("kernel32")
    return place.value if library.GetShortPathNameW(str(path), place, len(place)) else str(path)


def windows_libraries() -> Path | None:
    """The folder of C libraries that the Windows package brings along; None elsewhere, and where there is none."""
    folder = Path(str(files("reportgen"))) / "libraries"
    return folder if sys.platform == "win32" and folder.is_dir() else None


@contextmanager
def weasyprint_libraries_only(folder: Path) -> Iterator[None]:
    """While WeasyPrint is loaded: it adds this folder to those that Windows searches, and none of its own guesses."""
    with _environment("WEASYPRINT_DLL_DIRECTORIES", str(folder)):
        yield


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    former = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if former is None:
            del os.environ[name]
        else:
            os.environ[name] = former
