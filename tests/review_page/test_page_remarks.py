"""The remarks that a page to click through has exported are read, or refused with the reason."""

import json
from typing import Any

import pytest

from reportgen.errors import UsageProblem
from reportgen.review.remarks.page_remarks import is_page_remarks, page_remarks
from reportgen.review.remarks.remark import Mark, Remark, Reply, State
from reportgen.review.trace import Line, Trace

REMARK = {
    "mark": "replacement",
    "author": "李审核",
    "date": "2025-03-25 10:20",
    "text": "截至",
    "words": "截止",
    "before": "",
    "page": 7,
    "document": "某市博物馆2024年度部门整体支出绩效评价报告",
    "line": "1f0c9ab2",
    "paragraph": "截止12月31日，成立评价小组。",
}
FINDING = {
    "key": "0123456789ab",
    "code": "NUM003",
    "title": "分项之和与总额不符",
    "label": "116.40",
    "words": "116.40",
    "before": "全年支出",
    "page": 2,
    "line": "77aa0011",
    "paragraph": "全年支出116.40万元。",
    "state": "rejected",
    "reason": "原件如此",
    "author": "李审核",
    "date": "2025-03-25 10:21",
}


def exported(**changed: Any) -> bytes:
    told = {
        "format": "reportgen-review-page",
        "version": 1,
        "file": "内容.yaml",
        "digest": "ab" * 32,
        "remarks": [REMARK],
        "findings": [FINDING],
        "lines": [["1f0c9ab2", "截止12月31日，成立评价小组。", "评价过程", 38, "二、（一）绩效评价实施过程情况"]],
    }
    return json.dumps(told | changed, ensure_ascii=False).encode()


def test_a_remark_and_a_decision_come_home() -> None:
    told = page_remarks(exported(), "意见.json")
    line = Line("1f0c9ab2", "截止12月31日，成立评价小组。", "评价过程", 38, "二、（一）绩效评价实施过程情况")
    assert told.trace == Trace("内容.yaml", "ab" * 32, (line,))
    paragraph = "截止12月31日，成立评价小组。"
    wording = Remark(Mark.REPLACEMENT, "李审核", "2025-03-25 10:20", "截至", "截止", "", 7, "1f0c9ab2", paragraph)
    reply = Reply("李审核", "2025-03-25 10:21", "原件如此", State.REJECTED)
    decided = Remark(
        Mark.HIGHLIGHT,
        "reportgen",
        "",
        "NUM003 分项之和与总额不符：116.40",
        "116.40",
        "全年支出",
        2,
        "77aa0011",
        "全年支出116.40万元。",
        (reply,),
        State.REJECTED,
        True,
        "0123456789ab",
    )
    assert told.remarks == (wording, decided)


@pytest.mark.parametrize(("mark", "meant"), [("note", Mark.HIGHLIGHT), ("strike", Mark.STRIKE)])
def test_each_mark_has_its_meaning(mark: str, meant: Mark) -> None:
    told = page_remarks(exported(remarks=[REMARK | {"mark": mark}], findings=[]), "意见.json")
    assert [remark.mark for remark in told.remarks] == [meant]


def test_five_thousand_remarks_are_all_read() -> None:
    many = [REMARK | {"text": str(number)} for number in range(5000)]
    told = page_remarks(exported(remarks=many, findings=[]), "意见.json")
    assert [remark.text for remark in told.remarks] == [str(number) for number in range(5000)]


DAMAGED = [
    (b"", "没有存完整"),
    (exported()[:-40], "没有存完整"),
    (b"[" * 100_000, "没有存完整"),
    (b"\xff\xfe{}", "没有存完整"),
    (b"[]", "不是核对页导出的意见"),
    (json.dumps({"format": "别的"}).encode(), "不是核对页导出的意见"),
    (exported(version=2), "另一版"),
    (exported(remarks=None), "「remarks」"),
    (exported(findings=["问题"]), "「findings」"),
    (exported(remarks=[REMARK | {"mark": "circle"}]), "「mark」"),
    (exported(remarks=[REMARK | {"words": 5}]), "「words」"),
    (exported(remarks=[REMARK | {"page": True}]), "「page」"),
    (exported(findings=[FINDING | {"state": ""}]), "「state」"),
    (exported(lines=[["1f0c9ab2", "截止"]]), "「lines」"),
]


@pytest.mark.parametrize(("content", "why"), DAMAGED)
def test_what_is_damaged_is_refused_as_a_whole(content: bytes, why: str) -> None:
    with pytest.raises(UsageProblem, match=why):
        page_remarks(content, "意见.json")


def test_half_a_character_is_no_character() -> None:
    content = exported(remarks=[REMARK | {"text": "好"}], findings=[])
    (remark, *_others) = page_remarks(content.replace("好".encode(), rb"ok\ud83d"), "意见.json").remarks
    assert remark.text == "ok?"


def test_it_is_known_by_its_first_words() -> None:
    assert is_page_remarks(exported())
    assert is_page_remarks(b"\xef\xbb\xbf\n " + exported())
    assert not is_page_remarks(b'{"$schema": "https://example.org"}')
    assert not is_page_remarks(b"%PDF-1.7")
