"""A run over three files: one with findings of each severity, one clean, one that could not be read."""

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.outcome import Examined, Outcome
from reportgen.diagnostics.repair import Edit, Repair
from reportgen.diagnostics.report import Report
from reportgen.place import Place
from reportgen.rules.manuals import manuals

FILE = "某市 科技馆.yaml"
LINES = (
    "单位: 某市科技馆",
    "  项目资金: {批复: 288.1, 支出: 244.89}",
    "正文: 𠮷祥社区活动50%, 参加 <b>9.38万人次</b>",
)
SUM = Diagnostic(
    "NUM003",
    Severity.ERROR,
    "分项之和与总额不符",
    Place(FILE, 2, 25, 6),
    "244.89",
    ("2 个分项合计 275.57：60 + 215.57", "相差 30.68万元"),
    "《项目支出绩效评价管理办法》（财预〔2020〕10号）",
    "更正总额",
    "三、（二）执行管理情况分析",
    4,
)
COMMA = Diagnostic(
    "PUN001",
    Severity.WARNING,
    "汉字之间用了半角标点",
    Place(FILE, 3, 14, 1),
    "逗号应为全角，",
    fix="换成全角的，",
    section="三、（二）执行管理情况分析",
    repair=Repair((Edit(Place(FILE, 3, 14, 2), ", ", "，"),)),
)
DATE = Diagnostic("FMT003", Severity.HINT, "起止日期用了半角连字号", Place(FILE, 1, 1, 2), certain=False)
ACCEPTED = Diagnostic(
    "WRD001", Severity.WARNING, "易错词", Place(FILE, 3, 6, 2), "某词", acknowledged="按公开发布的原文录入"
)
UNREADABLE = "坏.yaml 不是 UTF-8 编码"


def outcome(*findings: Diagnostic, limit: Severity | None = Severity.ERROR) -> Outcome:
    """The run; without `findings` the usual ones."""
    report = Report.of(findings or (SUM, COMMA, DATE, ACCEPTED))
    files = (Examined(FILE, report, {FILE: LINES}), Examined("好.yaml"), Examined("坏.yaml", problem=UNREADABLE))
    return Outcome(files, limit, manuals())
