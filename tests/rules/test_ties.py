"""NUM008: lists in prose against their total, in a whole content file."""

from pathlib import Path

import pytest
from tests.rules.fragments import ROOT, findings, marked, merged, said, sentence

from reportgen.pipeline.check import check_file

CONTENT = sorted((ROOT / "content").glob("*.yaml"))


def test_the_total_is_marked_and_the_working_shown() -> None:
    content = sentence("全年共更新展品22件，其中一楼展厅4件，二楼展厅11件，三楼展厅6件。")
    (finding,) = [finding for finding in findings(content) if finding.code == "NUM008"]
    assert marked(content, finding) == "22件"
    assert finding.notes == ("3 项相加得 21件：4 + 11 + 6", "与总数 22件 相差 1件")
    assert finding.certain


def test_the_working_is_in_the_unit_of_the_total() -> None:
    content = sentence("总支出1.05亿元，其中：人员经费5000.5万元，公用经费6000.5万元。")
    (finding,) = [finding for finding in findings(content) if finding.code == "NUM008"]
    assert finding.notes[0] == "2 项相加得 1.1001亿元：0.50005 + 0.60005"


@pytest.mark.parametrize(
    "text",
    [
        "共举办活动20场，其中科普讲座8场、科学表演9场等。",
        "共有职工80人，其中女职工45人、党员40人。",
        "全年接待12000人次，其中团体5000人次，学生6500人次。",
        "本年支出100万元，其中设备购置20万元、维护15万元。",
    ],
)
def test_what_is_not_certain_is_not_said(text: str) -> None:
    assert "NUM008" not in [code for code, _ in said(text)]


def test_a_sum_of_facts_is_complained_of_where_the_facts_stand() -> None:
    content = merged(
        "数据:\n  展品更新: {合计: 22件, 一楼展厅: 4件, 二楼展厅: 11件, 三楼展厅: 6件}\n"
        "收支情况: |\n  共更新{{ 展品更新.合计 }}展品，其中一楼展厅{{ 展品更新.一楼展厅 }}，"
        "二楼展厅{{ 展品更新.二楼展厅 }}，三楼展厅{{ 展品更新.三楼展厅 }}。\n"
    )
    assert [finding.code for finding in findings(content)] == ["NUM005"]


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_the_published_reports_are_not_called_wrong(path: Path) -> None:
    assert [finding for finding in check_file(path).report if finding.code == "NUM008"] == []
