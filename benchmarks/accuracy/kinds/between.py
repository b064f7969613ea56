"""Two files of a set, or of two years, no longer agree."""

from benchmarks.accuracy.edits import both, lines_dropped, number_in, put, within
from benchmarks.accuracy.planted import Kind

_SET = ("set-2024.yaml",)
_NUMBER = r"(\d+(?:\.\d+)?)"
_TABLE = r"^文种: 项目支出绩效自评表\n(?:(?!---).*\n)+"
_REPORT = r"^文种: 部门整体支出绩效评价报告\n\n单位: 某市科技馆\n\n年度: 2024\n(?:(?!---).*\n)+"

KINDS = (
    Kind("项目名称各写各的", ("DOC001",), _SET, within(_REPORT, put("(?<=名称: )展厅运行经费", "展厅运营经费"))),
    Kind(
        "自评表改了指标值",
        ("DOC002",),
        _SET,
        within(
            _TABLE, number_in(rf"三级指标: [^,\n]+,? *\n? *指标值: [≥≤]{_NUMBER}(?:天|万人次|%|所)", lambda n: n - 2)
        ),
    ),
    Kind(
        "年初预算与批复不同",
        ("DOC003", "DOC016"),
        _SET,
        both(
            within(_TABLE, number_in(rf"当年财政拨款, 年初预算数: {_NUMBER}", lambda n: n + 3)),
            within(r"\A(?:(?!---).*\n)+", number_in(rf"财政拨款: {_NUMBER}", lambda n: n + 6)),
        ),
    ),
    Kind(
        "执行数各写各的",
        ("DOC004",),
        _SET,
        both(
            within(_TABLE, number_in(rf"全年执行数: {_NUMBER}(?=\}})", lambda n: n + 1)),
            within(_REPORT, number_in(rf"展厅运行经费, 批复: 80.00, 到位: 80.00, 支出: {_NUMBER}", lambda n: n - 3)),
        ),
    ),
    Kind(
        "批复的指标没有自评",
        ("DOC006",),
        _SET,
        within(_TABLE, both(lines_dropped(r" +- \{(?:三级|二级指标: 时效|二级指标: 成本|二级指标: 质量)"))),
    ),
    Kind("单位名称各写各的", ("DOC009", "DOC001"), _SET, within(_TABLE, put("(?<=^单位: )某市科技馆", "某市科枝馆"))),
    Kind(
        "期初不等于上年期末",
        ("YRS001",),
        _SET,
        both(
            number_in(rf"结转: \{{年初: {_NUMBER}万元, 年末: 7.60", lambda n: n + 1),
            number_in(rf"年初: 1.90万元, 年末: {_NUMBER}万元", lambda n: n - 1),
        ),
    ),
    Kind(
        "上年的问题又写一遍", ("YRS005",), _SET, within(_REPORT, put("(?<=问题: )活动计划不够周密", "展品更新不够及时"))
    ),
)
