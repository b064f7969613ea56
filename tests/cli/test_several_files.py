"""Several files at once: each is reported by its name, and what is wrong with one does not stop the others."""

import pytest
from tests.support.example import changed
from tests.support.shell import Shell

from reportgen.cli import batch

WRONG_SUM = ("支出: 114.60}", "支出: 115.60}")
NOT_UTF8 = "GBK.yaml 不是 UTF-8 编码（第 3 行读不懂）。请在编辑器里另存为 UTF-8。\n"


@pytest.fixture
def three(shell: Shell) -> Shell:
    """01 is good, 45 holds an error, GBK cannot be read."""
    shell.write("01.yaml", changed())
    shell.write("45.yaml", changed(WRONG_SUM))
    (shell.folder / "GBK.yaml").write_bytes(changed().encode("gbk"))
    return shell


def test_check_says_of_each_file_what_it_found(three: Shell) -> None:
    code, out, err = three.run("check", "GBK.yaml", "01.yaml", "45.yaml")
    assert code == 2
    assert out.splitlines()[0] == "01.yaml：没有发现问题"
    assert out.splitlines()[-1] == "45.yaml：错误 1 处"
    assert err == NOT_UTF8


def test_one_file_needs_no_name(three: Shell) -> None:
    assert three.run("check", "01.yaml")[1] == "没有发现问题\n"


@pytest.mark.parametrize("cores", [1, 2])
def test_build_makes_the_others_and_announces_them(three: Shell, cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_cores", lambda: cores)
    three.write("20.yaml", changed())
    code, out, err = three.run("build", "01.yaml", "45.yaml", "GBK.yaml", "20.yaml", "--format", "txt")
    assert code == 2
    made = [line for line in out.splitlines() if line.startswith("已生成")]
    assert made == ["已生成：output/01.txt", "已生成：output/45.txt", "已生成：output/20.txt"]
    assert err == NOT_UTF8
    assert sorted(path.name for path in (three.folder / "output").iterdir()) == ["01.txt", "20.txt", "45.txt"]


def test_a_file_that_vanished_is_a_problem_of_its_own(three: Shell) -> None:
    (three.folder / "00.yaml").symlink_to("没有.yaml")
    code, out, err = three.run("check", three.folder)
    assert code == 2
    assert f"读不了 {three.folder / '00.yaml'}：没有这个文件" in err
    assert f"{three.folder / '01.yaml'}：没有发现问题" in out


def test_outputs_that_cannot_be_written_do_not_stop_the_others(three: Shell) -> None:
    (three.folder / "output" / "01.txt").mkdir(parents=True)
    code, out, err = three.run("build", "01.yaml", "45.yaml", "--format", "txt")
    assert code == 3
    assert err == "写不了 output/01.txt：这是一个文件夹\n"
    assert out.endswith("已生成：output/45.txt\n")
