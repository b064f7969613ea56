"""Annexes of a content file: named, written out, made by a pack, or set apart; listed and numbered together."""

import re
from pathlib import Path

import pikepdf
import pytest
from tests.support.letter import PACK as LETTER
from tests.support.letter import letter
from tests.support.made import lines_of
from tests.support.pages import page_lines, pages_text
from tests.support.wordml import W, WordFile

from reportgen.model.document import Paragraph, Role, plain_text
from reportgen.model.engine import Engine
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_text

BOUND = LETTER.parent / "dept-evaluation-bound" / "example.yaml"
APART, ACROSS = "    另装: 是\n", "    横排: 是\n"
TRADES = [
    pytest.param("门诊病人满意度调查问卷", "医疗设备购置合同汇编", "药品集中采购明细表", id="hospital"),
    pytest.param("学生家长问卷及统计结果", "校舍维修工程验收资料", "营养午餐经费明细表", id="school"),
    pytest.param("用水户访谈记录", "灌区渠道衬砌施工合同", "水利工程维修养护经费明细表", id="water"),
]


def with_annexes(*entries: str) -> str:
    """The letter with a list of annexes."""
    return letter(("\n附注:", "\n附件:\n" + "".join(f"  - {entry}\n" for entry in entries) + "\n附注:"))


def written(title: str, *lines: str, own: str = "") -> str:
    """An annex that is written out."""
    text = "".join(f"      {line}\n" for line in lines or ("本附件由承办科室填报。",))
    return f"标题: {title}\n{own}    正文: |\n{text}".rstrip("\n")


def found(text: str) -> list[tuple[int, str, str]]:
    """What is said of the annexes of a content file: line, code and words."""
    report = check_text(text, "letter.yaml").report
    return [(each.place.line, each.code, each.label) for each in report if each.code in ("CON017", "CON002")]


@pytest.mark.parametrize(("first", "second", "third"), TRADES)
def test_named_and_written_annexes_are_numbered_together(first: str, second: str, third: str) -> None:
    """附件2 is kept elsewhere: it is listed, has its number, and no page."""
    said = lines_of(check_text(with_annexes(written(first), second, written(third)), "letter.yaml"))
    below = said.index(f"附件：1. {first}")
    assert said[below : below + 3] == [f"附件：1. {first}", f"2. {second}", f"3. {third}"]
    assert [line for line in said if line.startswith("附件") and line[2:].isdigit()] == ["附件1", "附件3"]
    assert said[said.index("附件3") + 1] == third


def test_one_annex_has_no_number() -> None:
    said = lines_of(check_text(with_annexes(written("居民评议汇总表")), "letter.yaml"))
    assert "附件：居民评议汇总表" in said
    assert said[said.index("附件") + 1] == "居民评议汇总表"


def test_the_form_of_a_pack_has_the_place_that_the_list_gives_it() -> None:
    """Not named, it comes first."""
    listed = "附件:\n  - 现场评价照片\n{}附注:"
    own = check_text(letter(("\n附注:", "\n" + listed.format("")), annex=True), "letter.yaml").main
    assert own
    titles = [title.text for title in own.document.annexes]
    assert titles[1] == "现场评价照片"
    named = check_text(letter(("\n附注:", "\n" + listed.format(f"  - {titles[0]}\n")), annex=True), "letter.yaml")
    assert named.main
    assert [title.text for title in named.main.document.annexes] == ["现场评价照片", titles[0]]
    assert "附件2" in lines_of(named)
    assert not named.report.fatal


def test_headings_of_an_annex_begin_with_one_again() -> None:
    annex = written("观众问卷", "# 基本情况", "共发放问卷200份。", "# 统计结果", "收回190份。")
    said = lines_of(check_text(with_annexes(annex), "letter.yaml"))
    assert said[said.index("附件") + 2 :][:4] == ["一、基本情况", "共发放问卷200份。", "二、统计结果", "收回190份。"]


@pytest.mark.parametrize(
    ("entries", "line", "code", "words"),
    [
        (("设备清单", "合同汇编", "设备清单"), 3, "CON017", "附件「设备清单」写了两次"),
        (("正文: |\n      共发放问卷200份。",), 1, "CON002", "这里缺少「标题」"),
        (("标题: 巡河记录\n    另装: 是",), 1, "CON017", "附件「巡河记录」没有写「正文」，没有什么可以排"),
    ],
    ids=["named-twice", "no-title", "nothing-to-set"],
)
def test_what_is_wrong_with_an_annex_is_said_at_its_line(
    entries: tuple[str, ...], line: int, code: str, words: str
) -> None:
    text = with_annexes(*entries)
    first = text[: text.index("\n附件:")].count("\n") + 2
    assert found(text) == [(first + line, code, words)]


def test_an_annex_set_apart_needs_the_number_of_its_text() -> None:
    apart = written("展品目录", own=APART)
    text = BOUND.read_text(encoding="utf-8") + f"\n附件:\n  - {apart}\n"
    assert [words for _line, _code, words in found(text)] == ["另装的附件第一行要印发文字号，这份文件没有"]


@pytest.mark.parametrize(("first", "second", "third"), TRADES)
def test_an_annex_set_apart_is_a_file_with_the_number_of_its_text(first: str, second: str, third: str) -> None:
    """§7.3.7: 发文字号 and 附件 with its number in the first line; the text lists it and does not bind it in."""
    apart = (written(first, own=APART), written(third, own=APART))
    checked = check_text(with_annexes(second, *apart), "letter.yaml")
    assert not checked.report.fatal
    number = checked.drafts[0].content.text("发文字号")
    built = build(checked, ("docx", "pdf", "txt"))
    assert list(built.beside) == ["附件2", "附件3"]
    assert f"2. {first}" in built.outputs["txt"].decode()
    assert "\n附件2\n" not in built.outputs["txt"].decode()
    for mark, title in (("附件2", first), ("附件3", third)):
        assert built.beside[mark]["txt"].decode().splitlines()[:2] == [number + mark, title]
        assert pages_text(built.beside[mark]["pdf"])[0].split()[0] == number + mark
    assert [finding.code for finding in built.report if finding.code.startswith("VER")] == []


LONG = "示例县水利局2024年度中小型水库维修养护项目支出绩效评价指标体系及评分标准说明（含评分依据和佐证材料目录）"


@pytest.fixture(scope="module")
def noted() -> Built:
    return build(check_text(with_annexes(LONG, LONG + "（续）"), "letter.yaml"), ("docx", "pdf"))


def test_a_name_goes_on_below_its_first_character(noted: Built) -> None:
    """And 2. stands below 1. (§7.3.4); the blank behind 1. takes its share where the line is spread."""
    lines = [line for page in page_lines(noted.outputs["pdf"]) for line in page]
    at = next(number for number, line in enumerate(lines) if line.text.startswith("附件：1."))
    first, *rest = lines[at : at + 6]
    name = first.glyphs[first.text.index("示")].left
    item = first.glyphs[first.text.index("1")].left
    second = next(line for line in rest if line.text.startswith("2."))
    below = [line for line in rest if line is not second and line.baseline > 0][:3]
    assert second.glyphs[0].left == pytest.approx(item, abs=0.3)
    assert second.glyphs[second.text.index("示")].left == pytest.approx(name, abs=0.5)
    assert [line.glyphs[0].left for line in below[:2]] == pytest.approx([name, name], abs=2.0)


def test_word_has_the_same_hanging_indents(noted: Built) -> None:
    body = WordFile(noted.outputs["docx"]).part("word/document.xml")
    notes = [p for p in body.iter(f"{W}p") if "".join(p.itertext()).startswith(("附件：1.", "2. "))]
    indents = [next(p.iter(f"{W}ind")) for p in notes]
    assert [(each.get(f"{W}leftChars"), each.get(f"{W}hangingChars")) for each in indents] == [
        ("600", "400"),
        ("600", "100"),
    ]


@pytest.fixture(scope="module")
def bound(engine: Engine) -> Built:
    annexes = "\n附件:\n  - {}\n  - 佐证材料目录\n  - {}\n".format(
        written("观众问卷", "# 问卷", "共发放问卷200份。"), written("展品目录", own=ACROSS)
    )
    return build(check_text(BOUND.read_text(encoding="utf-8") + annexes, "bound.yaml"), ("docx", "pdf"), engine=engine)


def test_annexes_stand_in_the_table_of_contents_with_their_pages(bound: Built) -> None:
    """And their own headings do not."""
    pages = ["".join(text.split()) for text in pages_text(bound.outputs["pdf"])]
    contents = next(text for text in pages if text.startswith("目录"))
    for mark, title in (("附件1", "观众问卷"), ("附件3", "展品目录")):
        own = next(text for text in pages if mark + title in text and not text.startswith("目录"))
        number = re.search(r"—(\d+)—", own)
        assert number
        assert re.search(rf"{mark}{title}\.+{number[1]}(?!\d)", contents)
    assert "一、问卷" not in contents
    assert list(bound.report) == []


def test_annexes_are_bookmarks_with_their_headings_below(bound: Built, tmp_path: Path) -> None:
    path = tmp_path / "bound.pdf"
    path.write_bytes(bound.outputs["pdf"])
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        last = {item.title: [child.title for child in item.children] for item in outline.root[-2:]}
    assert last == {"附件1　观众问卷": ["一、问卷"], "附件3　展品目录": []}


def test_word_lists_annexes_anew_as_they_stand_here(bound: Built) -> None:
    """By hidden TC fields, which the field of the table of contents asks for; headings of annexes have no level."""
    body = WordFile(bound.outputs["docx"]).part("word/document.xml")
    codes = [node.text.strip() for node in body.iter(f"{W}instrText")]
    assert next(code for code in codes if code.startswith("TOC")) == r'TOC \o "1-2" \h \z \u \f A'
    assert [code for code in codes if code.startswith("TC")] == [
        r'TC "附件1　观众问卷" \f A \l 1',
        r'TC "附件3　展品目录" \f A \l 1',
    ]
    heading = next(p for p in body.iter(f"{W}p") if "".join(p.itertext()) == "一、问卷")
    assert next(heading.iter(f"{W}outlineLvl")).get(f"{W}val") == "9"


def test_the_letter_itself_has_nothing_to_report() -> None:
    """Annexes kept elsewhere are no annexes that are missing."""
    assert [each.code for each in check_text(with_annexes("合同汇编", written("照片")), "x.yaml").report] == []


def test_titles_of_annexes_are_in_roles_that_templates_know() -> None:
    main = check_text(with_annexes(written(LONG)), "letter.yaml").main
    assert main
    title = next(b for b in main.document.walk() if isinstance(b, Paragraph) and b.role is Role.ANNEX_TITLE)
    assert "\n" in plain_text(title.inlines), "in lines, as every long title"
