"""Files as people write them: quotes, folded text, texts with an indent of their own, lists over several lines."""

from pathlib import Path

import pytest
from tests.support.shell import Shell

from reportgen.pipeline.check import check_text
from reportgen.pipeline.rolling import roll_file

COURT = """\
# 某县人民法院
"文种": '部门整体支出绩效自评表'
单位:   某县人民法院   # 全称
年度: "2024年"
"数据":
  "收案": { 合计: "1,200件" ,结案: 1150件,
    结案率: 95.8% }   # 以系统为准
  空着:
    法官: 12人
预算:
    金额单位: 万元
    年初预算: 900.00
    批复:    910.00     # 含追加
    支出: '905.50'
年度目标:
  预期目标: >
    2024年审结案件1100件以上，
    结案率95%以上。
  完成情况: |2-
      2024年审结1150件，
    其中刑事80件。
绩效指标:
- 一级指标: 产出指标
  二级指标: 数量指标
  三级指标: 审结案件
  指标值: ≥1100件
  完成值: 1150件
  分值: 50
- {一级指标: 效益指标, 二级指标: 社会效益指标, 三级指标: "服判息诉率",
   指标值: ≥90%, 完成值: "92%", 分值: 30,
   偏差原因: 无}
- { 偏差原因: 样本少, 一级指标: 满意度指标, 三级指标: 当事人满意度, 指标值: ≥90%, 完成值: 88%, 分值: 10 }
评价: {等级: "优"}"""


def rolled(shell: Shell, text: str) -> str:
    shell.write("法院-2024.yaml", text)
    return roll_file(Path("法院-2024.yaml"), ()).rolled.text


def test_every_way_of_writing_stays(shell: Shell) -> None:
    text = rolled(shell, COURT)
    for line in (
        '年度: "2025年"',
        '  "收案": { 合计: "【待填：件】" ,结案: 【待填：件】,',
        "    结案率: 【待填：%】 }   # 以系统为准",
        "    批复:    【待填：万元】     # 含追加",
        "    支出: '【待填：万元】'",
        "    2024年审结案件1100件以上，",
        "  完成情况: |2-",
        "      【待填】",
        "  完成值: 【待填：件】",
        '   指标值: ≥90%, 完成值: "【待填：%】", 分值: 30}',
        '评价: {等级: "【待填】"}',
    ):
        assert line in text.splitlines(), line
    assert text.endswith("预算: {年初预算: 900.00万元, 批复: 910.00万元, 支出: 905.50万元}\n")
    assert not check_text(text, "法院.yaml").report.fatal


def test_the_reason_of_a_year_is_taken_out_wherever_it_stands_in_its_line(shell: Shell) -> None:
    text = rolled(shell, COURT)
    assert "偏差原因" not in text
    assert "- { 一级指标: 满意度指标, 三级指标: 当事人满意度, 指标值: ≥90%, 完成值: 【待填：%】, 分值: 10 }" in text


def test_folded_text_keeps_its_year_and_is_told(shell: Shell) -> None:
    """A text that YAML folds has no place for each of its characters: it is left, and the report says so."""
    shell.write("法院-2024.yaml", COURT)
    out = shell.run("roll", "法院-2024.yaml")[1]
    assert "年度目标.预期目标　2024年审结" in out.split("后移一年")[0]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_mark_of_byte_order_stays(mark: bytes, shell: Shell) -> None:
    path = shell.folder / "法院-2024.yaml"
    path.write_bytes(mark + COURT.encode())
    assert shell.run("roll", path.name)[0] == 0
    assert (shell.folder / "法院-2025.yaml").read_bytes().startswith(mark + "# 某县".encode())
