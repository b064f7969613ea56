"""Each character of a printed line is found where a page draws it, in whatever order that is."""

from reportgen.pdf.pages import Glyph, Page
from reportgen.verify.drawn import Wanted, drawn

SIZE = 10.0


def page(number: int, *pieces: tuple[str, float, float]) -> Page:
    """A page with words at places of their own, in the order of drawing; every character is as wide as high."""
    glyphs = [
        Glyph(char, left + SIZE * at, left + SIZE * (at + 1), base, SIZE, "GWSong")
        for words, left, base in pieces
        for at, char in enumerate(words)
    ]
    return Page(number, 595.3, 841.9, tuple(glyphs), (), False, 0)


def found(lines: list[Wanted], *pages: Page) -> list[str]:
    """What stands at the spots of each line; a blank for a character without one."""
    spots = drawn(lines, pages)
    return ["".join(pages[spot[0]].glyphs[spot[1]].char if spot else " " for spot in line) for line in spots]


def test_blanks_have_no_spot_and_count_nowhere() -> None:
    assert found([Wanted("附件 1")], page(1, ("附件1", 80, 100))) == ["附件 1"]


def test_a_paragraph_goes_on_behind_page_number_and_head() -> None:
    pages = page(1, ("全年开放三", 80, 700), ("—1—", 400, 780)), page(2, ("某市图书馆", 80, 40), ("百天。", 80, 100))
    assert found([Wanted("全年开放三百天。", 1)], *pages) == ["全年开放三百天。"]
    assert [spot and spot[0] for spot in drawn([Wanted("全年开放三百天。", 1)], pages)[0]] == [0] * 5 + [1] * 3


def test_the_lines_of_a_cell_are_drawn_between_those_of_its_neighbour() -> None:
    sheet = page(1, ("服务对象满", 80, 100), ("患者满意度", 160, 100), ("意度", 80, 115), ("达到九成", 160, 115))
    assert found([Wanted("服务对象满意度", 1), Wanted("患者满意度达到九成", 1)], sheet) == [
        "服务对象满意度",
        "患者满意度达到九成",
    ]


def test_a_short_cell_is_no_part_of_a_longer_one() -> None:
    sheet = page(1, ("社会效益指标", 80, 100), ("社会效益", 200, 100))
    (short,) = drawn([Wanted("社会效益", 1)], [sheet])
    assert [spot and spot[1] for spot in short] == [6, 7, 8, 9]


def test_equal_cells_are_found_one_after_the_other() -> None:
    sheet = page(1, ("10", 80, 100), ("10", 200, 100), ("10", 320, 100))
    spots = drawn([Wanted("10", 1), Wanted("10", 1), Wanted("10", 1)], [sheet])
    assert [line[0] for line in spots] == [(0, 0), (0, 2), (0, 4)]


def test_the_marks_of_a_line_are_drawn_before_its_words() -> None:
    sheet = page(1, ("（", 80, 100), ("）", 100, 100), ("一", 90, 100), ("人员情况", 110, 100), ("定编42人。", 80, 120))
    assert found([Wanted("（一）人员情况", 1), Wanted("定编42人。", 1)], sheet) == ["（一）人员情况", "定编42人。"]


def test_what_is_not_there_has_no_spots_and_takes_nothing() -> None:
    sheet = page(1, ("河道清淤12公里。", 80, 100))
    assert found([Wanted("河道清淤21公里。", 1), Wanted("河道清淤12公里。", 1)], sheet) == [" " * 9, "河道清淤12公里。"]


def test_a_line_without_a_page_is_on_that_of_the_line_before_or_the_next() -> None:
    pages = page(1, ("一、基本情况", 80, 100)), page(2, ("二、审判工作", 80, 100))
    assert found([Wanted("一、基本情况"), Wanted("二、审判工作")], *pages) == ["一、基本情况", "二、审判工作"]


def test_a_paragraph_of_a_cell_that_breaks_stands_on_the_page_behind() -> None:
    """It is known where the cell begins, not where each of its paragraphs does."""
    pages = page(1, ("1.设备更新", 80, 700)), page(2, ("项目支出", 80, 40), ("2.病房改造", 80, 100))
    lines = [Wanted("1.设备更新", 1), Wanted("2.病房改造", 1)]
    assert found(lines, *pages) == ["1.设备更新", "2.病房改造"]
    assert drawn(lines, pages)[1][0] == (1, 4)


def test_what_is_on_no_known_page_may_be_on_any() -> None:
    pages = page(1, ("校舍维修", 80, 100), ("—1—", 400, 780)), page(2, ("教师培训", 80, 100), ("—2—", 400, 780))
    assert found([Wanted("校舍维修", 1), Wanted("教师培训", 2), Wanted("—1—"), Wanted("—2—")], *pages)[2:] == [
        "—1—",
        "—2—",
    ]


def test_what_is_drawn_once_and_told_twice_stands_there_twice() -> None:
    """A title is a line of the document, and what the document is called."""
    spots = drawn([Wanted("审判工作总结", 1), Wanted("审判工作总结")], [page(1, ("审判工作总结", 80, 100))])
    assert spots[0] == spots[1] == tuple((0, at) for at in range(6))


def test_words_with_a_mark_between_are_found_but_for_the_mark() -> None:
    """As a reader of others' files leaves the mark of a footnote out."""
    sheet = page(1, ("全年清淤河道十二公里", 80, 100), ("①", 280, 96), ("，超过计划的十公里。", 290, 100))
    words = "全年清淤河道十二公里，超过计划的十公里。"
    assert found([Wanted(words, 1)], sheet) == [words]


def test_less_than_half_of_a_line_is_not_the_line() -> None:
    """What is read aloud of a chart begins with the words that its caption has."""
    sheet = page(1, ("各科室床位使用率", 80, 100))
    assert found([Wanted("条形图：各科室床位使用率（%）。内科：92.0；外科：88.5", 1)], sheet)[0].strip() == ""


def test_there_is_an_end_to_the_ways_in_which_a_cell_may_go_on() -> None:
    """A page that draws the same line over and over: below each are twenty that could be the next."""
    sheet = page(1, *(("示例县水务局；", 80, 100 + at) for at in range(60)))
    wanted = "示例县水务局" * 20 + "巡河"
    (spots,) = drawn([Wanted(wanted, 1)], [sheet])
    assert len(spots) == len(wanted)
