"""PDFs finished: row heads told to screen readers, files attached, the program named, byte for byte the same."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from tests.support.grids import cell, paragraph, printed, rows, table
from tests.support.self_evaluations import TRADES
from tests.support.typst_sheets import sheet

from reportgen.model.engine import Engine
from reportgen.model.table import CellRole, Table
from reportgen.pdf import page_texts
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.render.finish.finishing import Attachment, Finishing, Relation
from reportgen.render.finish.writer import finish_pdf

MOMENT = datetime(2025, 3, 20, 8, 30, tzinfo=UTC)
ENGINE = "Typst 0.15.2"
SOURCE = Attachment("内容.yaml", "单位: 某市科技馆\n".encode(), "application/yaml", Relation.SOURCE, "内容文件")
DATA = Attachment("数据.json", b'{"format": 1}', "application/json", Relation.DATA, "报告里的数据")
FORM = """
#table(columns: 3, table.header[一级指标][三级指标][指标值],
  table.cell(rowspan: 2)[项目资金], [年初预算], [120.00], [决算], [118.00],
  [绩效目标], table.cell(colspan: 2)[办展12场。])
"""


def form() -> Table:
    """As `FORM` shows it; the first column names the rows."""
    label = cell(1, 0, "项目资金", CellRole.HEAD, rows=2)
    amounts = [cell(1, 1, "年初预算", CellRole.HEAD), cell(1, 2, "120.00"), cell(2, 1, "决算"), cell(2, 2, "118.00")]
    return table(label, *amounts, cell(3, 0, "绩效目标", CellRole.HEAD), cell(3, 1, "办展12场。", columns=2))


@pytest.fixture(scope="module")
def raw() -> bytes:
    return sheet(FORM, for_archives=True)


def finished(content: bytes, *attachments: Attachment, tables: tuple[Table, ...] = ()) -> bytes:
    return finish_pdf(content, Finishing(MOMENT, ENGINE, tables, attachments))


def xmp(content: bytes) -> dict[str, str]:
    """What the metadata says under the names that the tests ask for; names that are not there are left out."""
    names = ("xmp:CreatorTool", "pdf:Producer", "dc:title", "pdfaid:part", "pdfaid:conformance", "pdfuaid:part")
    with pikepdf.open(BytesIO(content)) as pdf:
        metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        return {name: str(metadata[name]) for name in names if name in metadata}


def info(content: bytes) -> dict[str, str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        return {str(name)[1:]: str(words) for name, words in pdf.docinfo.items()}


def scopes(content: bytes) -> list[tuple[str, str]]:
    """For each cell of the structure tree its kind and its scope, in reading order."""
    found: list[tuple[str, str]] = []

    def walk(element: pikepdf.Object) -> None:
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                if str(kid.S) in ("/TH", "/TD"):
                    attributes = kid.get("/A", pikepdf.Array())
                    every = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
                    found.append((str(kid.S)[1:], "".join(str(each.get("/Scope", ""))[1:] for each in every)))
                walk(kid)

    with pikepdf.open(BytesIO(content)) as pdf:
        walk(pdf.Root.StructTreeRoot)
    return found


def test_cells_that_name_their_row_are_heads_of_it(raw: bytes) -> None:
    column, row, text = ("TH", "Column"), ("TH", "Row"), ("TD", "")
    assert scopes(raw)[:5] == [column, column, column, text, text]
    told = scopes(finished(raw, tables=(form(),)))
    assert told == [column, column, column, row, row, text, text, text, row, text]


def test_a_row_of_heads_names_columns_and_a_blank_cell_nothing() -> None:
    heads = [cell(1, column, words, CellRole.HEAD) for column, words in enumerate(("指标", "目标值", "完成值"))]
    blank = [cell(2, 0, "", CellRole.HEAD), cell(2, 1, "办展"), cell(2, 2, "12场")]
    assert table(*heads, *blank).row_heads == frozenset()


@pytest.mark.parametrize("trade", TRADES)
def test_every_form_tells_the_heads_of_its_rows(trade: str) -> None:
    checked = check_text(TRADES[trade], "内容.yaml")
    assert checked.document is not None
    (form,) = [block for block in checked.document.walk() if isinstance(block, Table)]
    told = scopes(build(checked, ["pdf"], engine=Engine.TYPST).outputs["pdf"])
    heads = [cell in form.row_heads for cell in form.lines()]
    assert [kind == ("TH", "Row") for kind in told] == heads
    assert {"年度资金总额", "总分"} <= {cell.compact for cell in form.row_heads}


def test_a_table_of_another_shape_is_left_alone(raw: bytes) -> None:
    other = table(*rows(9))
    assert scopes(finished(raw, tables=(other, form()))) == scopes(finished(raw, tables=(form(),)))
    assert scopes(finished(raw, tables=(other,))) == scopes(raw)


def test_what_the_pages_show_stays(raw: bytes) -> None:
    assert page_texts(finished(raw, SOURCE, DATA, tables=(form(),))) == page_texts(raw)


def test_files_are_attached_with_their_kind_and_their_part_in_the_document(raw: bytes) -> None:
    with pikepdf.open(BytesIO(finished(raw, SOURCE, DATA))) as pdf:
        specs = {name: pdf.attachments[name] for name in pdf.attachments}
        assert {name: str(spec.relationship) for name, spec in specs.items()} == {
            "内容.yaml": "/Source",
            "数据.json": "/Data",
        }
        (content,) = [specs["内容.yaml"].get_file()]
        assert (content.read_bytes(), content.mime_type) == (SOURCE.content, "application/yaml")
        assert specs["数据.json"].description == "报告里的数据"
        assert [str(spec.UF) for spec in pdf.Root.AF] == ["内容.yaml", "数据.json"]


def test_program_and_engine_are_named_alike_in_both_places(raw: bytes) -> None:
    said, told = info(finished(raw)), xmp(finished(raw))
    assert (said["Creator"], said["Producer"]) == ("reportgen", ENGINE)
    assert (told["xmp:CreatorTool"], told["pdf:Producer"]) == ("reportgen", ENGINE)
    assert (said["Title"], told["dc:title"]) == ("科普活动表", "科普活动表")
    assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")


def test_with_files_a_pdf_a_2_is_a_pdf_a_3(raw: bytes) -> None:
    told = xmp(finished(raw, SOURCE))
    assert (told["pdfaid:part"], told["pdfaid:conformance"], told["pdfuaid:part"]) == ("3", "A", "1")


def test_a_pdf_that_claims_nothing_claims_nothing_afterwards() -> None:
    plain = finish_pdf(printed(paragraph("甲")).pdf, Finishing(MOMENT, attachments=(SOURCE,)))
    assert "pdfaid:part" not in xmp(plain)
    assert info(plain)["Producer"].startswith("WeasyPrint")


def test_the_same_input_gives_the_same_bytes(raw: bytes) -> None:
    once, again = (finished(raw, SOURCE, DATA, tables=(form(),)) for _time in range(2))
    assert once == again
    assert finished(raw, DATA) != once


def test_any_reader_opens_it(raw: bytes) -> None:
    document = pypdfium2.PdfDocument(finished(raw, SOURCE))
    assert document.count_attachments() == 1
    assert bytes(document.get_attachment(0).get_data()) == SOURCE.content
