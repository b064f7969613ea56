"""`build --archive` and `verify` as a user runs them: a report of a science museum, forms of a hospital and a court."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.example import EXAMPLE, ROOT
from tests.support.forged import locked, reworded, saved, stamped, with_attached
from tests.support.self_evaluations import COURT, HOSPITAL
from tests.support.shell import Shell

SAME = "一致：看得见的字与用里面的 {name} 重做的相同，文件自生成以后没有动过\n"


@pytest.fixture
def museum(shell: Shell) -> Path:
    """A PDF for archives, built in the shell's folder."""
    shell.write("科技馆.yaml", EXAMPLE)
    code, out, err = shell.run("build", "科技馆.yaml", "--archive", "--format", "pdf")
    assert (code, err) == (0, "")
    assert "已生成：output/科技馆.pdf" in out
    return Path("output/科技馆.pdf")


def test_what_was_built_is_verified_wherever_it_lies(shell: Shell, museum: Path) -> None:
    (shell.folder / "科技馆.yaml").unlink()
    copy = shell.folder / "收到的" / "报告.pdf"
    copy.parent.mkdir()
    museum.rename(copy)
    assert shell.run("verify", copy) == (0, SAME.format(name="科技馆.yaml"), "")


def test_a_changed_digit_is_an_error_with_page_and_line(shell: Shell, museum: Path) -> None:
    museum.write_bytes(reworded(museum.read_bytes(), 1, "312.40", "314.20"))
    code, out, _err = shell.run("verify", museum)
    assert code == 1
    assert "错误 VER003 PDF 与里面的内容文件不一致" in out
    assert "第 1 页第 18 行印的是「314.20」，按内容文件是「312.40」" in out
    assert out.endswith("不一致：错误 1 处\n")


def test_a_file_that_was_only_saved_again_says_so(shell: Shell, museum: Path) -> None:
    museum.write_bytes(saved(museum.read_bytes(), lambda _pdf: None))
    told = "一致：看得见的字与用里面的 科技馆.yaml 重做的相同。文件后来重新保存过\n"
    assert shell.run("verify", museum) == (0, told, "")


def test_another_version_of_the_program_is_said_before_the_result(shell: Shell, museum: Path) -> None:
    older = with_attached(museum.read_bytes(), "版本.json", lambda text: text.replace(b'"0.15.2"', b'"0.15.1"'))
    museum.write_bytes(older)
    code, out, _err = shell.run("verify", museum)
    assert code == 0
    first, last = out.splitlines()
    assert first == "与生成时不同的：排版引擎 typst：当时 0.15.1，现在 0.15.2"
    assert last.startswith("一致：")


def test_what_another_version_may_have_changed_is_suspected_and_no_error(shell: Shell, museum: Path) -> None:
    older = with_attached(museum.read_bytes(), "版本.json", lambda text: text.replace(b'"0.15.2"', b'"0.15.1"'))
    museum.write_bytes(stamped(older, 1))
    code, out, _err = shell.run("verify", museum)
    assert code == 0
    assert "疑似 VER004 PDF 上的字相同，样子不同" in out
    assert out.endswith("文件后来重新保存过。样子或附件请看一看：疑似 1 处\n")


def test_a_folder_of_archives_is_verified_file_by_file(shell: Shell) -> None:
    shell.write("医院.yaml", HOSPITAL)
    shell.write("法院.yaml", COURT)
    assert shell.run("build", "医院.yaml", "法院.yaml", "--archive", "--format", "pdf")[0] in (0, 1)
    court = Path("output/法院.pdf")
    court.write_bytes(reworded(court.read_bytes(), 1, "3861", "3681"))
    (shell.folder / "output" / "锁住.pdf").write_bytes(locked(court.read_bytes()))
    code, out, err = shell.run("verify", ".")
    assert code == 2
    assert "output/医院.pdf：一致：" in out
    assert "output/法院.pdf：不一致：错误 1 处" in out
    assert "output/锁住.pdf 加了密码" in err
    assert "一致 1，不一致 1，没有核对 1" in out


def test_every_document_of_a_file_carries_it(shell: Shell) -> None:
    year = (ROOT / "content" / "example-year-2024.yaml").read_text(encoding="utf-8")
    shell.write("一年.yaml", year)
    shell.run("build", "一年.yaml", "--archive", "--format", "pdf")
    made = sorted(Path("output").glob("一年*.pdf"))
    assert len(made) > 2
    assert shell.run("verify", *made)[0] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["verify", "没有.pdf"], "读不了 没有.pdf：没有这个文件\n"),
        (["verify", "科技馆.yaml"], "科技馆.yaml 不是 PDF。能核对的是生成时加了 --archive 的 PDF\n"),
        (["verify", "空"], "文件夹 空 里没有 .pdf 文件\n"),
        (
            ["build", "科技馆.yaml", "--archive", "--format", "docx"],
            "--archive 是把内容文件附在 PDF 里，--format 里要有 pdf\n",
        ),
    ],
)
def test_what_cannot_be_done_is_refused(shell: Shell, words: list[str], told: str) -> None:
    shell.write("科技馆.yaml", EXAMPLE)
    (shell.folder / "空").mkdir()
    code, _out, err = shell.run(*words)
    assert (code, err) == (2, told)


WITHOUT_FONTS = """
import sys
from pathlib import Path
from reportgen import world
world.fonts_folder = lambda: Path("没有")
from reportgen.cli import main
main(sys.argv[1:])
"""


def test_a_face_that_the_program_lacks_is_a_fault_of_the_machine(shell: Shell, museum: Path) -> None:
    program = [sys.executable, "-c", WITHOUT_FONTS, "verify", str(museum)]
    done = subprocess.run(program, cwd=shell.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "字体文件 没有/GWFangSong.ttf 不在或已损坏，请重新安装" in done.stderr


def test_an_engine_that_makes_no_pdf_a_is_refused(shell: Shell) -> None:
    shell.write("科技馆.yaml", EXAMPLE)
    code, _out, err = shell.run("build", "科技馆.yaml", "--archive", "--engine", "weasyprint")
    assert code == 2
    assert "用 weasyprint 排的 PDF 达不到 PDF/A，不能存档。存档请用 --engine typst" in err
    assert not (shell.folder / "output").exists()


def test_the_settings_may_say_the_engine(shell: Shell) -> None:
    shell.write("科技馆.yaml", EXAMPLE)
    shell.write("reportgen.toml", 'engine = "weasyprint"\n')
    assert shell.run("build", "科技馆.yaml", "--archive")[0] == 2
    assert shell.run("build", "科技馆.yaml", "--archive", "--engine", "typst", "--format", "pdf")[0] == 0
