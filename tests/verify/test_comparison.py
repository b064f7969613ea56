"""Holding what was read back against what was meant: differences are named by paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from reportgen.verify.comparison import compare, squeeze

MEANT = ["第一段的文字。", "第二段的文字。", "第三段的文字。", "第四段的文字。"]


def differences(read: str) -> list[tuple[int, str, str]]:
    return [(d.index, d.wanted, d.found) for d in compare(MEANT, read).differences]


def test_line_and_page_breaks_do_not_count() -> None:
    assert compare([" 第一 段\n", "第二段"], "第一段第二段").differences == ()


def test_a_lost_paragraph_is_named_and_the_rest_is_found() -> None:
    comparison = compare(MEANT, "".join(MEANT[:1] + MEANT[2:]))
    assert [(d.index, d.found) for d in comparison.differences] == [(1, "")]
    assert comparison.offsets == (0, None, 7, 14)


def test_a_changed_figure_is_shown_as_it_was_read() -> None:
    assert differences("".join(MEANT).replace("第二段", "第8段")) == [(1, "第二段的文字。", "第8段的文字。")]


def test_words_at_the_end_that_nobody_wrote_are_shown() -> None:
    assert differences("".join(MEANT) + "多出来的") == [(4, "", "多出来的")]


def test_words_in_between_that_nobody_wrote_are_shown() -> None:
    assert [(index, found) for index, _wanted, found in differences(MEANT[0] + "插入" + "".join(MEANT[1:]))] == [
        (1, "插入")
    ]


def test_two_paragraphs_in_the_wrong_order_are_noticed() -> None:
    assert differences(MEANT[1] + MEANT[0] + MEANT[2] + MEANT[3]) != []


@given(st.lists(st.text(min_size=1), min_size=1, max_size=6))
def test_what_was_meant_is_found_in_itself(paragraphs: list[str]) -> None:
    assert compare(paragraphs, "".join(squeeze(text) for text in paragraphs)).differences == ()


@given(st.lists(st.text("甲乙丙丁", min_size=1, max_size=5), min_size=1, max_size=5), st.integers(0, 20))
def test_a_lost_character_never_goes_unnoticed(paragraphs: list[str], at: int) -> None:
    stream = "".join(paragraphs)
    at %= len(stream)
    assert compare(paragraphs, stream[:at] + stream[at + 1 :]).differences != ()


def test_words_that_are_too_many_are_no_paragraphs_fault() -> None:
    """A text box that nobody knew of stands before an innocent paragraph."""
    (difference,) = compare(["标题", "一、部门基本情况", "职能"], "标题内部资料一、部门基本情况职能").differences
    assert (difference.index, difference.wanted, difference.found) == (1, "", "内部资料")


def test_a_paragraph_that_reads_otherwise_is_told_with_both_texts() -> None:
    (difference,) = compare(
        ["标题", "年末编制12人。", "职能和机构设置"], "标题年末编制21人。职能和机构设置"
    ).differences
    assert (difference.wanted, difference.found) == ("年末编制12人。", "年末编制21人。")
