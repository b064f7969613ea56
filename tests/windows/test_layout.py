"""The folder that travels: what people click on, in forms that Windows reads whatever its code page is."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.support.executable import dll
from windows.embeddable import Embeddable
from windows.layout import FILES, INNER, NOTES, STARTERS, Contents, files_of, lay_out
from windows.packing import removals, write_zip
from windows.refusal import Refusal

from windows import layout

SCRIPTS = sorted(FILES.glob("*.cmd"))
INSTALLER = (FILES.parent / "installer.nsi").read_text(encoding="utf-8")


@pytest.fixture
def contents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Contents:
    """Two packages instead of all, a DLL and a Python as small as can be."""

    def install(_wheels: object, _python: str, site: Path) -> None:
        for name in ("reportgen/start.py", "babel/locale-data/fr.dat", "babel/locale-data/zh.dat", "bin/tool"):
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(b"")
        (site / "lxml.pyd").write_bytes(dll("python311.dll"))

    monkeypatch.setattr(layout, "install", install)
    monkeypatch.setattr("windows.libraries.OPENED", ("bz2.dll",))
    monkeypatch.setattr("windows.libraries.closure.__defaults__", (("bz2.dll",),))
    with ZipFile(tmp_path / "libraries.whl", "w") as wheel:
        wheel.writestr("bin/bz2.dll", dll("kernel32.dll"))
    with ZipFile(tmp_path / "python.zip", "w") as python:
        python.writestr("python.exe", dll())
    return Contents([], tmp_path / "libraries.whl", "3.11", Embeddable(tmp_path / "python.zip", "3.11", ""), "0.1")


def test_what_people_click_on_lies_on_top_and_all_else_below(contents: Contents, tmp_path: Path) -> None:
    lay_out(contents, tmp_path / "out")
    names = {str(name) for name in files_of(tmp_path / "out")}
    assert {name for name in names if "/" not in name} == {
        "reportgen.cmd",
        "打开.cmd",
        "检查.cmd",
        "生成.cmd",
        "检查安装.cmd",
        "readme.txt",
        "NOTICE.txt",
    }
    assert {
        "program/python/python.exe",
        "program/launch.py",
        "program/site-packages/reportgen/libraries/bz2.dll",
        "program/site-packages/babel/locale-data/zh.dat",
    } <= names
    assert not {"program/site-packages/babel/locale-data/fr.dat", "program/site-packages/bin/tool"} & names


def test_without_python_the_place_for_it_is_named(contents: Contents, tmp_path: Path) -> None:
    bare = Contents(contents.wheels, contents.libraries, "3.11", None, "0.1")
    lay_out(bare, tmp_path / "out")
    told = (tmp_path / "out" / "program" / "lacking.txt").read_bytes().decode("utf-16")
    assert "python-3.11.x-embed-amd64.zip" in told
    assert not (tmp_path / "out" / "program" / "python").exists()


def test_an_extension_for_another_python_stops_it(contents: Contents, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"缺少 DLL：lxml\.pyd 要 python311\.dll"):
        lay_out(Contents([], contents.libraries, "3.12", None, "0.1"), tmp_path / "out")


# ---- forms that Windows reads ----


def test_texts_show_their_hanzi_in_any_code_page(contents: Contents, tmp_path: Path) -> None:
    """`type` and Notepad both look at the first two bytes."""
    lay_out(contents, tmp_path / "out")
    for path in (tmp_path / "out").rglob("*.txt"):
        content = path.read_bytes()
        assert content.startswith(b"\xff\xfe"), path
        assert "\n" not in content.decode("utf-16").replace("\r\n", ""), path


def test_scripts_are_plain_and_have_the_line_ends_of_windows(contents: Contents, tmp_path: Path) -> None:
    lay_out(contents, tmp_path / "out")
    for path in (tmp_path / "out").rglob("*.cmd"):
        content = path.read_bytes()
        assert content.isascii(), path
        assert content.count(b"\n") == content.count(b"\r\n") > 3, path


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_names_only_labels_and_files_that_there_are(path: Path) -> None:
    text = path.read_text(encoding="ascii")
    assert set(re.findall(r"goto (\w+)", text)) <= set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    inner = {name.split("\\")[-1] for name in re.findall(r"%~dp0program\\([\w.\\]+)", text)}
    assert inner <= {*INNER, "python.exe"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_that_is_dropped_on_quotes_every_path(path: Path) -> None:
    """The folder may hold blanks, and & or ( from the name of a user."""
    for line in path.read_text(encoding="ascii").splitlines():
        outside = re.sub(r'"[^"]*"', "", line)
        assert "%~" not in outside, line


# ---- the zip and the installer ----


def test_a_zip_is_the_same_whenever_it_is_made(contents: Contents, tmp_path: Path) -> None:
    lay_out(contents, tmp_path / "out")
    write_zip(tmp_path / "out", tmp_path / "reportgen-0.1-windows.zip")
    first = (tmp_path / "reportgen-0.1-windows.zip").read_bytes()
    (tmp_path / "out" / "readme.txt").touch()
    write_zip(tmp_path / "out", tmp_path / "reportgen-0.1-windows.zip")
    assert (tmp_path / "reportgen-0.1-windows.zip").read_bytes() == first
    names = ZipFile(tmp_path / "reportgen-0.1-windows.zip").namelist()
    assert "reportgen-0.1-windows/检查.cmd" in names
    assert all(name.startswith("reportgen-0.1-windows/") for name in names)


def test_the_uninstaller_takes_away_by_name_what_lies_on_top(contents: Contents, tmp_path: Path) -> None:
    """Somebody's reports may lie beside it."""
    lay_out(contents, tmp_path / "out")
    lines = removals(tmp_path / "out").splitlines()
    assert 'Delete "$INSTDIR\\检查.cmd"' in lines
    assert not [line for line in lines if "*" in line or "program" in line]
    assert 'RMDir /r "$INSTDIR"' not in INSTALLER


def test_the_installer_asks_for_no_rights_and_writes_for_one_user_only() -> None:
    assert "RequestExecutionLevel user" in INSTALLER
    assert 'InstallDir "$LOCALAPPDATA\\' in INSTALLER
    assert "HKCU" in INSTALLER
    assert not re.search(r"HKLM|HKCR|\$PROGRAMFILES|SetShellVarContext all|RequestExecutionLevel admin", INSTALLER)


def test_its_menu_points_at_files_that_are_installed() -> None:
    named = set(re.findall(r'"?"?\$INSTDIR\\([^"\\]+\.\w+)"', INSTALLER))
    assert named <= {*STARTERS.values(), *NOTES, "uninstall.exe"}
    assert {"检查.cmd", "生成.cmd", "检查安装.cmd", "readme.txt"} <= named


def test_what_the_installer_makes_outside_its_folder_the_uninstaller_takes_away() -> None:
    install, uninstall = INSTALLER.split("Section Uninstall")
    for place in re.findall(r'CreateShortcut "(\$SENDTO[^"]+)"', install):
        assert f'Delete "{place}"' in uninstall
    assert 'RMDir /r "${MENU}"' in uninstall
    for key in set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', install)):
        assert f'DeleteRegKey HKCU "{key}"' in uninstall
