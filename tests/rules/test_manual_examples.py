"""Every rule's manual page is its test: 错例 is reported, 正例 is not."""

from collections.abc import Callable
from functools import cache

import pytest
from tests.rules.fragments import (
    EXAMPLE,
    OF_WHOLE_FILES,
    findings,
    findings_finished,
    findings_of_whole_files,
    marked,
    merged,
)
from tests.rules.layouts import findings_layout

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.rules import all_rules
from reportgen.rules.registry import CONTENT, FINISHED, LAYOUT, RIGHT, WRONG

Example = tuple[str, str]
READ: dict[str, tuple[Callable[[str], str], Callable[[str], list[Diagnostic]]]] = {
    CONTENT: (merged, findings),
    FINISHED: (str, findings_finished),
    LAYOUT: (str, findings_layout),
}
"""Each form of example: what the whole file is, and what is found in it."""
PAGES = [(code, form) for code, rule in all_rules().items() for form in READ if WRONG + form in rule.manual]


@cache
def example(code: str, word: str, form: str) -> tuple[str, list[Diagnostic]]:
    """The whole file of an example and the findings about it, looked for once."""
    whole, found = READ[form]
    found = findings_of_whole_files if code in OF_WHOLE_FILES and form == CONTENT else found
    content = whole(all_rules()[code].manual[word + form])
    return content, found(content)


@pytest.mark.parametrize(("code", "form"), PAGES)
def test_the_wrong_example_is_reported(code: str, form: str) -> None:
    _content, found = example(code, WRONG, form)
    assert {finding.code for finding in found} == {code}


@pytest.mark.parametrize(("code", "form"), PAGES)
def test_the_right_example_is_clean(code: str, form: str) -> None:
    assert example(code, RIGHT, form)[1] == []


@pytest.mark.parametrize(("code", "form"), PAGES)
def test_a_finding_points_at_characters_of_the_wrong_example(code: str, form: str) -> None:
    content, found = example(code, WRONG, form)
    wrong = all_rules()[code].manual[WRONG + form]
    places = [marked(content, finding) for finding in found]
    assert all(place and place in wrong for place in places), places


@pytest.mark.parametrize(("code", "form"), PAGES)
def test_a_finding_says_what_is_wrong_and_what_to_do(code: str, form: str) -> None:
    for finding in example(code, WRONG, form)[1]:
        assert finding.label
        assert finding.fix
        assert finding.basis


def test_every_rule_has_an_example() -> None:
    assert {code for code, _form in PAGES} == set(all_rules())


def test_the_example_of_the_pack_has_no_findings() -> None:
    assert findings(EXAMPLE.read_text(encoding="utf-8")) == []
