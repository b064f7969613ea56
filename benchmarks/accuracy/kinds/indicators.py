"""An indicator is badly set: doubled, unmeasurable, in the wrong class, at odds with the goal or the other period."""

from decimal import Decimal

from benchmarks.accuracy.edits import both, each, number_in, put, up, within
from benchmarks.accuracy.planted import Kind

_TARGETS = ("target-approval", "department-targets", "project-targets", "project-application")
_FORMS = ("dept-self-evaluation", "project-self-evaluation", "sichuan-project")
_YEARLY = r"^(?:年度指标:|.*年度指标).*\n(?:(?: +|#).*\n)+"
_ROW = r"^ +- \{.*三级指标: .*\}\n"


def half(number: Decimal) -> Decimal:
    """A target that was lowered in one place only."""
    return number // 2 if number > 1 else number + 1


KINDS = (
    Kind(
        "年度目标和中期目标对不上",
        ("IND010", "IND009", "IND018"),
        ("dongguan-2020", "target-approval"),
        within(_YEARLY, number_in(r"指标值: ≥(\d+)(?:次|场|件|人|节|期|部|课时|所)", half)),
    ),
    Kind(
        "目标里的数和指标不同",
        ("IND009", "IND010"),
        _TARGETS,
        number_in(r"(?<!指标值: )(?<!次数: )不少于(\d+(?:\.\d+)?)(?:万人次|人次|场|次)", up),
    ),
    Kind(
        "指标值不可衡量",
        ("IND003", "IND002", "SCO016"),
        (*_TARGETS, *_FORMS),
        put(r"指标值: ≥\d[^,}\n]*(?=[,}\n])", "指标值: 有所提高"),
    ),
    Kind(
        "指标值没有单位",
        ("IND002", "IND006"),
        (*_TARGETS, *_FORMS),
        put(r"(指标值: ≥\d+(?:\.\d+)?)[%\u4e00-\u9fff]+(?=[,}\n])", r"\1"),
    ),
    Kind("名称是率，值是时间", ("IND006",), (*_TARGETS, *_FORMS), put(r"(率, 指标值: [≥≤]?\d+)%", r"\1分钟")),
    Kind(
        "同一个指标写了两次",
        ("IND008", "SCO006", "SCO004"),
        (*_TARGETS, *_FORMS),
        each(_ROW, lambda match: match[0] * 2),
    ),
    Kind(
        "少一类指标",
        ("IND001", "SCO006", "SCO004"),
        ("department-targets", "project-targets", *_FORMS),
        both(put(r"^ +- \{一级指标: 满意度指标.*\}\n", ""), put(r"^  - 一级指标: 满意度指标\n(?:    .*\n)+", "")),
    ),
    Kind("成本指标写成下限", ("IND012",), (*_TARGETS, *_FORMS), put(r"(成本.*指标值: )≤", r"\1≥")),
    Kind("满意度写成别的", ("IND005", "IND006"), _TARGETS, put("三级指标: 观众满意度", "三级指标: 展品完好数量")),
    Kind(
        "目标用了完成语气",
        ("IND015",),
        (*_TARGETS, "tangshan-2021", "dongguan-2020"),
        both(
            put(
                r"((?:三级指标|指标值): [^,}\n]{0,12}?(?:提高|提升|增强|促进|满足|丰富))(?=[\u4e00-\u9fff]{2})(?!了)",
                r"\1了",
            ),
            put(r"(目标\d：)(?=\S)", r"\1举办了展览，"),
        ),
    ),
)
