"""Help for a field: what it is for, what the example writes, what stood there last year."""

import json
from pathlib import Path

import pytest
from tests.support.desk_routes import TestClient, asking
from tests.support.example import ROOT
from tests.support.made import Made

NOW = """文种: 部门整体支出绩效评价报告
单位: 示例县人民医院
年度: 2024
单位概况: {人员情况: 【待填】}
活动:
  - {部门: 门诊部, 内容: 【待填】}
  - {部门: 体检中心, 内容: 【待填】}
数据:
  门诊: {人次: 93812人次}
"""
BEFORE = """文种: 部门整体支出绩效评价报告
单位: 示例县人民医院
年度: 2023
单位概况:
  人员情况: |
    # 编制
    核定编制320人。
活动:
  - {部门: 住院部, 内容: 收治病人。}
  - {部门: 门诊部, 内容: 开设专家门诊。}
数据:
  门诊: {人次: 90156人次}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With one file."""
    (tmp_path / "医院-2024.yaml").write_text(NOW, encoding="utf-8")
    return tmp_path


def told(folder: Path, what: str, *path: str, file: str = "医院-2024.yaml") -> str:
    """The part of the page."""
    answer = asking(folder).get(f"/content/{what}", params={"file": file, "path": json.dumps(path)})
    assert answer.status_code == 200, answer.text
    return str(answer.text)


def test_a_field_is_told_in_full_with_the_whole_text_of_the_example(folder: Path) -> None:
    page = told(folder, "help", "单位概况", "人员情况")
    assert "必填 · 正文 · 部门整体支出绩效评价报告" in page
    assert "要写数字按 Ctrl+K 插入" in page
    assert "某市科技馆" in page


def test_parts_of_items_are_told(folder: Path) -> None:
    assert "左边" not in told(folder, "help", "活动", "2", "内容")
    assert "做了什么、成效怎样" in told(folder, "help", "活动")


def test_what_the_document_types_example_leaves_out_is_shown_of_another(folder: Path) -> None:
    page = told(folder, "help", "图表")
    assert "预算执行情况" in page
    assert "某市科技馆" in page


def test_a_field_that_no_document_has(folder: Path) -> None:
    assert "这个文件用的模板没有这一栏" in told(folder, "help", "没有的")


def test_last_years_text_stands_beside_it(folder: Path) -> None:
    (folder / "医院-2023.yaml").write_text(BEFORE, encoding="utf-8")
    page = told(folder, "former", "单位概况", "人员情况")
    assert "医院-2023.yaml" in page
    assert '<p class="told-head">编制</p>' in page
    assert "核定编制320人。" in page
    assert "90156人次" in told(folder, "former", "数据")
    assert "上年的文件里没有这一栏" in told(folder, "former", "绩效分析", "执行管理")


def test_an_item_is_beside_the_one_that_was_called_the_same(folder: Path) -> None:
    (folder / "医院-2023.yaml").write_text(BEFORE, encoding="utf-8")
    assert "开设专家门诊。" in told(folder, "former", "活动", "1", "内容")
    assert "上年的文件里没有这一栏" in told(folder, "former", "活动", "2", "内容")


def test_without_last_years_file_it_says_how_it_comes_to_be_known(folder: Path) -> None:
    page = told(folder, "former", "单位概况", "人员情况")
    assert "旁边没有 医院-2023.yaml" in page
    assert "「上年文件」" in page


def test_a_finished_report_of_last_year_is_read_into_fields(tmp_path: Path, nanyang: Made) -> None:
    text = (ROOT / "content" / "nanyang-2020.yaml").read_text(encoding="utf-8").replace("年度: 2020", "年度: 2021")
    (tmp_path / "南阳-2021.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "南阳-2020.docx").write_bytes(nanyang.built.outputs["docx"])
    page = told(tmp_path, "former", "单位概况", "人员情况", file="南阳-2021.yaml")
    assert "南阳-2020.docx" in page
    assert "编制" in page


def manual(client: TestClient, code: str) -> tuple[int, str]:
    """A page of the manual."""
    answer = client.get(f"/manual/{code}")
    return answer.status_code, answer.text


def test_the_manual_page_of_a_rule(folder: Path) -> None:
    client = asking(folder)
    status, page = manual(client, "num001")
    assert status == 200
    assert "NUM001 支付率与支出、到位对不上" in page
    assert "支付率: 53.6%" in page
    assert "<script>" not in page
    status, page = manual(client, "XXX999")
    assert (status, "没有这个代码" in page) == (404, True)
