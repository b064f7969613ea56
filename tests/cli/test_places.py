"""Where outputs go, and what a folder means: with its subfolders, and outputs in subfolders of the same names."""

from pathlib import Path

import pytest
from tests.support.example import changed
from tests.support.shell import Shell

from reportgen.cli.files import content_files
from reportgen.settings import forget_settings


@pytest.fixture
def two(shell: Shell) -> Shell:
    """甲/报告.yaml and 乙/报告.yaml."""
    forget_settings()
    for folder in ("甲", "乙"):
        (shell.folder / folder).mkdir()
        shell.write(f"{folder}/报告.yaml", changed())
    return shell


def made(shell: Shell, *words: str | Path) -> list[str]:
    """The outputs of a call, from the working folder."""
    assert shell.run("build", *words, "--format", "txt")[0] == 0
    return sorted(str(path.relative_to(shell.folder)) for path in shell.folder.rglob("*.txt"))


@pytest.mark.parametrize(
    ("words", "outputs"),
    [
        (["甲/报告.yaml", "乙/报告.yaml"], ["output/乙/报告.txt", "output/甲/报告.txt"]),
        (["甲", "乙"], ["output/乙/报告.txt", "output/甲/报告.txt"]),
        (["."], ["output/乙/报告.txt", "output/甲/报告.txt"]),
        (["*/*.yaml"], ["output/乙/报告.txt", "output/甲/报告.txt"]),
        (["甲/报告.yaml"], ["output/报告.txt"]),
        (["甲"], ["output/报告.txt"]),
        (["甲", "-o", "成品"], ["成品/报告.txt"]),
    ],
)
def test_equal_names_do_not_meet(two: Shell, words: list[str], outputs: list[str]) -> None:
    assert made(two, *words) == outputs


@pytest.mark.parametrize("words", [["甲/报告.yaml"], ["甲"], ["."]], ids=" ".join)
def test_with_settings_a_file_has_one_place_however_it_is_named(two: Shell, words: list[str]) -> None:
    two.write("reportgen.toml", 'output = "成品"')
    assert "成品/甲/报告.txt" in made(two, *words)


def test_the_command_line_says_another_folder_than_the_settings(two: Shell) -> None:
    two.write("reportgen.toml", 'output = "成品"')
    assert made(two, "甲", "-o", "别处") == ["别处/报告.txt"]


def test_a_folder_is_walked_whole_but_for_what_nobody_means(two: Shell) -> None:
    """Hidden folders, packs and the program's own outputs are left out; who names them means them."""
    for folder in ("甲/2023/上半年", ".git", "模板/评价", "output"):
        (two.folder / folder).mkdir(parents=True)
        two.write(f"{folder}/a.yaml", changed())
    two.write("模板/评价/pack.yaml", "")
    (two.folder / "甲" / "回来").symlink_to(two.folder)
    assert [str(path) for path in content_files((".",))] == ["乙/报告.yaml", "甲/报告.yaml", "甲/2023/上半年/a.yaml"]
    assert [str(path) for path in content_files(("output",))] == ["output/a.yaml"]


def test_a_folder_that_holds_the_manuals_own_templates_is_walked_past_them(shell: Shell) -> None:
    """`docs --copy` puts templates/ with its looks.docx beside the content: neither is anybody's report."""
    forget_settings()
    shell.run("docs", "--copy", "练习")
    shell.write("练习/content/报告.yaml", changed())
    files = content_files((str(shell.folder / "练习"),), finished=True)
    assert {path.parent.name for path in files} == {"content"}
