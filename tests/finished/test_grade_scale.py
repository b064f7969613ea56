"""A stranger's grades are judged by the scale that the document states itself."""

import pytest
from tests.rules.fragments import findings_finished

REPORT = """示例县人民医院2024年度部门整体支出绩效自评报告
一、评价结论
{scale}
经评价，综合得分{score}分，评价等级为“{grade}”。
示例县人民医院
2025年3月20日
"""


@pytest.mark.parametrize(
    ("scale", "score", "grade", "wrong"),
    [
        ("评价结果分四档。", "88.50", "良", False),
        ("评价结果分四档。", "88.50", "优", True),
        ("85分以上为优，75分（含）至85分为良，60分至75分为中，其余为差。", "88.50", "优", False),
        ("85分以上为优，75分（含）至85分为良，60分至75分为中，其余为差。", "88.50", "良", True),
        ("等级分为优（95分以上）、良（85分以上）、中（70分以上）、差。", "92.00", "良", False),
        ("得分90分以上的项目有3个。", "88.50", "良", False),
    ],
)
def test_the_scale_of_the_document(scale: str, score: str, grade: str, wrong: bool) -> None:
    report = REPORT.format(scale=scale, score=score, grade=grade)
    said = [finding.code for finding in findings_finished(report) if finding.code in ("SCO001", "SCO024")]
    assert bool(said) is wrong
