"""Completion: what click answers, and what the shells that are here make of the scripts."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.example import ROOT
from tests.support.shell import Shell

from reportgen.cli.completion import SHELLS

PROGRAM = f'#!/bin/sh\nexec {sys.executable} -c "from reportgen.cli import main; main()" "$@"\n'


@pytest.mark.parametrize("shell_name", SHELLS)
def test_every_shell_has_a_script_that_says_where_it_goes(shell: Shell, shell_name: str) -> None:
    code, out, err = shell.run("completion", shell_name)
    assert (code, err) == (0, "")
    assert f"_REPORTGEN_COMPLETE={shell_name}_complete" in out or "powershell_complete" in out
    assert "补全" in "\n".join(out.splitlines()[:2])
    assert out.startswith("#")


def test_another_shell_is_refused(shell: Shell) -> None:
    assert shell.run("completion", "cmd") == (2, "", "只能是 bash、zsh、fish、powershell\n")


def answers(shell: Shell, monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    """What bash would be told about the last of the words; kinds of answers stand before them."""
    monkeypatch.setenv("COMP_WORDS", "\n".join(["reportgen", *words]))
    monkeypatch.setenv("COMP_CWORD", str(len(words)))
    monkeypatch.setenv("_REPORTGEN_COMPLETE", "bash_complete")
    return shell.run()[1].splitlines()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ch"], ["plain,check"]),
        (["new", "项目支出绩效目标"], ["plain,项目支出绩效目标申报表", "plain,项目支出绩效目标表（含转移支付项目）"]),
        (["schema", "公文（信"], ["plain,公文（信函格式）"]),
        (["rule", "num00"], [f"plain,NUM00{number}" for number in range(1, 10)]),
        (["check", "报"], ["file,报"]),
        (["build", "-"], None),
        (["docs", "五分"], ["plain,五分钟上手"]),
        (["completion", "p"], ["plain,powershell"]),
        (["check", "--select", "num00"], [f"plain,NUM00{number}" for number in range(1, 10)]),
        (["check", "--fail-level", "警"], ["plain,警告"]),
        (["check", "--output-format", "s"], ["plain,sarif"]),
        (["build", "--format", "d"], ["plain,docx"]),
        (["build", "--engine", "t"], ["plain,typst"]),
        (["build", "--arch"], ["plain,--archive"]),
        (["ver"], ["plain,verify"]),
        (["verify", "存"], ["file,存"]),
        (["--lang", "e"], ["plain,en"]),
    ],
)
def test_what_is_completed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, words: list[str], told: list[str] | None
) -> None:
    found = answers(shell, monkeypatch, *words)
    if told is None:
        assert "plain,--format" in found
    else:
        assert found == told


def test_types_of_the_settings_are_completed_too(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    (shell.folder / "模板" / "评价").mkdir(parents=True)
    shell.write("模板/评价/pack.yaml", "名称: 示例县人民医院自评报告\n")
    shell.write("reportgen.toml", 'templates = "模板"')
    assert answers(shell, monkeypatch, "new", "示例县") == ["plain,示例县人民医院自评报告"]


def test_powershell_is_told_a_line_for_each_with_its_help(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMP_WORDS", "reportgen rule SCO001")
    monkeypatch.setenv("COMP_INCOMPLETE", "SCO001")
    monkeypatch.setenv("_REPORTGEN_COMPLETE", "powershell_complete")
    assert shell.run()[1] == "plain\tSCO001\t等级与得分不符\n"


def test_bash_completes_a_name_in_hanzi(shell: Shell) -> None:
    """The script, as bash runs it: what stands in COMPREPLY after Tab."""
    bash = shutil.which("bash")
    assert bash
    folder = shell.folder / "bin"
    folder.mkdir()
    program = shell.write("bin/reportgen", PROGRAM)
    program.chmod(0o755)
    script = shell.write("completion.sh", shell.run("completion", "bash")[1])
    typed = "COMP_WORDS=(reportgen new 部门整体支出绩效评); COMP_CWORD=2; _reportgen_completion reportgen"
    done = subprocess.run(
        [bash, "-c", f'. "{script}"; {typed}; printf "%s\\n" "${{COMPREPLY[@]}}"'],
        env={"PATH": f"{folder}:/usr/bin:/bin", "PYTHONPATH": str(Path(ROOT / "src")), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == ["部门整体支出绩效评价报告", "部门整体支出绩效评价报告（装订本）"]
