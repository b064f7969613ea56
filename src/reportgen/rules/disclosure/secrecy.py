"""Marks of secrecy and of internal use, in a document that is to be published."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_MARK = re.compile(
    r"(?:绝密|机密|秘密)[ ]*★|[（(【]?此件(?:不予|不得|不宜|不)公开(?:发布)?[）)】]?"
    r"|[（(【](?:不予公开|依申请公开|内部资料)[^）)】]{0,8}[）)】]"
)
_ALONE = re.compile(
    r"(?:绝密|机密|秘密)(?:级|件)?(?:\d+年|长期)?"
    r"|[【\[（(]?(?:内部(?:资料|文件|材料|使用)|仅供内部(?:参考|使用)|公开(?:属性|方式|形式)[：:](?:不予公开|不公开|依申请公开))[^。]{0,10}"
    r"|[【\[（(]?(?:注意保存|不予公开|不得公开|严禁外传|请勿外传|禁止外传|阅后销毁)[）)】\]]?"
)
"""What says, as a line of its own, that the document is not public."""
_ANY = re.compile("密|公开|内部")
_LONGEST = 24
_GIVEN = "密级"
"""The field of an official letter: what has one is not for the public."""


@rule("DIS005", "有密级或内部标志", Severity.ERROR, needs=("密公内注传阅",))
def no_mark_of_secrecy(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """公开的文件里不出现「秘密★」「内部资料」「此件不公开」这样的标志；正文说到国家秘密、商业秘密的不算。

    为什么: 带密级标志的文件上了网，是泄密事件。
    错例（成文）:
        内部资料 注意保存
        某县人民法院2024年度部门整体支出绩效评价报告
        一、基本情况
        诉讼服务大厅全年开放。
    正例（成文）:
        某县人民法院2024年度部门整体支出绩效评价报告
        一、基本情况
        诉讼服务大厅全年开放，除涉及国家秘密、商业秘密的内容不予公开外，评价结果均已公开，内部控制制度健全。
    依据: 审核实践：公开前核对密级和公开属性
    改法: 核对定密和公开属性：不该公开的不公开，可以公开的删去标志
    """
    if _GIVEN in scene.content.values:
        return
    found = _MARK.search(passage.text) if _ANY.search(passage.text) else None
    if found:
        yield Finding(passage.place(*found.span()), _("「{mark}」", mark=found[0]))
    for inline in passage.inlines:  # the lines of a title are inlines of one passage
        if len(inline.text) <= _LONGEST and _ALONE.fullmatch(inline.text.strip()):
            yield Finding(inline.origin, _("「{mark}」", mark=inline.text.strip()))
