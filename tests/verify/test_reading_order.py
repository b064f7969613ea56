"""The order in which the pages of a PDF are read: by the tree of the file, which is walked once."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from tests.support.typst_sheets import sheet

from reportgen.pdf import page_texts
from reportgen.pdf.reading_order import marks_of_tables
from reportgen.verify.comparison import squeeze

NURSES = "#table(columns: 2, table.header[科室][护士], table.cell(rowspan: 2, align: horizon)[内科], [张三], [李四])"


def changed(content: bytes, *, lost: bool = False) -> bytes:
    """The PDF with an element of its tree led round in a circle, or without its tree."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        if lost:
            del pdf.Root["/StructTreeRoot"]
        else:
            tree = pdf.Root.StructTreeRoot
            element = pdf.make_indirect(Dictionary(S=Name.Table, P=tree))
            element.K = Array([element, element])
            tree.K = Array([tree.K, element] if not isinstance(tree.K, Array) else [*tree.K, element])
        pdf.save(stream)
    return stream.getvalue()


def test_only_pages_with_a_table_are_read_by_the_tree() -> None:
    assert list(marks_of_tables(sheet("某市第二中学的总结。#pagebreak()" + NURSES + "#pagebreak()完。"))) == [1]
    assert marks_of_tables(sheet("示例县水务局的总结。")) == {}


def test_a_label_beside_rows_is_read_before_them() -> None:
    (text,) = map(squeeze, page_texts(sheet(NURSES)))
    assert text == "科室护士内科张三李四—1—"


def test_a_tree_that_leads_round_in_a_circle_is_walked_once() -> None:
    (text,) = map(squeeze, page_texts(changed(sheet(NURSES))))
    assert text == "科室护士内科张三李四—1—"


def test_without_a_tree_the_page_is_read_as_it_is_drawn() -> None:
    (text,) = map(squeeze, page_texts(changed(sheet(NURSES), lost=True)))
    assert sorted(text) == sorted("科室护士内科张三李四—1—")
