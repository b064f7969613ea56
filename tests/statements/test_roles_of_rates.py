"""Rates of change that no verb stands before: in a bracket behind the amount, and before the word 增幅."""

import pytest
from tests.support.ledgers import said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("法院结案4,860件，较上年的4,500件增加360件（8.00%）。", ""),
        ("法院结案4,860件，较上年的4,500件增加360件（8.80%）。", "growth 8.80% 应为 8.00%"),
        ("医院出院6,300人次，比上年的6,000人次多300人次，5.00%的增幅高于全市。", ""),
        ("医院出院6,300人次，比上年的6,000人次多300人次，5.50%的增幅高于全市。", "growth 5.50% 应为 5.00%"),
        ("水厂售水560万吨，比上年的580万吨减少20万吨（3.45%）。", ""),
        ("水厂售水560万吨，比上年的580万吨减少20万吨（4.35%）。", "growth 4.35% 应为 3.45%"),
        ("年度收入、支出总计均为880.00万元。上年为800.00万元，本年增加80.00万元，增长10.00%。", ""),
        (
            "年度收入、支出总计均为880.00万元。上年为800.00万元，本年增加85.00万元，增长10.00%。",
            "change 85.00万元 应为 80万元",
        ),
    ],
)
def test_a_rate_of_change_without_a_verb(text: str, finding: str) -> None:
    assert (finding in said(text)) if finding else said(text) == []
