"""`reportgen diff`: what is written, what is shown, and what is refused."""

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.example import EXAMPLE, changed
from tests.support.report import docx, p
from tests.support.shell import Shell

from reportgen.word.accepted import accepted, refused, texts
from reportgen.word.package import Package

NEW = changed(("批复: 320.00", "批复: 335.00"), ("主要职责是科普展览、科普活动和", "主要职责是科普展览和"))


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A folder with two drafts."""
    monkeypatch.chdir(tmp_path)
    made = Shell(tmp_path, capsys)
    made.write("旧.yaml", EXAMPLE)
    made.write("新.yaml", NEW)
    return made


def test_the_changes_are_listed_on_the_terminal(shell: Shell) -> None:
    code, out, _err = shell.run("diff", "旧.yaml", "新.yaml", "--format", "text")
    assert code == 0
    assert "科普展览[-、科普活动-]和青少年科技教育" in out
    assert "预算.批复  320.00万元 → 335.00万元（+15万元）" in out
    assert "改动 2 处，其中改了的数字 1 个" in out
    assert not (shell.folder / "output").exists()


def test_programs_get_json(shell: Shell) -> None:
    code, out, _err = shell.run("diff", "旧.yaml", "新.yaml", "--format", "json", "--exit-code")
    told = json.loads(out)
    assert code == 1
    assert told["format"] == 1
    assert told["documents"][0]["changes"][0]["runs"] != [["=", "某市科技馆"], ["-", "、科普活动"]]
    assert ["-", "、科普活动"] in told["documents"][0]["changes"][0]["runs"]
    assert told["documents"][0]["figures"][0]["difference"] == "+15万元"


def test_a_pdf_and_a_word_file_are_written(shell: Shell) -> None:
    """The Word file is that of the new draft: accepted it says the new words, refused the old ones."""
    code, out, _err = shell.run("diff", "旧.yaml", "新.yaml", "--author", "李审核")
    assert code == 0
    assert "已生成：output/新-花脸稿.pdf  output/新-修订.docx" in out
    made = Package("x.docx", (shell.folder / "output" / "新-修订.docx").read_bytes())
    assert any("2024年预算批复335.00万元" in text for text in texts(accepted(made)))
    assert any("2024年预算批复320.00万元" in text for text in texts(refused(made)))
    assert 'w:author="李审核"' in (made.bytes_of("word/document.xml") or b"").decode()


def test_two_word_files_of_others_are_compared(shell: Shell) -> None:
    (shell.folder / "旧.docx").write_bytes(docx(p("示例县人民医院工作总结") + p("全年门诊12.5万人次，住院0.8万人次。")))
    (shell.folder / "新.docx").write_bytes(docx(p("示例县人民医院工作总结") + p("全年门诊12.8万人次，住院0.8万人次。")))
    _code, out, _err = shell.run("diff", "旧.docx", "新.docx", "--format", "text")
    assert "全年门诊[-12.5-]{+12.8+}万人次" in out
    assert "全年门诊  12.5万人次 → 12.8万人次（+0.3万人次）" in out


@pytest.fixture
def china_time() -> Iterator[None]:
    """The clock of the program eight hours before that of Greenwich, at nine in the morning."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows has one zone for all programs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "CST-8")
        patch.setenv("SOURCE_DATE_EPOCH", "1741136400")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("全年门诊12.5万人次。", "全年门诊12.8万人次。"),
        ("教学楼维修项目于暑假完工。", "教学楼和操场维修项目于暑假完工。"),
        ("全年审结案件1,208件，结案率98%。", "全年审结案件1,208件。"),
    ],
    ids=["hospital", "school", "court"],
)
@pytest.mark.usefixtures("china_time")
def test_a_revision_says_the_time_of_the_place(shell: Shell, old: str, new: str) -> None:
    """Word and WPS show the hour that stands in the file, and take no notice of the Z behind it."""
    (shell.folder / "旧.docx").write_bytes(docx(p(old)))
    (shell.folder / "新.docx").write_bytes(docx(p(new)))
    shell.run("diff", "旧.docx", "新.docx", "--format", "docx")
    made = Package("x.docx", (shell.folder / "output" / "新-修订.docx").read_bytes())
    assert 'w:date="2025-03-05T09:00:00Z"' in (made.bytes_of("word/document.xml") or b"").decode()


def test_two_documents_that_have_nothing_in_common_are_said_to_be_so(shell: Shell) -> None:
    lines = [f"第{number}条 供水管网改造{number * 7}公里，完成投资{number * 31}万元" for number in range(1, 10)]
    (shell.folder / "供水.docx").write_bytes(docx("".join(map(p, lines))))
    _code, out, _err = shell.run("diff", "旧.yaml", "供水.docx", "--format", "text")
    assert "两份文件几乎没有相同的段落，请看看是不是拿错了" in out


def test_the_same_files_differ_in_nothing(shell: Shell) -> None:
    code, out, _err = shell.run("diff", "旧.yaml", "旧.yaml", "--format", "text", "--exit-code")
    assert (code, out) == (0, "两稿的字完全相同\n")


def test_a_revision_of_git_is_the_old_draft(shell: Shell) -> None:
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com"]
    shell.write("稿.yaml", EXAMPLE)
    for words in (["init", "-q"], ["add", "稿.yaml"], ["commit", "-qm", "初稿"]):
        subprocess.run([*git, *words], cwd=shell.folder, check=True)
    shell.write("稿.yaml", NEW)
    _code, out, _err = shell.run("diff", "--git", "HEAD", "稿.yaml", "--format", "text")
    assert "改动 2 处" in out
    code, _out, err = shell.run("diff", "--git", "HEAD~7", "稿.yaml")
    assert (code, err) == (2, "git 里没有版本「HEAD~7」\n")
    code, _out, err = shell.run("diff", "--git", "HEAD", "新.yaml")
    assert (code, err) == (2, "版本「HEAD」里没有 新.yaml\n")


def test_without_git_it_is_said_what_to_do(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    code, _out, err = shell.run("diff", "--git", "HEAD", "新.yaml")
    assert code == 3
    assert err.startswith("没有找到 git，用不了 --git。请先安装 git")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["新.yaml"], "要写两个文件：旧稿和新稿"),
        (["旧.yaml", "没有.yaml"], "没有这个文件：没有.yaml"),
        (["旧.yaml", "新.yaml", "--format", "ofd"], "没有格式「ofd」"),
        (["旧.yaml", "新.yaml", "--format", "pdf,json"], "text、json 只显示在屏幕上"),
        (["旧.yaml", "新.yaml", "--marks", "red"], "--marks 只能是 paper、word"),
        (["坏.yaml", "新.yaml"], "坏.yaml 做不成文档，不能比较"),
        (["坏.docx", "新.yaml"], "坏.docx"),
    ],
)
def test_what_cannot_be_compared_is_said(shell: Shell, words: list[str], told: str) -> None:
    shell.write("坏.yaml", "文种: 没有这一种\n")
    shell.write("坏.docx", "不是 Word 文件")
    code, _out, err = shell.run("diff", *words)
    assert code == 2
    assert told in err


def test_git_can_show_the_words_of_a_file(shell: Shell) -> None:
    _code, out, _err = shell.run("diff", "--lines", "新.yaml")
    assert "2024年预算批复335.00万元，其中项目资金120.00万元。" in out
