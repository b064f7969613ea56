"""A bound copy: what the cover says, the pages in front of the text, how pages are numbered, what lists are of."""

import re
from pathlib import Path

import pypdfium2
import pytest
from tests.support.made import lines_of
from tests.support.pages import pages_text
from tests.support.verapdf import breaches
from tests.support.wordml import W, WordFile

from reportgen.model.document import Contents, Lists, Table
from reportgen.model.engine import Engine
from reportgen.model.table import CellRole
from reportgen.packs.loader import load_pack
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_file, check_text
from reportgen.word.package import Element

PACK = Path(__file__).resolve().parents[2] / "templates" / "dept-evaluation-bound"
EXAMPLE = (PACK / "example.yaml").read_text(encoding="utf-8")
FIRM = """
项目名称: {project}
委托单位: {client}
评价机构: 样板会计师事务所有限公司
署名: 样板会计师事务所有限公司
报告编号: 样板评字〔2025〕18号
声明: 照模板
签署:
  - {{职责: 项目负责人, 姓名: 李某某}}
  - {{职责: 参与人员, 姓名: 王某、赵某某、周某}}
附件:
  - 标题: {annex}
    正文: |
      表 {table}
      | 项目 | 满意 | 不满意 |
      | 环境 | 170人 | 16人 |
"""
TRADES = [
    pytest.param("示例县人民医院门诊楼改造", "示例县财政局", "病人满意度调查", "问卷结果", id="hospital"),
    pytest.param("样板镇中心学校营养午餐", "样板镇人民政府", "家长问卷", "家长评议", id="school"),
    pytest.param("示例县灌区续建配套", "示例县水利局", "用水户访谈", "访谈结果", id="water"),
]


def bound(more: str) -> str:
    return EXAMPLE + "\n" + more


def firm(project: str, client: str, annex: str, table: str) -> str:
    return bound(FIRM.format(project=project, client=client, annex=annex, table=table))


def squeezed(text: str) -> str:
    return "".join(text.split())


def said(text: str) -> list[tuple[str, str]]:
    return [(each.code, each.label) for each in check_text(text, "bound.yaml").report]


@pytest.fixture(scope="module", params=["单面", "双面"])
def printed(request: pytest.FixtureRequest, engine: Engine) -> tuple[bool, Built]:
    """Printed on one side or on both, with all pages in front."""
    both = request.param == "双面"
    text = firm("示例县灌区续建配套", "示例县水利局", "用水户访谈", "访谈结果") + ("双面印刷: 是\n" if both else "")
    return both, build(check_text(text, "bound.yaml"), ("docx", "pdf"), engine=engine)


# the cover


@pytest.mark.parametrize(("project", "client", "annex", "table"), TRADES)
def test_the_cover_says_what_is_given(project: str, client: str, annex: str, table: str) -> None:
    lines = lines_of(check_text(firm(project, client, annex, table), "bound.yaml"))
    assert lines[0] == "报告编号：样板评字〔2025〕18号"
    assert lines[2:6] == [
        f"项目名称：{project}",
        f"委托单位：{client}",
        "评价机构：样板会计师事务所有限公司",
        "2025年3月20日",
    ]


def test_what_is_not_given_is_not_printed() -> None:
    lines = lines_of(check_text(EXAMPLE, "bound.yaml"))
    assert lines[1:3] == ["某市科技馆", "2025年3月20日"]
    assert not [line for line in lines if line.startswith(("委托单位", "评价机构", "报告编号"))]


def test_secrecy_stands_above_the_number() -> None:
    lines = lines_of(check_text(bound("密级: 秘密★1年\n报告编号: 样板评字〔2025〕18号\n"), "bound.yaml"))
    assert lines[:2] == ["秘密★1年", "报告编号：样板评字〔2025〕18号"]


# the pages in front


@pytest.mark.parametrize(("project", "client", "annex", "table"), TRADES)
def test_each_person_who_signs_has_a_row(project: str, client: str, annex: str, table: str) -> None:
    main = check_text(firm(project, client, annex, table), "bound.yaml").main
    assert main
    sheet = next(block for block in main.document.blocks["目录"] if isinstance(block, Table))
    assert [cell.text for cell in sheet.cells if cell.role is CellRole.HEAD] == ["职责", "姓名", "签字", "日期"]
    assert [cell.text for cell in sheet.cells if cell.column == 1][1:] == ["李某某", "王某", "赵某某", "周某"]
    assert next(cell.rows for cell in sheet.cells if cell.text == "参与人员") == 3


def test_a_statement_is_the_packs_or_the_writers() -> None:
    pack, _found = load_pack(PACK)
    assert pack
    assert "独立、客观、公正地作出。" in "".join(lines_of(check_text(bound("声明: 照模板\n"), "bound.yaml")))
    own = lines_of(check_text(bound("声明: |\n  本机构与被评价单位没有利害关系。\n"), "bound.yaml"))
    assert "本机构与被评价单位没有利害关系。" in own
    assert not [line for line in own if "独立、客观" in line]


def test_pages_in_front_stand_in_the_order_of_the_pack(printed: tuple[bool, Built]) -> None:
    pages = [squeezed(text) for text in pages_text(printed[1].outputs["pdf"])]
    titles = [next((at for at, text in enumerate(pages) if title in text[:12]), None) for title in TITLES]
    assert None not in titles
    assert titles == sorted(titles, key=lambda at: at or 0)


TITLES = ("声明", "签署页", "目录", "图表目录")


def test_without_a_numbered_table_or_figure_there_is_no_list_of_them() -> None:
    main = check_text(EXAMPLE, "bound.yaml").main
    assert main
    lists = [block.lists for block in main.document.walk() if isinstance(block, Contents)]
    assert lists == [Lists.HEADINGS]


# numbers of pages


def numbers(pdf: bytes) -> list[str]:
    """The number that each page prints, empty where it has none."""
    found = (re.search(r"—\s*([IVX\d]+)\s*—", text) for text in pages_text(pdf))
    return [match[1] if match else "" for match in found]


def test_the_front_has_roman_numbers_and_the_text_begins_with_one(printed: tuple[bool, Built]) -> None:
    """On both sides each of its pages is a right-hand one, and the pages between are empty."""
    both, built = printed
    front = ["", "", "I", "", "III", "", "V", "", "VII", ""] if both else ["", "I", "II", "III", "IV"]
    text = numbers(built.outputs["pdf"])[len(front) :]
    assert numbers(built.outputs["pdf"]) == [*front, *map(str, range(1, len(text) + 1))]
    assert list(built.report) == [], "and what is read back is what was meant"


def test_empty_pages_say_nothing(printed: tuple[bool, Built]) -> None:
    both, built = printed
    empty = [at for at, text in enumerate(pages_text(built.outputs["pdf"]), start=1) if not text.strip()]
    assert empty == ([2, 4, 6, 8, 10] if both else [])


def test_word_has_a_section_for_each_way_of_counting(printed: tuple[bool, Built]) -> None:
    both, built = printed
    body = WordFile(built.outputs["docx"]).part("word/document.xml")
    counted = []
    for section in body.iter(f"{W}sectPr"):
        number, kind = section.find(f"{W}pgNumType"), section.find(f"{W}type")
        told = (number.get(f"{W}fmt"), number.get(f"{W}start")) if number is not None else None
        counted.append((told, kind is not None and kind.get(f"{W}val") == "oddPage"))
    assert counted[:2] == [(None, False), (("upperRoman", "1"), both)]
    assert counted[-1] == (("decimal", "1"), both)
    assert section_with_cover(body) == [True, *[False] * (len(counted) - 1)]


def section_with_cover(body: Element) -> list[bool]:
    """For each section whether its first page has no number."""
    return [section.find(f"{W}titlePg") is not None for section in body.iter(f"{W}sectPr")]


def test_entries_have_the_numbers_that_their_pages_print(printed: tuple[bool, Built]) -> None:
    """The annex and its table are on the last page; in Word's fields they are the same."""
    built = printed[1]
    last = numbers(built.outputs["pdf"])[-1]
    pages = [squeezed(text) for text in pages_text(built.outputs["pdf"])]
    assert any(re.search(rf"附件用水户访谈\.+{last}(?!\d)", text) for text in pages)
    assert any(re.search(rf"图表目录表1访谈结果\.+{last}(?!\d)", text) for text in pages)
    words = [
        squeezed("".join(p.itertext())) for p in WordFile(built.outputs["docx"]).part("word/document.xml").iter(f"{W}p")
    ]
    assert any(re.fullmatch(rf".*附件用水户访谈PAGEREF_Toc\d+\\h{last}.*", text) for text in words)
    assert any(re.fullmatch(rf"TOC\\h\\z\\fF表1访谈结果PAGEREF_Toc\d+\\h{last}", text) for text in words)


def test_viewers_name_the_pages_as_they_are_printed() -> None:
    text = firm("示例县灌区续建配套", "示例县水利局", "用水户访谈", "访谈结果")
    pdf = build(check_text(text, "bound.yaml"), ("pdf",)).outputs["pdf"]
    labels = [pypdfium2.PdfDocument(pdf).get_page_label(at) for at in range(6)]
    assert labels[1:] == ["I", "II", "III", "IV", "1"]


@pytest.mark.parametrize("standard", ["PDF/A-2a", "PDF/UA-1"])
@pytest.mark.parametrize("both", ["是", "否"])
def test_it_is_for_archives_and_for_screen_readers(both: str, standard: str) -> None:
    """Empty pages, lists of captions and cells to sign in as well."""
    text = firm("示例县灌区续建配套", "示例县水利局", "用水户访谈", "访谈结果") + f"双面印刷: {both}\n"
    assert breaches(build(check_text(text, "bound.yaml"), ("pdf",)).outputs["pdf"], standard) == []


# what is wrong


@pytest.mark.parametrize(
    ("more", "code", "label"),
    [
        ("签署:\n  - {职责: 项目负责人}\n", "CON002", "这里缺少「姓名」"),
        ("签署:\n  - {职责: 项目负责人, 姓名: 、}\n", "CON018", "「项目负责人」没有写姓名"),
        ("双面印刷: 两面\n", "CON018", "「双面印刷」写 是 或 否"),
    ],
    ids=["no-names-key", "no-names", "both-sides"],
)
def test_what_is_wrong_with_the_front_is_said_where_it_stands(more: str, code: str, label: str) -> None:
    report = check_text(bound(more), "bound.yaml").report
    assert [(each.code, each.label) for each in report] == [(code, label)]
    assert next(iter(report)).place.line > EXAMPLE.count("\n")


@pytest.mark.parametrize(
    ("front", "label"),
    [
        ("  - 扉页: 是\n", "前页写：声明、签署、目录、图表目录"),
        ("  - {声明: 申明, 标题: 声明}\n", "没有声明这个字段"),
        ("  - {签署: 声明, 标题: 签署页}\n", "这个字段的类型是「正文」"),
        ("  - {声明: 签署, 标题: 声明}\n", "这个字段的类型是「清单」"),
        ("  - 目录: 九\n", "「目录」写列到第几级标题，1 到 3"),
    ],
)
def test_a_pack_whose_front_cannot_be_read_is_refused(front: str, label: str, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(f"继承: dept-evaluation-bound\n名称: 甲\n前页:\n{front}", encoding="utf-8")
    read, found = load_pack(tmp_path)
    assert read is None
    assert [finding.label for finding in found] == [label]


def test_a_statement_that_the_pack_has_no_words_for_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "firm"
    folder.mkdir()
    front = "  - {声明: 声明, 标题: 声明}\n  - 目录: 2\n"
    (folder / "pack.yaml").write_text(f"继承: dept-evaluation-bound\n名称: 甲\n前页:\n{front}", encoding="utf-8")
    text = bound("声明: 照模板\n").replace("部门整体支出绩效评价报告（装订本）", "甲")
    report = check_text(text, "bound.yaml", (tmp_path,)).report
    assert [(each.code, each.label) for each in report] == [("CON018", "这个模板没有现成的「声明」，请写出来")]


def test_read_back_the_copy_keeps_the_standard(printed: tuple[bool, Built], engine: Engine, tmp_path: Path) -> None:
    """Roman numbers in front, and a number of the firm's on the cover, are no faults of layout.

    WeasyPrint puts numbers at the sides by the sheet: on one side, page 1 of the text may be a left one.
    """
    sheets = engine is Engine.WEASYPRINT and not printed[0]
    for kind in ("docx",) if sheets else ("docx", "pdf"):
        path = tmp_path / f"bound.{kind}"
        path.write_bytes(printed[1].outputs[kind])
        assert [each.label for each in check_file(path).report if each.code.startswith("LAY")] == []
