"""宛编〔2016〕24号: year and number of a paper stay on one line, in both engines, where the line can be filled."""

import doctest
import zipfile
from io import BytesIO
from itertools import pairwise

import pytest
from tests.support.letter import letter
from tests.support.pages import Line, page_lines

from reportgen.model.engine import Engine
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.render.typst import numbers

RIGHT = (210 - 26) / 25.4 * 72
TRADES = ["医院门诊楼改造", "中学校舍修缮", "渠道清淤"]
LEADS = ["按要求", "按照县里的要求", "按照省、市有关部门的要求", "按照省、市有关部门今年的要求"]


def lines_of(text: str, engine: Engine) -> list[Line]:
    made = build(check_text(text, "公文.yaml"), ["pdf"], engine=engine)
    return [line for page in page_lines(made.outputs["pdf"]) for line in page]


def paragraphs() -> str:
    """Numbers that would begin at many places of a line."""
    return "".join(f"  {lead}，{trade}项目照示财绩〔2021〕24号文办理。\n" for trade in TRADES for lead in LEADS)


@pytest.fixture(scope="module")
def text() -> str:
    return letter(("  # 自评组织情况", paragraphs() + "  # 自评组织情况"))


@pytest.mark.parametrize("engine", Engine)
def test_no_line_begins_within_a_number(engine: Engine, text: str) -> None:
    found = lines_of(text, engine)
    begins = {line.text[:1] for line in found}
    assert "号" not in begins
    assert [line.text for line in found if line.text.startswith(("2021", "24号"))] == []
    parted = [line.text for line, after in pairwise(found) if line.text.endswith("绩") and after.text.startswith("〔")]
    assert parted, "some lines end before a number, or nothing would have been tried"


def test_nor_in_typst_where_the_paragraph_has_notes_or_words_that_stand_out() -> None:
    """WeasyPrint lays such a paragraph out piece by piece, and keeps a number only where its piece began above."""
    said = "".join(
        f"  {lead}〔注：{trade}的通知。〕，**{trade}**项目照示财绩〔2021〕24号文办理。\n"
        for trade in TRADES
        for lead in LEADS
    )
    begins = {line.text[:4] for line in lines_of(letter(("  # 自评组织情况", said + "  # 自评组织情况")), Engine.TYPST)}
    assert [words for words in begins if words.startswith(("2021", "24号", "号"))] == []
    assert "〔202" in begins, "some lines end before a number"


@pytest.mark.parametrize("engine", Engine)
def test_lines_before_a_number_are_full(engine: Engine, text: str) -> None:
    ends = [line.right for line, after in pairwise(lines_of(text, engine)) if after.text.startswith("〔")]
    assert ends
    assert max(abs(end - RIGHT) for end in ends) < 0.5


def test_both_engines_end_their_lines_alike(text: str) -> None:
    one, other = ([line.text for line in lines_of(text, engine)] for engine in Engine)
    assert one == other


@pytest.mark.parametrize("engine", Engine)
def test_nothing_unseen_is_copied_with_a_number(engine: Engine, text: str) -> None:
    made = build(check_text(text, "公文.yaml"), ["pdf", "docx"], engine=engine)
    with zipfile.ZipFile(BytesIO(made.outputs["docx"])) as parts:
        body, settings = (parts.read(f"word/{name}.xml").decode() for name in ("document", "settings"))
    assert body.count("示财绩〔2021〕24号文") == len(TRADES) * len(LEADS)
    assert "noLineBreaksAfter" in settings
    assert list(made.report) == []


def test_a_line_that_would_gape_breaks_the_number() -> None:
    narrow = numbers.Measure(16, -0.25, 8 * 15.75, 8 * 15.75)
    assert numbers.whole_numbers("照示财〔2021〕24号", narrow) == ()


def test_examples() -> None:
    assert doctest.testmod(numbers) == (0, 2)
