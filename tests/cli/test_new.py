"""`new`: one content file to be filled in, for one document or for several."""

import pytest
from tests.support.shell import Shell

REPORT, UNIT_FORM, PROJECT_FORM = "部门整体支出绩效评价报告", "部门整体支出绩效自评表", "项目支出绩效自评表"


def test_one_file_for_several_documents_of_a_year(shell: Shell) -> None:
    assert shell.run("new", REPORT, UNIT_FORM, "project-self-evaluation", "-o", "全年.yaml") == (
        0,
        "已写出 全年.yaml，请填好后运行：reportgen build 全年.yaml\n",
        "",
    )
    text = (shell.folder / "全年.yaml").read_text(encoding="utf-8")
    assert f"\n文种:\n  - {REPORT}\n  - {UNIT_FORM}\n  - {PROJECT_FORM}\n" in text
    code, out, _err = shell.run("check", "全年.yaml", "--output-format", "concise", "--select", "CON001")
    assert (code, out.splitlines()[-1][:2]) == (2, "致命")
    assert "CON001" not in out


def test_its_name_is_that_of_the_first_document(shell: Shell) -> None:
    shell.run("new", UNIT_FORM)
    shell.run("new", UNIT_FORM, PROJECT_FORM)
    assert sorted(path.name for path in shell.folder.glob("*.yaml")) == [f"{UNIT_FORM}.yaml", f"{UNIT_FORM}等.yaml"]


def test_a_document_named_twice_is_asked_for_once(shell: Shell) -> None:
    shell.run("new", UNIT_FORM, "dept-self-evaluation", "-o", "表.yaml")
    assert f"\n文种: {UNIT_FORM}\n" in (shell.folder / "表.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("names", [["部门整体支出自评表"], [REPORT, "部门整体支出自评表"]])
def test_an_unknown_document_is_told_and_nothing_is_written(shell: Shell, names: list[str]) -> None:
    code, _out, err = shell.run("new", *names)
    assert (code, err) == (2, "没有「部门整体支出自评表」这种文种。是不是「部门整体支出绩效自评表」？\n")
    assert list(shell.folder.iterdir()) == []


def test_a_file_that_is_there_is_left_alone(shell: Shell) -> None:
    shell.write("表.yaml", "我的")
    code, _out, err = shell.run("new", UNIT_FORM, "-o", "表.yaml")
    assert (code, err) == (2, "表.yaml 已经存在，没有改动它；请用 -o 另起一个名字\n")
