"""Annexes of a finished report become the list of a content file, written out where they can be."""

from pathlib import Path

import pytest
from tests.support.adopted import again, printed_by, squeezed
from tests.support.made import ROOT

from reportgen.pipeline.adopted import adopt_file
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.render.plain import printed_lines

REPORT = (ROOT / "templates" / "dept-evaluation" / "example.yaml").read_text(encoding="utf-8")
TRADES = [
    pytest.param("门诊病人满意度调查问卷", "医疗设备购置合同汇编", "药品采购明细", id="hospital"),
    pytest.param("学生家长问卷及统计结果", "校舍维修工程验收资料", "营养午餐经费明细", id="school"),
    pytest.param("用水户访谈记录", "灌区渠道衬砌施工合同", "维修养护经费明细", id="water"),
]
ANNEXES = """
附件:
  - 标题: {first}
    正文: |
      # 问卷
      本次共发放问卷200份，收回186份。
      # 结果
      表 统计结果
      | 题目 | 满意 | 不满意 |
      | 服务 | 170人 | 16人 |
  - {second}
  - 标题: {third}
    正文: |
      各项支出均有合同、发票和验收单。
"""


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize(("first", "second", "third"), TRADES)
def test_annexes_come_back_as_they_were_written(first: str, second: str, third: str, kind: str, tmp_path: Path) -> None:
    base = REPORT[: REPORT.index("\n附件:")] if "\n附件:" in REPORT else REPORT
    built = build(check_text(base + ANNEXES.format(first=first, second=second, third=third), "报告.yaml"), (kind,))
    path = tmp_path / f"report.{kind}"
    path.write_bytes(built.outputs[kind])
    main = built.checked.main
    assert main
    adoption = adopt_file(path, main.pack)
    assert [title.text for title in again(adoption)[0].document.annexes] == [first, second, third]
    assert printed_by(adoption) == squeezed(line.text for line in printed_lines(main.document, main.template.frame))
