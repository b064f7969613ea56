"""A date and the day of the week beside it."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.dates import existing
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_DAYS = "一二三四五六日"
_NAMED = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]\s*[（(，,]?\s*"
    r"(?:星期|礼拜|周)(?P<named>[一二三四五六日天])(?![至到—～~-])"
)


@rule("FMT014", "日期与星期对不上", Severity.WARNING, needs=("年", "星礼周"))
def weekday_of_a_date(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """写全年、月、日又写了星期几的，星期要与日历相符；没有写年份的不查。

    为什么: 两个里面一定有一个写错了，照着通知去的人会走错日子。
    错例:
        收支情况: 2024年3月5日（星期三）召开预算执行分析会。
    正例:
        收支情况: 2024年3月5日（星期二）召开预算执行分析会。
    依据: 审核实践：日期与星期以公历为准
    改法: 翻一下日历，改日期或改星期
    """
    for match in _NAMED.finditer(passage.text):
        day = existing(int(match["year"]), int(match["month"]), int(match["day"]))  # FMT008 tells of one that is none
        if day and _DAYS[day.weekday()] != match["named"].replace("天", "日"):
            yield Finding(passage.place(*match.span()), _("这一天是星期{day}", day=_DAYS[day.weekday()]))
