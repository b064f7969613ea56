"""What is named as a file to check and is something else: the command that is meant for it."""

import shutil

import pytest
from tests.support.example import PACK
from tests.support.shell import Shell


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "项目支出绩效自评表"], "写一个待填的文件用 reportgen new 项目支出绩效自评表"),
        (["build", "dept-scoring"], "写一个待填的文件用 reportgen new dept-scoring"),
        (["check", "num003"], "看它的说明用 reportgen rule num003"),
        (["check", "模板/pack.yaml"], "检查模板请用 reportgen doctor --templates 模板"),
        (["check", "模板/tests.yaml"], "检查模板请用 reportgen packs --test 模板 --templates 模板"),
        (["check", "模板/schema.json"], "要重新写一份，请用 reportgen schema --install"),
        (["check", "reportgen.toml"], "reportgen doctor 列出读到的设置"),
        (["check", "照片.heic2"], "能检查的是 .yaml 内容文件和 .docx、.pdf、.txt 文档"),
        (["build", "报告.docx"], "请用 reportgen check 报告.docx"),
        (["check", "没有的.yaml"], "没有这个文件：没有的.yaml\n"),
        (["check", "模板/template.docx"], "检查模板请用 reportgen doctor --templates 模板"),
        (["check", "looks.docx"], "检查模板请用 reportgen doctor --templates ."),
        (["new", "NUM003"], "看它的说明用 reportgen rule NUM003"),
        (["schema", "NUM003"], "看它的说明用 reportgen rule NUM003"),
        (["rule", "公文"], "写一个待填的文件用 reportgen new 公文"),
        (["rule", "报告.docx"], "检查它用 reportgen check 报告.docx"),
        (["chek", "报告.docx"], "没有这个命令：chek。是不是「check」？"),
        (["version"], "是不是「--version」？"),
    ],
)
def test_the_command_that_is_meant(shell: Shell, words: list[str], told: str) -> None:
    shutil.copytree(PACK, shell.folder / "模板")
    for name in ("模板/tests.yaml", "reportgen.toml", "照片.heic2", "报告.docx", "looks.docx"):
        shell.write(name, "")
    code, _out, err = shell.run(*words)
    assert (code, told in err) == (2, True), err


def test_a_folder_of_a_document_type_is_its_example(shell: Shell) -> None:
    """`check` of such a folder looked at the template as if it were somebody's report."""
    shutil.copytree(PACK, shell.folder / "模板")
    assert shell.run("check", "模板") == (0, "没有发现问题\n", "")
