"""`--fix` of Word files: what is told of a layout is set in a copy, and no word and no other part changes.

The files are letters of a hospital, a school, a court and a water bureau with one clause broken each, letters typed
into another program's defaults, and the same saved by LibreOffice.
"""

import zipfile
from io import BytesIO
from itertools import cycle
from pathlib import Path

import pytest
from lxml import etree
from tests.support.clause_mutants import MUTANTS, TRADES, Mutant, ground, laid, packed, said
from tests.support.report import docx, p
from tests.support.stranger import TEXTS, letter_of, stressed, through_libreoffice
from tests.support.word import audit

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.report import Report
from reportgen.pipeline.reset import Relaid, reset_layout

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SECRET = "DIS005"
"""Of 秘密★1年, which every letter has."""
WORDS = {
    *("份号写成四位", "保密期限用汉字", "紧急程度写成急件", "发文字号用方括号", "发文字号加「第」", "发文字号补 0"),
    *("发文字号里有空格", "签发人用半角冒号", "主送机关没有冒号", "主送机关用半角冒号", "附件名称后加句号"),
    *(
        "附件说明用半角冒号",
        "成文日期用汉字数字",
        "写了「此页无正文」",
        "附注没有括号",
        "附件标记后加冒号",
        "去掉附件标记",
    ),
    *("抄送最后没有句号", "抄送用半角冒号", "印发日期没有「印发」", "页码写成第 1 页", "（一）写成（1）"),
}
"""What is broken in the words of a letter: these stay."""
TABLES = "纸张改成 Letter"
"""Breaks the widths of all tables as well, and tables are left alone."""
SET = [each for each in MUTANTS if each.done not in WORDS]


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(content: bytes, without: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """The text of each part, run by run."""
    texts = {name: part for name, part in parts(content).items() if name.endswith(".xml") and name not in without}
    found = {name: [node.text or "" for node in etree.fromstring(part).iter(W + "t")] for name, part in texts.items()}
    return {name: texts for name, texts in found.items() if texts}


def relaid(content: bytes, folder: Path, unsafe: bool = True, code: str = "") -> Relaid:
    path = folder / "稿.docx"
    path.write_bytes(content)

    def wanted(finding: Diagnostic) -> bool:
        return finding.code.startswith(code) and bool(finding.offer and (finding.offer.safe or unsafe))

    made = reset_layout(path, folder / "稿-已改.docx", (), wanted)
    assert path.read_bytes() == content, "the file itself is never changed"
    return made


def labels(report: Report, prefix: str = "") -> list[tuple[str, str]]:
    return [(each.code, each.label) for each in report if each.code != SECRET and each.code.startswith(prefix)]


def test_the_list_of_words_names_broken_letters() -> None:
    assert {each.done for each in MUTANTS} > WORDS


@pytest.mark.parametrize(
    ("mutant", "trade"), list(zip(SET, cycle(TRADES), strict=False)), ids=[f"{each.clause} {each.done}" for each in SET]
)
def test_a_broken_layout_is_mended_and_no_word_changes(mutant: Mutant, trade: str, tmp_path: Path) -> None:
    broken = mutant.of(trade)
    made = relaid(broken, tmp_path)
    assert made.done
    assert [each for each in labels(made.checked.report) if each[0] != "LAY006" or mutant.done != TABLES] == []
    footers = tuple(name for name in parts(broken) if "footer" in name) if mutant.done == "没有页码" else ()
    assert words(made.content, footers) == words(broken, footers)


@pytest.mark.parametrize("mutant", SET[::5], ids=lambda each: each.done)
def test_what_is_mended_is_as_sound_as_it_was(mutant: Mutant, tmp_path: Path) -> None:
    broken = mutant.of("医院")
    for name, content in (("原.docx", broken), ("改.docx", relaid(broken, tmp_path).content)):
        (tmp_path / name).write_bytes(content)
    assert set(audit(tmp_path / "改.docx")) <= set(audit(tmp_path / "原.docx"))


@pytest.mark.parametrize("mutant", [each for each in MUTANTS if each.done in WORDS], ids=lambda each: each.done)
def test_what_is_broken_in_words_stays_and_is_told(mutant: Mutant, tmp_path: Path) -> None:
    broken = mutant.of("学校")
    made = relaid(broken, tmp_path)
    assert mutant.code in {code for code, _label in labels(made.checked.report)}
    assert words(made.content) == words(broken)


@pytest.mark.parametrize("mutant", SET[::6], ids=lambda each: each.done)
def test_parts_that_are_not_touched_are_the_same_byte_for_byte(mutant: Mutant, tmp_path: Path) -> None:
    broken = mutant.of("法院")
    before, after = parts(broken), parts(relaid(broken, tmp_path).content)
    changed = {name for name in before if after[name] != before[name]}
    assert before.keys() == after.keys()
    assert changed <= {"word/document.xml", "word/styles.xml"}


def test_a_style_that_all_paragraphs_of_a_part_share_is_mended_and_not_each_paragraph(tmp_path: Path) -> None:
    broken = next(each for each in MUTANTS if each.done == "正文改成宋体（样式）").of("水务")
    made = relaid(broken, tmp_path)
    before, after = parts(broken), parts(made.content)
    assert after["word/styles.xml"] != before["word/styles.xml"]


@pytest.mark.parametrize("trade", TEXTS)
def test_a_letter_typed_into_another_programs_defaults_is_mended(trade: str, tmp_path: Path) -> None:
    """python-docx: one style for the text, the title, the cells of tables."""
    typed = letter_of(trade)
    made = relaid(typed, tmp_path, unsafe=False)
    assert len(made.done) >= 12
    assert labels(made.checked.report, "LAY") == []
    own = words(typed)
    assert {name: texts for name, texts in words(made.content).items() if name in own} == own
    added = words(made.content).keys() - own.keys()
    assert {"".join(words(made.content)[name]) for name in added} == {"— 1 —"}, "only the numbers of pages"


def test_cells_of_tables_stay_as_they_are(tmp_path: Path) -> None:
    typed = letter_of("学校")
    made = relaid(typed, tmp_path)

    def cells(content: bytes) -> list[bytes]:
        root = etree.fromstring(parts(content)["word/document.xml"])
        return [etree.tostring(node, method="c14n") for node in root.iter(W + "tbl")]

    assert cells(made.content) == cells(typed)


def test_a_word_in_another_font_within_the_text_keeps_it(tmp_path: Path) -> None:
    made = relaid(stressed(), tmp_path)
    root = etree.fromstring(parts(made.content)["word/document.xml"])
    runs = [run for run in root.iter(W + "r") if "重点河段" in "".join(run.itertext())]
    fonts = {node.get(W + "eastAsia") for run in runs for node in run.iter(W + "rFonts")}
    sizes = {node.get(W + "val") for run in runs for node in run.iter(W + "sz")}
    assert (fonts, sizes) == ({"黑体"}, {"32"})


def test_what_libreoffice_saved_is_mended_as_well(tmp_path: Path) -> None:
    saved = through_libreoffice(letter_of("医院"), tmp_path)
    made = relaid(saved, tmp_path, unsafe=False)
    assert labels(made.checked.report, "LAY") == []
    own = words(saved)
    assert {name: texts for name, texts in words(made.content).items() if name in own} == own
    (tmp_path / "改.docx").write_bytes(made.content)
    assert audit(tmp_path / "改.docx") == []


def test_only_what_is_chosen_is_mended(tmp_path: Path) -> None:
    made = relaid(letter_of("水务"), tmp_path, code="LAY008")
    assert {each.code for each in made.done} == {"LAY008"}
    assert {code for code, _label in labels(made.checked.report, "LAY")} >= {"LAY001", "LAY002", "LAY010"}


def test_blanks_that_were_typed_are_words_and_stay(tmp_path: Path) -> None:
    """Four blanks before the addressee: no indent takes them away, the writer has to."""
    parts_ = dict(ground("医院"))
    said(".*局：$", "^", "　　　　")(parts_)
    made = relaid(packed(parts_), tmp_path)
    assert [each.code for each in made.done] == []
    assert [each.code for each in made.left] == ["LAY008"]
    assert "主送机关·左空" in made.left[0].label


def test_blanks_before_the_text_are_counted(tmp_path: Path) -> None:
    """One blank was typed and one character is missing: the indent gives what lacks."""
    parts_ = dict(ground("法院"))
    text = "(?:按照|我会|展厅|部分)"
    laid(text, '<w:ind w:left="0" w:firstLine="0" w:firstLineChars="0"/>')(parts_)
    said(text, "^(?=按照|我会|展厅|部分)", "　")(parts_)
    made = relaid(packed(parts_), tmp_path)
    assert labels(made.checked.report, "LAY") == []
    root = etree.fromstring(parts(made.content)["word/document.xml"])
    first = next(node for node in root.iter(W + "p") if "".join(node.itertext()).startswith("　按照"))
    assert first.find(f"{W}pPr/{W}ind").get(W + "firstLineChars") == "100"


def test_a_line_with_a_picture_in_it_can_still_grow(tmp_path: Path) -> None:
    body = "".join(
        p(f"第{number}季度巡查河道十二次，登记问题三十件，全部办结并回复，没有发生事故。") for number in "一二三"
    )
    drawn = p("第四季度巡查河道十二次，登记问题三十件，见下图，全部办结。").replace(
        "</w:p>", "<w:r><w:pict/></w:r></w:p>"
    )
    made = relaid(docx(p("某区水务局巡河情况的报告") + body + drawn), tmp_path)
    root = etree.fromstring(parts(made.content)["word/document.xml"])
    spacing = {"".join(node.itertext())[:4]: node.find(f"{W}pPr/{W}spacing") for node in root.iter(W + "p")}
    assert spacing["第一季度"].get(W + "lineRule") == "exact"
    assert spacing["第四季度"] is None
