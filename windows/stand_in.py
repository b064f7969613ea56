"""A Python for Wine where no embeddable one can be had: the same files, taken out of a wheel that brings them along.

Panda3D's wheel for Windows holds CPython's own DLLs. `python.exe`, which calls one function of them, and `python3.dll`,
which hands on to them, are made here with mingw; the standard library is that of the Python that runs this, which must
be of the same line. For trials only: nobody's PC gets it.
"""

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path, PurePath
from zipfile import ZIP_DEFLATED, ZipFile

from windows.embeddable import Embeddable
from windows.refusal import Refusal
from windows.wheels import fetch_one

_WHEEL = "panda3d==1.10.16"
_COMPILER = "x86_64-w64-mingw32-gcc"
_TAG = f"3{sys.version_info.minor}"
_NEVER = re.compile(r"tcl|tk|api-ms-win|_msi|panda|p3", re.IGNORECASE)
_STANDARD = re.compile(
    r"(test|tests|idlelib|lib2to3|tkinter|turtledemo|ensurepip|site-packages|lib-dynload|__pycache__)$"
)

_PYTHON = """\
#include <windows.h>
int wmain(int count, wchar_t **words) {
    HMODULE dll = LoadLibraryW(L"python@TAG@.dll");
    return dll ? ((int (*)(int, wchar_t **))GetProcAddress(dll, "Py_Main"))(count, words) : 99;
}
"""
_RANDOM = """\
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *place, SIZE_T size) {
    return SystemFunction036(place, (ULONG)size);
}
"""
"""What Rust asks `bcryptprimitives.dll` for: Windows 10 has it, and Debian's Wine has not."""


def make_stand_in(folder: Path) -> Embeddable:
    """A zip like the embeddable one, in a folder. Raises Refusal when the compiler or the wheel cannot be had."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = folder / "parts"
    parts.mkdir(exist_ok=True)
    _unpack(fetch_one(_WHEEL, f"3.{sys.version_info.minor}", folder), parts)
    _compile(parts, "python.exe", _PYTHON.replace("@TAG@", _TAG), "-municode")
    _compile(parts, "bcryptprimitives.dll", _RANDOM, "-shared", "-ladvapi32")
    _hand_on(parts)
    (parts / f"python{_TAG}._pth").write_text(f"python{_TAG}.zip\n.\n", encoding="ascii")
    _write_standard_library(parts / f"python{_TAG}.zip")
    target = folder / f"python-3.{sys.version_info.minor}-stand-in.zip"
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for path in sorted(parts.iterdir()):
            if path.suffix in (".dll", ".pyd", ".exe", ".zip", "._pth"):
                archive.write(path, path.name)
    return Embeddable(target, f"3.{sys.version_info.minor}", "")


def _unpack(wheel: Path, parts: Path) -> None:
    with ZipFile(wheel) as archive:
        for entry in archive.namelist():
            name = PurePath(entry).name
            if entry.startswith("deploy_libs/") and name.endswith((".dll", ".pyd")) and not _NEVER.match(name):
                (parts / name).write_bytes(archive.read(entry))


def _hand_on(parts: Path) -> None:
    """`python3.dll`: every name of the stable interface, found in the DLL of the version."""
    listed = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", parts / f"python{_TAG}.dll"], capture_output=True, text=True, check=True
    )
    names = re.findall(r"\]\s+(?:[0-9a-f]+\s+)?(_?Py\w+)$", listed.stdout, re.MULTILINE)
    exports = "\n".join(f"{name}=python{_TAG}.{name}" for name in dict.fromkeys(names))
    (parts / "python3.def").write_text(f"LIBRARY python3.dll\nEXPORTS\n{exports}\n", encoding="ascii")
    _compile(parts, "python3.dll", "int nothing;\n", "-shared", "python3.def")


def _compile(parts: Path, name: str, source: str, *options: str) -> None:
    (parts / "source.c").write_text(source, encoding="ascii")
    try:
        subprocess.run([_COMPILER, "-o", name, "source.c", *options], cwd=parts, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Refusal(
            f"用 {_COMPILER} 做不出 {name}（Debian、Ubuntu 上请运行 apt-get install gcc-mingw-w64-x86-64）"
        ) from error


def _write_standard_library(target: Path) -> None:
    root = Path(sysconfig.get_path("stdlib"))
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for path in sorted(_modules(root)):
            archive.write(path, path.relative_to(root).as_posix())


def _modules(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and not _STANDARD.match(path.name):
            yield from _modules(path)
        elif path.suffix == ".py":
            yield path
