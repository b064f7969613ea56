"""呈批件 (签报) as a pack: a form whose rows stay empty for the hand of those who decide, and the text behind it."""

from pathlib import Path

import pytest
from tests.support.ink import Sheet
from tests.support.made import lines_of
from tests.support.pages import pages_text
from tests.support.printed import KINDS, pages
from tests.support.verapdf import breaches

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

EXAMPLE = (Path(__file__).resolve().parents[2] / "templates" / "official-approval" / "example.yaml").read_text(
    encoding="utf-8"
)
SCHOOL = (("单位: 示例县水务局", "单位: 示例市第二中学"), ("呈报部门: 财务审计股", "呈报部门: 总务处"))
HOSPITAL = (
    ("单位: 示例县水务局", "单位: 示例县人民医院"),
    ("来文机关: 示例县财政局\n", ""),
    ("来文字号: 示财绩〔2025〕12号\n", ""),
)


def paper(*changes: tuple[str, str]) -> str:
    text = EXAMPLE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("changes", [(), SCHOOL, HOSPITAL], ids=["water", "school", "hospital"])
def test_the_form_takes_the_first_page_and_the_text_begins_the_second(
    changes: tuple[tuple[str, str], ...], kind: str, tmp_path: Path
) -> None:
    first, second = ("".join(page.split()) for page in pages_text(pages(paper(*changes), kind, tmp_path)))
    for head in ("领导批示", "会签意见", "拟办意见", "事由", "呈报部门", "承办人"):
        assert head in first
    assert "的请示示例县财政局要求" in second
    assert "妥否，请批示。" in second


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_room_for_a_hand(kind: str, tmp_path: Path) -> None:
    """The row of 领导批示 is as high as three written lines at least."""
    rules = [
        band for band in Sheet(pages(paper(), kind, tmp_path), 1).black(60, 180) if band.width > 100 and band.height < 3
    ]
    tops = [rule.top for rule in rules]
    assert tops[1] - tops[0] > 36
    assert max(tops) < 297 - 35


def test_what_is_typed_stands_in_its_row_and_the_others_are_empty() -> None:
    told = lines_of(check_text(paper(("# 年度：", "领导批示: 同意。\n# 年度：")), "呈批.yaml"))
    assert told[told.index("领导批示") + 1] == "同意。"
    assert told[told.index("部门意见") + 1] == "拟办意见"


def test_an_own_matter_has_no_row_of_another_organ() -> None:
    assert "来文机关" not in lines_of(check_text(paper(*HOSPITAL), "呈批.yaml"))


def test_it_is_for_archives_and_for_screen_readers() -> None:
    pdf = build(check_text(paper(), "呈批.yaml"), ["pdf"]).outputs["pdf"]
    assert [breaches(pdf, standard) for standard in ("PDF/A-2a", "PDF/UA-1")] == [[], []]
