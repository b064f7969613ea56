"""Holes: what a template or a draft left to be filled in."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.compose.formats import PLACEHOLDER
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.hole import SIGN
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_PAIRS = [
    ("增加", "减少"),
    ("增长", "下降"),
    ("上升", "下降"),
    ("提高", "降低"),
    ("大于", "小于"),
    ("高于", "低于"),
    ("多于", "少于"),
    ("是", "否"),
    ("有", "无"),
    ("已", "未"),
]
_LENGTHS = r"[（(][^（）()]{0,8}(?:\d+字(?:以内|以下|左右|以上|内)|不超过\d+字)[）)]"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓韩冯曹彭曾肖董潘袁蔡蒋余杜叶苏魏吕丁沈姚卢傅姜崔谭廖汪陆戴贾韦夏邱侯邹熊孟秦薛尹雷黎陶贺顾毛"
    "郝龚邵钱严覃孔汤"
)
_GUIDANCE = re.compile(_LENGTHS)
"""Part of a printed form; left over in running text and in answers."""
_LABEL = re.compile(r"[^。；，：:]{2,30}$")
_EITHER = "|".join(rf"{one}[（(]{other}[）)]|{other}[（(]{one}[）)]" for one, other in _PAIRS)
_BEGINNINGS = "XxＸ×✕某○〇◯待【（({｛_＿" + "".join({word[0] for pair in _PAIRS for word in pair})
"""The characters that a hole can begin with: at all others the pattern is not tried."""
_HOLES = re.compile(
    rf"(?=[{_BEGINNINGS}])(?:"
    r"(?<![A-Za-z])[XxＸ]{2,}(?![A-Za-z])"
    r"|[×✕]{2,}"
    r"|(?<![A-Za-z\d])[XxＸ×](?=[年月日])|(?<=\d{3})[XxＸ×](?=年)"
    rf"|(?<![{_SURNAMES}])某某"
    r"|(?<![〇○一二三四五六七八九十])[○〇◯]{2,}(?![一二三四五六七八九十年])"
    r"|待填写?(?!报)|待补充?(?=[）)】])"
    r"|【\s*】|【[^】]*(?:待|填|补充|此处|示例|确认|？|\?)[^】]*】"
    r"|[（(]略[）)]"
    rf"|{_LENGTHS}"
    rf"|{_EITHER}"
    r"|[{｛][^{}｛｝\n]{0,20}[}｝]"
    r"|[_＿]{2,})"
)


_OWNER = r"(?:[一-鿿]{0,6}公司|[一-鿿]{0,4}(?:合作社|事务所|商行|厂)|（[一-鿿]+）[一-鿿]{0,4}公司)"
_NAMED = "".join(surname for surname in _SURNAMES if surname != "余")  # 结余××万元 is a hole
_PERSON = rf"(?=[等，。、；）)（(]|{either(lists('persons')['隐去姓名后的称呼'])}|$)"
_MASKED = re.compile(rf"[×✕]{{2,}}(?={_OWNER})|(?<=[{_NAMED}])[×✕]{{1,2}}{_PERSON}")
"""The name of a firm or of a person that is not to be published, in a finished document: ×××有限公司, 李××."""


@rule("STR008", "留有没填的占位文字", Severity.ERROR, needs=(_BEGINNINGS,))
def nothing_left_to_fill(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """XX、××、某某、待填、【】、○○、（略）、（100字以内）、增加（减少）都是没有填完的地方。

    别人写好的文件里，隐去的名称（×××有限公司、李××）不算。

    为什么: 占位文字印出来，等于告诉别人这份报告没有写完就报了。
    错例:
        其他问题: 全年举办教师培训XX场，比上年增加（减少）××场。
    正例:
        其他问题: 全年举办教师培训比上年增加两场。
    依据: 审核实践：报送和公开前填完全部内容
    改法: 填上真实的内容；没有的写「无」，用不着的整句删去
    """
    for match in _HOLES.finditer(passage.text):
        told_before = match[0] == PLACEHOLDER or (match[0].startswith(SIGN) and not scene.finished)
        if not told_before and not (scene.finished and _is_meant(match, passage, scene)):
            yield Finding(passage.place(*match.span()), _("「{hole}」没有填", hole=match[0]))


def _is_meant(match: re.Match[str], passage: Passage, scene: Scene) -> bool:
    """Whether it is no hole: a name that was masked, or words of the form."""
    return _MASKED.match(passage.text, match.start()) is not None or _is_printed(match, passage, scene)


def _is_printed(match: re.Match[str], passage: Passage, scene: Scene) -> bool:
    """Whether it belongs to the form: to a note below it, or to the label of an answer."""
    if not passage.cell and passage in scene.printed:
        return True
    if not _GUIDANCE.fullmatch(match[0]):
        return False
    labels = scene.printed.is_form and _LABEL.match(passage.text[: match.start()])
    followed = passage.text[match.end() : match.end() + 1] in ("：", ":")
    return passage in scene.printed if passage.cell else bool(labels and followed)
