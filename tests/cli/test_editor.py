"""`schema --install`: hints in the editor wherever a content file moves."""

import json
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from tests.support.example import changed
from tests.support.shell import Shell

HEAD = "# yaml-language-server: $schema="


def schema_of(text: str) -> Path:
    """Where the first line says that the schema is."""
    first = text.splitlines()[0]
    assert first.startswith(HEAD)
    address = urlparse(first.removeprefix(HEAD))
    assert address.scheme == "file"
    return Path(unquote(address.path))


def test_a_new_file_names_a_schema_that_stays_where_it_is(shell: Shell) -> None:
    shell.run("new", "公文", "-o", "深/处/公文.yaml")
    schema = schema_of((shell.folder / "深/处/公文.yaml").read_text(encoding="utf-8"))
    assert schema.is_relative_to(shell.folder / ".本用户")
    assert "公文" in json.loads(schema.read_text(encoding="utf-8"))["$defs"]


@pytest.mark.parametrize("first", ["", f"{HEAD}../别处/schema.json\n"], ids=["no line", "another line"])
def test_files_that_are_there_get_the_line_and_keep_all_else(shell: Shell, first: str) -> None:
    rest = changed().partition("\n")[2]
    for name in ("甲.yaml", "乙.yaml"):
        shell.write(name, first + rest)
    code, out, _err = shell.run("schema", "--install", "甲.yaml", "乙.yaml")
    assert (code, out.count("已写进第一行")) == (0, 2)
    text = (shell.folder / "甲.yaml").read_text(encoding="utf-8")
    assert schema_of(text).is_file()
    assert text.partition("\n")[2] == rest
    assert text == (shell.folder / "乙.yaml").read_text(encoding="utf-8")


def test_other_folders_of_packs_have_a_schema_of_their_own(shell: Shell) -> None:
    (shell.folder / "模板" / "自评").mkdir(parents=True)
    shell.write("模板/自评/pack.yaml", "继承: dept-evaluation\n名称: 样板镇自评报告\n")
    own, mine = (
        schema_of(shell.run("schema", "--install", *words)[1].partition("：")[2].replace("file:", HEAD + "file:", 1))
        for words in ([], ["--templates", "模板"])
    )
    assert own != mine
    assert "样板镇自评报告" not in json.loads(own.read_text(encoding="utf-8"))["$defs"]
    assert "样板镇自评报告" in json.loads(mine.read_text(encoding="utf-8"))["$defs"]


def test_where_there_is_no_room_for_it_a_new_file_is_made_all_the_same(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(shell.write("一个文件", "")))
    code, _out, err = shell.run("new", "公文")
    assert (code, "编辑器里没有填写提示，不影响生成" in err) == (0, True)
    assert not (shell.folder / "公文.yaml").read_text(encoding="utf-8").startswith(HEAD)


def test_a_file_that_cannot_be_used_does_not_stop_the_others(shell: Shell) -> None:
    """What is no content file is left as it is, whatever its name ends in."""
    shell.write("甲.yaml", changed())
    (shell.folder / "旧.yaml").write_bytes(changed().encode("gbk"))
    note = shell.write("记录.txt", "会议记录\n")
    shell.write("锁.yaml", changed()).chmod(0o444)
    code, out, err = shell.run("schema", "--install", "旧.yaml", "记录.txt", "锁.yaml", "没有.yaml", "甲.yaml")
    assert (code, out) == (3, "已写进第一行：甲.yaml\n")
    assert [line.split("：")[0].split(" ")[0] for line in err.splitlines()] == [
        "旧.yaml",
        "记录.txt",
        "写不了",
        "没有这个文件",
    ]
    assert note.read_text(encoding="utf-8") == "会议记录\n"


def test_the_line_ends_as_the_others_do(shell: Shell) -> None:
    text = changed().partition("\n")[2].replace("\n", "\r\n")
    for name, first in (("甲.yaml", ""), ("乙.yaml", f"{HEAD}别处.json\r\n")):
        (shell.folder / name).write_bytes((first + text).encode())
        shell.run("schema", "--install", name)
        assert b"\n" not in (shell.folder / name).read_bytes().replace(b"\r\n", b"")
