"""Paragraphs of a Word file with all that was done to them, and comments with their threads, as programs write them."""

import zipfile
from io import BytesIO

from reportgen.word.marked import MarkedParagraph, bookmarks_of, marked_paragraphs
from reportgen.word.package import Package
from reportgen.word.threads import comments_of

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
LI, WANG = 'w:author="李会计" w:date="2026-03-02T10:30:00Z"', 'w:author="王主任" w:date="2026-03-03T16:45:00"'


def package(body: str, **parts: str) -> Package:
    """A file of this text; other parts by their names, _ for the folder."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NS}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return Package("copy.docx", stream.getvalue())


def run(text: str, tag: str = "t") -> str:
    """A run of words."""
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def told(paragraph: MarkedParagraph) -> list[tuple[str, str, str]]:
    """Its pieces with who put them in and who took them out."""
    return [
        (each.text, each.inserted.author if each.inserted else "", each.deleted.author if each.deleted else "")
        for each in paragraph.pieces
    ]


def test_a_piece_says_who_put_it_in_and_who_took_it_out() -> None:
    """One may take out what another has put in; a move is both, at two places."""
    body = (
        f"<w:p>{run('门诊')}<w:ins w:id='1' {LI}>{run('全年')}<w:del w:id='2' {WANG}>{run('约', 'delText')}</w:del>"
        f"</w:ins><w:del w:id='3' {WANG}>{run('去年', 'delText')}</w:del></w:p>"
        f"<w:p><w:pPr><w:rPr><w:moveFrom w:id='4' {LI}/></w:rPr></w:pPr>"
        f"<w:moveFrom w:id='5' {LI}>{run('移走的段落')}</w:moveFrom></w:p>"
        f"<w:p><w:moveTo w:id='6' {LI}>{run('移走的段落')}</w:moveTo></w:p>"
    )
    first, gone, come = marked_paragraphs(package(body))
    assert told(first) == [("门诊", "", ""), ("全年", "李会计", ""), ("约", "李会计", "王主任"), ("去年", "", "王主任")]
    assert told(gone) == [("移走的段落", "", "李会计")]
    assert gone.end_deleted is not None
    assert told(come) == [("移走的段落", "李会计", "")]
    assert [each.inserted.date for each in come.pieces if each.inserted] == ["2026-03-02 10:30"]


def test_codes_of_fields_boxes_and_tables_of_contents() -> None:
    """A code is no word; a box has paragraphs of its own; what stands in a table of contents is known as that."""
    toc = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
    body = (
        f"<w:p>{toc.format('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{toc.format('separate')}"
        f"{run('一、概况 1')}</w:p><w:p>{run('二、结果 2')}{toc.format('end')}</w:p>"
        f"<w:p>{run('正文')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{run('框里的字')}</w:p>"
        f"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>{run('框里的字')}</w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    paragraphs = marked_paragraphs(package(body))
    assert [(each.text, each.contents) for each in paragraphs] == [
        ("一、概况 1", True),
        ("二、结果 2", True),
        ("正文", False),
        ("框里的字", False),
    ]


def test_rows_and_cells() -> None:
    """A row that was put in says so of all its cells."""
    cell = "<w:tc><w:p>{0}</w:p></w:tc>"
    body = (
        f"<w:tbl><w:tr>{cell.format(run('内科'))}{cell.format(run('120'))}</w:tr>"
        f"<w:tr><w:trPr><w:ins w:id='1' {LI}/></w:trPr>{cell.format(run('儿科'))}</w:tr></w:tbl>"
    )
    first, second, third = marked_paragraphs(package(body))
    assert [each.cell for each in (first, second, third)] == [1, 2, 3]
    assert (first.row_inserted, third.row_inserted.author if third.row_inserted else "") == (None, "李会计")


def test_bookmarks_over_paragraphs_and_between_them() -> None:
    """LibreOffice begins a bookmark anew in each paragraph and ends it once; Word puts some between two paragraphs."""
    body = (
        '<w:bookmarkStart w:id="1" w:name="_rg_a"/>'
        f"<w:p>{run('第一段')}</w:p>"
        '<w:bookmarkEnd w:id="1"/>'
        f"<w:p><w:bookmarkStart w:id='2' w:name='_rg_b'/>{run('第二段')}</w:p>"
        f"<w:p><w:bookmarkStart w:id='3' w:name='_rg_b'/>{run('又一段')}<w:bookmarkEnd w:id='3'/></w:p>"
    )
    assert sorted(bookmarks_of(marked_paragraphs(package(body)))) == [
        ("_rg_a", (0, 0), (0, 3)),
        ("_rg_b", (1, 0), (1, 3)),
        ("_rg_b", (2, 0), (2, 3)),
    ]


def test_comments_of_word_and_wps_know_their_threads() -> None:
    """By the last paragraph of each; one that is settled says so."""

    def comment(number: int, para: str, by: str, text: str) -> str:
        return f'<w:comment w:id="{number}" {by}><w:p w14:paraId="{para}">{run(text)}</w:p></w:comment>'

    comments = (
        f"<w:comments {NS}>{comment(0, '00000001', LI, '口径？')}{comment(1, '00000002', WANG, '按热线')}"
        f"{comment(2, '00000003', WANG, '单位？')}</w:comments>"
    )
    extended = (
        f'<w15:commentsEx {NS}><w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000003" w15:paraIdParent="00000009" w15:done="0"/></w15:commentsEx>'
    )
    found = comments_of(package("<w:p/>", comments=comments, commentsExtended=extended))
    assert [(each.id, each.parent, each.done, each.date) for each in found] == [
        ("0", "", True, "2026-03-02 10:30"),
        ("1", "0", True, "2026-03-03 16:45"),
        ("2", "", False, "2026-03-03 16:45"),
    ]
