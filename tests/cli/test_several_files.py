"""Several files at once: each is reported by its name, and what is wrong with one does not stop the others."""

import pytest
from tests.support.example import ROOT, changed
from tests.support.shell import Shell

from reportgen.cli import batch
from reportgen.diagnostics.formats import NAMES

WRONG_SUM = ("支出: 114.60}", "支出: 115.60}")
NOT_UTF8 = "坏.yaml 不是 UTF-8 编码（第 3 行读不懂）。请在编辑器里另存为 UTF-8。\n"


@pytest.fixture
def three(shell: Shell) -> Shell:
    """01 is good, 45 holds an error, 坏 cannot be read."""
    shell.write("01.yaml", changed())
    shell.write("45.yaml", changed(WRONG_SUM))
    (shell.folder / "坏.yaml").write_bytes(changed().encode().replace("示例。".encode(), b"\xe7\xa4", 1))
    return shell


def test_check_says_of_each_file_what_it_found(three: Shell) -> None:
    code, out, err = three.run("check", "坏.yaml", "01.yaml", "45.yaml")
    assert code == 2
    assert out.splitlines()[0] == "01.yaml：没有发现问题"
    assert out.splitlines()[-6:] == [
        "45.yaml：错误 1 处",
        "文件         结果              错误  在哪里",
        "坏.yaml      没有查                  不是 UTF-8 编码（第 3 行读不懂）",
        "01.yaml      查过              0",
        "45.yaml      查过              1     第 59 行",
        "共 3 个文件  没有查 1，查过 2  1",
    ]
    assert err == NOT_UTF8


def test_a_file_that_is_missing_does_not_stop_the_rest(three: Shell) -> None:
    code, out, err = three.run("check", "没有.yaml", "01.yaml", "没有[1].yaml")
    assert code == 2
    assert out.splitlines()[0] == "01.yaml：没有发现问题"
    assert err == "没有这个文件：没有.yaml\n没有这个文件：没有[1].yaml\n"


def test_what_is_only_suspected_is_no_error(shell: Shell) -> None:
    """疑似 is counted by itself and does not fail a run, unless warnings do."""
    chapters = "一、主要工作\n完成渠道清淤。\n二、存在的问题\n无。\n三、下一步打算\n增加汛前检查。\n"
    shell.write("a.txt", f"某县水务局2024年度工作总结报告\n{chapters}")
    code, out, _err = shell.run("check", "a.txt")
    assert (code, out.splitlines()[-1]) == (0, "疑似 1 处")
    assert "疑似 STR012 缺少署名或成文日期" in out, "an error, if it were certain"
    assert shell.run("check", "a.txt", "--fail-level", "warning")[0] == 1


def test_one_file_needs_no_name(three: Shell) -> None:
    assert three.run("check", "01.yaml")[1] == "没有发现问题\n"


@pytest.mark.parametrize("cores", [1, 2])
def test_build_makes_the_others_and_announces_them(three: Shell, cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_cores", lambda: cores)
    three.write("20.yaml", changed())
    code, out, err = three.run("build", "01.yaml", "45.yaml", "坏.yaml", "20.yaml", "--format", "txt")
    assert code == 2
    made = [line for line in out.splitlines() if line.startswith("已生成")]
    assert made == ["已生成：output/01.txt", "已生成：output/45.txt", "已生成：output/20.txt"]
    assert err == NOT_UTF8
    assert three.built() == ["01.txt", "20.txt", "45.txt"]


def test_a_file_that_vanished_is_a_problem_of_its_own(three: Shell) -> None:
    (three.folder / "00.yaml").symlink_to("没有.yaml")
    code, out, err = three.run("check", three.folder)
    assert code == 2
    assert f"{three.folder / '00.yaml'} 是一个链接，连到的文件没有了" in err
    assert f"{three.folder / '01.yaml'}：没有发现问题" in out


def test_outputs_that_cannot_be_written_do_not_stop_the_others(three: Shell) -> None:
    (three.folder / "output" / "01.txt").mkdir(parents=True)
    code, out, err = three.run("build", "01.yaml", "45.yaml", "--format", "txt")
    assert code == 3
    assert err == "写不了 output/01.txt：这是一个文件夹\n"
    assert "已生成：output/45.txt\n文件 " in out
    assert out.splitlines()[-2] == "共 2 个文件  没有生成 1，已生成 1  1"


# ---- files that belong together ----

SPENT = ("支出: 78.40, 支付率: 98.0%}", "支出: 79.40, 支付率: 99.3%}")
TOTAL = ("支出: 114.60}", "支出: 115.60}")


@pytest.fixture
def together(shell: Shell) -> Shell:
    """A self-evaluation of a project, and a report of the same unit and year that states another amount for it."""
    example = ROOT / "templates" / "project-self-evaluation" / "example.yaml"
    shell.write("自评.yaml", example.read_text(encoding="utf-8"))
    shell.write("报告.yaml", changed(SPENT, TOTAL))
    return shell


def test_files_of_a_set_are_held_against_each_other(together: Shell) -> None:
    code, out, err = together.run("check", "报告.yaml", "自评.yaml", "--output-format", "concise")
    assert (code, err) == (1, "")
    assert out.splitlines()[0] == "报告.yaml:62:46: 错误 DOC004 执行数几份文件不同：展厅运行经费：79.40万元"


def test_each_of_them_alone_is_right(together: Shell) -> None:
    for name in ("报告.yaml", "自评.yaml"):
        assert together.run("check", name) == (0, "没有发现问题\n", "")


@pytest.mark.parametrize("name", NAMES)
def test_every_format_holds_what_was_found_between_files(together: Shell, name: str) -> None:
    code, out, _err = together.run("check", together.folder, "--output-format", name)
    assert code == 1
    assert "DOC004" in out


def test_findings_between_files_can_be_chosen_and_left_out(together: Shell) -> None:
    assert together.run("check", together.folder, "--select", "DOC")[0] == 1
    assert together.run("check", together.folder, "--select", "NUM")[0] == 0
    assert together.run("check", together.folder, "--ignore", "DOC004")[0] == 0


def test_a_file_that_cannot_be_made_does_not_stop_the_comparison(together: Shell) -> None:
    together.write("坏.yaml", "单位：某市科技馆\n")
    code, out, _err = together.run("check", together.folder, "--output-format", "concise")
    assert code == 2
    assert "DOC004" in out
