"""Shares beside the only two amounts of a kind, in whatever order the three are told."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("工资福利支出占基本支出的72%。基本支出1500万元，工资福利支出1080万元。", "27%"),
        ("本科以上学历57人（占76%），全所共75人。", "67%"),
        ("培训学员950人次，女学员占42%，为399人次。", "24%"),
        ("工程费用1530万元，占总投资比重为85%，总投资1800万元。", "58%"),
    ],
)
def test_a_share_is_of_the_only_other_amount(right: str, wrong: str) -> None:
    """The whole is called by the words behind 占 or told to be all; the part may stand behind the share."""
    share = right[right.index("%") - 2 : right.index("%") + 1]
    assert said(right) == []
    assert "share" in held(right)
    assert said(right.replace(share, wrong))


@pytest.mark.parametrize(
    "text",
    [
        "上半年支出312.40万元，下半年支出468.60万元，下半年占60%。",
        "抽查凭证164笔，其中11笔缺少服务签单，金额3.26万元，占抽查金额的0.67%。",
        "统筹基金支出22.87亿元，其中住院15.98亿元。政策范围内住院费用支付比例69.4%。",
        "公用经费只有96万元，在800万元基本支出里占12%。",
    ],
)
def test_what_no_words_join_is_not_said(text: str) -> None:
    """One of two is not the whole; 在……里占 names its whole behind the figure."""
    assert said(text) == []
