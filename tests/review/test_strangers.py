"""The reviewer's copy of a PDF that somebody else finished: notes and closing pages, and nothing else changed."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, String
from tests.support.shell import Shell
from tests.support.typst_sheets import sheet

from reportgen.errors import UsageProblem
from reportgen.pdf import page_texts
from reportgen.pipeline.reviewing.reviewed import Reviewed
from reportgen.pipeline.reviewing.strangers import review_pdf
from reportgen.render.finish.finishing import Finishing
from reportgen.render.finish.foreign import Unfit, UnfitPdf, note_pdf
from reportgen.render.provenance import Provenance, provenance_of

BODY = """
#align(center)[示例县水务局2024年度工作总结]
全年支出120.00万元，其中管网维修70.00万元、水质监测60.00万元。

#pagebreak()
#table(columns: 2, [项目], [金额（万元）], [管网维修], [70.00], [水质监测], [60.00], [合计], [120.00])
"""


def _remarked(content: bytes) -> bytes:
    """With a reader's note, a file attached and a key of another program, as such files come."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=Array([50, 50, 66, 66]),
            T=String("李科长"),
            Contents=String("核一下"),
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])
        pdf.attachments["附表.csv"] = "项目,金额\n".encode()
        pdf.Root.PieceInfo = Dictionary(WPS=Dictionary(LastModified=String("D:20250305")))
        pdf.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "tagged"])
def stranger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A summary of a water bureau whose parts come to more than their total."""
    path = tmp_path_factory.mktemp("stranger") / "总结.pdf"
    path.write_bytes(_remarked(sheet(BODY, for_archives=request.param)))
    return path


@pytest.fixture(scope="module")
def reviewed(stranger: Path) -> Reviewed:
    return review_pdf(stranger)


def _notes(page: pikepdf.Page) -> list[pikepdf.Object]:
    return [note for note in page.obj.get("/Annots", []) if str(note.get("/T", "")) == "reportgen"]


def test_findings_are_noted_on_the_page_of_their_words(reviewed: Reviewed) -> None:
    """In the text of the first page and in the table of the second."""
    with pikepdf.open(BytesIO(reviewed.copies[""])) as pdf:
        codes = [{str(note.Subj)[:3] for note in _notes(page)} for page in pdf.pages]
        kinds = {str(note.Subtype) for page in pdf.pages for note in _notes(page)}
    assert all("NUM" in found for found in codes[:2])
    assert kinds == {"/Highlight"}


@pytest.mark.parametrize(
    ("kind", "first", "second", "other", "third", "unit"),
    [
        ("临床", "内科", "外科", "医技", "检验科", "床位（张）"),
        ("义务教育", "小学", "初中", "高中", "普通高中", "学生（人）"),
        ("审判", "民事", "刑事", "执行", "首次执行", "案件（件）"),
    ],
    ids=["hospital", "school", "court"],
)
def test_of_equal_cells_the_one_that_is_meant_is_noted(
    kind: str, first: str, second: str, other: str, third: str, unit: str, tmp_path: Path
) -> None:
    """A merged cell is drawn behind all that stands beside it, so the cells of the page come in another order."""
    rows = f"table.cell(rowspan: 2)[{kind}], [{first}], [1200], [{second}], [800], [{other}], [{third}], [1200]"
    total = "table.cell(colspan: 2)[合计], [1200]"
    path = tmp_path / "统计.pdf"
    path.write_bytes(
        sheet(f"#align(center)[2024年统计表]\n#table(columns: 3, [类别], [名称], [{unit}], {rows}, {total})")
    )
    copy = review_pdf(path).copies[""]
    with pikepdf.open(BytesIO(copy)) as pdf, pypdfium2.PdfDocument(copy) as read:
        (note,) = (each for each in _notes(pdf.pages[0]) if str(each.Subj).startswith("NUM"))
        left, low, _right, high = map(float, note.Rect)
        beside = read[0].get_textpage().get_text_bounded(left=0, bottom=low, right=left, top=high)
    assert "合计" in beside


def test_nothing_else_changes(stranger: Path, reviewed: Reviewed) -> None:
    """Neither pages with their fonts nor what readers, other programs or the writer have put into the file."""
    with pikepdf.open(stranger) as before, pikepdf.open(BytesIO(reviewed.copies[""])) as after:
        for old, new in zip(before.pages, after.pages, strict=False):
            for key in ("/Contents", "/Resources", "/MediaBox"):
                assert _same(old.obj[key], new.obj[key])
            kept = list(new.obj.get("/Annots", []))[: len(old.obj.get("/Annots", []))]
            assert [_same(one, other) for one, other in zip(old.obj.get("/Annots", []), kept, strict=True)] == [
                True for _note in kept
            ]
        assert _same(before.trailer.Info, after.trailer.Info)
        ours = {"/Pages", "/Outlines", "/StructTreeRoot"}
        assert {str(key) for key in after.Root} - ours == {str(key) for key in before.Root} - ours
        assert all(_same(before.Root[key], after.Root[key]) for key in map(str, before.Root) if key not in ours)
    assert page_texts(reviewed.copies[""])[:2] == page_texts(stranger.read_bytes())


def _same(one: object, other: object, depth: int = 12) -> bool:
    """Whether two objects of two files say the same, to the byte; what leads to pages is not followed."""
    if depth == 0:
        return True
    if isinstance(one, pikepdf.Stream) and isinstance(other, pikepdf.Stream):
        return one.read_raw_bytes() == other.read_raw_bytes() and _same_keys(one, other, depth)
    if isinstance(one, Dictionary) and isinstance(other, Dictionary):
        return _same_keys(one, other, depth)
    if isinstance(one, Array) and isinstance(other, Array):
        return len(one) == len(other) and all(_same(a, b, depth - 1) for a, b in zip(one, other, strict=True))
    return one == other


def _entries(found: pikepdf.Object) -> dict[str, pikepdf.Object]:
    return {str(key): found[key] for key in found.keys()}  # noqa: SIM118 - a stream is none but for its keys


def _same_keys(one: pikepdf.Object, other: pikepdf.Object, depth: int) -> bool:
    left, right = _entries(one), _entries(other)
    skipped = {"/P", "/Parent", "/Length"}
    return left.keys() == right.keys() and all(
        _same(left[key], right[key], depth - 1) for key in left if key not in skipped
    )


def test_the_closing_pages_stand_behind(reviewed: Reviewed) -> None:
    said = "".join("".join(page_texts(reviewed.copies[""])[2:]).split())
    assert "审核表" in said
    assert "文件：总结.pdf" in said
    assert all(entry.fingerprint in said for entry in reviewed.entries)


def test_the_copy_is_known_as_ours_until_somebody_saves_it(reviewed: Reviewed) -> None:
    """So that it is replaced by the next one, and the original never is."""
    copy = reviewed.copies[""]
    assert provenance_of("pdf", copy, lambda _content: "WPS 文字") is Provenance.OURS
    assert provenance_of("pdf", copy + b"\n", lambda _content: "WPS 文字") is Provenance.FOREIGN


def _saved(content: bytes, **options: Any) -> bytes:
    stream = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(stream, **options)
    return stream.getvalue()


def _signed(content: bytes) -> bytes:
    stream = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        field = Dictionary(FT=Name.Sig, T=String("签章"), V=Dictionary(Type=Name.Sig))
        pdf.Root.AcroForm = Dictionary(Fields=Array([Dictionary(Kids=Array([field]))]), SigFlags=3)
        pdf.save(stream)
    return stream.getvalue()


def _with(change: Callable[[pikepdf.Pdf], None], content: bytes) -> bytes:
    stream = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(stream)
    return stream.getvalue()


def _with_a_name_for_a_number(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTreeNextKey = Name.Span


def _with_an_outline_that_ends_in_a_number(pdf: pikepdf.Pdf) -> None:
    item = pdf.make_indirect(Dictionary(Title=String("一、收支情况"), Next=7))
    pdf.Root.Outlines = Dictionary(First=item, Last=item, Count=1)


REFUSED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "protected": (lambda content: _saved(content, encryption=Encryption(owner="局", user="")), "加了密或限制了修改"),
    "signed": (_signed, "有电子签名"),
    "tree": (lambda content: _with(_with_a_name_for_a_number, content), "有损坏的地方"),
    "outline": (lambda content: _with(_with_an_outline_that_ends_in_a_number, content), "有损坏的地方"),
    "damaged": (lambda content: content.replace(b"startxref", b"startxxxx"), "有损坏的地方"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_must_not_be_written_anew_is_refused(case: str, tmp_path: Path) -> None:
    make, words = REFUSED[case]
    path = tmp_path / "总结.pdf"
    path.write_bytes(make(sheet(BODY, for_archives=case == "tree")))
    with pytest.raises(UsageProblem, match=words):
        review_pdf(path)


def test_a_file_in_which_others_find_other_pages_is_damaged() -> None:
    """The place of a note was found by one reader, and another one puts it in."""
    finishing = Finishing(datetime(2025, 3, 20, tzinfo=UTC))
    with pytest.raises(UnfitPdf) as told:
        note_pdf(sheet(BODY), finishing, pages=3)
    assert told.value.why is Unfit.DAMAGED


def test_a_copy_is_not_noted_again(reviewed: Reviewed, tmp_path: Path) -> None:
    path = tmp_path / "总结-审核.pdf"
    path.write_bytes(reviewed.copies[""])
    with pytest.raises(UsageProblem, match="已经有本程序的批注"):
        review_pdf(path)


def test_on_the_command_line(shell: Shell) -> None:
    """What was dismissed is listed beside the file under its whole name."""
    (shell.folder / "总结.pdf").write_bytes(sheet(BODY))
    _code, out, _err = shell.run("review", "总结.pdf")
    listed = next(line for line in out.splitlines() if " NUM" in line)
    _code, out, _err = shell.run("review", "总结.pdf", "--dismiss", listed.split()[-1], "--reason", "口径不同")
    assert out.startswith("不改的 1 处已记在 总结.pdf.不改.yaml")
    assert sorted(path.name for path in Path("output").iterdir()) == ["总结-审核.pdf"]
    shell.write("总结.txt", "示例县水务局2024年度工作总结\n")
    code, _out, err = shell.run("review", "总结.txt")
    assert (code, "总结.txt 是纯文本" in err) == (2, True)
