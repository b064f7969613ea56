"""Which passages a rule is asked about: those that hold what it speaks of. It must miss none."""

import pytest
from tests.rules.fragments import EXAMPLE, scene

from reportgen.pipeline.check import check_text
from reportgen.rules import all_rules
from reportgen.rules.occurrences import DIGIT, HANZI, Occurrences
from reportgen.rules.registry import Rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

OF_PASSAGES = [rule for rule in all_rules().values() if rule.subject is Passage]


def texts(*written: str) -> list[Passage]:
    return [Passage(text, ()) for text in written]


def holding(needs: tuple[str, ...], *written: str) -> list[str]:
    return [passage.text for passage in Occurrences(texts(*written), needs).holding(needs)]


def test_one_character_of_each_group_must_stand_in_a_passage() -> None:
    assert holding(("年月", "-"), "2024年", "3月-5月", "1-2") == ["3月-5月"]


def test_any_digit_and_any_hanzi_are_groups() -> None:
    assert holding((DIGIT,), "第３名", "第三名", "3号楼") == ["第３名", "3号楼"]
    assert holding((HANZI + "%",), "98%以上", "N/A", "无", "%") == ["98%以上", "无", "%"]


def test_a_cell_that_is_one_figure_is_no_language() -> None:
    figures = ("1,126.60", "98.00%", "-0.5", "12", "20240230.5")
    assert holding((), *figures, "13800138000", "1.", "2024.2.30", "12,34") == [
        "13800138000",
        "1.",
        "2024.2.30",
        "12,34",
    ]


@pytest.fixture(scope="module")
def example() -> Scene:
    return scene(EXAMPLE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wrong(example: Scene) -> list[Passage]:
    """The prose of all manual pages, in which every rule finds something."""
    words = (rule.manual.get("错例", "") for rule in all_rules().values())
    lines = (line.strip() for page in words for line in page.splitlines())
    return [*texts(*(line for line in lines if line)), *example.passages]


@pytest.mark.parametrize("rule", OF_PASSAGES, ids=lambda rule: rule.code)
def test_a_rule_finds_nothing_where_it_is_not_asked(rule: Rule, wrong: list[Passage], example: Scene) -> None:
    asked = {id(passage) for passage in Occurrences(wrong, rule.needs).holding(rule.needs)}
    spared = [passage for passage in wrong if id(passage) not in asked]
    assert [passage.text for passage in spared if list(rule.findings(passage, example))] == []


@pytest.mark.parametrize("rule", OF_PASSAGES, ids=lambda rule: rule.code)
def test_no_rule_speaks_of_a_figure(rule: Rule, example: Scene) -> None:
    figures = texts("1,126.60", "98.00%", "-0.5", "20240230", "2024.0230", "0.00", "13", "100,000,000.12")
    assert [passage.text for passage in figures if list(rule.findings(passage, example))] == []


def test_a_report_is_asked_of_few_rules_for_each_passage() -> None:
    """The mechanism is worth its place: two of three questions are spared in the example."""
    checked = check_text(EXAMPLE.read_text(encoding="utf-8"), "示例.yaml")
    passages = checked.scenes[0].passages
    found = Occurrences(passages, [group for rule in OF_PASSAGES for group in rule.needs])
    asked = sum(len(found.holding(rule.needs)) for rule in OF_PASSAGES)
    assert asked * 2 < len(OF_PASSAGES) * len(passages)
