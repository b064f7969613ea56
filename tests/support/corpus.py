"""A small document of the corpus, in which every figure is right, as the ground on which tests plant errors."""

from benchmarks.accuracy.corpus.source import At, Document, Words, parse

SOURCE = """\
@title 某市水务局2024年度部门整体支出
@title 绩效评价报告
@subtitle （⟦2024|year⟧年度）
@addressee 某市财政局：
@toc
# 一、单位概况
## （一）人员情况
核定编制20名，实有⟦18人|posts⟧。开展了⟦四|count⟧项活动：培训、巡查、宣传、演练。
2024年支出⟦114.60万元|sum unit same⟧，其中：基本支出⟦78.40万元|sum⟧，项目支出⟦36.20万元|sum unit=36.20亿元⟧。
决算数⟦大于|compare⟧预算数，满意度⟦95.50%|over alone⟧，⟦开展|doubled⟧巡查⟦12次|negative⟧，截至⟦2024年12月31日|date⟧。
@caption 表1 支出决算表
@unit 单位：万元
| 科目编码 | 项目 | 2024年度 | < |
| ^ | ^ | 预算 | 决算 |
| 20101 | 基本支出 | 1,080.00 | ⟦78.40|table⟧ |
| 20102 | 项目支出 | 36.00 | ⟦36.20|table⟧ |
| 合计 | < | 1,116.00 | ⟦114.60|table tied⟧ |
@note 注：本表不含往来款。
@pagebreak
@annex 附件1
@title 名词解释
1.基本支出：保障机构运转的支出。
@author ⟦某市水务局|unitname=某市水利局⟧
@date 2025年4月15日
"""


def document() -> Document:
    """The document."""
    return parse(SOURCE, "example.txt")


def where(text: str) -> tuple[At, Words]:
    """The words of the document that hold `text`."""
    return next((at, words) for at, words in document().words() if text in words.text)
