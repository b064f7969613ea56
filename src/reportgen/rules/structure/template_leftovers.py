"""What machines and templates leave behind: markup, field codes, guidance, periods without years."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_TAGS = "p|br|div|span|b|strong|em|i|u|table|tbody|tr|td|th|font|a|img|ul|ol|li|sup|sub|h[1-6]|hr|o:p|w:[a-z]+"
_MARKUP = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>"
    r"|&(?:nbsp|lt|gt|amp|quot|apos|ensp|emsp|middot|ldquo|rdquo|hellip|mdash|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
    r"|\*\*(?![，。、；：！？）\s])[^*\n]{1,59}[^*\n（“\s]\*\*|~~[^~\n]{1,60}~~|`[^`\n]{1,60}`|(?<=[A-Za-z])~\d{1,2}~|\^[\d+-]{1,3}\^"
    r"|!?\[[^\[\]\n]{0,60}\]\([^()\s]{1,200}\)|!\[[^\[\]\n]{0,60}\]（[^（）\s]{1,200}）|\[\^[^\[\]\s]{1,20}\]:?"
    r"|PAGEREF|MERGEFORMAT|_Toc\d+|_Ref\d+|HYPERLINK\s|STYLEREF|\bTOC \\|\bSEQ [^\s]+ \\"
    r"|错误[!！]\s*(?:未定义书签|未找到引用源|未指定书签|找不到引用源|超链接引用无效|文档中没有指定样式的文字)。?"
    r"|Error! [A-Z][A-Za-z ]+\."
)
_CAUSES = (
    "<",
    "&",
    "**",
    "`",
    "](",
    "![",
    "[^",
    "~",
    "^",
    "REF",
    "MERGEFORMAT",
    "_Toc",
    "HYPERLINK",
    "TOC \\",
    "SEQ ",
    "错误",
    "Error!",
)
"""A cheap look before the pattern."""


@rule("STR018", "残留网页或域代码", Severity.ERROR, needs=("<&*`]![~^RM_HTS错E",))
def no_markup_is_left(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """<p>、&nbsp;、**加粗**、脚注记号 [^1] 这样的网页、文本记号，PAGEREF、_Toc 这样的域代码，都不该印出来。

    为什么: 从系统、网页或别的软件复制来的文字带着记号，公开出去读的人看到的是乱码。
    错例:
        其他问题: <p>本年度没有其他需要说明的问题。</p>
    正例:
        其他问题: 本年度没有其他需要说明的问题。师生比比例保持在 a<b 的范围以内。
    依据: 审核实践：公开前清除网页和域代码
    改法: 删去这些记号；目录在 Word 里点右键「更新域」
    """
    if any(cause in passage.text for cause in _CAUSES):
        marks = list(_MARKUP.finditer(passage.text))
        if marks:
            words = _("、").join(dict.fromkeys(mark[0].strip() for mark in marks))
            yield Finding(passage.place(*marks[0].span()), _("印出了 {words}", words=words))


_WHOLE_DEPARTMENT = re.compile(r"整体|部门.{0,4}绩效目标")
_THIS_PROJECT = re.compile(r"本项目(?:的|支出)?绩效(?:目标|指标|自评|评价)")
_GUIDANCE = re.compile(
    r"[（(][^（）()]{0,20}(?:请(?:在此|据实|如实|根据|按照?|逐项|简要)?[^（）()]{0,10}(?:填写|填列|说明|描述|列示|概述)"
    r"|可(?:根据|结合)实际[^（）()]{0,10}(?:增减|调整|修改|补充)|(?:如)?没有的?(?:请)?(?:填|写)[“「]?无|如无[^（）()]{0,6}(?:删|填))"
    r"[^（）()]{0,30}[）)]"
    r"|此处(?:填写|插入|填|写)[^。；]{0,20}|填写说明[：:]|填表说明[：:]|（示例）|\(示例\)|示例文字|点击此处输入|单击此处"
)
"""What a printed form tells who fills it in: （请如实填写）, 此处插入, 填表说明：."""


_PROMPTS = ("请", "无", "没有", "实际", "此处", "示例", "说明", "击")


@rule("STR021", "模板残留用语", Severity.WARNING, needs=("请无没实此示说击项",))
def no_template_words_are_left(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """部门整体的文件里写「本项目的绩效目标」，正文里留着「（请如实填写）」「（可根据实际情况增减）」，是模板的话没有改。

    为什么: 套用了别的表的批复意见或模板的填写说明，文不对题。
    错例:
        文种: 部门（单位）整体支出绩效目标批复表
        批复意见: 请你单位将本项目的绩效目标与部门预算一并公开。
    正例:
        文种: 部门（单位）整体支出绩效目标批复表
        批复意见: 请你单位将部门整体支出绩效目标与部门预算一并公开，其中泵站改造项目按进度付款，本项目资金专款专用。
    依据: 审核实践：删去模板中的提示语，改写与本文无关的套话
    改法: 按本文件改写；提示语删去
    """
    for match in _GUIDANCE.finditer(passage.text) if any(word in passage.text for word in _PROMPTS) else ():
        if not passage.level and not (scene.finished and passage in scene.printed):
            yield Finding(passage.place(*match.span()), _("「{words}」是模板的提示语", words=match[0]), certain=False)
    whole = _WHOLE_DEPARTMENT.search(scene.document.metadata.title) and "项目" not in scene.document.metadata.title
    this = _THIS_PROJECT.search(passage.text) if whole else None
    if this and "项目" not in passage.text[: this.start()] and "项目" not in passage.section:
        label = _("这是部门整体的文件，写的是「{words}」", words=this[0])
        yield Finding(passage.place(*this.span()), label, certain=False)


_FROM_TO = r"(?:20)?\s*年\s*[—–\-－~～至]+\s*(?:20)?\s*年度?\s*"
_NO_YEARS = re.compile(rf"(?:^|[（(]){_FROM_TO}(?:[）)]|$)|[（(](?:[\s　]+|20[\s　]+)年度?[）)]")


_SHORT = 20


@rule("STR022", "年度或起止年没有填", Severity.ERROR, needs=("年",))
def period_has_its_years(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """「中期滚动目标（年—年）」「（　　年度）」这样的年份要填上。

    为什么: 不知道是哪几年的目标，就没法分解到年度，也没法考核。
    错例:
        文种: 部门（单位）整体支出绩效目标批复表
        中期期间: 年—年
    正例:
        文种: 部门（单位）整体支出绩效目标批复表
        中期期间: 2024年—2026年
    依据: 审核实践：中期目标写明起止年度
    改法: 填上年份，如（2024年度）、2024年—2026年
    """
    bracketed = len(passage.text) < _SHORT or "（" in passage.text or "(" in passage.text
    if bracketed and "年" in passage.text and (match := _NO_YEARS.search(passage.text)):
        yield Finding(passage.place(*match.span()), _("没有填年份"))
