"""Several papers of a unit become a line; the list of units says what is missing and what is late."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.papers import entry, summary
from tests.support.workbooks import saved

from reportgen.errors import UsageProblem
from reportgen.fill.workbook import read_book
from reportgen.packs.pack import Stage
from reportgen.record import replace
from reportgen.summary.entries import FileRead, Measure
from reportgen.summary.expected import Expected, expected_of
from reportgen.summary.same_papers import told_once

HEADS = ["单位名称", "主管部门", "级次", "截止日期", "应报材料", "简称"]
LIST = [
    ["应报绩效材料的单位"],
    HEADS,
    ["示例县人民医院", "示例县卫生健康局", "县级", date(2025, 3, 31), "自评表、评价报告", "县医院"],
    ["示例县第二小学", "示例县教育局", "县级", date(2025, 3, 31), "评价报告", ""],
]


def test_a_list_is_read_by_its_heads(tmp_path: Path) -> None:
    """A title may stand above them, in whatever order they are; workbook and text say the same."""
    book = expected_of(read_book(saved(tmp_path / "名单.xlsx", {"名单": LIST})))
    text = tmp_path / "名单.csv"
    text.write_text(
        "简称,单位名称,级次,主管部门,截止日期,应报材料\n县医院,示例县人民医院,县级,示例县卫生健康局,2025年3月31日,自评表、评价报告\n"
    )
    assert book[0] == Expected(
        "示例县人民医院", "示例县卫生健康局", "县级", date(2025, 3, 31), ("自评表", "评价报告"), ("县医院",), 3
    )
    assert [replace(each, line=3) for each in expected_of(read_book(text))] == book[:1]


def test_a_list_of_names_needs_no_head(tmp_path: Path) -> None:
    path = tmp_path / "名单.txt"
    path.write_text("示例县水务局\n样板镇人民政府\n", encoding="gb18030")
    assert [each.name for each in expected_of(read_book(path))] == ["示例县水务局", "样板镇人民政府"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["单位", "截止日期"], ["示例县水务局", "三月底"]], "名单.xlsx 第 2 行的截止日期「三月底」看不懂"),
        ([["单位"], ["示例县水务局"], ["示例县 水务局"]], "名单.xlsx 第 3 行的「示例县 水务局」和第 2 行重复了"),
        ([["编号", "备注"], ["1", "无"]], "名单.xlsx 里没有「单位」这一栏"),
        ([["单位"]], "名单.xlsx 里没有单位"),
    ],
)
def test_what_is_wrong_with_a_list_is_told_with_its_line(tmp_path: Path, rows: list[list[str]], told: str) -> None:
    with pytest.raises(UsageProblem, match=told):
        expected_of(read_book(saved(tmp_path / "名单.xlsx", {"名单": rows})))


def test_missing_late_and_unexpected_units_are_named() -> None:
    due = date(2025, 3, 31)
    listed = [
        Expected("示例县人民医院", "示例县卫生健康局", "县级", due, ("自评表", "评价报告"), ("县医院",)),
        Expected("示例县第二小学", "示例县教育局", "县级", due),
        Expected("样板镇人民政府", "", "乡级", due),
    ]
    hospital = entry("县医院", "9138", "8874", day=date(2025, 4, 3))
    school, court = entry("示例县第二小学", day=date(2025, 3, 20)), entry("样板县人民法院", department="样板县委政法委")
    lines = {line.name: line for line in summary(hospital, school, court, expected=listed).units}
    assert {name: (line.missing, line.late, line.listed) for name, line in lines.items()} == {
        "示例县人民医院": (("自评表",), 3, True),
        "示例县第二小学": ((), 0, True),
        "样板镇人民政府": (("全部材料",), 0, True),
        "样板县人民法院": ((), 0, False),
    }
    assert lines["样板县人民法院"].department == "样板县委政法委"


def test_of_several_papers_the_latest_counts_and_the_others_are_kept() -> None:
    report = entry("示例县水务局", "5000000", "4800000", "92")
    form = replace(entry("示例县水务局", "5000000", "4750000", "95", file="自评表.docx"), stage=Stage.SELF_EVALUATION)
    (line,) = summary(form, report).units
    spent = line.money[Measure.SPENT]
    assert (spent.value, [each.value for each in spent.others]) == (Decimal(4800000), [Decimal(4750000)])
    assert line.points is not None
    assert line.points.words == "92分"


def test_papers_of_another_year_are_named_and_do_not_count() -> None:
    found = summary(entry("示例县水务局", "500"), entry("示例县水务局", "400", year=2023, file="旧.docx"))
    assert [unit.money[Measure.BUDGET].value for unit in found.units] == [Decimal(500)]
    assert [(each.file, "2023年" in each.why) for each in found.unread] == [("旧.docx", True)]


def test_a_document_in_two_formats_counts_once_and_two_versions_twice() -> None:
    content, word = entry("示例县水务局", file="报告.yaml"), entry("示例县水务局", file="报告.docx")
    once, same = told_once([FileRead(each.file, (each,)) for each in (word, content)])
    assert ([each.file for each in once], same) == (["报告.yaml"], {"报告.docx": "报告.yaml"})
    versions = [FileRead(file, (replace(word, file=file),)) for file in ("初稿.docx", "定稿.docx")]
    assert told_once(versions) == (versions, {})
