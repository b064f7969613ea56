"""Tables in prose: items with two amounts each, and the total of one column stated elsewhere."""

import pytest

from reportgen.numbers.series import series

ITEMS = "甲实收60万元，支出58万元。乙实收40万元，支出36万元。丙实收20万元，支出20万元。"


def test_a_total_whose_first_amount_is_the_sum_of_the_items_belongs_to_them() -> None:
    (found,) = series(["全年实收120万元，实际支出104万元。", ITEMS])
    assert str(found.total.went) == "104万元"
    assert [str(item.went) for item in found.items] == ["58万元", "36万元", "20万元"]


@pytest.mark.parametrize(
    "total",
    [
        "全年实收150万元，实际支出104万元。",
        "全年到位120万元，实际支出104万元。",
        "全年实收120万元，占预算的80%，支出104万元。",
        "全年实收120万元。",
    ],
    ids=["another sum", "another column", "something between", "one amount"],
)
def test_any_other_total_is_left_alone(total: str) -> None:
    assert list(series([total, ITEMS])) == []


def test_two_items_are_no_series() -> None:
    assert list(series(["全年实收100万元，支出90万元。", "甲实收60万元，支出58万元。乙实收40万元，支出36万元。"])) == []
