"""A stranger's Word file comes back with findings as comments and safe repairs as tracked changes, and nothing else."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree
from tests.support.shell import Shell
from tests.support.word import converted, sdk_validate

from reportgen.errors import UsageProblem
from reportgen.finished.docx import read_docx
from reportgen.pipeline.finished import check_reading
from reportgen.pipeline.reviewed_docx import ReviewedDocx, review_docx
from reportgen.review.reviewed_docx import NAME
from reportgen.word.accepted import accepted, name_of, refused, settle, texts
from reportgen.word.characters import runs_of, text_of
from reportgen.word.comments import Comments
from reportgen.word.opened import Opened
from reportgen.word.package import Element, Package, W
from reportgen.word.tracked import Author, Tracked

OURS = ("[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/people.xml")
"""Parts that tell of comments; all but the text is as it was."""
ZHAO = Author("赵局长", "2025-02-01T08:00:00Z", "赵")
TITLE = "示例县人民医院2024年度工作总结"
SENTENCE = "门诊人次12.5万,比上年增加0.5万，医疗服务收入300.00万元，其中门诊180.00万元、住院130.00万元。"


def _hospital() -> Word:
    """What a hospital's office has typed: a table, a header, a text box, a word in another weight."""
    word = Document()
    word.sections[0].header.paragraphs[0].text = "示例县人民医院 联系电话13812345678"
    word.add_paragraph(TITLE)
    word.add_paragraph("一、基本情况")
    paragraph = word.add_paragraph("门诊人次12.")
    paragraph.add_run("5万,比上").bold = True
    paragraph.add_run(SENTENCE.partition("比上")[2])
    table = word.add_table(3, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("项目", "金额", "门诊,急诊", "180.00", "住院", "130.00"),
        strict=True,
    ):
        cell.text = text
    box = word.add_paragraph("二、下一步打算")
    box.add_run()._r.append(
        parse_xml(
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:100pt;height:50pt">'
            "<v:textbox><w:txbxContent><w:p><w:r><w:t>医院将继续改进服务,提高质量。</w:t></w:r></w:p></w:txbxContent>"
            "</v:textbox></v:shape></w:pict>"
        )
    )
    word.add_paragraph("示例县人民医院")
    word.add_paragraph("2025年3月5日")
    return word


def _remarked() -> bytes:
    """The same with a comment and a change of the director."""
    stream = BytesIO()
    _hospital().save(stream)
    file = Opened(Package("总结.docx", stream.getvalue()))
    paragraph = next(each for each in file.body.iter(W + "p") if text_of(each) == SENTENCE)
    Comments(file).add(paragraph, 0, 4, "口径是什么？", ZHAO)
    Tracked(file, ZHAO).replace(paragraph, 10, 11, "较")
    return file.finished().content


def _review(content: bytes, folder: Path) -> ReviewedDocx:
    path = folder / "总结.docx"
    path.write_bytes(content)
    return review_docx(path, (), lambda _finding: True)


@pytest.fixture(scope="module")
def file() -> bytes:
    """The hospital's file, remarked by its director."""
    return _remarked()


@pytest.fixture(scope="module")
def reviewed(file: bytes, tmp_path_factory: pytest.TempPathFactory) -> ReviewedDocx:
    """The reviewer's copy of it."""
    return _review(file, tmp_path_factory.mktemp("reviewed"))


def _comments(content: bytes) -> list[tuple[str, str, str]]:
    """Author, first line and marked words of each comment."""
    package = Package("总结.docx", content)
    root, comments = package.main(), package.part("word/comments.xml")
    assert root is not None
    assert comments is not None
    said = {
        node.get(W + "id"): (node.get(W + "author"), "".join(text.text or "" for text in node[0].iter(W + "t")))
        for node in comments
    }
    return [(*said.get(number, ("", "")), words) for number, words in _ranges(root)]


def _ranges(root: Element) -> Iterator[tuple[str, str]]:
    open_: dict[str, str] = {}
    for node in root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "t"):
        if node.tag == W + "t":
            open_ = {number: words + (node.text or "") for number, words in open_.items()}
        elif node.tag == W + "commentRangeStart":
            open_[node.get(W + "id")] = ""
        else:
            yield node.get(W + "id"), open_.pop(node.get(W + "id"))


def test_a_finding_stands_at_its_words(reviewed: ReviewedDocx) -> None:
    """In running text whose words are cut into runs, and in a cell.

    What is said of a header stands at the title, of a text box at the paragraph that it hangs on.
    """
    found = {(said.split()[2], words) for author, said, words in _comments(reviewed.content) if author == NAME}
    told = {("NUM008", "300.00万元"), ("PUN001", "，"), ("DIS002", TITLE), ("PUN001", "二、下一步打算")}
    assert told <= found
    assert len(reviewed.commented) == len([each for each in _comments(reviewed.content) if each[0] == NAME])
    assert reviewed.listed == ()


def test_the_comment_says_what_check_says(reviewed: ReviewedDocx) -> None:
    """Code, working, basis, what to do, and the number by which the finding can be dismissed."""
    part = Package("总结.docx", reviewed.content).part("word/comments.xml")
    assert part is not None
    said = ["\n".join("".join(t.text or "" for t in p.iter(W + "t")) for p in comment) for comment in part]
    sums = next(words for words in said if "300.00" in words)
    assert all(word in sums for word in ("疑似 NUM008", "180 + 130", "相差 10万元", "依据：", "编号 "))
    assert "位置：页眉" in "\n".join(said)
    assert "已在原文用修订改好" in next(words for words in said if "PUN" in words)


def test_a_safe_repair_can_be_accepted_or_refused(file: bytes, reviewed: ReviewedDocx) -> None:
    """Accepted, the copy says it right, and the repaired are no findings any more; refused, it says what it said."""
    copy, before = Package("总结.docx", reviewed.content), Package("总结.docx", file)
    right = {SENTENCE.replace(",", "，").replace("比", "较"), "门诊，急诊"}
    assert right <= set(texts(accepted(copy)))
    assert texts(refused(copy)) == texts(refused(before))
    again = check_reading(read_docx(accepted(copy).content, "总结.docx"), "总结.docx", edits=True)
    left = [
        each.place.spot.words for each in again.report if each.code in {done.finding.code for done in reviewed.changed}
    ]
    assert left == ["第5段"]  # in the text box, of which Word keeps a second copy


def test_nothing_else_changes(file: bytes, reviewed: ReviewedDocx) -> None:
    """Without what the program has put in, the text is the same XML; all other parts are the same bytes."""
    old, new = (zipfile.ZipFile(BytesIO(content)) for content in (file, reviewed.content))
    names = [name for name in new.namelist() if name not in (*OURS, "word/document.xml")]
    assert [name for name in names if new.read(name) != old.read(name)] == []
    assert set(new.namelist()) - set(old.namelist()) == set()
    assert _without_ours(new.read("word/document.xml")) == _without_ours(old.read("word/document.xml"))


def _without_ours(content: bytes) -> bytes:
    """A text without the program's comments and changes; runs that look alike are one again."""
    root: Element = etree.fromstring(content)
    theirs = {node for node in root.iter() if node.get(W + "author") not in (None, NAME)}
    for node in theirs:
        node.tag = f"{{theirs}}{name_of(node)}"
    settle(root, accept=False)
    for node in theirs:
        node.tag = W + name_of(node)
    for node in list(root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")):
        marked = node.getparent() if name_of(node) == "commentReference" else node
        if int(node.get(W + "id")) > max(int(each.get(W + "id")) for each in theirs):
            marked.getparent().remove(marked)
    for paragraph in root.iter(W + "p"):
        for run in list(runs_of(paragraph)):
            _join(run)
    return bytes(etree.tostring(root, method="c14n"))


def _join(run: Element) -> None:
    before = run.getprevious()
    if before is None or before.tag != W + "r" or len(before) == 0 or len(run) == 0:
        return
    if _looks(before) == _looks(run) and before[-1].tag == run[-1].tag == W + "t":
        before[-1].text += run[-1].text
        before[-1].attrib.clear()
        run.getparent().remove(run)


def _looks(run: Element) -> bytes:
    properties = run.find(W + "rPr")
    return b"" if properties is None else bytes(etree.tostring(properties, method="c14n"))


def test_what_others_said_stays(reviewed: ReviewedDocx) -> None:
    """With author, date and place."""
    assert (ZHAO.name, "口径是什么？", "门诊人次") in _comments(reviewed.content)
    root = Package("总结.docx", reviewed.content).main()
    assert root is not None
    theirs = [node for node in root.iter(W + "ins", W + "del") if node.get(W + "author") == ZHAO.name]
    assert [(name_of(node), node.get(W + "date")) for node in theirs] == [("del", ZHAO.date), ("ins", ZHAO.date)]


def test_libreoffice_shows_them(reviewed: ReviewedDocx, tmp_path: Path) -> None:
    """Opened and saved, all comments and changes are there with their words, author and date."""
    path, folder = tmp_path / "copy.docx", tmp_path / "saved"
    path.write_bytes(reviewed.content)
    folder.mkdir()
    saved = converted(path, folder, "docx").read_bytes()
    assert sorted(_comments(saved)) == sorted(_comments(reviewed.content))
    assert _changes(saved) == _changes(reviewed.content)
    assert sdk_validate(path) == []


def _changes(content: bytes) -> set[tuple[str, str, str]]:
    """Kind, author and words of each change."""
    root = Package("总结.docx", content).main()
    assert root is not None
    found = ((node, node.iter(W + "t", W + "delText")) for node in root.iter(W + "ins", W + "del"))
    return {(name_of(node), node.get(W + "author"), "".join(each.text or "" for each in said)) for node, said in found}


def test_other_prefixes_and_no_comments_yet(tmp_path: Path) -> None:
    """A program may call the namespace what it likes; the parts for comments are made when they are needed."""
    stream = BytesIO()
    _hospital().save(stream)
    package = Package("总结.docx", stream.getvalue())
    part = package.bytes_of("word/document.xml") or b""
    for old, new in ((b"<w:", b"<q1:"), (b"</w:", b"</q1:"), (b" w:", b" q1:"), (b"xmlns:w=", b"xmlns:q1=")):
        part = part.replace(old, new)
    reviewed = _review(package.with_parts({"word/document.xml": part}).content, tmp_path)
    assert reviewed.changed
    assert {author for author, _said, _words in _comments(reviewed.content)} == {NAME}


def test_notes_are_remarked_at_their_number_and_mended_within(tmp_path: Path) -> None:
    """Word takes comments in the running text; a change can stand in the note itself."""
    path = tmp_path / "note.docx"
    path.write_bytes(_with_note("口径同上年,不含住院。"))
    reviewed = review_docx(path, (), lambda finding: finding.code.startswith("PUN"))
    ((author, said, words),) = _comments(reviewed.content)
    assert (author, "PUN001" in said, words) == (NAME, True, "次")
    notes = accepted(Package("note.docx", reviewed.content)).part("word/footnotes.xml")
    assert notes is not None
    assert text_of(list(notes.iter(W + "p"))[-1]) == "口径同上年，不含住院。"


def _with_note(words: str) -> bytes:
    """A letter of a school, with a footnote."""
    word = Document()
    word.add_paragraph("某市第二中学2024年度工作总结")
    run = word.add_paragraph("全年校医门诊120人次").add_run()
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="1"/>'))
    word.paragraphs[1].add_run("，比上年少5人次。")
    note = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, f"{note}</w:footnotes>".encode(), word.part.package)
    word.part.relate_to(part, RT.FOOTNOTES)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_what_is_right_comes_back_as_it_is(file: bytes, tmp_path: Path) -> None:
    """Where nothing is wanted the copy is the file, byte for byte."""
    path = tmp_path / "总结.docx"
    path.write_bytes(file)
    assert review_docx(path, (), lambda _finding: False).content == file


def test_a_copy_that_comes_back_is_not_remarked_twice(reviewed: ReviewedDocx, tmp_path: Path) -> None:
    """What a comment says already is left; what was changed since is new."""
    again = _review(reviewed.content, tmp_path)
    assert {entry.finding.code for entry in again.commented} == {"DIS010"}  # there are more changes now
    assert len([each for each in _comments(again.content) if each[0] == NAME]) == len(reviewed.commented) + 1
    assert len(again.before) == len(reviewed.commented) - len(reviewed.changed) - 1


def test_a_signed_file_is_left_alone(file: bytes, tmp_path: Path) -> None:
    """Any change would make the signature void."""
    with pytest.raises(UsageProblem, match="电子签名"):
        _review(Package("总结.docx", file).with_parts({"_xmlsignatures/sig1.xml": b"<a/>"}).content, tmp_path)


def test_a_part_that_was_lost_is_made_anew(file: bytes, tmp_path: Path) -> None:
    """Something still leads to it."""
    lost = Package("总结.docx", file).with_parts({"word/comments.xml": None})
    package = Package("总结.docx", _review(lost.content, tmp_path).content)
    assert {author for author, _said, _words in _comments(package.content) if author} == {NAME}
    types = (package.bytes_of("[Content_Types].xml") or b"").decode()
    assert types.count("/word/comments.xml") == 1


BAD = {
    "空.docx": (b"", "是空文件"),
    "坏.docx": (b"PK\x03\x04" + bytes(200), "不是完好的 docx 文件"),
    "旧.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "另存为"),
    "旧.wps": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "另存为"),
    "密.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_told(name: str, tmp_path: Path) -> None:
    """In words, with what to do about it."""
    content, words = BAD[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UsageProblem, match=words):
        review_docx(tmp_path / name, (), lambda _finding: True)


def test_the_strict_form_is_refused_by_its_name(file: bytes, tmp_path: Path) -> None:
    """Word can save a file in the strict form of the standard, whose elements have other names."""
    package = Package("总结.docx", file)
    part = (package.bytes_of("word/document.xml") or b"").replace(
        W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    path = tmp_path / "strict.docx"
    path.write_bytes(package.with_parts({"word/document.xml": part}).content)
    with pytest.raises(UsageProblem, match="Strict"):
        review_docx(path, (), lambda _finding: True)


def test_on_the_command_line(
    file: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy beside the outputs; the file stays as it is, and so does a copy that somebody may have gone on with."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "总结.docx"
    path.write_bytes(file)
    (tmp_path / "reportgen.toml").write_text('ignore = ["LAY"]\n', encoding="utf-8")
    shell = Shell(tmp_path, capsys)
    code, out, _err = shell.run("review", "总结.docx")
    assert (code, "批注 6 处，修订 2 处（作者 reportgen）" in out) == (1, True)
    assert "已生成：output/总结-审核.docx" in out
    _code, out, _err = shell.run("review", "总结.docx", "--dismiss", "NUM008", "--reason", "另有上年结转")
    first = (tmp_path / "output" / "总结-审核.docx").read_bytes()
    assert path.read_bytes() == file
    shell.run("review", "总结.docx")
    assert (tmp_path / "output" / "总结-审核.docx").read_bytes() == first
    assert (tmp_path / "output" / "总结-审核1.docx").is_file()
    code, _out, err = shell.run("review", "总结.docx", "-o", "总结.docx")
    assert (code, "总结.docx" in err) == (3, True)
