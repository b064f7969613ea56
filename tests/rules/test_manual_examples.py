"""Every rule's manual page is its test: 错例 is reported, 正例 is not."""

import pytest
from tests.rules.fragments import EXAMPLE, findings, marked, merged

from reportgen.rules import all_rules

CODES = list(all_rules())


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_is_reported(code: str) -> None:
    found = findings(merged(all_rules()[code].manual["错例"]))
    assert {finding.code for finding in found} == {code}


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_is_clean(code: str) -> None:
    assert findings(merged(all_rules()[code].manual["正例"])) == []


@pytest.mark.parametrize("code", CODES)
def test_a_finding_points_at_characters_of_the_wrong_example(code: str) -> None:
    wrong = all_rules()[code].manual["错例"]
    content = merged(wrong)
    places = [marked(content, finding) for finding in findings(content)]
    assert all(place and place in wrong for place in places), places


@pytest.mark.parametrize("code", CODES)
def test_a_finding_says_what_is_wrong_and_what_to_do(code: str) -> None:
    for finding in findings(merged(all_rules()[code].manual["错例"])):
        assert finding.label
        assert finding.fix
        assert finding.basis


def test_the_example_of_the_pack_has_no_findings() -> None:
    assert findings(EXAMPLE.read_text(encoding="utf-8")) == []
