"""Pango on Windows: the program's own libraries, and nobody else's."""

import os
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from cffi import FFI

from reportgen import native
from reportgen.errors import EnvironmentProblem
from reportgen.render.pdf import engine, libraries

NAMES = "WEASYPRINT_DLL_DIRECTORIES"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Windows, with two libraries that came with the program."""
    for name in ("gobject-2.0-0", "pango-1.0-0"):
        (tmp_path / f"{name}.dll").write_bytes(b"MZ")
    monkeypatch.setattr(libraries, "windows_libraries", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system is asked for."""
    names: list[str] = []

    def dlopen(_ffi: FFI, name: str, _flags: int = 0) -> Any:
        names.append(name)
        return name

    monkeypatch.setattr(FFI, "dlopen", dlopen)
    return names


def test_a_library_of_ours_is_opened_by_its_whole_path(folder: Path, opened: list[str]) -> None:
    """Of `gobject-2.0-0` Windows would look for no `.dll`: it ends in .0-0 already."""
    with libraries.own_libraries():
        FFI().dlopen("gobject-2.0-0")
        FFI().dlopen("kernel32")
    FFI().dlopen("gobject-2.0-0")
    assert opened == [str(folder / "gobject-2.0-0.dll"), "kernel32", "gobject-2.0-0"]


def test_another_program_s_gtk_is_not_searched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the user or another program has set is set aside meanwhile, and stands again afterwards."""
    monkeypatch.setenv(NAMES, r"C:\Program Files\GTK3-Runtime Win64\bin")
    with libraries.own_libraries():
        assert os.environ[NAMES] == str(folder)
    assert os.environ[NAMES] == r"C:\Program Files\GTK3-Runtime Win64\bin"


def test_without_a_folder_all_is_as_elsewhere(opened: list[str]) -> None:
    with libraries.own_libraries():
        FFI().dlopen("libpango-1.0.so.0")
    assert opened == ["libpango-1.0.so.0"]
    assert NAMES not in os.environ


def test_only_windows_has_such_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(native, "files", lambda _package: tmp_path)
    (tmp_path / "libraries").mkdir()
    assert native.windows_libraries() is None
    monkeypatch.setattr(sys, "platform", "win32")
    assert native.windows_libraries() == tmp_path / "libraries"


def test_the_version_told_is_that_of_the_library_that_came_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program's Pango may lie on the path of Windows."""
    monkeypatch.setattr(engine, "windows_libraries", lambda: tmp_path)
    monkeypatch.setattr(engine, "CDLL", lambda name: pytest.fail(f"{name} was asked for by its bare name"))
    assert engine.pango_version_alone() == engine.pango_version()


def test_the_advice_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """apt-get is no help on Windows."""

    def missing(*_words: object) -> None:
        raise OSError("cannot load library 'libgobject-2.0-0': error 0x7e.\nmore in English")

    monkeypatch.setattr(engine, "own_libraries", missing)
    with pytest.raises(EnvironmentProblem, match="apt-get"):
        engine.pango_version()
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(EnvironmentProblem, match="请重新安装 reportgen 的 Windows 安装包"):
        engine.pango_version()


# ---- paths, which fontconfig takes by the code page of the system ----


@pytest.fixture
def gbk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Windows in China, whose disk keeps short names."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(native, "_CODE_PAGE", "gbk")
    monkeypatch.setattr(native, "_short", lambda path: str(path).replace("會𠮷", "HUIJI~1"))


@pytest.mark.usefixtures("gbk")
@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("/Users/会计/fonts/GWSong.ttf", "/Users/会计/fonts/GWSong.ttf"),
        ("/Users/會𠮷/fonts/GWSong.ttf", "/Users/HUIJI~1/fonts/GWSong.ttf"),
    ],
)
def test_a_user_s_name_is_written_as_the_libraries_read_it(path: str, taken: str) -> None:
    assert native.path_for_libraries(Path(path)) == taken.encode("gbk")


@pytest.mark.usefixtures("gbk")
def test_a_path_that_they_could_not_open_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(native, "_short", str)
    with pytest.raises(EnvironmentProblem, match="里有这台电脑的代码页没有的字"):
        native.path_for_libraries(Path("/Users/會𠮷/GWSong.ttf"))


def test_elsewhere_a_path_is_the_bytes_that_it_is() -> None:
    assert native.path_for_libraries(Path("/会/\udcff.ttf")) == b"/\xe4\xbc\x9a/\xff.ttf"


@pytest.mark.usefixtures("folder", "opened")
def test_while_it_is_loaded_fontconfig_finds_our_file_and_says_nothing_of_fonts() -> None:
    """WeasyPrint looks for fonts at once, and ours are named one by one later on."""
    with libraries.own_libraries():
        assert Path(os.environ["FONTCONFIG_FILE"]).is_file()
        warnings.warn("No fonts configured in FontConfig. Expect ugly output.", stacklevel=1)
