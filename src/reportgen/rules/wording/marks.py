"""Marks in their proper form: dots, dashes, quotation marks, brackets within brackets, 顿号."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.compose.formats import PLACEHOLDER
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import repair
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.document import Document
from reportgen.rules.occurrences import HANZI
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_H = "\u4e00-\u9fff"
_SIDE_BY_SIDE = re.compile(r"(?<![、和与及])(?:《[^》]*》(?:、《[^》]*》)+|“[^”]*”(?:、“[^”]*”)+)(?![、和与及])")
"""A list of nothing but titles, or nothing but quotations: among other words 顿号 are needed."""


@rule("PUN008", "书名号或引号之间用了顿号", Severity.HINT)
def no_pause_between_titles(document: Document, scene: Scene) -> Iterator[Finding]:
    """并列的书名号之间、引号之间通常不用顿号：《……》《……》。

    为什么: 书名号、引号已经把各项分开了。全文只提示一处。
    错例:
        收支情况: 严格执行《水法》、《防洪法》，全年支出控制在预算以内。
    正例:
        收支情况: 严格执行《水法》《防洪法》，全年支出控制在预算以内。
    依据: 《标点符号用法》（GB/T 15834-2011）：标有引号、书名号的并列成分之间通常不用顿号
    改法: 删去书名号、引号之间的顿号
    """
    del document
    found = [(passage, match) for passage in scene.passages for match in _SIDE_BY_SIDE.finditer(passage.text)]
    if found:
        passage, match = found[0]
        at = passage.text.index("、", match.start())
        place = passage.place(at, at + 1)
        yield Finding(place, _("这里的顿号可以不用，全文共 {count} 处", count=len(found)), section=passage.section)


_ANY_DOT = re.compile(r"[.．…]|--|··")
_DOTS = re.compile(
    rf"《[^》]*》|(?P<dots>(?<=[{_H}”》）])(?:\.{{3,}}|(?<!…)…(?!…)|·{{3,}})(?![.…· ]*\d))"
    rf"|(?P<dash>(?<=[{_H}”》）])-{{2,}}(?=[{_H}“《（]))"
    r"|(?P<etc>等(?:……|…|\.{3,})|……等等?(?=[，。；]))"
    rf"|(?P<day>(?<![\d.])(?P<month>\d|1[0-2])[.．](?P<number>[1-3]?\d)(?=[”\"]?(?:全国|世界|国际|国家|中国|宪法|事变|运动|地震)))"
)
"""... for ……, -- for ——, 等……, 5.18国际博物馆日 for 5·18; names between 《》 are passed over."""


@rule("PUN010", "省略号、破折号或间隔号的形式不对", Severity.HINT, needs=(".．…-·", HANZI + "”》）"))
def dots_and_dashes(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """省略号是六个点「……」，破折号占两格「——」，以月日命名的事件用间隔号「5·30」；省略号和「等」只用一个。

    为什么: 半角的点和短横是另外的符号，「5.30」是一个小数。
    错例:
        收支情况: 支出控制在预算以内，开展“5.12”国际护士日、医师节...等活动。
    正例:
        收支情况: 支出控制在预算以内，开展“5·12”国际护士日、医师节等活动。
    依据: 《标点符号用法》（GB/T 15834-2011）
    改法: 换成规定的符号
    """
    if not _ANY_DOT.search(passage.text):
        return
    for match in _DOTS.finditer(passage.text):
        if match.lastgroup:  # else it is a title, quoted as it stands
            right = _right(match)
            mended = repair(passage.edit(*match.span(), right)) if right else None
            yield Finding(passage.place(*match.span()), _form(match), repair=mended)


def _right(match: re.Match[str]) -> str:
    """What can stand there and nothing else; empty when there is a choice."""
    if match["day"]:
        return f"{match['month']}·{match['number']}"
    return "……" if match["dots"] else ""


def _form(match: re.Match[str]) -> str:
    """What it should be."""
    if match["etc"]:
        return _("省略号和「等」只用一个")
    if match["day"]:
        return _("应为「{right}」", right=f"{match['month']}·{match['number']}")
    return _("省略号应为「……」") if match["dots"] else _("破折号应为「——」")


_NESTED = re.compile(r"（(?P<before>[^（）《“]*)（(?P<inner>[^（）]*)）[^（）]*）")
_SHORT = 4
"""县（市、区）, 出国（境）, 单位（部门）: words that have their own brackets."""


@rule("PUN011", "圆括号里又套圆括号", Severity.HINT, needs=("（",))
def brackets_nested(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """圆括号里尽量不再用圆括号，必要时里外用不同的括号；《》里的和「（市、区）」这样的短语不算。

    为什么: 两层同样的括号，看不出后半个是哪一层的。
    错例:
        收支情况: 全年支出控制在预算以内（含追加的校舍维修经费（年中下达，当年用完）和办公费）。
    正例:
        收支情况: 全年支出控制在预算以内（含追加的校舍维修经费和因公出国（境）费，见《预算管理办法（试行）》）。
    依据: 《标点符号用法》（GB/T 15834-2011）：同一形式的括号应尽量避免套用
    改法: 里面一层改用方括号〔〕，或改写成逗号
    """
    for match in _NESTED.finditer(passage.text):
        if len(match["inner"]) > _SHORT:
            start = match.start("inner") - 1
            yield Finding(passage.place(start, match.end("inner") + 1), _("括号里套着同样的括号"))


_DIGIT_STOP = re.compile(r"\d。")
_POINT = re.compile(rf"(?P<stop>(?<=[{_H}）”》%])\.(?=[{_H}“《]|$))|(?P<point>(?<=\d)。(?=\d+(?:%|[万亿]?元)))")


@rule("PUN012", "句号与小数点混用", Severity.WARNING, needs=(".。", HANZI + "）”》%"))
def stop_and_point(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """汉字后面的句号用「。」，不用「.」；小数点用「.」，不用「。」。

    为什么: 「95。5%」会读成两个数，圆点当句号印出来看不清。
    错例:
        收支情况: 全年支出控制在预算以内.三公经费没有超支，支付率95。5%。
    正例:
        收支情况: 全年支出控制在预算以内。三公经费没有超支，支付率95.5%，见PM2.5监测。
    依据: 《标点符号用法》（GB/T 15834-2011）
    改法: 句号用「。」，小数点用「.」
    """
    if ("." not in passage.text and not _DIGIT_STOP.search(passage.text)) or PLACEHOLDER in passage.text:
        return  # what is left of a reference that is not closed is no sentence: REF003 speaks of it
    for match in _POINT.finditer(passage.text):
        label = _("句号应为「。」") if match["stop"] else _("小数点应为「.」")
        yield Finding(passage.place(*match.span()), label)


_STRAIGHT = re.compile(rf"\"(?=[^\"]*[{_H}])[^\"]{{1,60}}\"|(?<=[{_H}])'[{_H}][^']{{0,30}}'")


@rule("PUN013", "引号用了直引号", Severity.HINT, needs=("\"'",))
def straight_quotes(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """汉字的引号用“ ”，不用英文的 " "。

    为什么: 直引号不分前后，仿宋里也印得不一样。
    错例:
        收支情况: 全年支出控制在预算以内，"三公"经费没有超支。
    正例:
        收支情况: 全年支出控制在预算以内，“三公”经费没有超支，更换55"显示屏。
    依据: 《标点符号用法》（GB/T 15834-2011）
    改法: 换成“ ”
    """
    for match in _STRAIGHT.finditer(passage.text):
        yield Finding(passage.place(*match.span()), _("应为“{inside}”", inside=match[0][1:-1]))


_NOT_A_WORK = re.compile(r"《(?!关于)[^》《]{2,24}(?:活动|培训班|项目|大赛|比赛)》")


@rule("PUN014", "活动名称用了书名号", Severity.HINT, needs=("》",))
def titles_are_of_works(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """书名号用于书、文件、影视和展览节目；活动、比赛、培训班、项目的名称用引号。

    为什么: 加了书名号的活动名称，看起来像一份文件。
    错例:
        收支情况: 全年支出控制在预算以内，举办《书香之夜活动》。
    正例:
        收支情况: 全年支出控制在预算以内，举办“书香之夜”活动，印发《书香之夜活动方案》。
    依据: 《标点符号用法》（GB/T 15834-2011）：不能视为书名的活动、课程、奖项等名称不用书名号
    改法: 把《》换成“”，或去掉
    """
    for match in _NOT_A_WORK.finditer(passage.text):
        yield Finding(passage.place(*match.span()), _("活动、比赛的名称不用书名号"), certain=False)


_PLAIN = either(lists("report_words")["并列"])
"""What certainly begins an item: 、和苑 and 、和若铁路 are names."""
_PAUSE = re.compile(
    r"、(?:等(?=[，。；、）]|\d|[一二三四五六七八九十两多]+[项个种次场类]|(?:各[类项种]|系列|相关|其他)?(?:活动|方面|工作|项目|内容|形式|方式|问题|情况|措施|部门|单位))"
    rf"|(?:和|与|以?及)(?=(?:{_PLAIN})))"
)
"""、 before 等, 和, 与 and 及."""


@rule("PUN015", "顿号与「和」「等」连用", Severity.HINT, needs=("、",))
def pause_and_word(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """并列的最后一项前面用「和」就不用顿号；「等」前面也不用顿号。

    为什么: 「讲座、实验、等」多半是删了一项忘了删标点。
    错例:
        收支情况: 全年支出控制在预算以内，开展义诊、宣教、等活动。
    正例:
        收支情况: 全年支出控制在预算以内，开展义诊、宣教和随访等活动，营造文明、和谐的环境，分为一、二等奖。
    依据: 公文用语习惯：顿号与连词不重复使用
    改法: 删去顿号
    """
    for match in _PAUSE.finditer(passage.text):
        yield Finding(passage.place(*match.span()), _("「{words}」只留一个", words=match[0]))
