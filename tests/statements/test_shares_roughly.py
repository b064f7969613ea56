"""A share told roughly and exactly: whichever is wrong, the two cannot be far from each other."""

import pytest
from tests.support.ledgers import said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("急诊患者还不到两成（81.75%）。", "share 81.75% 与「不到两成」不合"),
        ("走读生占了一半以上（15.67%）。", "share 15.67% 与「一半以上」不合"),
        ("供水管网漏损集中在老城，近三分之二（56.66%）发生在那里。", "share 56.66% 与「近三分之二」不合"),
        ("镇村公交乘客里老年人占七成多，具体为17.40%。", "share 17.40% 与「七成多」不合"),
    ],
)
def test_what_contradicts_the_rough_share_is_asked_about(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "急诊患者还不到两成（18.75%）。",
        "走读生占了一半以上（51.67%）。",
        "供水管网漏损集中在老城，近三分之二（65.66%）发生在那里。",
        "镇村公交乘客里老年人占七成多，具体为72.40%，女性差不多占四分之三（73.0%）。",
        "法院调解的案件几乎占了一半（49.92%），约四成半（44.59%）当庭履行，三成（29.70%）分期履行。",
    ],
)
def test_what_is_about_as_much_is_right(text: str) -> None:
    assert said(text) == []
