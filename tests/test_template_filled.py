"""The first pack's Word template, filled: two validators pass it, LibreOffice shows the standard's page."""

import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from markupsafe import Markup, escape
from tests.support.pages import Line, page_lines, pages_text
from tests.support.standing_office import ToolMissingError
from tests.support.word import audit, sdk_validate, to_pdf

TEMPLATE = Path(__file__).parents[1] / "templates" / "dept-evaluation" / "template.docx"
POINTS_PER_MM = 72 / 25.4
FILLER = "本单位围绕年度重点任务组织开展科学普及活动并按照批复预算规范使用财政资金切实提高使用效益"
TITLE = ("某市科技馆", "部门整体支出绩效评价报告")


def paragraph(style_id: str, text: str) -> str:
    """One paragraph of WordprocessingML, formatted by its style alone."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template with a title, four headings, two and a half pages of running text and a signature."""
    headings = ("一、部门基本情况", "（一）部门主要职能", "1.科普展览", "（1）常设展览")
    body = [paragraph(f"GWHeading{level}", text) for level, text in enumerate(headings, start=1)]
    body += [paragraph("GWBody", (FILLER * 40)[: 28 * 50 - 2]), paragraph("GWClosing", FILLER)]
    signature = [paragraph("GWAuthor", TITLE[0]), paragraph("GWDate", "2021年4月15日")]
    template = DocxTemplate(TEMPLATE)
    blocks = {"正文": Markup("".join(body)), "落款": Markup("".join(signature))}
    template.render({"标题": "\n".join(TITLE), "主送机关": "示例市财政局：", **blocks}, autoescape=True)
    path = tmp_path_factory.mktemp("filled") / "报告.docx"
    template.save(path)
    return path


@pytest.fixture(scope="module")
def pdf(filled: Path) -> Path:
    """LibreOffice's pages of it."""
    return to_pdf(filled, filled.parent)


@pytest.fixture(scope="module")
def pages(pdf: Path) -> list[list[Line]]:
    """The lines of those pages."""
    return page_lines(pdf)


def test_both_validators_pass_the_template_empty_and_filled(filled: Path) -> None:
    for path in (TEMPLATE, filled):
        assert audit(path) == []
        assert sdk_validate(path) == []


def test_both_validators_name_the_fault_of_a_broken_file(filled: Path, tmp_path: Path) -> None:
    """A harness that passes everything would pass this too: an unknown element in a paragraph."""
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(filled) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"<w:p>", b"<w:p><w:nonsense/>", 1))
    assert any("nonsense" in line for line in audit(broken))
    assert any("nonsense" in line for line in sdk_validate(broken))


def test_a_missing_validator_is_an_error_that_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OOXML_VALIDATOR_CLI", str(tmp_path / "absent"))
    with pytest.raises(ToolMissingError, match="script/test"):
        sdk_validate(TEMPLATE)


def test_a_full_page_holds_22_lines_of_28_hanzi(pages: list[list[Line]]) -> None:
    *lines, number = pages[1]
    assert [len(line.text) for line in lines] == [28] * 22
    assert number.text == "— 2 —"
    right_edge = (210 - 26) * POINTS_PER_MM
    assert all(abs(line.right - right_edge) < 1.5 for line in lines)
    assert all(abs(line.left - 28 * POINTS_PER_MM) < 0.5 for line in lines)
    assert all(abs(upper.baseline - lower.baseline - 28.95) < 0.1 for upper, lower in pairwise(lines))


def test_title_and_headings_stand_on_the_lines_of_the_page(pages: list[list[Line]]) -> None:
    """The title's pitch is the body's, so print on both sides of a sheet stays in register (正反套正)."""
    first, second = pages[0][:-1], pages[1][:-1]
    grid = [line.baseline for line in second]
    assert [line.text for line in first[:2]] == list(TITLE)
    assert len(first) == 21, "22 less the blank line under the title"
    assert all(min(abs(line.baseline - height) for height in grid) < 0.2 for line in first)


def test_each_role_shows_its_face(pages: list[list[Line]]) -> None:
    shown = {line.text: (line.faces, line.size) for line in pages[0]}
    assert shown[TITLE[0]] == ({"GWBiaoSong"}, 22)
    assert shown["示例市财政局："] == ({"GWFangSong"}, 16)
    assert shown["一、部门基本情况"] == ({"GWHei"}, 16)
    assert shown["（一）部门主要职能"] == ({"GWKai", "GWFangSong"}, 16)
    assert shown["1.科普展览"] == shown["（1）常设展览"] == ({"GWLatin", "GWFangSong"}, 16)
    assert shown["— 1 —"] == ({"GWSong"}, 14)


def test_page_numbers_are_outside_one_character_in_and_7_mm_below(pages: list[list[Line]]) -> None:
    odd, even = pages[0][-1], pages[1][-1]
    assert abs(odd.right - ((210 - 26) * POINTS_PER_MM - 14)) < 0.5
    assert abs(even.left - (28 * POINTS_PER_MM + 14)) < 0.5
    line_top = (35 - 7) * POINTS_PER_MM
    assert all(line_top - 14 < number.baseline < line_top for number in (odd, even))


def test_the_signature_ends_two_characters_from_the_right(pages: list[list[Line]]) -> None:
    *_, closing, author, date, _number = pages[2]
    assert (author.text, date.text) == (TITLE[0], "2021年4月15日")
    assert abs(closing.baseline - author.baseline - 2 * 28.95) < 0.1, "one blank line"
    assert all(abs(line.right - ((210 - 26) * POINTS_PER_MM - 31.5)) < 0.5 for line in (author, date))


def test_the_text_copies_out_page_by_page(pdf: Path) -> None:
    texts = pages_text(pdf)
    assert len(texts) == 3
    assert texts[0].startswith(TITLE[0])
    assert "示例市财政局：" in texts[0]
    assert "— 2 —" in texts[1]
    assert "2021年4月15日" in texts[2].replace(" ", "")
