"""`--watch`: a report at once, another after every change, and an end without noise."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.support.example import PACK, changed
from tests.support.shell import Shell

HEAD = re.compile(r"── \d\d:\d\d:\d\d ── 文件一改就再来一遍，按 Ctrl-C 结束\n")
PROGRAM = "from reportgen.cli import main; main()"
COMMA = ("其他问题: 无", "其他问题: 展厅,活动室正常。")


class Watching:
    """A running command and what it prints."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def report(self, last: str) -> list[str]:
        """The lines of the next report, up to the one that begins with `last`."""
        lines: list[str] = []
        assert self.process.stdout is not None
        for line in self.process.stdout:
            lines.append(line)
            if line.startswith(last):
                return lines
        raise AssertionError(f"ended after {lines}")

    def end(self) -> tuple[int, str]:
        """Ctrl-C: the exit code, and what else is printed."""
        self.process.send_signal(signal.SIGINT)
        out, _err = self.process.communicate(timeout=20)
        return self.process.returncode, out


@contextmanager
def watching(folder: Path, *words: str) -> Iterator[Watching]:
    """The command in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        cwd=folder,
        env={"PYTHONPATH": ":".join(sys.path), "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    try:
        yield Watching(process)
    finally:
        process.kill()
        process.communicate()


def test_a_changed_file_is_checked_again_and_ctrl_c_ends_it(shell: Shell) -> None:
    path = shell.write("a.yaml", changed())
    with watching(shell.folder, "check", "a.yaml", "--watch") as command:
        first = command.report("没有发现问题")
        assert HEAD.fullmatch(first[0])
        path.write_text(changed(COMMA), encoding="utf-8")
        second = command.report("警告 1 处")
        assert HEAD.fullmatch(second[0])
        assert second[1] == "警告 PUN001 汉字之间用了半角标点\n"
        assert command.end() == (0, "\n")


def test_a_changed_pack_is_read_anew_and_a_file_that_goes_is_said(shell: Shell) -> None:
    pack = shell.folder / "本县" / "county"
    shutil.copytree(PACK, pack)
    text = (pack / "pack.yaml").read_text(encoding="utf-8").replace("名称: 部门整体", "名称: 本县部门整体")
    (pack / "pack.yaml").write_text(text, encoding="utf-8")
    path = shell.write("a.yaml", changed(COMMA, ("文种: 部门", "文种: 本县部门")))
    with watching(shell.folder, "check", "a.yaml", "--watch", "--templates", "本县") as command:
        command.report("警告 1 处")
        (pack / "pack.yaml").write_text(f"{text}\n规则: {{PUN001: {{停用: 是}}}}\n", encoding="utf-8")
        assert len(command.report("没有发现问题")) == 2
        path.unlink()
        assert len(command.report("没有这个文件：a.yaml")) == 2
        assert command.end() == (0, "\n")


def test_answers_beside_the_content_file_are_counted_again(shell: Shell) -> None:
    asked = "{题目: 是否满意, 题型: 满意度, 选项: [满意, 不满意], 赋分: {满意: 100, 不满意: 0}}"
    survey = f"问卷:\n  - {{名称: 观众, 答卷: 答卷/观众.csv, 题目: [{asked}]}}\n\n数据:"
    shell.write("a.yaml", changed(("\n数据:", f"\n{survey}")))
    (shell.folder / "答卷").mkdir()
    sheets = shell.folder / "答卷" / "观众.csv"
    sheets.write_text("是否满意\n满意\n", encoding="utf-8")
    with watching(shell.folder, "check", "a.yaml", "--watch") as command:
        command.report("没有发现问题")
        sheets.write_text("是否满意\n满意\n凑合\n", encoding="utf-8")
        assert "第3行A列：没有「凑合」这个选项" in "".join(command.report("致命 1 处"))
        assert command.end() == (0, "\n")


def test_a_document_is_built_again(shell: Shell) -> None:
    path = shell.write("a.yaml", changed())
    with watching(shell.folder, "build", "a.yaml", "--format", "txt", "--watch") as command:
        command.report("已生成：output/a.txt")
        path.write_text(changed(("其他问题: 无", "其他问题: 没有。")), encoding="utf-8")
        command.report("已生成：output/a.txt")
        assert command.end() == (0, "\n")
    assert "没有。" in (shell.folder / "output" / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("check", "b.yaml", "--watch"), "没有这个文件：b.yaml"),
        (("check", "a.yaml", "--watch", "--output-format", "xml"), "没有「xml」这种格式"),
        (("check", "a.yaml", "--watch", "--fix"), "--watch 和 --fix 不能一起用"),
    ],
)
def test_wrong_usage_is_not_watched(shell: Shell, words: tuple[str, ...], message: str) -> None:
    shell.write("a.yaml", changed())
    code, _out, err = shell.run(*words)
    assert code == 2
    assert message in err
