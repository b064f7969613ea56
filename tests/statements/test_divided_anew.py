"""Several lists behind one total, each of which says by what it divides it; pieces of a whole that was told before."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "全镇有水库23座。按规模分，小型17座、塘坝6座；按流域分，东河9座、西河8座、南河5座。",
            "sum 23座 各项相加得 22座",
        ),
        ("护士164名，从性别来看，男27名、女137名；从班组来看，门诊58名、病房146名。", "sum 164名 各项相加得 204名"),
        (
            "法院结案32件。按案由分，合同纠纷17件、侵权纠纷6件；按方式分，判决9件、调解14件。",
            "sum 32件 各项相加得 23件",
        ),
        ("保洁员68名，早班26名、中班42名、夜班18名。", "sum 68名 各项相加得 86名"),
    ],
)
def test_each_way_to_divide_makes_the_total(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "全镇有水库23座。按规模分，小型17座、塘坝6座；按流域分，东河9座、西河8座、南河6座。",
        "学校有教师164名，从性别来看，男教师27名、女教师137名；从称号来看，党员58名、骨干教师20名。",
        "法院结案320件。按案由分，合同纠纷170件、侵权纠纷150件；按方式分，调解90件、撤诉24件。",
        "在园幼儿164名，男童97名、女童67名，小班58名，中班71名，大班35名；除12名外，其余152名在园午睡。",
    ],
)
def test_a_list_that_names_some_of_them_is_none(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "泵站合同价142.80万元。预付款47.12万元，进度款92.82万元，余7.14万元作质保金。",
            "sum 142.80万元 各项相加得 147.08万元",
        ),
        ("校车造价98.00万元。首付29.40万元，验收付36.70万元，剩余4.90万元次年支付。", "sum 36.70万元 应为 63.7万元"),
        ("改造病房60间。一季度18间，二季度32间，剩下的12间年底前完工。", "sum 60间 各项相加得 62间"),
    ],
)
def test_pieces_and_their_rest_make_what_was_told_before(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "泵站合同价142.80万元。预付款42.84万元，进度款92.82万元，余7.14万元作质保金。",
        "审批窗口预计再发放45份，按每份4,000元估算需18.00万元，加上已支付的24.00万元，全年约42.00万元。",
        "以住院儿童164名、护理员68名计算，每名护理员平均照料儿童约2.4名，夜间达到平均每人照料9.1名。",
        "办公经费42.60万元，社会保险缴费48.30万元。劳务费6.40万元。办公经费按35人平均，人均1.22万元。",
    ],
)
def test_what_other_figures_explain_is_right(text: str) -> None:
    assert said(text) == []


def test_pieces_hold() -> None:
    assert "sum" in held("泵站合同价142.80万元。预付款42.84万元，进度款92.82万元，余7.14万元作质保金。")
