"""Pango's libraries on Windows: those that come with the program, whatever else is installed there.

Another program's GTK on the path is the usual reason why WeasyPrint fails there. WeasyPrint itself looks for the names
that MSYS gives them; ours are called `gobject-2.0-0.dll`, and Windows adds no `.dll` where it sees a dot already.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from warnings import catch_warnings, filterwarnings

from reportgen.native import bundled_fonts_only, weasyprint_libraries_only, windows_libraries


@contextmanager
def own_libraries() -> Iterator[None]:
    """While WeasyPrint is loaded: on Windows its libraries come from the program's own folder, where it has one."""
    folder = windows_libraries()
    if folder is None:
        yield
        return
    from cffi import FFI

    opened = FFI.dlopen

    def from_folder(ffi: Any, name: str, flags: int = 0) -> Any:
        return opened(ffi, library_in(folder, name), flags)

    FFI.dlopen = from_folder
    try:
        with weasyprint_libraries_only(folder), bundled_fonts_only(), catch_warnings():
            filterwarnings("ignore", "No fonts configured")  # at once it looks for fonts; ours are named later
            yield
    finally:
        FFI.dlopen = opened


def library_in(folder: Path, name: str) -> str:
    """The whole path of a library that the folder holds, and the bare name of any other."""
    path = folder / f"{name}.dll"
    return str(path) if path.is_file() else name
