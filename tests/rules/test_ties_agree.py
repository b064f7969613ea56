"""`check` and `check --numbers` agree: the figure of which a rule about figures or scores speaks is contradicted."""

import pytest
from tests.rules.fragments import marked
from tests.rules.test_manual_examples import PAGES, READ

from reportgen.finished.text import read_lines
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.finished import check_parts
from reportgen.pipeline.ties import ties_of
from reportgen.rules import all_rules
from reportgen.rules.registry import CONTENT, WRONG
from reportgen.statements.ties import Tie

ASKS_FOR_WORDS = "asks for an explanation, or finds a figure unlikely; none is wrong"
MARKS_WORDS = "marks words, in which no figure stands"
EXCEPTIONS = {
    "NUM013": MARKS_WORDS,
    "NUM018": ASKS_FOR_WORDS,
    "NUM019": ASKS_FOR_WORDS,
    "NUM030": ASKS_FOR_WORDS,
    "SCO001": MARKS_WORDS,
    "SCO002": MARKS_WORDS,
    "SCO012": ASKS_FOR_WORDS,
    "SCO013": ASKS_FOR_WORDS,
    "SCO014": ASKS_FOR_WORDS,
    "SCO016": MARKS_WORDS,
    "SCO017": ASKS_FOR_WORDS,
    "SCO019": MARKS_WORDS,
    "SCO020": MARKS_WORDS,
    "SCO022": ASKS_FOR_WORDS,
    "SCO024": MARKS_WORDS,
    "SCO025": MARKS_WORDS,
    "SCO026": ASKS_FOR_WORDS,
}
EXAMPLES = [(code, form) for code, form in PAGES if code.startswith(("NUM", "SCO"))]


def contradicted(content: str, form: str) -> set[str]:
    """The figures of an example that `--numbers` calls contradicted."""
    checked: Checked = (
        check_text(content, "示例.yaml") if form == CONTENT else check_parts(read_lines(content), "报告.txt")
    )
    every = (each for _title, ties in ties_of(checked) for each in (*ties.every, *ties.unprinted))
    return {each.figure.text for each in every if each.tie is Tie.CONTRADICTED}


@pytest.mark.parametrize(("code", "form"), EXAMPLES)
def test_the_marked_figure_is_contradicted(code: str, form: str) -> None:
    whole, findings = READ[form]
    content = whole(all_rules()[code].manual[WRONG + form])
    said = [marked(content, finding) for finding in findings(content) if finding.code == code]
    found = contradicted(content, form)
    if code in EXCEPTIONS:
        assert not any(word in found for word in said), "no exception any more"
    else:
        assert all(any(word in figure or figure in word for figure in found) for word in said), (said, found)


def test_every_exception_is_a_rule() -> None:
    assert {code for code, _form in EXAMPLES} >= set(EXCEPTIONS)
