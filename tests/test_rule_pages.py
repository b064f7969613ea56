"""The manual: docs/rules/ says what the rules say today, and `reportgen rule` says the same."""

import re
from pathlib import Path

import pytest
from script.rule_pages import FOLDER, INDEX, pages, stale, write
from tests.support.markdown import Markdown

from reportgen.cli import main
from reportgen.rules import all_rules
from reportgen.rules.manuals import manuals
from reportgen.rules.registry import EXAMPLES

MANUALS = manuals()
PARTS = ["为什么", "错例", "正例", "依据", "改法"]

each_code = pytest.mark.parametrize("code", MANUALS)


def bare(text: str) -> str:
    """As it stands in a cell of a table."""
    return text.replace("|", "\\|")


def test_the_pages_are_those_of_the_rules_of_today() -> None:
    assert stale() == [], "run script/rule_pages.py"


def test_a_page_that_is_old_missing_or_left_over_is_found_and_mended(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "NUM001.md").write_text("旧的", encoding="utf-8")
    (tmp_path / "NUM002.md").unlink()
    (tmp_path / "OLD001.md").write_text("没有这条规则了", encoding="utf-8")
    assert stale(tmp_path) == write(tmp_path) == ["NUM001.md", "NUM002.md", "OLD001.md"]
    assert stale(tmp_path) == []


def test_every_code_has_a_page_and_a_line_of_the_index() -> None:
    index = pages()[INDEX]
    assert pages().keys() == {INDEX} | {f"{code}.md" for code in MANUALS}
    for manual in MANUALS.values():
        assert f"| [{manual.code}]({manual.code}.md) | {manual.severity.value} | {bare(manual.title)} |" in index


@pytest.mark.parametrize("code", all_rules())
def test_the_page_of_a_rule_has_every_part(code: str) -> None:
    page = Markdown(FOLDER / f"{code}.md")
    assert page.text.startswith(f"# {code} {all_rules()[code].title}\n\n级别：{all_rules()[code].severity.value}　")
    manual = all_rules()[code].manual
    headings = re.findall("^## (.+)$", page.text, re.MULTILINE)
    assert headings == [name for name in manual if name]
    assert list(dict.fromkeys(heading.partition("（")[0] for heading in headings)) == PARTS
    examples = [fence.body for fence in page.fences() if fence.language == "yaml"]
    assert examples == [text + "\n" for name, text in manual.items() if name in EXAMPLES]


@each_code
def test_links_of_a_page_lead_somewhere(code: str) -> None:
    page = Markdown(FOLDER / f"{code}.md")
    for target in page.links():
        name, _hash, anchor = target.partition("#")
        assert not anchor or anchor in Markdown(FOLDER / name).anchors()
        assert (FOLDER / name).is_file()


@each_code
def test_the_terminal_shows_the_same_manual(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["rule", code])
    shown = re.sub(r"\s+", "", capsys.readouterr().out)
    page = (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    body = page.partition(")\n\n")[2].rpartition("\n---\n")[0]
    plain = re.sub(r"^## |^```(?:yaml)?$|\\(?=[*<_`\\#])|\s+", "", body, flags=re.MULTILINE)
    assert plain
    assert shown.endswith(plain)
