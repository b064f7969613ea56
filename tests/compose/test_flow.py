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
