"""`pull` as its user sees it: a list, a diff, and nothing written without `--apply`."""

import json
from pathlib import Path

import pytest
from tests.support.letters import LETTER
from tests.support.reviewed import LI, ZHANG, Copy
from tests.support.shell import Shell

from reportgen.pipeline.build import build_file


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A letter as a Word file."""
    path = tmp_path_factory.mktemp("sent") / "letter.yaml"
    path.write_text(LETTER, encoding="utf-8")
    return build_file(path, (), ("docx",)).outputs["docx"]


@pytest.fixture
def copy(sent: bytes, shell: Shell) -> Path:
    """It came back to where the content file is, with a remark, a change of words and one of a figure."""
    (shell.folder / "letter.yaml").write_text(LETTER, encoding="utf-8")
    made = Copy(sent)
    made.comment("群众投诉", "口径是什么？", ZHANG, ("按12345热线", LI))
    made.replace("公开监测结果", "按月公开监测结果", LI)
    made.retype("断面12个", "断面15个")
    path = shell.folder / "回来的.docx"
    path.write_bytes(made.saved())
    return path


def test_it_lists_and_writes_nothing(copy: Path, shell: Shell) -> None:
    code, out, _err = shell.run("pull", copy.name)
    assert code == 1
    for words in (
        "回来的.docx 里有批注和改动 3 处：",
        "letter.yaml:16（正文） 「群众投诉」",
        "张处长 2026-03-01 09:00　批注：口径是什么？",
        "李会计 2026-03-02 10:30　回复：按12345热线",
        "数据.监测断面（letter.yaml:10:9）：12个 → 15个　没有改",
        "还会跟着变：letter.yaml:23:21「，新增断面后达到12个以上，公开监测结」",
        "+  下一步将扩大监测范围，新增断面后达到{{监测断面}}以上，按月公开监测结果。",
        "还没有写进 letter.yaml；确认无误后加 --apply 再运行一次。",
    ):
        assert words in out
    assert (shell.folder / "letter.yaml").read_text(encoding="utf-8") == LETTER


def test_with_apply_it_is_written_and_nothing_else_changes(copy: Path, shell: Shell) -> None:
    shell.run("pull", copy.name, "letter.yaml", "--apply")
    text = (shell.folder / "letter.yaml").read_text(encoding="utf-8")
    assert text == LETTER.replace("公开监测结果。", "按月公开监测结果。")
    _code, out, _err = shell.run("pull", copy.name, "--apply")
    assert "内容文件里已经这样写了" in out


def test_with_facts_too(copy: Path, shell: Shell) -> None:
    code, out, _err = shell.run("pull", copy.name, "--apply", "--facts")
    assert "已照改" in out
    text = (shell.folder / "letter.yaml").read_text(encoding="utf-8")
    assert text == LETTER.replace("公开监测结果。", "按月公开监测结果。").replace("断面: 12个", "断面: 15个")
    assert code == 0


def test_json_for_other_programs(copy: Path, shell: Shell) -> None:
    """Every remark with its place and what becomes of it."""
    told = json.loads(shell.run("pull", copy.name, "--format", "json")[1])
    assert [(each["mark"], each["result"], each["place"]["line"]) for each in told["remarks"]] == [
        ("edited", "fact", 16),
        ("note", "told", 16),
        ("replacement", "changes", 23),
    ]


def test_what_the_page_to_click_through_exports(shell: Shell) -> None:
    """Remarks by the names of their lines, with the lines as the page showed them."""
    line = "下一步将扩大监测范围，新增断面后达到12个以上，公开监测结果。"
    remark = {
        "mark": "replacement",
        "text": "按月公开监测结果",
        "author": "王主任",
        "date": "2026-03-01 09:00",
        "words": "公开监测结果",
        "before": line.removesuffix("公开监测结果。"),
        "paragraph": line,
        "line": "0000000a",
        "page": 1,
    }
    export = {"format": "reportgen-review-page", "version": 1, "file": "letter.yaml", "digest": ""}
    lines = [["0000000a", line, "正文", 23, "二、下一步工作"]]
    shell.write("letter.yaml", LETTER)
    told = export | {"lines": lines, "remarks": [remark], "findings": []}
    shell.write("批注.json", json.dumps(told, ensure_ascii=False))
    _code, out, err = shell.run("pull", "批注.json")
    assert "letter.yaml:23" in out, err
    assert "+  下一步将扩大监测范围，新增断面后达到{{监测断面}}以上，按月公开监测结果。" in out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为"),
        ("x.docx", b"", "空文件"),
        ("x.pdf", b"%PDF-1.7\nhalf", "已损坏"),
        ("x.json", b"{]", "不是核对页导出的意见"),
        ("x.txt", b"words", "不是能收回批注的文件"),
    ],
)
def test_what_cannot_be_read_is_said(shell: Shell, name: str, content: bytes, said: str) -> None:
    (shell.folder / "letter.yaml").write_text(LETTER, encoding="utf-8")
    (shell.folder / name).write_bytes(content)
    code, _out, err = shell.run("pull", name, "letter.yaml")
    assert code == 2
    assert said in err


def test_a_content_file_that_is_not_there_is_asked_for(copy: Path, shell: Shell) -> None:
    (shell.folder / "letter.yaml").rename(shell.folder / "改名.yaml")
    _code, _out, err = shell.run("pull", copy.name)
    assert "没有找到做成它的 letter.yaml，请写在后面" in err
    assert shell.run("pull", copy.name, "改名.yaml")[0] == 1
