"""An entry is a numbered paragraph with its name before it; its further lines are paragraphs of their own."""

import pytest
from tests.support.example import changed
from tests.support.prose import document

from reportgen.model.document import Paragraph, line_of
from reportgen.pipeline.check import check_text

OFFICE = "负责展厅开放、讲解和展品维护。"


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("门诊部", "负责门诊、急诊和预检分诊。", "另设发热门诊一处。"),
        ("教务处", "负责教学安排和教师培训。", "实验室由教务处代管。"),
        ("工程科", "负责泵站检修和工程验收。", "汛期负责防汛值班。"),
    ],
    ids=["hospital", "school", "water"],
)
def test_every_line_is_a_paragraph(name: str, first: str, second: str) -> None:
    text = changed(
        (f"内容: {OFFICE}", f"内容: |\n        {first}\n        {second}"), ("名称: 展览部", f"名称: {name}")
    )
    blocks = list(document(check_text(text, "内容.yaml")).walk())
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Paragraph) and first in line_of(block))
    own, following = blocks[at : at + 2]
    assert isinstance(own, Paragraph)
    assert isinstance(following, Paragraph)
    assert (own.label, line_of(own)) == ("1.", f"1.{name}职能。{first}")
    assert (following.label, line_of(following)) == ("", second)
