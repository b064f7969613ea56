"""The DLLs that travel: all that are asked for, and none that nobody asks for."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.support.executable import dll
from windows.executables import imports
from windows.libraries import closure, taken_from, unmet
from windows.refusal import Refusal

AVAILABLE = {
    "pango-1.0-0.dll": dll("glib-2.0-0.dll", "fribidi-0.dll", "KERNEL32.dll"),
    "glib-2.0-0.dll": dll("intl-8.dll"),
    "intl-8.dll": dll("glib-2.0-0.dll"),
    "fribidi-0.dll": dll(),
    "gstreamer-1.0-0.dll": dll("glib-2.0-0.dll"),
}


def test_the_import_table_is_read() -> None:
    assert imports(dll("VCRUNTIME140.dll", "python3.dll")) == ("vcruntime140.dll", "python3.dll")
    assert imports(dll()) == ()


@pytest.mark.parametrize("content", [b"", b"\x7fELF" + bytes(200), b"MZ" + bytes(200)])
def test_what_is_no_executable_of_windows_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no executable of Windows"):
        imports(content)


def test_what_is_opened_travels_with_all_that_it_asks_for() -> None:
    """Also where two ask for each other; what Windows has itself and what nobody asks for stays."""
    assert closure(AVAILABLE, ["pango-1.0-0.dll"]) == [
        "fribidi-0.dll",
        "glib-2.0-0.dll",
        "intl-8.dll",
        "pango-1.0-0.dll",
    ]


def test_one_that_the_wheel_has_not_is_said() -> None:
    with pytest.raises(Refusal, match=r"轮子里没有 harfbuzz\.dll"):
        closure(AVAILABLE, ["harfbuzz.dll"])


def test_they_are_taken_out_of_the_wheel_wherever_they_lie_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ZipFile(tmp_path / "libraries.whl", "w") as wheel:
        for name, content in AVAILABLE.items():
            wheel.writestr(f"purelib/bin/{name.upper() if name.startswith('intl') else name}", content)
    monkeypatch.setattr("windows.libraries.closure", lambda found: closure(found, ["glib-2.0-0.dll"]))
    assert taken_from(tmp_path / "libraries.whl", tmp_path / "out") == ["glib-2.0-0.dll", "intl-8.dll"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["glib-2.0-0.dll", "intl-8.dll"]


# ---- what nobody brings ----


def site(folder: Path, **contents: bytes) -> Path:
    for name, content in contents.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_name(f"{path.name}.dll").write_bytes(content)
    return folder


def test_an_extension_finds_python_windows_and_its_neighbours(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        lxml__etree=dll("python311.dll", "python3.dll", "KERNEL32.dll", "api-ms-win-crt-math-l1-1-0.dll", "xml2.dll"),
        lxml__xml2=dll("VCRUNTIME140.dll"),
        zopfli=dll("msvcp140-1234.dll"),
        **{"zopfli.libs__msvcp140-1234": dll()},
    )
    assert unmet(folder, "3.11") == {}


def test_one_that_asks_for_what_nobody_brings_is_named(tmp_path: Path) -> None:
    """Such as the run-time of C++, which is no part of Windows."""
    folder = site(tmp_path, pikepdf__core=dll("MSVCP140.dll", "python3.dll"), other__msvcp140=dll())
    assert unmet(folder, "3.11") == {"pikepdf/core.dll": ["msvcp140.dll"]}


def test_an_extension_for_another_python_is_named(tmp_path: Path) -> None:
    assert unmet(site(tmp_path, lxml__etree=dll("python311.dll")), "3.12") == {"lxml/etree.dll": ["python311.dll"]}
