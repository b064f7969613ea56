"""Whatever is pasted, wherever: the file is read or refused, and all that is said stands in the file as it is."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.example import EXAMPLE

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.repair import Edit
from reportgen.source.edits import edited
from reportgen.source.reader import read_source, split_lines

PASTED = st.sampled_from(
    [
        *"：，；｛｝［］“”‘’#＃&*!%@`>|'\"{}[]\t\r\u00a0\u3000\u200b\u00ad\ufeff\u2028\u0007\u202e０％–",
        "- ",
        ": ",
        "{{",
        "}}",
        "&a ",
        "*a",
        "---\n",
        "```\n",
        "段落文字。\n",
        "　　段落。\n",
        "| 甲 | 乙 |\n",
        "1,126.60",
        "\n",
        "  ",
    ]
)
PLACES = st.integers(min_value=0, max_value=len(EXAMPLE))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(PLACES, PASTED), min_size=1, max_size=3))
def test_all_that_is_said_stands_in_the_file(pastes: list[tuple[int, str]]) -> None:
    text = EXAMPLE
    for place, pasted in pastes:
        text = text[:place] + pasted + text[place:]
    source, found = read_source(text, "a.yaml")
    assert source.written == tuple(split_lines(text))
    for finding in found:
        assert 0 < finding.place.line <= len(source.written) + 1
        assert all(edit.stands_in(source.written[edit.place.line - 1]) for edit in edits_of(finding))
    if source.root is None:
        assert any(finding.code in ("SRC001", "SRC020") for finding in found)


@settings(max_examples=100, deadline=None)
@given(PLACES, PASTED)
def test_in_a_few_rounds_all_is_mended(place: int, pasted: str) -> None:
    text = EXAMPLE[:place] + pasted + EXAMPLE[place:]
    edits: list[Edit] = []
    for _round in range(5):
        edits = [edit for finding in read_source(text, "a.yaml")[1] for edit in edits_of(finding)]
        text = edited(text, edits)
    assert not edits


def edits_of(finding: Diagnostic) -> list[Edit]:
    return list(finding.repair.edits) if finding.repair else []
