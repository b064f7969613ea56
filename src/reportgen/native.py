"""What C libraries find in the environment while they are loaded or set up."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from reportgen.world import fonts_folder


@contextmanager
def bundled_fonts_only() -> Iterator[None]:
    """While fontconfig is set up: no fonts of the system, whose presence would change the pages."""
    with _environment("FONTCONFIG_FILE", fonts_folder() / "fonts.conf"):
        yield


def windows_libraries() -> Path | None:
    """The folder of C libraries that the Windows package brings along; None elsewhere, and where there is none."""
    folder = Path(str(files("reportgen"))) / "libraries"
    return folder if sys.platform == "win32" and folder.is_dir() else None


@contextmanager
def weasyprint_libraries_only(folder: Path) -> Iterator[None]:
    """While WeasyPrint is loaded: it adds this folder to those that Windows searches, and none of its own guesses."""
    with _environment("WEASYPRINT_DLL_DIRECTORIES", folder):
        yield


@contextmanager
def _environment(name: str, value: Path) -> Iterator[None]:
    former = os.environ.get(name)
    os.environ[name] = str(value)
    try:
        yield
    finally:
        if former is None:
            del os.environ[name]
        else:
            os.environ[name] = former
