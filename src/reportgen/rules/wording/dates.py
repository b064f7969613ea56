"""Days and hours: that they exist, and that they are told in one way."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.occurrences import DIGIT
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.wording.calendar import impossible_days
from reportgen.rules.wording.impossible_days import impossible
from reportgen.statements.passages import Passage

_AM, _PM = "上午|早上|早晨|清晨", "下午|傍晚|晚上|当晚|夜间"
_HOUR = re.compile(
    rf"(?P<part>{_AM}|{_PM})[ ]?(?P<hour>1[3-9]|2[0-4])"
    r"(?:[:：](?P<minute>[0-5]\d)|[时点](?:(?P<min>[0-5]?\d)分)?)(?!\d)"
)


@rule("WRD010", "钟点说法重复或矛盾", Severity.WARNING, needs=("上早清下晚夜", ":：时点"))
def hour_told_once(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """「下午17:00」说了两遍下午，「上午15:00」自相矛盾：写「下午5时」或「17:00」。

    为什么: 12小时制和24小时制混在一起，是政府网站检查常点名的差错。
    错例:
        收支情况: 门诊每天上午9:00至下午17:00开放，各项支出控制在预算以内。
    正例:
        收支情况: 门诊每天9:00至17:00开放，周五上午9时至下午5时30分，各项支出控制在预算以内。
    依据: 公文用语习惯：12小时制与24小时制不混用
    改法: 去掉「上午」「下午」，或换成12小时制
    """
    for match in _HOUR.finditer(passage.text):
        if re.fullmatch(_PM, match["part"]):
            label = _("24小时制前面不用「{part}」", part=match["part"])
            yield Finding(passage.place(*match.span()), label, (), _either(match))
        else:
            yield Finding(
                passage.place(*match.span()), _("「{part}」没有 {hour} 时", part=match["part"], hour=match["hour"])
            )


def _either(match: re.Match[str]) -> str:
    minute = int(match["minute"] or match["min"] or 0)
    hour = int(match["hour"])
    twelve = f"{match['part']}{hour - 12}时" + (f"{minute}分" if minute else "")
    return _("写成「{twelve}」或「{full}」", twelve=twelve, full=f"{hour}:{minute:02}")


_MONTH = re.compile(r"(?:19|20)\d\d年(?P<month>1[3-9]|[2-9]\d|0{1,2})月(?!\d{1,2}日)")
_TIME = re.compile(
    r"(?:上午|下午|晚上|凌晨|中午|[日早晚])[ ]?(?P<hour>\d{1,2})(?:[:：]|时(?=\d{1,2}分))(?P<minute>\d{1,2})(?![\d:：])"
)


@rule("FMT008", "不存在的日期或时间", Severity.ERROR, needs=("月季.．/／-:：时期间于至到",))
def day_exists(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """2月30日、2024.2.30、2024-04-31、二月三十日、13月、25:00 都不存在。

    为什么: 日期错了，活动、验收、付款的先后就没法核对。
    错例:
        收支情况: 校舍维修项目于2024年6月31日完工，支出控制在预算以内。
    正例:
        收支情况: 校舍维修项目于2024年2月29日开工，2024年6月30日24:00前完工，支出控制在预算以内。
    依据: 审核实践：日期与日历核对
    改法: 对照原始凭证改正
    """
    text = passage.text
    days = list(impossible_days(text))
    for day in days:
        yield Finding(passage.place(day.start, day.end), _("没有「{day}」这一天", day=day.words))
    if "月" in text:
        for match in _MONTH.finditer(text):
            yield Finding(passage.place(*match.span()), _("没有 {month} 月", month=match["month"]))
    for start, end in impossible(text) if "月" in text or "季" in text else ():
        if any(day.start < end and start < day.end for day in days):
            continue
        yield Finding(passage.place(start, end), _("没有「{day}」这一天", day=text[start:end]), certain=False)
    for match in _TIME.finditer(text) if any(map(text.__contains__, ":：时")) else ():
        if int(match["hour"]) > 24 or int(match["minute"]) > 59 or (match["hour"] == "24" and int(match["minute"])):
            yield Finding(passage.place(*match.span()), _("没有这个时间"))


_SHORT_YEAR = re.compile(
    r"(?<![\d.第近约满共每达过经历前后余/／—–~～-])(?P<year>[012]\d)年(?:(?=\d{1,2}月(?!以))|度(?![假过])|底(?![蕴气色线子层座])|末(?!位))"
    r"|(?:19|20)\d\d年?[-—–－~～](?P<to>\d\d)年(?![级限以])"
)
"""24年3月, 24年度, 2020—24年: not 12年 that passed."""


@rule("FMT007", "年份写成两位数", Severity.WARNING, needs=("年", DIGIT))
def year_in_full(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """年份用四位数字：不写「21年底」「2020—21年」。

    为什么: 「20年底」可以读成第20年的年底，查找「2020年」也找不到它。
    错例:
        收支情况: 20年底支出控制在预算以内，2019—20年没有超支。
    正例:
        收支情况: 2020年底支出控制在预算以内，建院20年来没有超支。
    依据: 《出版物上数字用法》（GB/T 15835-2011）：年份不用简写
    改法: 写全四位
    """
    for match in _SHORT_YEAR.finditer(passage.text):
        year = match["year"] or match["to"]
        yield Finding(passage.place(*match.span()), _("「{year}年」应写全四位", year=year))
