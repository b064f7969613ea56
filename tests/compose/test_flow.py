"""The light marks of prose: a line is a paragraph, `# ` a sub-heading, `- ` a numbered item."""

from reportgen.compose.flow import flow_lines
from reportgen.place import Place, Written


def lines(text: str) -> list[tuple[str, int, bool]]:
    written = Written(text, Place("a.yaml", 1, 1), block=True)
    return [(text[line.start : line.end], line.depth, line.item) for line in flow_lines(written)]


def test_marks_are_taken_off_and_blank_lines_say_nothing() -> None:
    assert lines("# 小标题\n\n  第一段  \n- 第一条\n## 更小的标题\n") == [
        ("小标题", 1, False),
        ("第一段", 0, False),
        ("第一条", 0, True),
        ("更小的标题", 2, False),
    ]


def test_a_mark_without_a_space_is_text() -> None:
    assert lines("#1楼\n-5度\n") == [("#1楼", 0, False), ("-5度", 0, False)]


def nestings(text: str) -> list[int]:
    written = Written(text, Place("a.yaml", 1, 1), block=True)
    return [line.nesting for line in flow_lines(written)]


def test_an_item_two_columns_further_in_belongs_to_the_one_above() -> None:
    assert nestings("- 门诊\n  - 内科\n    - 心内科\n  - 外科\n- 住院\n") == [0, 1, 2, 1, 0]


def test_one_column_is_a_slip_of_the_hand() -> None:
    assert nestings("- 一年级\n - 二年级\n- 三年级\n") == [0, 0, 0]


def test_tabs_and_ideographic_spaces_count_as_wide_as_they_look() -> None:
    assert nestings("- 供水\n\t- 城区\n- 排水\n\u3000- 镇区\n") == [0, 1, 0, 1]


def test_a_heading_begins_a_new_list() -> None:
    assert nestings("- 立案\n  - 民事\n# 审判\n  - 刑事\n") == [0, 1, 0, 0]
