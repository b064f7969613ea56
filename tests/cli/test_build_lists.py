"""`build` of what a list names: from a file, or from standard input."""

import io
import sys
from pathlib import Path

import pytest
from tests.support.example import changed
from tests.support.shell import Shell

from reportgen.cli.listed import with_lists


@pytest.fixture
def units(shell: Shell) -> Shell:
    (shell.folder / "单位" / "学校").mkdir(parents=True)
    for name in ("水务局", "学校/一中", "学校/二中"):
        shell.write(f"单位/{name}.yaml", changed())
    return shell


LIST = '# 今年要做的\n水务局.yaml\n\n"学校/一中.yaml"\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_names_files_from_its_own_folder(encoding: str, units: Shell) -> None:
    path = units.folder / "单位" / "名单.txt"
    path.write_bytes(LIST.replace("\n", "\r\n").encode(encoding))
    code, _out, _err = units.run("build", "--list", path, "--format", "txt")
    assert code == 0
    assert units.built() == ["学校", "水务局.txt"]
    assert units.built("output/学校") == ["一中.txt"]


def test_a_folder_on_a_list_stands_for_its_files(units: Shell) -> None:
    units.write("名单.txt", "单位/学校\n")
    assert units.run("build", "单位/水务局.yaml", "--list", "名单.txt", "--format", "txt")[0] == 0
    assert units.built("output/学校") == ["一中.txt", "二中.txt"]


def test_a_dash_reads_the_list_from_standard_input(units: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `find 单位 -name '*中.yaml' | reportgen build -`."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("单位/学校/一中.yaml\n单位/水务局.yaml\n".encode())))
    assert units.run("build", "-", "--format", "txt")[0] == 0
    assert units.built() == ["学校", "水务局.txt"]


def test_what_a_list_names_and_is_not_there_is_told(units: Shell) -> None:
    units.write("名单.txt", "单位/水务局.yaml\n单位/卫健局.yaml\n")
    code, _out, err = units.run("build", "--list", "名单.txt", "--format", "txt")
    assert (code, err) == (2, "没有这个文件：单位/卫健局.yaml\n")
    assert units.built() == ["水务局.txt"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"# \n\n", "名单.txt 里没有写内容文件：一行写一个文件或文件夹"),
        (b"PK\x03\x04\xff\x00\xfe", "名单.txt 不是文本，不能当名单用"),
    ],
)
def test_a_list_that_is_none_is_told(content: bytes, told: str, units: Shell) -> None:
    (units.folder / "名单.txt").write_bytes(content)
    assert units.run("build", "--list", "名单.txt") == (2, "", f"{told}\n")


def test_a_list_that_is_missing_is_told(units: Shell) -> None:
    assert units.run("build", "--list", "没有.txt")[::2] == (2, "读不了 没有.txt：没有这个文件\n")


def test_paths_that_are_whole_stay_so(tmp_path: Path) -> None:
    (tmp_path / "名单.txt").write_text(f"{tmp_path / '甲.yaml'}\n", encoding="utf-8")
    assert with_lists(("乙.yaml",), (tmp_path / "名单.txt",)) == ("乙.yaml", str(tmp_path / "甲.yaml"))
