"""Tracked changes at offsets: accepted they give what was asked for, refused what stood there before."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Made
from tests.support.office import Way, settled_by_office
from tests.support.word import sdk_validate

from reportgen.word.accepted import accepted, refused, texts
from reportgen.word.characters import text_of
from reportgen.word.comments import Comments
from reportgen.word.opened import Opened
from reportgen.word.ordered import parsed
from reportgen.word.package import Element, Package, W
from reportgen.word.tracked import Author, Tracked

LI = Author("李审核", "2025-03-05T09:00:00Z", "李")
NS = f'xmlns:w="{W[1:-1]}"'


def run(*inner: str) -> str:
    """A run of these nodes; what is no XML is text."""
    return f"<w:r>{''.join(each if each.startswith('<') else f'<w:t>{each}</w:t>' for each in inner)}</w:r>"


def field(kind: str) -> str:
    """A run with the begin, the middle or the end of a field."""
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


WANG = 'w:author="王" w:date="2025-01-01T00:00:00Z"'
REST = run("门诊12.5万人次。")
PARAGRAPHS = {
    "plain": run("县医院2024年门诊12.5万人次。"),
    "runs": run("<w:rPr><w:b/></w:rPr>", "县医院", "<w:tab/>", "2024年") + run("门诊", "<w:br/>", "12.5万人次。"),
    "note": run("县医院", '<w:footnoteReference w:id="2"/>', "2024年门诊") + run("12.5万人次。"),
    "link": f'{run("县医院")}<w:hyperlink w:anchor="a">{run("2024年")}</w:hyperlink>{REST}',
    "field": (
        f"{run('县医院')}{field('begin')}{run('<w:instrText> REF a </w:instrText>')}"
        f"{field('separate')}{run('2024年')}{field('end')}{REST}"
    ),
    "changed": (
        f'{run("县医院")}<w:ins w:id="7" {WANG}>{run("2024年")}</w:ins>'
        f'<w:del w:id="8" {WANG}>{run("<w:delText>去年</w:delText>")}</w:del>{REST}'
    ),
}
"""Paragraphs as programs write them, and what they hold besides words."""


def opened(*paragraphs: str) -> Opened:
    """A file with these paragraphs."""
    document = Document()
    for inner in paragraphs:
        document.element.body.insert(len(document.element.body) - 1, parsed(f"<w:p {NS}>{inner}</w:p>"))
    return opened_from(document)


def opened_from(document: Made) -> Opened:
    """A file that python-docx has made."""
    stream = BytesIO()
    document.save(stream)
    return Opened(Package("示例.docx", stream.getvalue()))


def paragraphs_of(file: Opened) -> list[Element]:
    return list(file.body.iter(W + "p"))


@pytest.mark.parametrize(("start", "stop"), [(0, 3), (2, 5), (3, 8), (0, 17), (8, 10), (10, 14)])
def test_words_replaced_are_new_when_accepted_and_old_when_refused(start: int, stop: int) -> None:
    file = opened(*PARAGRAPHS.values())
    before, first = texts(file.package), texts(refused(file.package))
    for paragraph in paragraphs_of(file):
        Tracked(file, LI).replace(paragraph, start, stop, "新的\t字")
    made = Package("示例.docx", file.finished().content)
    assert texts(accepted(made)) == [text[:start] + "新的\t字" + text[stop:] for text in before]
    assert texts(refused(made)) == first


@pytest.mark.parametrize("offset", range(0, 18, 3))
def test_words_inserted_and_a_paragraph_parted(offset: int) -> None:
    file = opened(*PARAGRAPHS.values())
    before, first = texts(file.package), texts(refused(file.package))
    tracked = Tracked(file, LI)
    for paragraph in paragraphs_of(file):
        tracked.insert(paragraph, offset, "（新）")
        tracked.split(paragraph, offset)
    made = file.finished()
    assert texts(accepted(made)) == [words for text in before for words in (text[:offset], "（新）" + text[offset:])]
    assert texts(refused(made)) == first


def test_paragraphs_come_and_go() -> None:
    file = opened(*(f"<w:r><w:t>第{number}段。</w:t></w:r>" for number in "一二三四"))
    first, second, third, _fourth = paragraphs_of(file)
    tracked = Tracked(file, LI)
    tracked.delete_paragraph(second)
    tracked.delete_mark(third)
    tracked.insert_paragraph(first, "新的一段。")
    made = file.finished()
    assert texts(accepted(made)) == ["新的一段。", "第一段。", "第三段。第四段。"]
    assert texts(refused(made)) == ["第一段。", "第二段。", "第三段。", "第四段。"]


def test_rows_of_a_table_come_and_go() -> None:
    document = Document()
    table = document.add_table(3, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(number)
    file = opened_from(document)
    rows = list(file.body.iter(W + "tr"))
    tracked = Tracked(file, LI)
    tracked.insert_row(rows[0])
    tracked.delete_row(rows[2])
    made = file.finished()
    assert texts(accepted(made)) == ["0", "1", "2", "3"]
    assert texts(refused(made)) == ["2", "3", "4", "5"]


def test_libreoffice_reads_the_same(tmp_path: Path) -> None:
    """Where a paragraph stands before a table or at the end of a cell nothing but the end before it can go."""
    document = Document()
    for words in ("第一段。", "第二段。", "表前一段。"):
        document.add_paragraph(words)
    table = document.add_table(4, 1)
    for row in range(4):
        table.cell(row, 0).text = f"第{row}格"
    table.cell(0, 0).add_paragraph("第二行")
    for words in ("表后。", "倒数第二段。", "最后一段。"):
        document.add_paragraph(words)
    file = opened_from(document)
    by_words = {text_of(paragraph): paragraph for paragraph in paragraphs_of(file)}
    tracked = Tracked(file, LI)
    for words in ("表前一段。", "第二行", "倒数第二段。", "最后一段。"):
        tracked.delete_paragraph(by_words[words])
    tracked.insert_paragraph(by_words["第2格"], "又一行", behind=True)
    tracked.split(by_words["第二段。"], 1)
    tracked.replace(by_words["第一段。"], 1, 2, "壹")
    rows = list(file.body.iter(W + "tr"))
    tracked.insert_row(rows[1])
    tracked.delete_row(rows[3])
    made, path = file.finished(), tmp_path / "made.docx"
    path.write_bytes(made.content)
    ways: dict[Path, tuple[Way, Path]] = {
        tmp_path / "accepted.docx": ("Accept", path),
        tmp_path / "refused.docx": ("Reject", path),
    }
    settled_by_office(ways)
    assert [texts(Package("示例.docx", each.read_bytes())) for each in ways] == [
        ["第壹段。", "第", "二段。", "第0格", "第1格", "第2格", "又一行", "表后。"],
        [words for words in texts(file.package) if words != "第1格"],
    ]
    assert [texts(accepted(made)), texts(refused(made))] == [texts(Package("", each.read_bytes())) for each in ways]


def test_what_another_did_stays_his() -> None:
    file = opened(PARAGRAPHS["changed"])
    paragraph = file.body.find(W + "p")
    tracked = Tracked(file, LI)
    tracked.insert(paragraph, 5, "整")
    tracked.delete(paragraph, 3, 5)
    changes = [
        (node.tag.removeprefix(W), node.get(W + "author"), node.get(W + "id"))
        for node in paragraph.iter()
        if node.get(W + "author")
    ]
    assert [(name, author) for name, author, _id in changes] == [
        ("ins", "王"),
        ("del", "李审核"),
        ("ins", "李审核"),
        ("ins", "王"),
        ("del", "王"),
    ]
    assert len({number for _name, _author, number in changes}) == len(changes)


def test_a_field_goes_whole_or_not_at_all() -> None:
    file = opened(PARAGRAPHS["field"])
    paragraph = file.body.find(W + "p")
    Tracked(file, LI).delete(paragraph, 2, 8)
    made = accepted(file.finished())
    assert texts(made) == ["县医门诊12.5万人次。"]
    assert b"fldChar" not in (made.bytes_of("word/document.xml") or b"")
    assert b"instrText" in (refused(file.finished()).bytes_of("word/document.xml") or b"")


def test_comments_mark_their_words_and_have_threads() -> None:
    file = opened(PARAGRAPHS["link"], PARAGRAPHS["field"], "")
    comments = Comments(file)
    for paragraph in paragraphs_of(file):
        number = comments.add(paragraph, 1, min(5, len(text_of(paragraph))), "与附表不一致\n请核对", LI)
        comments.answer(number, "已改", Author("张三", "2025-03-06T09:00:00Z"))
    made = file.finished()
    document = Document(BytesIO(made.content))
    assert [(each.author, each.initials, each.text) for each in document.comments][:2] == [
        ("李审核", "李", "与附表不一致\n请核对"),
        ("张三", "张三", "已改"),
    ]
    threads = (made.bytes_of("word/commentsExtended.xml") or b"").decode()
    assert (threads.count("<w15:commentEx "), threads.count("w15:paraIdParent=")) == (6, 3)
    assert texts(made) == texts(file.package)


def _change_everything(file: Opened) -> None:
    tracked = Tracked(file, LI)
    for paragraph in paragraphs_of(file):
        tracked.replace(paragraph, 2, 6, "新")
        tracked.split(paragraph, 1)
        tracked.delete_mark(paragraph)


def _remark_everything(file: Opened) -> None:
    comments = Comments(file)
    for paragraph in paragraphs_of(file):
        comments.answer(comments.add(paragraph, 2, 6, "请核", LI), "好", LI)


def test_the_file_is_sound(tmp_path: Path) -> None:
    file = opened(*(inner for kind, inner in PARAGRAPHS.items() if kind != "note"))
    _remark_everything(file)
    _change_everything(file)
    path = tmp_path / "made.docx"
    path.write_bytes(file.finished().content)
    assert sdk_validate(path) == []
