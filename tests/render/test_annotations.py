"""What a copy that goes round has more than the final: notes on its pages, marks in its margins, pages behind them."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from tests.support.typst_sheets import sheet

from reportgen.pdf import page_texts
from reportgen.render.finish.finishing import Annotation, Finishing, Link, MarginLine
from reportgen.render.finish.writer import finish_pdf

MOMENT = datetime(2025, 3, 20, 8, 30, tzinfo=UTC)
RED = (1.0, 0.7, 0.7)
WORDS = Annotation(
    1, ((100, 70, 180, 86), (90, 50, 120, 66)), "NUM003", "错误 NUM003\n120 + 60 = 190", "ab", RED, mark=1
)
ICON = Annotation(1, ((60, 20, 76, 36),), "STR001", "缺少章节", "cd", (1.0, 0.9, 0.5), icon=True)
MARGINS = (MarginLine(1, "5", 40, 100, 8), MarginLine(1, "送审稿", 320, 210, 8))


@pytest.fixture(scope="module")
def raw() -> bytes:
    return sheet("= 一、收支情况\n全年支出190万元。", for_archives=True)


@pytest.fixture(scope="module")
def behind() -> bytes:
    return sheet("= 审核表\n#table(columns: 2, table.header[问题][意见], [合计不对], [改])", for_archives=True)


def finished(raw: bytes, *annotations: Annotation, behind: bytes = b"", margins: tuple[MarginLine, ...] = ()) -> bytes:
    return finish_pdf(
        raw, Finishing(MOMENT, annotations=annotations, margins=margins, behind=behind, behind_title="审核表")
    )


def test_a_note_says_who_made_it_when_and_what_about(raw: bytes) -> None:
    with pikepdf.open(BytesIO(finished(raw, WORDS))) as pdf:
        (note,) = pdf.pages[0].obj.Annots
        assert (str(note.Subtype), str(note.T), str(note.Subj), str(note.NM)) == (
            "/Highlight",
            "reportgen",
            "NUM003",
            "ab",
        )
        assert (str(note.M), str(note.Contents), int(note.F)) == ("D:20250320083000Z", WORDS.contents, 4)
        assert [float(edge) for edge in note.Rect] == [90, 50, 180, 86]
        assert [float(edge) for edge in note.QuadPoints][:8] == [100, 86, 180, 86, 100, 70, 180, 70]


def test_a_screen_reader_tells_a_note_behind_its_words(raw: bytes) -> None:
    """As an element of its own in the paragraph of the words; an icon, which stands at none, behind all."""
    with pikepdf.open(BytesIO(finished(raw, WORDS, ICON))) as pdf:
        note, icon = pdf.pages[0].obj.Annots
        parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        told = [parents[int(each.StructParent)] for each in (note, icon)]
        assert [(str(each.S), str(each.Alt)) for each in told] == [
            ("/Annot", WORDS.contents),
            ("/Annot", ICON.contents),
        ]
        assert [str(each.P.S) for each in told] == ["/P", "/Document"]
        assert str(pdf.pages[0].obj.Tabs) == "/S"


def test_notes_and_margins_change_nothing_that_the_pages_say(raw: bytes, behind: bytes) -> None:
    """Outlines are no letters: line numbers are never copied along, nor read out."""
    assert page_texts(finished(raw, WORDS, ICON, margins=MARGINS)) == page_texts(raw)
    assert page_texts(finished(raw, WORDS, behind=behind)) == page_texts(raw) + page_texts(behind)


def test_margins_and_notes_are_seen(raw: bytes) -> None:
    """By pdfium, as by browsers."""

    def ink(content: bytes) -> list[bool]:
        page = pypdfium2.PdfDocument(content)[0]
        picture = page.render(scale=1).to_pil().convert("RGB")
        height = picture.height
        places = {"words": (140, 78), "further": (100, 58), "icon": (66, 31)}
        dots = [picture.getpixel((x, round(height - y))) != (255, 255, 255) for x, y in places.values()]
        margin = picture.crop((290, height - 218, 322, height - 208)).getcolors()
        return [*dots, margin is None or len(margin) > 1]

    assert ink(raw) == [False, False, False, False]
    assert ink(finished(raw, WORDS, ICON, margins=MARGINS)) == [True, True, True, True]


def test_a_list_behind_leads_to_what_it_is_about(raw: bytes, behind: bytes) -> None:
    """As a link that is told within its words."""
    links = (Link(2, (40, 120, 90, 132), 1, 86, "到第1页", mark=3),)
    whole = finish_pdf(raw, Finishing(MOMENT, annotations=(WORDS,), behind=behind, behind_title="审核表", links=links))
    with pikepdf.open(BytesIO(whole)) as pdf:
        (made,) = pdf.pages[1].obj.Annots
        assert (str(made.Subtype), str(made.Contents)) == ("/Link", "到第1页")
        assert made.Dest[0].objgen == pdf.pages[0].obj.objgen
        told = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(made.StructParent)]
        assert (str(told.S), str(told.P.S) in ("/P", "/TD", "/TH")) == ("/Link", True)


def test_the_same_input_gives_the_same_bytes(raw: bytes, behind: bytes) -> None:
    once, again = (finished(raw, WORDS, behind=behind, margins=MARGINS) for _time in range(2))
    assert once == again


def test_a_file_without_structure_gets_notes_and_none(raw: bytes) -> None:
    with pikepdf.open(BytesIO(raw)) as pdf:
        del pdf.Root.StructTreeRoot
        stream = BytesIO()
        pdf.save(stream)
    with pikepdf.open(BytesIO(finished(stream.getvalue(), WORDS, behind=stream.getvalue()))) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert [len(page.obj.get("/Annots", [])) for page in pdf.pages] == [1, 0]
