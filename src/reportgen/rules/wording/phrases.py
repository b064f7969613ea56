"""Set phrases that have one right form."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_THOUGHT = "思想|经济思想|法治思想|文化思想|外交思想|强军思想|生态文明思想"
_PHRASES = (
    (re.compile(r"不忘初心[ \u3000，,]*牢记使命(?=[”\"]?主题(?:教育|党日))"), "不忘初心、牢记使命"),
    (re.compile("习总书记"), "习近平总书记"),
    (re.compile(rf"习近平新时代中国特色社会主义(?!{_THOUGHT})"), "习近平新时代中国特色社会主义思想"),
    (re.compile(r"党的(?P<th>十八|十九|二十)大(?:代表大会|会议)"), r"党的\g<th>大"),
    (re.compile(r"建国(?P<years>[\d一二三四五六七八九十]+)周年"), r"新中国成立\g<years>周年"),
)
_CHEAP = re.compile("初心|习总|习近平|党的|建国")


@rule("WRD014", "固定提法写得不准", Severity.WARNING, needs=("初习党建",))
def set_phrase(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """重要会议、理论和主题教育的名称要写全、写准。

    为什么: 这类差错在政府网站检查中单独通报。
    错例:
        收支情况: 扎实开展“不忘初心 牢记使命”主题教育，支出控制在预算以内。
    正例:
        收支情况: 扎实开展“不忘初心、牢记使命”主题教育，支出控制在预算以内。
    依据: 公文用语习惯：固定提法以正式文件为准
    改法: 改成正式文件里的写法
    """
    if not _CHEAP.search(passage.text):
        return
    for pattern, right in _PHRASES:
        for match in pattern.finditer(passage.text):
            yield Finding(passage.place(*match.span()), _("应为「{right}」", right=match.expand(right)))
