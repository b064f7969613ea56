"""PDFs for archives made again: whatever was changed in a copy is found, and what is the same is said to be."""

import json
import re
import shutil
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.support.archived import NAME, archived
from tests.support.edited import Edited
from tests.support.example import EXAMPLE, changed
from tests.support.forged import covered, reworded, saved, stamped, with_attached
from tests.support.self_evaluations import TRADES

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.pipeline.archive.contents import FACTS, FINDINGS, VERSIONS
from reportgen.pipeline.archive.reproduction import Reproduction, reproduce
from reportgen.pipeline.drafts import forget_packs
from reportgen.world import FONTS_VARIABLE, fonts_folder

COPY = "副本.pdf"
SAME = "副本.pdf 里的 内容.yaml"
DIGITS = {
    "医院": ("118640", "116840", "完成值: 118640人次"),
    "学校": ("19", "91", "完成值: 19间"),
    "法院": ("3861", "3681", "完成值: 3861件"),
    "水务局": ("2.96", "2.69", "完成值: 2.96万立方米"),
}
"""Of each trade a figure that its form shows once, another with the same digits, and where it was typed."""


@cache
def form(trade: str) -> bytes:
    return archived(TRADES[trade])


@cache
def report() -> bytes:
    return archived(EXAMPLE)


def found(content: bytes) -> list[Diagnostic]:
    return list(reproduce(content, COPY).report)


def line_of(text: str, words: str) -> int:
    """The number of the first line with these words."""
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize("trade", TRADES)
def test_what_nobody_changed_is_the_same(trade: str) -> None:
    made = reproduce(form(trade), COPY)
    assert list(made.report) == []
    assert (made.others, made.paged, made.untouched) == ((), True, True)
    assert made.versions.content == NAME


@pytest.mark.parametrize("trade", DIGITS)
def test_a_changed_digit_is_named_with_page_line_and_the_place_where_it_was_typed(trade: str) -> None:
    old, new, typed = DIGITS[trade]
    (finding,) = found(reworded(form(trade), 1, old, new))
    assert finding.code == "VER003"
    assert re.fullmatch(rf"第 1 页第 \d+ 行印的是「{new}」，按内容文件是「{old}」", finding.label)
    assert (finding.place.file, finding.place.line) == (SAME, line_of(TRADES[trade], typed))
    assert finding.page == 1


def test_one_of_several_equal_figures_is_told_by_its_row_and_its_column() -> None:
    """年初预算数 and 全年预算数 are 60.00 in the row of 财政拨款 and in that of the total, which nobody typed."""
    school = form("学校")
    typed = TRADES["学校"].splitlines()
    places = [found(reworded(school, 1, "60.00", "06.00", time))[0].place for time in (1, 2, 3, 4)]
    assert [place.line for place in places[:2]] == [0, 0]
    before = [typed[place.line - 1][: place.column - 1] for place in places[2:]]
    assert [words.rpartition("{")[2].rpartition(", ")[2] for words in before] == ["年初预算数: ", "全年预算数: "]


def test_lines_are_counted_from_the_top_of_the_page() -> None:
    (finding,) = found(reworded(report(), 1, "某市", "市某"))
    assert finding.label == "第 1 页第 1 行印的是「市某」，按内容文件是「某市」"
    (finding,) = found(reworded(report(), 1, "科普展览", "科普览展"))
    number = int(re.findall("第 1 页第 ([0-9]+) 行", finding.label)[0])
    (below,) = found(reworded(report(), 1, "编制", "制编"))
    assert number < int(re.findall("第 1 页第 ([0-9]+) 行", below.label)[0])


def test_a_figure_in_a_sentence_leads_to_the_reference_that_prints_it() -> None:
    (finding,) = found(reworded(report(), 1, "312.40", "314.20"))
    line = EXAMPLE.splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith("{{")
    assert finding.notes[0].startswith("内容文件：")
    assert finding.notes[1].startswith("PDF：")


def test_a_page_that_was_taken_out_or_put_in_is_named() -> None:
    def take(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1]

    def put(pdf: pikepdf.Pdf) -> None:
        pdf.pages.insert(0, pdf.pages[2])

    (fewer,) = found(saved(report(), take))
    (more,) = found(saved(report(), put))
    assert fewer.label.startswith("少了第 2 页：")
    assert more.label.startswith("多出第 1 页：待7800人次。")


def test_a_page_of_the_same_words_that_looks_different_is_told() -> None:
    (white,) = found(covered(report(), 1, (90, 480, 60, 14)))
    assert (white.code, white.page) == ("VER004", 1)
    assert re.fullmatch(r"第 1 页第 \d+ 行一带看上去不同", white.label)


@pytest.mark.parametrize("kind", ["Square", "Stamp", "FreeText", "Widget"])
def test_what_was_laid_over_a_page_is_seen_whatever_it_is(kind: str) -> None:
    (finding,) = found(stamped(report(), 1, kind))
    assert (finding.code, finding.page) == ("VER004", 1)


def test_a_page_of_another_size_looks_different_and_is_never_drawn() -> None:
    def grow(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 10**7, 10**7])

    (finding,) = found(saved(report(), grow))
    assert finding.code == "VER004"


def test_a_file_that_was_saved_again_is_the_same_but_not_untouched() -> None:
    made = reproduce(saved(report(), lambda _pdf: None), COPY)
    assert list(made.report) == []
    assert not made.untouched


# ---- what is attached ----


def test_a_content_file_that_was_exchanged_is_found() -> None:
    old, new, typed = DIGITS["医院"]
    forged = with_attached(form("医院"), NAME, lambda text: text.replace(old.encode(), new.encode()))
    labels = [finding.label for finding in found(forged)]
    assert f"附件 {FACTS} 与按内容文件得出的不同" in labels
    assert any(f"印的是「{old}」，按内容文件是「{new}」" in label for label in labels)
    assert typed in TRADES["医院"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [(FACTS, "118640", "116840"), (FINDINGS, '"findings": [', '"findings": [{}, '), (FINDINGS, '{\n  "format"', "[")],
)
def test_facts_and_findings_that_were_changed_are_found(name: str, old: str, new: str) -> None:
    forged = with_attached(form("医院"), name, lambda text: text.decode().replace(old, new).encode())
    (finding,) = found(forged)
    assert finding.label == f"附件 {name} 与按内容文件得出的不同"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_the_content_file_is_attached_as_it_was_saved(encoding: str) -> None:
    made = reproduce(archived(TRADES["学校"], encoding=encoding), COPY)
    assert list(made.report) == []
    assert made.paged


def test_facts_are_told_with_value_and_unit() -> None:
    with pikepdf.open(BytesIO(form("医院"))) as pdf:
        facts = json.loads(pdf.attachments[FACTS].get_file().read_bytes())["facts"]
    (visits,) = [fact for fact in facts if fact["text"] == "118640人次"]
    assert (visits["value"], visits["unit"]) == ("118640", "人次")
    assert visits["line"] == line_of(TRADES["医院"], "118640人次")


# ---- made by other versions ----


def by_another_program(content: bytes) -> bytes:
    return with_attached(
        content, VERSIONS, lambda text: re.sub(rb'"version": "0\.\d+\.\d+"', b'"version": "0.0.9"', text, count=1)
    )


def test_another_version_is_named_and_the_pages_are_compared_all_the_same() -> None:
    made = reproduce(by_another_program(form("法院")), COPY)
    assert list(made.report) == []
    assert made.paged
    (words,) = made.others
    assert words.startswith("reportgen：当时 0.0.9，现在 ")


def test_with_another_version_a_changed_digit_is_found_in_its_cell() -> None:
    old, new, typed = DIGITS["法院"]
    (finding,) = found(reworded(by_another_program(form("法院")), 1, old, new))
    assert finding.code == "VER003"
    assert finding.place.line == line_of(TRADES["法院"], typed)
    assert finding.notes == ("应为：3861件", "实为：3681件")


def test_with_another_version_what_looks_different_is_only_suspected() -> None:
    (finding,) = found(covered(by_another_program(form("法院")), 1, (200, 480, 60, 14)))
    assert (finding.code, finding.certain) == ("VER004", False)
    assert finding.notes == ("程序、模板或字体的版本不同，也会这样",)


def margins(xml: str) -> str:
    return re.sub('w:top="[0-9]+"', 'w:top="3400"', xml)


def archived_with(edited: Edited, folder: Path) -> tuple[bytes, tuple[Path, ...]]:
    roots = (edited.pack_in(folder),)
    return archived(re.sub("(?m)^文种: .*", "文种: 本单位的报告", EXAMPLE), roots), roots


def test_where_the_template_has_changed_paragraphs_are_compared(tmp_path: Path) -> None:
    content, _roots = archived_with(Edited(), tmp_path / "当时")
    forget_packs()
    roots = (Edited(body=margins).pack_in(tmp_path / "现在"),)
    made = reproduce(content, COPY, roots)
    assert made.others == ("模板 改过的 后来改过",)
    assert not made.paged
    assert list(made.report) == []
    forged = reproduce(reworded(content, 1, "312.40", "314.20"), COPY, roots)
    assert [finding.code for finding in forged.report] == ["VER003"]


def test_fonts_of_ones_own_that_are_not_here_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(fonts_folder() / "GWHei.ttf", tmp_path / "simhei.ttf")
    monkeypatch.setenv(FONTS_VARIABLE, str(tmp_path))
    content = archived(TRADES["水务局"])
    assert reproduce(content, COPY).others == ()
    monkeypatch.setenv(FONTS_VARIABLE, "")
    made = reproduce(content, COPY)
    assert made.others == ("字体与当时的不同：simhei.ttf",)
    assert [finding.certain for finding in made.report if finding.code == "VER004"] in ([], [False])


def test_a_font_that_is_not_here_is_named() -> None:
    forged = with_attached(
        report(), VERSIONS, lambda text: text.replace(b'"fonts": {', b'"fonts": {"simfang.ttf": "0", ')
    )
    made: Reproduction = reproduce(forged, COPY)
    assert made.others == ("字体与当时的不同：simfang.ttf",)


def test_a_document_among_several_is_made_from_the_whole_file() -> None:
    two = changed(
        ("文种: 部门整体支出绩效评价报告", "文种: [部门整体支出绩效评价报告, 部门整体支出绩效评价报告（装订本）]")
    )
    assert found(archived(two)) == []
