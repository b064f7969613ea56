"""What readers have marked in a PDF, as each of their programs writes it, comes back with its words and its line."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from tests.support.annotated import Planted, Program, Sort, annotated
from tests.support.forged import saved

from reportgen.errors import UsageProblem
from reportgen.pdf.annotations import marked_pages
from reportgen.pdf.opening import Locked
from reportgen.pipeline.build import Built
from reportgen.review.remarks.change import Placed
from reportgen.review.remarks.pdf_remarks import remarks_in
from reportgen.review.remarks.placing import placed
from reportgen.review.remarks.remark import Mark, State
from reportgen.review.trace import Line, traced


@pytest.fixture(scope="module")
def letter(sent: Built) -> tuple[bytes, tuple[Line, ...]]:
    """The PDF of a letter of a water bureau, and its lines."""
    checked = sent.checked
    assert checked.document is not None
    lines = tuple(each.line for each in traced(checked.document, checked.source.root, checked.source.file))
    return sent.outputs["pdf"], lines


def _pulled(letter: tuple[bytes, tuple[Line, ...]], *marks: Planted) -> list[Placed]:
    content, lines = letter
    return placed(remarks_in(marked_pages(annotated(content, list(marks)), "x.pdf")), lines, True)


@pytest.mark.parametrize("program", Program)
def test_words_under_a_mark_are_found_whatever_program_drew_it(
    letter: tuple[bytes, tuple[Line, ...]], program: Program
) -> None:
    """A highlight stores no words: those under its quads are meant, whichever corner comes first."""
    found = _pulled(letter, Planted(Sort.HIGHLIGHT, "水样合格率98.5%", "与监测站的数核对", program=program))
    assert [(each.remark.words, each.remark.text, each.remark.page) for each in found] == [
        ("水样合格率98.5%", "与监测站的数核对", 1)
    ]
    assert found[0].remark.before == "全年监测断面12个，"
    assert found[0].remark.author == ("" if program is Program.FIREFOX else "张处长")


def test_a_mark_over_two_lines_of_a_page(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    """It has a quad for each."""
    words = "水质监测项目开展了绩效自评，现将有关情况函告如下，请予审核并提出意见"
    assert _pulled(letter, Planted(Sort.STRIKE, words))[0].remark.words == words


def test_a_thread_is_one_remark(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    """Acrobat chains answers, others hang them on the mark; a decision is the last state."""
    for program in (Program.ACROBAT, Program.WPS):
        replies = (("李会计", "已核对"), ("张处长", "好"))
        mark = Planted(Sort.NOTE, "群众投诉", "口径是什么", program=program, replies=replies, state="Accepted")
        (found,) = _pulled(letter, mark)
        assert [(each.author, each.text) for each in found.remark.replies if each.text] == list(replies)
        assert found.remark.state is State.ACCEPTED
        assert found.remark.replies[-1].author == "王主任"


def test_a_caret_stands_between_two_characters(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    """Before words, and behind the last word of a paragraph."""
    before, behind = _pulled(
        letter,
        Planted(Sort.CARET, "群众投诉", "全部"),
        Planted(Sort.CARET, "公开监测结果。", "并接受监督", behind=True, inside=(0, 6)),
    )
    assert before.remark.mark is Mark.CARET
    assert before.remark.before.endswith("98.5%，")
    assert behind.remark.before.endswith("公开监测结果")


def test_a_replacement_is_a_caret_with_what_is_struck(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    """Acrobat and Foxit write two annotations for it, one grouped to the other."""
    (found,) = _pulled(letter, Planted(Sort.REPLACE, "扩大监测范围", "增加监测断面", program=Program.FOXIT))
    assert (found.remark.mark, found.remark.words, found.remark.text) == (
        Mark.REPLACEMENT,
        "扩大监测范围",
        "增加监测断面",
    )


@pytest.mark.parametrize("sort", [Sort.SQUARE, Sort.CIRCLE, Sort.INK, Sort.FREE_TEXT, Sort.LINE, Sort.UNDERLINE])
def test_drawings_and_typed_words_speak_of_the_words_that_they_stand_at(
    letter: tuple[bytes, tuple[Line, ...]], sort: Sort
) -> None:
    """Round them, below them or in the margin."""
    (found,) = _pulled(letter, Planted(sort, "群众投诉办结率100%", "查一下"))
    assert found.remark.paragraph.startswith("全年监测断面")


def _with(content: bytes, *annotations: Dictionary) -> bytes:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].Annots = pdf.make_indirect(Array([pdf.make_indirect(each) for each in annotations]))

    return saved(content, change)


def test_quads_of_another_origin_and_marks_without_any(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    """A browser once measured quads from another corner; some write only the rectangle."""
    content, lines = letter
    right = annotated(content, [Planted(Sort.HIGHLIGHT, "群众投诉", "口径")])
    with pikepdf.open(BytesIO(right)) as pdf:
        made = next(each for each in pdf.pages[0].Annots if "/QuadPoints" in each)
        rect, quads = [float(each) for each in made.Rect], [float(each) + 500 for each in made.QuadPoints]
    kinds = [
        Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=Array(rect), QuadPoints=Array(quads)),
        Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([rect[2], rect[3], rect[0], rect[1]])),
    ]
    found = placed(remarks_in(marked_pages(_with(content, *kinds), "x.pdf")), lines, True)
    assert [each.remark.words for each in found] == ["群众投诉"] * 2


def test_deleted_marks_popups_and_links_are_none(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    """Some programs delete a mark by taking its quads away and moving it off the page: it is counted, not listed."""
    content, _lines = letter
    far = Array([-32768, -32768, 32768, 32768])
    gone = Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=far, QuadPoints=Array([]))
    popup = Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=Array([0, 0, 100, 100]))
    copied = remarks_in(marked_pages(_with(content, gone, popup), "x.pdf"))
    assert (copied.spotted, copied.gone) == ((), 1)


def test_authors_in_gbk_and_words_that_are_only_rich(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    """The format knows no GBK; some programs write it all the same. Others leave the plain words out."""
    content, _lines = letter
    rich = String("<body><p>请核对<b>合格率</b></p><p>附表也改</p></body>")
    author = pikepdf.String("王科长".encode("gbk"))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([200, 500, 210, 510]), T=author, RC=rich)
    remark = remarks_in(marked_pages(_with(content, note), "x.pdf")).spotted[0].remark
    assert (remark.author, remark.text) == ("王科长", "请核对合格率\n附表也改")


def test_answers_in_a_ring_end(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    """Only a damaged file has them; nothing of it is lost."""
    content, _lines = letter

    def change(pdf: Pdf) -> None:
        notes = [
            pdf.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([99, 99, 109, 109]), Contents=String(words))
            )
            for words in ("甲", "乙")
        ]
        notes[0].IRT, notes[1].IRT = notes[1], notes[0]
        pdf.pages[0].Annots = Array(notes)

    (spotted,) = remarks_in(marked_pages(saved(content, change), "x.pdf")).spotted
    assert [spotted.remark.text, *(each.text for each in spotted.remark.replies)] == ["甲", "乙"]


def test_marks_of_a_turned_page(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    """/Rotate turns the page with its marks."""
    content, lines = letter
    turned = saved(content, lambda pdf: pdf.pages[0].rotate(90, relative=True))
    marks = [Planted(Sort.HIGHLIGHT, "群众投诉", "口径"), Planted(Sort.CARET, "扩大监测", "逐步")]
    found = placed(remarks_in(marked_pages(annotated(turned, marks), "x.pdf")), lines, True)
    assert [each.remark.words for each in found] == ["群众投诉", ""]
    assert found[1].remark.before == "下一步将"


def test_a_pdf_of_another_document_has_no_place(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    """Its remarks are kept, without a line."""
    content, _lines = letter
    others = (Line("00000001", "本院门诊楼改造工程已于年底竣工验收，床位由四百张增至五百张。", "正文", 7),)
    marks = annotated(content, [Planted(Sort.HIGHLIGHT, "群众投诉", "口径")])
    found = placed(remarks_in(marked_pages(marks, "x.pdf")), others, False)
    assert [(each.remark.line, each.remark.words) for each in found] == [("", "群众投诉")]


def test_damaged_and_locked_files_are_refused(letter: tuple[bytes, tuple[Line, ...]]) -> None:
    content, _lines = letter
    with pytest.raises(UsageProblem):
        marked_pages(content[:200], "x.pdf")
    with pytest.raises(Locked):
        marked_pages(saved(content, lambda _pdf: None, pikepdf.Encryption(user="1", owner="2")), "x.pdf")
