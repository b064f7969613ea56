"""How content files and folders of packs may be named on the command line."""

import shutil
from pathlib import Path

import pytest
from tests.support.example import PACK, changed
from tests.support.shell import Shell

from reportgen.cli.files import content_files, usable_files
from reportgen.errors import UsageProblem
from reportgen.packs.roots import pack_roots
from reportgen.world import packs_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """甲.yaml, 乙.YAML and 附注.txt, and 深/丙.yml below them."""
    (tmp_path / "深").mkdir()
    for name in ("甲.yaml", "乙.YAML", "附注.txt", "深/丙.yml"):
        (tmp_path / name).write_text(changed(), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("", ["乙.YAML", "甲.yaml", "丙.yml"]),
        ("乙.YAML", ["乙.YAML"]),
        ("*.??ml", ["甲.yaml"]),
        ("*", ["乙.YAML", "甲.yaml"]),
        ("**/*.yml", ["丙.yml"]),
    ],
)
def test_names_folders_and_patterns(folder: Path, word: str, names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Absolute or not: a pattern in quotes reaches the program as it is."""
    absolute = content_files((str(folder / word),))
    monkeypatch.chdir(folder)
    relative = content_files((word or ".",))
    assert [path.name for path in absolute] == [path.name for path in relative] == names


@pytest.mark.parametrize("word", ["没有.yaml", "*.txt", "/没有/*.yaml", "甲**.yml"])
def test_a_word_that_names_nothing_is_said(folder: Path, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(UsageProblem) as told:
        usable_files((word,))
    assert str(told.value) == f"没有这个文件：{word}"


@pytest.mark.parametrize("word", ["附件[1].yaml", "附件[1]*", "附件[1-9].yaml"])
def test_a_bracket_is_a_letter_of_a_name(tmp_path: Path, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing 附件[1].yaml never means 附件1.yaml."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "附件1.yaml").write_text(changed(), encoding="utf-8")
    assert content_files((word,)) == [Path(word)]
    (tmp_path / "附件[1].yaml").write_text(changed(), encoding="utf-8")
    assert content_files(("附件[1]*",)) == [Path("附件[1].yaml")]


@pytest.fixture
def mine(shell: Shell) -> Path:
    """我的模板/评价 is the program's pack under another name, and a.yaml uses it."""
    pack = shell.folder / "我的模板" / "评价"
    shutil.copytree(PACK, pack)
    text = (pack / "pack.yaml").read_text(encoding="utf-8")
    (pack / "pack.yaml").write_text(text.replace("名称: 部门整体支出绩效评价报告", "名称: 我的报告"), encoding="utf-8")
    shell.write("a.yaml", changed(("文种: 部门整体支出绩效评价报告", "文种: 我的报告")))
    return pack


@pytest.mark.parametrize("named", ["我的模板", "我的模板/评价", "我的模板/评价/"])
@pytest.mark.usefixtures("mine")
def test_a_pack_may_be_named_itself_or_by_the_folder_around_it(shell: Shell, named: str) -> None:
    assert shell.run("check", "a.yaml", "--templates", named) == (0, "没有发现问题\n", "")


def test_standing_in_a_pack_its_name_is_a_dot(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mine)
    assert pack_roots([Path()]) == (mine.parent,)


def test_each_folder_counts_once_and_the_programs_own_is_there_already(mine: Path) -> None:
    assert pack_roots([mine.parent, mine, packs_folder()]) == (mine.parent,)


@pytest.mark.parametrize("command", [["build", "a.yaml"], ["check", "a.yaml"], ["packs"], ["schema", "x"], ["doctor"]])
def test_a_folder_that_is_not_there_is_said(shell: Shell, command: list[str]) -> None:
    assert shell.run(*command, "--templates", "不存在") == (2, "", "没有这个模板文件夹：不存在\n")


def test_a_folder_without_packs_is_said(shell: Shell) -> None:
    (shell.folder / "空的").mkdir()
    code, _out, err = shell.run("packs", "--templates", "空的")
    assert code == 2
    assert err == "文件夹 空的 里没有模板：一个模板是一个子文件夹，里面有 pack.yaml\n"
