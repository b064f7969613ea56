"""Documents that others wrote on the command line, beside content files and in folders."""

import subprocess
import sys

from tests.support.report import docx, p
from tests.support.shell import Shell


def test_check_goes_on_with_the_other_files(shell: Shell) -> None:
    (shell.folder / "甲.docx").write_bytes(b"")
    (shell.folder / "乙.docx").write_bytes(docx(p("某市科技馆2024年度绩效自评报告") + p("一、概况") + p("全年开放。")))
    code, out, error = shell.run("check", "甲.docx", "乙.docx", "--output-format", "concise")
    assert code == 2
    assert "甲.docx 是空文件" in error
    assert "乙.docx 第1段: 警告 LAY009" in out


def test_build_says_that_it_wants_a_content_file(shell: Shell) -> None:
    (shell.folder / "报告.docx").write_bytes(docx(p("一、概况")))
    words = "报告.docx 不是 .yaml 内容文件，不能由它生成文档。要检查写好的文档，请用 reportgen check 报告.docx\n"
    assert shell.run("build", "报告.docx") == (2, "", words)


def test_a_folder_is_searched_for_reports_but_not_for_the_locks_of_open_ones(shell: Shell) -> None:
    for name in ("报告.docx", "~$报告.docx", ".~报告.docx"):
        (shell.folder / name).write_bytes(docx(p("某市科技馆2024年度绩效自评报告")))
    (shell.folder / "旧.doc").write_bytes(b"x")
    (shell.folder / "附注.txt").write_text("附注", encoding="utf-8")
    code, out, error = shell.run("check", ".", "--output-format", "json")
    assert code == 2
    assert out.count('"problem":') == 2
    assert "旧.doc 是 .doc 文件" in error


def test_a_word_file_is_read_without_the_pdf_reader_and_without_engines(shell: Shell) -> None:
    (shell.folder / "报告.docx").write_bytes(
        docx(p("某市科技馆2024年度绩效自评报告") + p("一、概况") + p("全年开放。"))
    )
    program = (
        "import sys; from reportgen.cli import main\n"
        "try: main(['check', '报告.docx'])\n"
        "finally: print(sorted({'weasyprint', 'docxtpl', 'docx', 'pypdfium2', 'pikepdf', 'babel'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=shell.folder, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_numbers_of_a_word_file_are_listed_without_facts(shell: Shell) -> None:
    words = "全年支出100万元，其中展厅运行60万元，科普活动40万元。另有参观者3.6万人次。"
    (shell.folder / "报告.docx").write_bytes(docx(p("某市科技馆2024年度绩效自评报告") + p("一、概况") + p(words)))
    code, out, _error = shell.run("check", "--numbers", "报告.docx")
    assert code == 0
    assert out.splitlines()[:2] == ["某市科技馆2024年度绩效自评报告", "一、概况"]
    assert "报告.docx 第3段  100万元  推算" in out
    assert "报告.docx 第3段  3.6万人次  未挂钩" in out
