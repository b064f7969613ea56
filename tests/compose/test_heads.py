"""Each copy of a form begins with its title and the lines below it; so does a form that is bound in as an annex."""

from tests.support.example import ROOT
from tests.support.self_evaluations import COURT, WATER

from reportgen.model.document import Document, PageTurn, Paragraph, Role, line_of
from reportgen.model.table import Table
from reportgen.pipeline.check import check_text

LETTER = (ROOT / "templates" / "official-letter" / "example.yaml").read_text(encoding="utf-8")
TARGETS = (ROOT / "templates" / "department-targets" / "example.yaml").read_text(encoding="utf-8")


def document(text: str) -> Document:
    made = check_text(text, "内容.yaml").document
    assert made is not None
    return made


def outline(text: str, slot: str = "正文") -> list[str]:
    """The blocks of a slot: words with the names of their roles, ── for a turn of the page, 表 for a table."""
    said = []
    for block in document(text).blocks[slot]:
        match block:
            case PageTurn():
                said.append("──")
            case Table():
                said.append("表")
            case Paragraph():
                said.append(f"{block.role.name} {line_of(block)}")
            case _:
                pass
    return said


def two(text: str) -> str:
    """The form with its project a second time, under another name."""
    before, mark, project = text.partition("  - 项目名称: ")
    name = project.partition("\n")[0]
    return before + mark + project + mark + project.replace(name, f"{name}二期", 1)


def test_a_second_copy_has_the_title_and_the_year() -> None:
    assert outline(two(COURT)) == ["表", "──", "TITLE 项目支出绩效自评表", "SUBTITLE （2024年度）", "表"]


def test_what_stands_again_is_judged_once() -> None:
    """It was typed once; a rule that speaks of it says so once."""
    again = [block for block in document(two(WATER)).blocks["正文"] if isinstance(block, Paragraph)]
    assert again
    assert not any(inline.origin.line for line in again for inline in line.inlines)


def test_forms_behind_chapters_stand_under_one_heading() -> None:
    """The template's title is that of the report, not of its forms."""
    assert outline(TARGETS)[-3:] == ["表", "──", "表"]


def test_an_annex_has_the_year_of_its_form() -> None:
    assert outline(LETTER, "附件")[1:] == [
        "ANNEX_MARK 附件",
        "ANNEX_TITLE 项目支出绩效自评表",
        "CAPTION （2024年度）",
        "表",
    ]


def test_the_head_of_a_letter_is_its_title_and_not_the_addressee() -> None:
    assert [block.role for block in document(LETTER).head] == [Role.TITLE]
