"""Documents that others wrote on the command line, beside content files and in folders."""

from tests.support.report import docx, p
from tests.support.shell import Shell


def test_check_goes_on_with_the_other_files(shell: Shell) -> None:
    (shell.folder / "甲.docx").write_bytes(b"")
    (shell.folder / "乙.docx").write_bytes(docx(p("某市科技馆2024年度绩效自评报告") + p("一、概况") + p("全年开放。")))
    code, out, error = shell.run("check", "甲.docx", "乙.docx", "--output-format", "concise")
    assert code == 2
    assert "甲.docx 是空文件" in error
    assert "没有发现问题" in out


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
