"""A workbook calculated anew by LibreOffice says what is printed, and follows when somebody changes a figure."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.support.example import ROOT
from tests.support.self_evaluations import HOSPITAL, SCHOOL, TRADES
from tests.support.word import converted

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

YEAR = (ROOT / "content" / "example-year-2024.yaml").read_text(encoding="utf-8")
_CACHED = re.compile(rb"(<c [^>]*?)(?: t=\"str\")?(>\s*<f>[^<]*</f>)<v>[^<]*</v>")


def workbooks(text: str) -> list[bytes]:
    built = build(check_text(text, "内容.yaml"), ["xlsx"])
    return [files["xlsx"] for files in (built.outputs, *built.beside.values())]


def forgetful(content: bytes) -> bytes:
    """The workbook without the values of its formulas: whoever opens it has to calculate."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, _CACHED.sub(rb"\1\2", old.read(entry)))
    return stream.getvalue()


def recalculated(content: bytes, folder: Path) -> list[Worksheet]:
    """The sheets as LibreOffice calculates them."""
    (folder / "给.xlsx").write_bytes(forgetful(content))
    (folder / "回").mkdir(exist_ok=True)
    return sheets(converted(folder / "给.xlsx", folder / "回", "xlsx").read_bytes())


def sheets(content: bytes, values: bool = True) -> list[Worksheet]:
    return list(load_workbook(BytesIO(content), data_only=values).worksheets)


def results(content: bytes, calculated: list[Worksheet]) -> dict[str, tuple[object, object]]:
    """Every formula by its sheet and cell: the value that it was given, and the one that LibreOffice finds."""
    found = {}
    for formulas, given, new in zip(sheets(content, values=False), sheets(content), calculated, strict=True):
        for row in formulas.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    name = f"{formulas.title}!{cell.coordinate}{cell.value}"
                    found[name] = (given[cell.coordinate].value or "", new[cell.coordinate].value or "")
    return found


def test_nothing_is_known_before_the_recalculation() -> None:
    """Otherwise the tests below would compare the given values with themselves."""
    (content,) = workbooks(SCHOOL)
    known, blank = sheets(content)[0], sheets(forgetful(content))[0]
    assert [known[cell].value for cell in ("H6", "H13", "G17", "H17")] == [0.9765, 14.3, 100, 94.87]
    assert [blank[cell].value for cell in ("H6", "H13", "G17", "H17")] == [None] * 4


@pytest.mark.parametrize("text", [YEAR, *TRADES.values()], ids=["一年的文件", *TRADES])
def test_a_recalculation_changes_nothing(text: str, tmp_path: Path) -> None:
    for number, content in enumerate(workbooks(text)):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = results(content, recalculated(content, folder))
        assert len(found) > 10
        assert [name for name, (given, new) in found.items() if given != new] == []


def formulas(text: str) -> dict[str, str]:
    """The formulas of the first sheet by cell."""
    (content,) = workbooks(text)
    rows = sheets(content, values=False)[0].iter_rows()
    return {cell.coordinate: str(cell.value) for row in rows for cell in row if cell.data_type == "f"}


def test_rates_scores_and_totals_are_formulas_whatever_the_units() -> None:
    """118640人次 of 12.5万人次; no more than 30 minutes; nothing at all may happen."""
    found = formulas(HOSPITAL)
    assert found["H6"] == '=IF(E6=0,"",ROUND(F6/E6,4))'
    assert found["I6"] == '=IF(E6=0,"",ROUND(MIN(F6/E6,1)*G6,2))'
    assert found["H13"] == "=ROUND(IF(F13*0.0001>=E13,G13,MAX(0,G13*F13*0.0001/E13)),1)"
    assert found["H15"] == "=ROUND(IF(F15<=E15,G15,G15*E15/F15),1)"
    assert found["H18"] == "=SUM(H13:H17,I6)"


def test_what_the_writer_gave_is_no_formula() -> None:
    """定性指标: 27.5 of 30 points were given by a person."""
    assert [name for name in ("H13", "H14", "H15", "H16") if name in formulas(SCHOOL)] == ["H13", "H14", "H16"]


def test_a_blank_rate_waits_for_its_figures(tmp_path: Path) -> None:
    """Of nothing there is no rate; whoever types the figures into the sheet gets it."""
    (content,) = workbooks(HOSPITAL)
    workbook = load_workbook(BytesIO(content))
    sheet = workbook.worksheets[0]
    assert sheet["H8"].value == '=IF(E8=0,"",ROUND(F8/E8,4))'
    sheet["E8"], sheet["F8"] = 50, 40
    stream = BytesIO()
    workbook.save(stream)
    after = recalculated(stream.getvalue(), tmp_path)[0]
    assert after["H8"].value == 0.8
    assert after["F6"].value == pytest.approx(312.40 + 8.05 + 40)


def test_a_changed_result_changes_score_and_total(tmp_path: Path) -> None:
    (content,) = workbooks(SCHOOL)
    workbook = load_workbook(BytesIO(content))
    workbook.worksheets[0]["F13"] = 10  # of 20 classrooms
    stream = BytesIO()
    workbook.save(stream)
    before, after = sheets(content)[0], recalculated(stream.getvalue(), tmp_path)[0]
    assert (before["H13"].value, after["H13"].value) == (14.3, 7.5)
    assert after["H17"].value == pytest.approx(before["H17"].value - 6.8)
