"""What every rule must have: a manual page, a subject that occurs, a short title, a body of one screen."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from tests.rules.fragments import EXAMPLE, NANYANG, SCORED, merged, scene, subjects_between

from reportgen.model.layout import Layout
from reportgen.rules import all_rules
from reportgen.rules.driver import subjects
from reportgen.rules.registry import RIGHT, WRONG, Rule

RULES = list(all_rules().values())
WANTED = """
    DIS001 DIS002 DIS003 FMT001 FMT002 FMT003 NUM001 NUM002 NUM003 NUM004 NUM005 NUM006 NUM007
    PUN001 PUN002 PUN003 PUN004 PUN005 SCO001 SCO002 SCO003 SCO004 SCO005 SCO006 SCO007
    STR001 STR002 STR003 STR004 STR005 STR006 STR007 STR008 WRD001 WRD002
"""


def each(rules: list[Rule]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rule", rules, ids=lambda rule: rule.code)


def test_the_first_slice_is_whole() -> None:
    assert set(WANTED.split()) <= set(all_rules())


@each(RULES)
def test_the_code_is_three_letters_and_three_digits(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)


@each(RULES)
def test_the_title_is_short_and_unlike_the_others(rule: Rule) -> None:
    assert len(rule.title) <= 20
    assert [other.code for other in RULES if other.title == rule.title] == [rule.code]


@each(RULES)
def test_the_manual_page_has_every_section(rule: Rule) -> None:
    sections = {name.partition("（")[0] for name, text in rule.manual.items() if text.strip()}
    assert sections == {"", "为什么", "错例", "正例", "依据", "改法"}
    assert all(name.replace(WRONG, RIGHT) in rule.manual for name in rule.manual)


@each(RULES)
def test_a_regulation_is_named_with_its_number(rule: Rule) -> None:
    cited = re.search(r"《.+》（(?:财预〔\d{4}〕\d+号|GB/T \d+-\d{4})）", rule.basis)
    assert cited or rule.basis.startswith(("审核实践", "公文用语习惯"))


@pytest.fixture(scope="module")
def occurring() -> set[type]:
    """The types of all subjects that the examples and Nanyang's report hold, and examples of several files.

    A finished document has a layout, too.
    """
    contents = (path.read_text(encoding="utf-8") for path in (EXAMPLE, NANYANG, SCORED))
    sets = [rule.manual[WRONG] for rule in RULES if "\n---\n" in rule.manual.get(WRONG, "")]
    alone: set[type] = {Layout, *(type(subject) for content in contents for subject in subjects(scene(content)))}
    return alone.union(*(subjects_between(merged(fragment)) for fragment in sets))


@each(RULES)
def test_the_subject_occurs(rule: Rule, occurring: set[type]) -> None:
    assert rule.subject in occurring


@each(RULES)
def test_the_body_is_one_screen(rule: Rule) -> None:
    assert body_lines(rule.check) <= 15


def body_lines(function: Callable[..., Any]) -> int:
    """Lines of a function without its signature and its docstring."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    assert isinstance(tree, ast.FunctionDef)
    statements = tree.body[1:]
    last = statements[-1].end_lineno
    assert last is not None
    return last - statements[0].lineno + 1
