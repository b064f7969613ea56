"""The DLLs of Pango, taken out of GStreamer's wheel: those that WeasyPrint opens, and all that these ask for."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from zipfile import ZipFile

from windows.executables import imports
from windows.refusal import Refusal

OPENED = (
    "gobject-2.0-0.dll",
    "pango-1.0-0.dll",
    "pangoft2-1.0-0.dll",
    "harfbuzz.dll",
    "harfbuzz-subset.dll",
    "fontconfig-1.dll",
)
"""What WeasyPrint opens by name (`weasyprint.text.ffi`)."""

OF_PYTHON = frozenset({"python3.dll", "vcruntime140.dll", "vcruntime140_1.dll"})
"""What the embeddable Python brings along, beside `python3xx.dll`."""

_OF_WINDOWS = """
advapi32 bcrypt bcryptprimitives combase comctl32 comdlg32 crypt32 dbghelp dnsapi gdi32 imm32 iphlpapi kernel32 mpr
msvcrt ncrypt netapi32 normaliz ntdll ole32 oleaut32 powrprof propsys psapi rpcrt4 secur32 setupapi shell32 shlwapi
ucrtbase user32 userenv usp10 version winmm winspool.drv ws2_32
"""
OF_WINDOWS = frozenset(f"{name}.dll" for name in _OF_WINDOWS.split())
"""What every Windows 10 has, beside the sets that begin with `api-ms-win-`."""


def closure(available: Mapping[str, bytes], opened: Iterable[str] = OPENED) -> list[str]:
    """The names of `available` that must travel: what is opened, and what that asks for, as far as it is there."""
    found: set[str] = set()
    queue = list(opened)
    while queue:
        name = queue.pop()
        if name not in available:
            raise Refusal(f"轮子里没有 {name}")
        found.add(name)
        queue += [each for each in imports(available[name]) if each in available and each not in found]
    return sorted(found)


def taken_from(wheel: Path, folder: Path) -> list[str]:
    """Unpack the closure of a wheel of DLLs into a folder; returns its names."""
    with ZipFile(wheel) as archive:
        available = {
            PurePath(entry).name.lower(): archive.read(entry)
            for entry in archive.namelist()
            if entry.lower().endswith(".dll")
        }
    names = closure(available)
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(available[name])
    return names


def unmet(folder: Path, python: str) -> dict[str, list[str]]:
    """Executables of a folder that ask for a DLL which nobody brings, with its name.

    A DLL is looked for beside the one that asks, in the folders `*.libs` and `libraries`, with Python and with Windows.
    """
    shared = {each.name.lower() for part in ("*.libs", "reportgen/libraries") for each in folder.glob(f"{part}/*.dll")}
    shared |= OF_PYTHON | OF_WINDOWS | {f"python{python.replace('.', '')}.dll"}
    lacking = {}
    for path in sorted([*folder.rglob("*.pyd"), *folder.rglob("*.dll")]):
        beside = {each.name.lower() for each in path.parent.glob("*.dll")}
        asked = [each for each in imports(path.read_bytes()) if not each.startswith("api-ms-win-")]
        if names := [each for each in asked if each not in shared | beside]:
            lacking[path.relative_to(folder).as_posix()] = names
    return lacking
