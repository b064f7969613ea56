"""上年 and 同比: last year's figures in a sentence and in a form, and how this year's compare."""

from pathlib import Path

from reportgen.api import check_text
from reportgen.pipeline.check import check_text as checked
from reportgen.render.plain import render_plain

LETTER = """
文种: 公文（信函格式）
单位: 某县水务局
发文机关标志: 某县水务局
发文字号: 某水函〔2026〕6号
主送机关: 某县财政局
事由: 2025年水费收入
公文种类: 函
成文日期: 2026年3月20日
年度: 2025
数据:
  水费收入: {now}
正文: |
  全年水费收入{{{{ 水费收入 }}}}，上年{{{{ 上年.水费收入 }}}}，同比{{{{ 同比.水费收入 }}}}。
上年:
  数据:
    水费收入: {before}
"""


def said(now: str, before: str) -> str:
    draft = checked(LETTER.format(now=now, before=before).lstrip(), "函.yaml").drafts[0]
    text = render_plain(draft.document, draft.template.frame)
    return next(line for line in text.splitlines() if "全年水费收入" in line)


def test_a_sentence_says_both_years_and_the_growth() -> None:
    assert said("330.00万元", "300.00万元") == "全年水费收入330.00万元，上年300.00万元，同比10.00%。"
    assert said("285.00万元", "3000000元") == "全年水费收入285.00万元，上年3000000元，同比-5.00%。"


def test_from_nothing_there_is_no_rate_and_before_it_is_filled_in_there_is_a_hole() -> None:
    assert said("12.00万元", "0.00万元").endswith("同比—。")
    assert said("【待填：万元】", "300.00万元") == "全年水费收入【待填：万元】，上年300.00万元，同比【待填：%】。"


def test_a_name_alone_means_this_year() -> None:
    """What is only known of last year is not taken for this year's: what was left out is said to be missing."""
    text = LETTER.format(now="1万元", before="2万元").replace("  水费收入: 1万元", "  电费: 1万元", 1).lstrip()
    assert [finding.code for finding in check_text(text)][:1] == ["REF001"]


FORM = """
继承: project-self-evaluation
名称: 带上年数的自评表
字段:
  预算: {类型: 经费表, 说明: 全年的预算和支出}
表格:
  对比表:
    列宽: [40, 40, 40]
    行:
      - [{文: 支出}, {文: 上年支出}, {文: 同比}]
      - [{填: 预算.支出}, {填: 上年.预算.支出}, {填: 同比.预算.支出}]
提纲:
  - 表: 对比表
"""


def test_a_form_has_a_column_of_last_year(tmp_path: Path) -> None:
    folder = tmp_path / "packs" / "compared"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(FORM.lstrip(), encoding="utf-8")
    text = """
文种: 带上年数的自评表
单位: 示例县人民医院
年度: 2025
项目自评: 无
预算: {金额单位: 万元, 支出: 220.00}
上年: {预算: {支出: 200.00万元}}
""".lstrip()
    report = checked(text, "医院.yaml", (tmp_path / "packs",))
    lines = render_plain(report.drafts[0].document, report.drafts[0].template.frame).splitlines()
    assert [line for line in lines if line[0].isdigit()] == ["220.00", "200.00万元", "10.00%"]
