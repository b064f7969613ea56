"""Notes and words that stand out: written within a line, numbered by the program, no word of what is read."""

import pytest
from tests.support.prose import checked, document

from reportgen.model.document import Document, Paragraph, Role, Table, plain_text
from reportgen.model.inline import Note, Text, footnotes
from reportgen.pipeline.checked import Checked
from reportgen.render.plain import printed_line_of, render_plain


def told(checked: Checked) -> list[tuple[str, int, str]]:
    return [(finding.code, finding.place.column, finding.label) for finding in checked.report]


def paragraph(document: Document, beginning: str) -> Paragraph:
    """The one that begins so."""
    found = (block for block in document.walk() if isinstance(block, Paragraph))
    return next(block for block in found if plain_text(block.inlines).startswith(beginning))


def printed(checked: Checked) -> list[str]:
    assert checked.main is not None
    return render_plain(checked.main.document, checked.main.template.frame).splitlines()


@pytest.mark.parametrize(
    ("line", "words", "note"),
    [
        (
            "医院全年门诊稳定〔注：资料来自病案首页，不含体检。〕，床位周转加快。",
            "医院全年门诊稳定①，床位周转加快。",
            "资料来自病案首页，不含体检。",
        ),
        (
            "法院按期结案〔脚注：结案口径见某高法〔2016〕24号。〕。",
            "法院按期结案①。",
            "结案口径见某高法〔2016〕24号。",
        ),
        ("水质全部达标〔注释:按月检测。〕。", "水质全部达标①。", "按月检测。"),
    ],
)
def test_a_note_is_written_where_its_mark_stands(line: str, words: str, note: str) -> None:
    made = checked(line)
    block = paragraph(document(made), words[:4])
    assert printed_line_of(block) == words
    assert [(each.mark, plain_text(each.inlines)) for each in footnotes(block.inlines)] == [("①", note)]
    lines = printed(made)
    assert lines[lines.index(words) + 1] == f"①{note}"


def test_to_readers_of_words_and_figures_a_mark_is_not_there() -> None:
    block = paragraph(document(checked("展厅维修费〔注：含税。〕已付清。")), "展厅维修费")
    assert plain_text(block.inlines) == "展厅维修费已付清。"


def test_notes_are_numbered_through_the_document_and_fill_in_references() -> None:
    made = document(
        checked("校舍完好〔注：年检合格。〕。", "馆舍完好〔注：批复{{ 预算.批复 }}。〕〔注：年检合格。〕。")
    )
    marks = [note.mark for block in made.blocks["正文"] for note in footnotes(block.inlines)]
    assert marks == ["①", "②", "③"]
    (second, _third) = footnotes(paragraph(made, "馆舍完好").inlines)
    assert plain_text(second.inlines) == "批复320.00万元。"
    assert [number.text for number in made.numbers()].count("320.00万元") == 2  # that of the text, and that of the note


def test_a_document_number_is_no_note() -> None:
    made = checked("按某财绩〔2016〕24号的要求，参照〔注意事项〕执行。")
    assert (
        printed_line_of(paragraph(document(made), "按某财绩")) == "按某财绩〔2016〕24号的要求，参照〔注意事项〕执行。"
    )


def test_the_notes_of_a_table_stand_below_it_by_numbers_of_their_own() -> None:
    lines = (
        "门诊量见下表〔注：不含体检。〕。",
        "| 科室 | 门诊（人次） | 占比 |",
        "| 内科 | 1200〔注：含发热门诊。〕 | =% |",
        "| 外科 | 800 | =%〔注：四舍五入。〕 |",
        "| 合计 | =〔注：不含急诊。〕 | |",
        "来源：病案统计",
    )
    made = document(checked(*lines))
    table = next(block for block in made.blocks["正文"] if isinstance(block, Table))
    assert [cell.text for cell in table.lines() if cell.column == 1] == ["门诊（人次）", "1200", "800", "2000"]
    assert [cell.number for cell in table.lines() if cell.column == 1 and cell.row] == [1200, 800, 2000]
    marks = [inline.mark for inline in table.inlines if isinstance(inline, Note)]
    assert marks == ["①", "②", "③"]
    at = made.blocks["正文"].index(table)
    below = made.blocks["正文"][at + 1 : at + 5]
    assert [(block.role, printed_line_of(block)) for block in below if isinstance(block, Paragraph)] == [
        (Role.TABLE_NOTE, "①含发热门诊。"),
        (Role.TABLE_NOTE, "②四舍五入。"),
        (Role.TABLE_NOTE, "③不含急诊。"),
        (Role.SOURCE, "来源：病案统计"),
    ]


def test_figures_of_a_note_are_checked_as_those_of_the_text() -> None:
    made = checked("展厅全年开放〔注：批复80.00万元，支出78.40万元，支付率89.0%。〕，观众满意。")
    assert "NUM011" in {finding.code for finding in made.report}
    (found,) = [finding for finding in made.report if finding.code == "NUM011"]
    assert "78.40" in found.label or any("78.4" in note for note in found.notes)


@pytest.mark.parametrize(
    ("line", "column", "label"),
    [
        ("全年收治稳定〔注：不含体检。", 11, "这个注没有写完：后面要有「〕」，而且在同一段里"),
        ("水质达标〔注：按某水〔2016〕3号检测。", 9, "这个注没有写完：后面要有「〕」，而且在同一段里"),
        ("课后服务全覆盖〔注：  〕。", 12, "注里没有字"),
        (f"供水正常〔注：{'管' * 401}〕。", 9, "这个注有 401 字，页下排不开（最多 400 字），请写进正文"),
        ("# 审判执行〔注：不含仲裁。〕", 11, "小标题里不能写注，请写在下面的正文里"),
        ("案件增加〔注：不含〔注：诉前〕调解。〕。", 14, "注里不能再写注"),
    ],
)
def test_what_is_no_note_is_told_at_its_place_and_printed_as_it_was_typed(line: str, column: int, label: str) -> None:
    made = checked(line)
    assert ("CON028", column, label) in told(made)
    assert "〔注" in "".join(printed(made))


def test_a_note_in_a_column_head_is_told() -> None:
    made = checked("| 科室〔注：临床。〕 | 人次 |", "| 内科 | 12 |")
    assert [label for _code, _column, label in told(made)] == [
        "表头里不能写注，请写在下面的格里，或表的下面以「注：」起头写一行"
    ]


@pytest.mark.parametrize(
    ("line", "strong", "words"),
    [
        ("**床位周转加快**，平均住院日缩短。", ["床位周转加快"], "床位周转加快，平均住院日缩短。"),
        ("全年结案率**稳中有升**。", ["稳中有升"], "全年结案率稳中有升。"),
        ("管网**漏损率**下降，**水质**达标。", ["漏损率", "水质"], "管网漏损率下降，水质达标。"),
    ],
)
def test_words_between_asterisks_stand_out(line: str, strong: list[str], words: str) -> None:
    block = paragraph(document(checked(line)), words[:4])
    found = [inline.text for inline in block.inlines if isinstance(inline, Text) and inline.strong]
    assert (found, printed_line_of(block)) == (strong, words)


def test_figures_and_notes_stand_out_with_their_sentence() -> None:
    block = paragraph(document(checked("**批复{{ 预算.批复 }}**〔注：年初数。〕。")), "批复")
    assert [getattr(inline, "strong", None) for inline in block.inlines] == [True, True, None, False]


def test_a_sentence_reads_the_same_with_and_without_asterisks() -> None:
    """One that contradicts itself is found in either."""
    line = "展厅运行经费批复80.00万元，支出{}万元，支付率89.0%。"
    codes = [{finding.code for finding in checked(line.format(each)).report} for each in ("78.40", "**78.40**")]
    assert codes[0] == codes[1] != set()


@pytest.mark.parametrize(
    "line",
    [
        "患者张**、李**已随访。",
        "中标人为****有限公司。",
        "面积按 3 ** 2 计。",
    ],
)
def test_asterisks_around_no_words_are_words(line: str) -> None:
    block = paragraph(document(checked(line)), line[:3])
    assert printed_line_of(block) == line
    assert not any(getattr(inline, "strong", False) for inline in block.inlines)


def test_a_backslash_keeps_asterisks_that_would_be_a_pair() -> None:
    made = checked(r"中标人为甲\**公司和乙\**公司。")
    assert printed(made).count("中标人为甲**公司和乙**公司。") == 1


def test_a_pair_over_two_paragraphs_is_told_where_it_begins() -> None:
    made = checked("**校舍全部达标。", "食堂全部达标**。", "操场完好。")
    assert told(made) == [("CON008", 5, "着重的 ** 要在同一段里成对，不能跨段")]
