"""`reportgen adopt` as a finance officer runs it."""

from pathlib import Path

from tests.support.made import Made
from tests.support.shell import Shell


def test_it_says_what_it_guessed_and_what_to_do(shell: Shell, nanyang: Made) -> None:
    Path("旧报告.docx").write_bytes(nanyang.docx)
    code, said, _err = shell.run("adopt", "旧报告.docx")
    assert code == 0
    assert "按「部门整体支出绩效评价报告」抄成了 旧报告.yaml" in said
    assert said.index("没有把握的") < said.index("下一步")
    assert shell.run("build", "旧报告.yaml", "--format", "docx")[0] in (0, 1)
    assert Path("output/旧报告.docx").exists()


def test_nothing_is_written_over(shell: Shell, nanyang: Made) -> None:
    Path("旧报告.docx").write_bytes(nanyang.docx)
    Path("旧报告.yaml").write_text("文种: 公文\n", encoding="utf-8")
    code, _out, err = shell.run("adopt", "旧报告.docx")
    assert (code, "旧报告.yaml 已经有了，没有改动它" in err) == (2, True)
    assert Path("旧报告.yaml").read_text(encoding="utf-8") == "文种: 公文\n"
    assert shell.run("adopt", "旧报告.docx", "--force")[0] == 0


def test_what_is_no_report_is_refused(shell: Shell) -> None:
    Path("老报告.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    Path("坏的.docx").write_bytes(b"PK\x03\x04broken")
    Path("数据.csv").write_text("项目,金额\n", encoding="utf-8")
    for name in ("老报告.doc", "坏的.docx", "数据.csv", "没有.docx"):
        code, _out, err = shell.run("adopt", name)
        assert code == 2, name
        assert err.strip(), name
    assert not list(Path().glob("*.yaml"))


def test_a_kind_that_nothing_tells_is_asked_for(shell: Shell) -> None:
    Path("随笔.txt").write_text("今天天气很好。\n我们去了科技馆。\n", encoding="utf-8")
    code, _out, err = shell.run("adopt", "随笔.txt")
    assert (code, "--pack" in err) == (2, True)
    assert shell.run("adopt", "随笔.txt", "--pack", "没有这种")[0] == 2
