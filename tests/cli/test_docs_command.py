"""`docs`: the manuals and the example of a year that travel with the program."""

import re
import tomllib
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from tests.support.example import ROOT
from tests.support.shell import Shell


def test_every_manual_is_listed_with_what_it_is_about(shell: Shell) -> None:
    code, out, _err = shell.run("docs")
    lines = out.splitlines()
    assert code == 0
    assert sorted(line.partition("：")[0] for line in lines[:-2]) == sorted(
        [*(path.stem for path in (ROOT / "docs").glob("*.md")), "example-year-2024"]
    )
    assert lines[0].startswith("五分钟上手：第一步：复制一份示例、第二步：改成自己的内容")


def test_what_it_is_about_is_neither_code_nor_the_line_for_the_editor(shell: Shell) -> None:
    told = dict(line.split("：", 1) for line in shell.run("docs")[1].splitlines())
    assert told["自己做一个模板"].startswith("一、照着现有的改、二、做一张表")
    assert told["example-year-2024"].startswith("某市科技馆 2024 年的一份内容")


@pytest.mark.parametrize("name", ["常见问题", "常见"])
def test_a_manual_is_shown_by_its_name_or_the_beginning_of_it(shell: Shell, name: str) -> None:
    assert shell.run("docs", name)[1] == (ROOT / "docs" / "常见问题.md").read_text(encoding="utf-8").rstrip() + "\n"


def test_the_example_of_a_year_can_be_built_as_it_is_shown(shell: Shell) -> None:
    shell.write("2024.yaml", shell.run("docs", "example-year-2024")[1])
    assert shell.run("build", "2024.yaml", "--format", "txt")[0] == 0
    assert len(list((shell.folder / "output").iterdir())) == 3


def test_the_example_knows_where_its_schema_is_wherever_it_is_put(shell: Shell) -> None:
    """Its own line leads from content/ to templates/, and nowhere from the place where somebody saves it."""
    first = shell.run("docs", "example-year-2024")[1].splitlines()[0]
    address = first.removeprefix("# yaml-language-server: $schema=")
    assert Path(unquote(urlparse(address).path)).is_file()


def test_where_nothing_can_open_it_that_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.launch", lambda _url: 1)
    code, out, err = shell.run("docs", "常见问题", "--open")
    assert (code, out) == (3, "")
    assert "系统里没有看这种文件的程序" in err


def test_another_name_is_answered_with_the_nearest(shell: Shell) -> None:
    code, _out, err = shell.run("docs", "常见间题")
    assert (code, err) == (2, "没有叫「常见间题」的手册。是不是「常见问题」？\n")


def test_they_travel_in_the_wheel() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    assert {"docs", "content", "templates"} <= set(wheel["only-include"])
    assert set(wheel["force-include"].values()) == {"reportgen/README.md", "reportgen/README.zh-CN.md"}
    assert wheel["sources"]["docs"] == "reportgen/docs"
    assert wheel["sources"]["content"] == "reportgen/content"


def test_all_that_the_manuals_work_with_is_copied_into_a_new_folder(shell: Shell) -> None:
    code, out, _err = shell.run("docs", "--copy", "练习")
    assert (code, out) == (0, "已复制到 练习：手册（docs）、模板（templates）和例子（content）；先输入：cd 练习\n")
    made = shell.folder / "练习"
    example = Path("templates", "dept-evaluation", "example.yaml")
    assert (made / example).read_bytes() == (ROOT / example).read_bytes()
    assert (made / "docs" / "五分钟上手.md").is_file()
    assert {path.name for path in (made / "content").iterdir()} == {path.name for path in (ROOT / "content").iterdir()}
    assert not [*made.rglob("*.py"), *made.rglob("__pycache__")]


def test_links_between_the_copied_manuals_lead_somewhere(shell: Shell) -> None:
    shell.run("docs", "--copy", "练习")
    docs = shell.folder / "练习" / "docs"
    text = "".join(path.read_text(encoding="utf-8") for path in docs.glob("*.md") if not path.stem.isascii())
    links = {unquote(link) for link in re.findall(r"\]\(([^)#:]+)[)#]", text)}
    assert [link for link in links if not (docs / link).exists()] == []


def test_nothing_of_the_users_is_written_over(shell: Shell) -> None:
    (shell.folder / "练习").mkdir()
    shell.write("练习/我的.yaml", "文种: 公文\n")
    code, _out, err = shell.run("docs", "--copy", "练习")
    assert (code, err) == (2, "「练习」已经有了，里面有东西；换一个新的文件夹名\n")
    assert [path.name for path in (shell.folder / "练习").iterdir()] == ["我的.yaml"]
