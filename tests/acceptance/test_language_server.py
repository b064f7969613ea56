"""A content file in an editor: the YAML language server itself tells, completes and checks it by our schema."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.example import ROOT
from tests.support.language_server import LanguageServer

from reportgen.cli.editor import installed, with_address

SHIPPED = sorted([*ROOT.glob("content/*.yaml"), *ROOT.glob("templates/*/example.yaml")])
YEAR = ROOT / "content" / "example-year-2024.yaml"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer() as server:
        yield server


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Of the schema of all types, installed below a folder whose name has hanzi and a blank."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "张三 的文件"))
    return installed(())


def put(folder: Path, text: str, address: str) -> Path:
    path = folder / "内容.yaml"
    path.write_text(with_address(text, address), encoding="utf-8")
    return path


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_is_marked_in_a_shipped_file(
    server: LanguageServer, address: str, tmp_path: Path, shipped: Path
) -> None:
    assert server.opened(put(tmp_path, shipped.read_text(encoding="utf-8"), address)) == []


OVER = [
    ("\n预算", "预算"),
    ("  项目资金", "各专项的总数"),
    ("{名称: 展厅运行经费, 年初预算", "年初批复的预算数"),
    ("    - 名称: 展览部\n      内容", "这一条的正文"),
    ("  部门整体支出绩效自评表: {得分", "总得分"),
    ("  接待观众", "一行一个：名称: 35人"),
    ("这里引用\n  人员情况", "编制、在编"),
]


@pytest.mark.parametrize(("words", "told"), OVER, ids=[told for _words, told in OVER])
def test_over_a_key_stands_its_meaning_however_deep(
    server: LanguageServer, address: str, tmp_path: Path, words: str, told: str
) -> None:
    path = put(tmp_path, YEAR.read_text(encoding="utf-8"), address)
    server.opened(path)
    assert told in server.hover(path, words)


BEHIND = [
    ("文种: 公文\n发", "\n发", ["发文机关标志", "发文字号"], ["活动", "单位概况"]),
    ("文种: [公文, 项目支出绩效自评表]\n项", "\n项", ["项目自评", "发文字号"], ["图表"]),
    ("文种: 部门整体支出绩效评价报告\n预算:\n  金额单位: 万元\n  ", "万元\n  ", ["批复", "分项"], ["单位"]),
    ("文种: 部门整体支出绩效评价报告\n预算:\n  金额单位: ", "金额单位: ", ["元", "万元", "亿元"], []),
    ("文种: ", "文种: ", ["公文", "项目支出绩效自评表"], []),
]


@pytest.mark.parametrize(("text", "words", "offered", "others"), BEHIND, ids=[text for text, *_rest in BEHIND])
def test_the_keys_of_the_type_are_offered_and_no_others(
    server: LanguageServer,
    address: str,
    tmp_path: Path,
    text: str,
    words: str,
    offered: list[str],
    others: list[str],
) -> None:
    path = put(tmp_path, text, address)
    server.opened(path)
    found = server.completions(path, words)
    assert [word for word in offered if word not in found] == []
    assert [word for word in others if word in found] == []


def test_a_key_of_none_of_the_types_is_marked(server: LanguageServer, address: str, tmp_path: Path) -> None:
    text = YEAR.read_text(encoding="utf-8").replace("\n主送机关:", "\n主送单位:")
    assert server.opened(put(tmp_path, text, address)) == ["Property 主送单位 is not allowed."]
