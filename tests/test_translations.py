"""`--lang en`: every message has an English text in the words of the glossary, and Chinese stays where it is quoted.

After a change of messages `./script/translations` brings the catalogue up to date and lists what is to be translated.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from script.extract_messages import (
    CALLERS_KNOWN,
    CATALOGUE,
    SOURCE,
    callers_with_variables,
    catalogue,
    gathered,
    untranslated,
    written,
)
from tests.support.example import changed

from reportgen.cli import main
from reportgen.language import use_language


@cache
def messages() -> Catalog:
    """The catalogue as it is to be today: whoever runs no test of this module does not read the whole source."""
    return catalogue(CATALOGUE.read_bytes())


@cache
def texts() -> dict[str, str]:
    """The English text of each message."""
    return {str(message.id): str(message.string) for message in messages() if message.id}


PLACE = re.compile(r"(?<!\{)\{[a-z_]+\}(?!\})")
QUOTED = re.compile(r"「[^」]*」|《[^》]*》|\{\{[^}]*\}\}|\{%[^}]*%\}|财预〔\d{4}〕\d+号")
"""Where an English text may be Chinese: keys, words and examples of a content file, names of regulations."""
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")

TERMS = {
    "内容文件": "content file",
    "分档": "band",
    "分项": "item",
    "措施": "measure",
    "支付率": "payment rate",
    "简称": "short name",
    "等级": "grade",
    "编制数": "authorised posts",
    "身份证号": "identity number",
}
"""Terms of docs/glossary.md, and some that the rules need besides; wherever one is not a quoted key."""


def outside_quotes(text: str) -> str:
    return QUOTED.sub("", text)


@pytest.fixture(autouse=True)
def _chinese_again() -> Iterator[None]:
    """The language is chosen once a run; other tests read Chinese."""
    yield
    use_language("zh")


def english(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command prints under `--lang en`."""
    with pytest.raises(SystemExit):
        main([*words, "--lang", "en"])
    captured = capsys.readouterr()
    return captured.out + captured.err


# ---- the catalogue ----


def test_every_message_has_an_english_text() -> None:
    assert [message.id for message in untranslated(messages())] == []


def test_the_catalogue_is_what_the_source_says_today() -> None:
    assert set(texts()) == set(gathered())
    assert written(messages()) == CATALOGUE.read_bytes(), "run ./script/translations"


def test_the_places_of_a_message_are_filled_in_english_too() -> None:
    places = {message: (set(PLACE.findall(message)), set(PLACE.findall(text))) for message, text in texts().items()}
    assert [message for message, (wanted, found) in places.items() if wanted != found] == []


def test_chinese_stays_only_where_it_is_quoted() -> None:
    assert {text for text in texts().values() if CHINESE.search(outside_quotes(text))} == set()


@pytest.mark.parametrize(("chinese", "term"), TERMS.items())
def test_a_term_of_the_field_has_one_english_word(chinese: str, term: str) -> None:
    translated = [text for message, text in texts().items() if chinese in outside_quotes(message)]
    assert translated
    assert [text for text in translated if not re.search(term, text, re.IGNORECASE)] == []


# ---- nothing goes round it ----


def test_words_that_are_passed_in_variables_are_known() -> None:
    assert callers_with_variables() == CALLERS_KNOWN, "see `held` in script/extract_messages.py"


@pytest.mark.parametrize("path", sorted((SOURCE / "cli").glob("*.py")) + sorted((SOURCE / "diagnostics").glob("*.py")))
def test_nothing_printed_goes_round_the_catalogue(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    comments = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    words = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in comments
    }
    assert {word for word in words if CHINESE.search(word)} - set(texts()) == set()


# ---- what a reader of English sees ----


@pytest.mark.parametrize(
    "command", [[], ["build"], ["check"], ["rule"], ["packs"], ["schema"], ["doctor"]], ids=" ".join
)
def test_help_pages_are_english(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    page = english(capsys, *command, "--help")
    assert page.startswith(" ".join(["Usage: reportgen", *command, "[OPTIONS]"]))
    assert not CHINESE.search(page)


def test_chinese_help_says_how_to_get_english(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "English: --lang en" in capsys.readouterr().out


def test_a_report_is_english_around_what_it_quotes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    content = tmp_path / "a.yaml"
    wrong_sum, unanswered = ("支出: 114.60}", "支出: 115.60}"), ("- 对应问题: 活动计划", "- 对应问题: 活动安排")
    content.write_text(changed(wrong_sum, unanswered), encoding="utf-8")
    lines = english(capsys, "check", str(content)).splitlines()
    assert lines[0] == "error NUM003 The items do not add up to the total"
    assert "   = 2 items add up to 114.6: 78.4 + 36.2" in lines
    assert "    = Fix: Add an entry under 「整改措施」 (measures) with 「对应问题: 活动计划」" in lines
    assert lines[-1] == "error: 3"


def test_the_manual_page_of_a_rule_is_english_but_for_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    page = english(capsys, "rule", "NUM003")
    assert [line for line in page.splitlines() if line and line[0].isalpha()] == [
        "NUM003 The items do not add up to the total (error)",
        "Approved, received and spent of the items add up to those of 「项目资金」 (projects).",
        "Why",
        "Wrong",
        "Right",
        "Basis",
        "Fix",
    ]
    assert "Measures for the Performance Evaluation of Project Expenditure (《项目支出绩效评价管理办法》" in page


def test_codes_of_reading_are_explained_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    page = english(capsys, "rule", "SRC002")
    assert page.startswith("SRC002 Full-width colon after a key (fatal)\n\nThe colon of 「键: 值」 (key: value)")
    assert not CHINESE.search(outside_quotes(page))


def test_the_list_of_codes_is_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert not CHINESE.search(english(capsys, "rule"))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["build"], "Missing: FILE..."),
        (["bild"], "There is no command bild"),
        (["check", "a.yaml", "--al"], "There is no option --al. Did you mean --all?"),
        (["rule", "NUM0003"], "There is no code NUM0003. Did you mean 「NUM003」?"),
        (["check", "a.yaml"], "No such file: a.yaml"),
    ],
)
def test_wrong_usage_is_said_in_english(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert message in english(capsys, *words)
