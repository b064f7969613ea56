"""What people paste from Excel, WPS, WeChat and web pages: named on its line, in its own column, and mended by --fix.

Each example is a small file; behind it stand the code, the line and the column that are said, and what `--fix` makes of
that line (None where only the writer knows).
"""

from typing import NamedTuple

import pytest

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.source.edits import edited
from reportgen.source.reader import Source, read_source, split_lines


class Paste(NamedTuple):
    text: str
    code: str
    line: int
    column: int
    mended: str | None


NBSP, ZWSP, BOM, IDEOGRAPHIC, THIN = "\u00a0", "\u200b", "\ufeff", "\u3000", "\u2009"
HOSPITAL, SCHOOL, COURT, WATER = "示例县人民医院", "某市第二中学", "示例区人民法院", "某市水务局"

PASTES = {
    # prose behind | that does not stand where YAML looks for it
    "正文没有缩进": Paste("门诊: |\n全年门诊12万人次。\n年度: 2024\n", "SRC014", 2, 1, "  全年门诊12万人次。"),
    "正文没有缩进，最后一个键": Paste("审判: |\n全年受理案件3200件。\n", "SRC014", 2, 1, "  全年受理案件3200件。"),
    "第二段没有缩进": Paste(
        "供水: |\n  管网改造完成。\n水质全部达标。\n年度: 2024\n", "SRC014", 3, 1, "  水质全部达标。"
    ),
    "正文里有全角冒号": Paste("教学: |\n主要做法：一是集体备课。\n", "SRC014", 2, 1, "  主要做法：一是集体备课。"),
    "小标题没有缩进": Paste("教学: |\n# 备课\n集体备课。\n", "SRC014", 2, 1, "  # 备课"),
    "条目没有缩进": Paste("教学: |\n- 备课\n- 听课\n", "SRC014", 2, 1, "  - 备课"),
    "段首是全角空格": Paste(f"门诊: |\n{IDEOGRAPHIC}{IDEOGRAPHIC}增长。\n", "SRC014", 2, 1, "  \u3000\u3000增长。"),
    "段首是 Tab": Paste("门诊: |\n  平稳。\n\t增长。\n", "SRC014", 3, 1, "  \t增长。"),
    "列表里的正文": Paste(
        "问题:\n  - 简称: 立案\n    说明: |\n    排队时间长。\n", "SRC014", 4, 5, "      排队时间长。"
    ),
    "缩进少一格": Paste("门诊: |\n   平稳。\n  增长。\n", "SRC014", 3, 3, "   增长。"),
    # marks of the other width
    "花括号里的全角冒号": Paste("人员: {编制：42人}\n", "SRC002", 1, 8, "人员: {编制: 42人}"),
    "比号": Paste(f"单位∶{HOSPITAL}\n", "SRC002", 1, 3, f"单位: {HOSPITAL}"),
    "小形冒号": Paste("床位﹕400张\n年度: 2024\n", "SRC002", 1, 3, "床位: 400张"),
    "全角和半角的冒号": Paste("年度：: 2024\n单位: 甲\n", "SRC002", 1, 3, "年度: 2024"),
    "冒号前面有空格": Paste("门诊 :|\n  平稳。\n", "SRC005", 1, 4, "门诊 : |"),
    "键加了中文引号": Paste("“年度”: 2024\n单位: 甲\n", "SRC026", 1, 1, "年度: 2024"),
    "全角花括号": Paste("人员: ｛编制: 42人｝\n", "SRC016", 1, 5, "人员: {编制: 42人}"),
    "全角方括号": Paste("文种: ［自评表，报告］\n", "SRC016", 1, 5, "文种: [自评表, 报告]"),
    "收尾是全角": Paste("人员: {编制: 42人｝\n", "SRC016", 1, 13, "人员: {编制: 42人}"),
    "全角井号": Paste("＃ 年度\n年度: 2024\n", "SRC023", 1, 1, "# 年度"),
    "双斜线": Paste("年度: 2024\n// 单位的全称\n单位: 甲\n", "SRC023", 2, 1, "# 单位的全称"),
    "连接号当列表": Paste("科室:\n  – 名称: 内科\n    内容: 门诊\n", "SRC009", 2, 3, "  - 名称: 内科"),
    "圆点当列表": Paste("科室:\n  •\t名称: 内科\n", "SRC009", 2, 3, "  - 名称: 内科"),
    # blanks and what nobody sees
    "冒号后是不间断空格": Paste(f"年度:{NBSP}2024\n单位: 甲\n", "SRC013", 1, 4, "年度: 2024"),
    "只有这一行": Paste(f"年度:{NBSP}2024\n", "SRC013", 1, 4, "年度: 2024"),
    "冒号后是全角空格": Paste(f"年度:{IDEOGRAPHIC}2024\n单位: 甲\n", "SRC013", 1, 4, "年度: 2024"),
    "花括号里的不间断空格": Paste(f"人员: {{编制:{NBSP}42人}}\n", "SRC013", 1, 9, "人员: {编制: 42人}"),
    "横线后是不间断空格": Paste(f"科室:\n  -{NBSP}名称: 内科\n", "SRC013", 2, 4, "  - 名称: 内科"),
    "键前是全角空格": Paste(f"人员:\n{IDEOGRAPHIC}编制: 42人\n", "SRC004", 2, 1, "  编制: 42人"),
    "键前是不间断空格": Paste(f"人员:\n{NBSP}{NBSP}编制: 42人\n", "SRC004", 2, 1, "  编制: 42人"),
    "键前是全角空格，后面是全角冒号": Paste(f"人员:\n{IDEOGRAPHIC}编制：42人\n", "SRC004", 2, 1, "  编制: 42人"),
    "键里有零宽空格": Paste(f"年{ZWSP}度: 2024\n", "SRC012", 1, 2, "年度: 2024"),
    "数里有零宽空格": Paste(f"编制: 4{ZWSP}2人\n", "SRC012", 1, 6, "编制: 42人"),
    "引用里有字节顺序标记": Paste(f"说明: |\n  {{{{ 人员.{BOM}编制 }}}}\n", "SRC012", 2, 9, "  {{ 人员.编制 }}"),
    "正文里有软连字符": Paste("说明: |\n  预\u00ad算执行。\n", "SRC012", 2, 4, "  预算执行。"),
    "方向标记": Paste(f"单位: \u200e{SCHOOL}\u200e\n", "SRC012", 1, 5, f"单位: {SCHOOL}"),
    "响铃": Paste("单位: 某\x07市\n", "SRC007", 1, 6, "单位: 某市"),
    "行分隔符": Paste("说明: |\n  第一行\u2028第二行\n", "SRC007", 2, 6, None),
    "手动换行": Paste("说明: |\n  第一行\x0b第二行\n", "SRC007", 2, 6, None),
    "转码丢了的字": Paste("单位: 某\ufffd学校\n", "SRC007", 1, 6, None),
    # structure
    "列表多一格": Paste("问题:\n  - 简称: 立案\n     问题: 慢\n", "SRC015", 3, 5, "    问题: 慢"),
    "第一条多一格": Paste("科室:\n   - 内科\n  - 外科\n  - 儿科\n", "SRC015", 2, 3, "  - 内科"),
    "横线后多一格": Paste("问题:\n  -  简称: 立案\n    问题: 慢\n", "SRC015", 2, 5, "  - 简称: 立案"),
    "键少一格": Paste("人员:\n  教师:\n    编制: 9人\n   临聘: 2人\n", "SRC015", 4, 4, "    临聘: 2人"),
    "第一行多一格": Paste(f" 单位: {COURT}\n年度: 2024\n审判: 有序\n", "SRC015", 1, 1, f"单位: {COURT}"),
    "键顶了格": Paste("人员:\n  教师: 9人\n学生:\n    男: 4人\n  职工: 2人\n  临聘: 1人\n", "SRC015", 3, 1, "  学生:"),
    "文件中间的分隔": Paste(f"年度: 2024\n---\n单位: {COURT}\n", "SRC019", 2, 1, ""),
    "等号的分隔": Paste(f"年度: 2024\n=====\n单位: {WATER}\n", "SRC019", 2, 1, ""),
    "聊天软件的代码框": Paste(f"```yaml\n单位: {WATER}\n```\n", "SRC019", 1, 1, ""),
    "Excel 的两列": Paste("人员:\n  编制\t42人\n  在岗\t40人\n", "SRC022", 2, 5, "  编制: 42人"),
    "忘了冒号": Paste("科室:\n  - 名称: 内科\n  - 名称 外科\n", "SRC025", 3, 7, "  - 名称: 外科"),
    # values that YAML takes for something else
    "千分撇": Paste("预算: {批复: 1,126.60, 支出: 98}\n", "SRC017", 1, 10, "预算: {批复: '1,126.60', 支出: 98}"),
    "千分撇带单位": Paste("水量: {供水: 1,126,600吨}\n", "SRC017", 1, 10, "水量: {供水: '1,126,600吨'}"),
    "千分撇前有符号": Paste(
        "- {指标值: ≥1,800人, 完成值: 1,860人}\n", "SRC017", 1, 9, "- {指标值: '≥1,800人', 完成值: '1,860人'}"
    ),
    "千分撇前有大于号": Paste("- {指标值: >1,500件, 分值: 10}\n", "SRC017", 1, 9, "- {指标值: '>1,500件', 分值: 10}"),
    "千分撇前有不少于": Paste("- {指标值: 不少于2,400床日}\n", "SRC017", 1, 9, "- {指标值: '不少于2,400床日'}"),
    "以大于号开头": Paste("指标值: >95%\n", "SRC024", 1, 6, "指标值: '>95%'"),
    "花括号里以大于号开头": Paste("- {指标值: >95%, 分值: 10}\n", "SRC024", 1, 9, "- {指标值: '>95%', 分值: 10}"),
    "以星号开头": Paste("课程: *校本课程\n", "SRC024", 1, 5, "课程: '*校本课程'"),
    "以感叹号开头": Paste("标语: !注意安全\n", "SRC024", 1, 5, "标语: '!注意安全'"),
    "引号只括开头": Paste('经费: "三公"经费\n', "SRC024", 1, 5, "经费: '\"三公\"经费'"),
    "方括号只括开头": Paste("文号: [2024]1号\n", "SRC024", 1, 5, "文号: '[2024]1号'"),
    "值里有半角冒号": Paste("说明: 注意: 汛期\n", "SRC024", 1, 5, "说明: '注意: 汛期'"),
    "单层花括号": Paste("说明: { 人员.编制 }全部在岗\n", "SRC010", 1, 5, "说明: '{{ 人员.编制 }}全部在岗'"),
    "只有单层花括号": Paste("说明: { 人员.编制 }\n", "SRC010", 1, 5, "说明: '{{ 人员.编制 }}'"),
    "只有引用": Paste("说明: {{ 人员.编制 }}\n", "SRC010", 1, 5, "说明: '{{ 人员.编制 }}'"),
    "花括号里的井号": Paste("- {地点: 3 #楼, 数: 2处}\n", "SRC018", 1, 8, "- {地点: '3 #楼', 数: 2处}"),
}
GUESSES = {"键顶了格", "值里有半角冒号", "花括号里的井号"}
"""What `--unsafe-fixes` mends: it may be meant otherwise."""


def read(text: str) -> tuple[Source, list[Diagnostic]]:
    return read_source(text, "a.yaml")


@pytest.fixture(params=PASTES)
def paste(request: pytest.FixtureRequest) -> Paste:
    return PASTES[request.param]


def test_it_is_named_where_it_stands_and_reading_goes_on(paste: Paste) -> None:
    source, found = read(paste.text)
    assert source.root is not None
    assert (found[0].code, found[0].place.line, found[0].place.column) == (paste.code, paste.line, paste.column)


def test_fix_puts_what_was_meant_and_nothing_is_left(paste: Paste) -> None:
    _source, found = read(paste.text)
    edits = [edit for each in found if each.repair for edit in each.repair.edits]
    mended = edited(paste.text, edits)
    assert paste.mended is None or split_lines(mended)[paste.line - 1] == paste.mended
    assert bool(edits) is (paste.mended is not None)
    assert read(mended)[1] == [] or paste.mended is None


def test_what_may_be_meant_otherwise_is_no_safe_repair() -> None:
    unsafe = {
        name
        for name, paste in PASTES.items()
        if any(each.repair and not each.repair.safe for each in read(paste.text)[1])
    }
    assert unsafe == GUESSES


RIGHT = {
    "说明在值后面": "年度: 2024  # 被评价的年度\n",
    "文件开头的分隔": "---\n年度: 2024\n",
    "文件末尾的三点": "年度: 2024\n...\n",
    "正文里的分隔和代码框": "说明: |\n  第一段\n  ---\n  ```\n  第二段\n",
    "正文里的全角冒号": "说明: |\n  主要做法：一是备课。\n短语: 其中：甲，乙\n",
    "正文前的说明": "说明: |\n  第一段\n# 年度：四位数字\n年度: 2024\n",
    "值里的全角括号": "名称: 经费（专项）：水利\n列: [甲, 乙]\n",
    "表情中间的零宽连字": "说明: |\n  👨\u200d👩\u200d👧 家庭日\n",
    "只有一个逗号的两项": "行: {甲: 1, 乙: 260}\n",
    "列表与键对齐": "科室:\n- 内科\n- 外科\n",
    "花括号里的文字有全角逗号": "行: {依据: 符合职能，有规划, 得分: 4}\n",
    "引号里的什么都行": "文号: '[2024]1号'\n比: \"1: 2\"\n",
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_only_looks_like_it_is_left_alone(name: str) -> None:
    assert read(RIGHT[name])[1] == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["Linux", "Windows", "旧的 Mac"])
def test_every_kind_of_line_end_is_counted_alike(end: str) -> None:
    text = f"单位: {SCHOOL}\n教学: |\n集体备课。\n年度：2024\n".replace("\n", end)
    _source, found = read(text)
    assert [(each.code, each.place.line) for each in found] == [("SRC014", 3), ("SRC002", 4)]
    edits = [edit for each in found if each.repair for edit in each.repair.edits]
    assert edited(text, edits) == f"单位: {SCHOOL}\n教学: |\n  集体备课。\n年度: 2024\n".replace("\n", end)


def test_a_paragraph_that_belongs_nowhere_is_named_on_its_own_line() -> None:
    """YAML notices it on the line after: what was advised there ruined the file."""
    _source, found = read(f"年度: 2024\n今年以来工作有序推进\n单位: {COURT}\n")
    assert [(each.code, each.place.line) for each in found] == [("SRC001", 2)]
    assert "键: |" in found[0].fix
