"""What has changed: by how much, to what rate, in which direction; two figures and the word between them."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("镇政府支出640.00万元，比上年600.00万元增加40.00万元，增长6.67%。", "change"),
        ("镇政府支出640.00万元，比上年增加40.00万元，增长6.67%。", "growth"),
        ("医院门诊量12.60万人次，上年为12.00万人次，增长5.00%。", "growth"),
        ("警情由3,200起下降到2,880起，下降10%。", "growth"),
        ("升学率由上年的91.2%提高到94.5%，提高3.3个百分点。", "change"),
        ("法院结案4,120件，比上年增加320件。增长8.42%。", "growth"),
        ("供水量860万吨，比计划800万吨增加60万吨。", "change"),
        ("支出进度71.91%，快于时间进度66.67%，高出5.24个百分点。", "compared"),
        ("群众满意度88.2%，低于目标值90%。", "compared"),
        ("亩均投资1,830元，低于1,900元的控制标准。", "compared"),
    ],
)
def test_changes_that_fit_their_figures(text: str, relation: str) -> None:
    assert said(text) == []
    assert relation in held(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("镇政府支出640.00万元，比上年600.00万元增加40.00万元，增长7.67%。", "growth 7.67% 应为 6.67%"),
        ("镇政府支出640.00万元，比上年增加40.00万元，增长16.67%。", "growth 16.67% 应为 6.67%"),
        ("镇政府支出640.00万元，比上年600.00万元减少40.00万元。", "direction 40.00万元 方向写反"),
        ("医院门诊量12.60万人次，上年为12.00万人次，增长5.50%。", "growth 5.50% 应为 5.00%"),
        ("升学率由上年的91.2%提高到94.5%，提高2.3个百分点。", "change 2.3个百分点 应为 3.3个百分点"),
        ("法院结案4,120件，比上年增加320件。增长9.42%。", "growth 9.42% 应为 8.42%"),
        ("供水户数由4,200户增加到4,620户，增加402户。", "change 402户 应为 420户"),
        ("支出120.00万元，上年无此项支出，同比增长100%。", "no_base 100% 基数为 0，算不出比率"),
        ("群众满意度92.8%，低于目标值90%。", "compared 92.8% 写的是「低于」，应为「高于」"),
        ("支出进度71.91%，慢于时间进度66.67%。", "compared 71.91% 写的是「慢于」，应为「高于」"),
    ],
)
def test_changes_that_do_not(text: str, finding: str) -> None:
    assert said(text) == [finding]
