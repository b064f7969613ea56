"""Pictures and answer sheets beside a content file go with the PDF for archives, and it is made again from them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.support.forged import with_attached
from tests.support.surveys import written
from tests.support.verapdf import breaches

from reportgen.errors import UsageProblem
from reportgen.model.engine import ARCHIVE_ENGINE
from reportgen.pipeline.archive import contents
from reportgen.pipeline.archive.contents import VERSIONS
from reportgen.pipeline.archive.reproduction import reproduce
from reportgen.pipeline.archive.unpacking import unpacked
from reportgen.pipeline.build import build_file

COPY = "副本.pdf"
FARMERS = """
  - 名称: 农户
    答卷: 答卷/农户.csv
    题目:
      - {题目: 是否满意, 简称: 补贴, 题型: 满意度, 选项: [满意, 基本满意, 不满意]}
"""
SHEETS = "是否满意\n满意\n满意\n基本满意\n不满意\n"
LINES = ("满意度{{ 问卷.农户.满意度 }}。", "图 灌渠：照片/灌渠.jpg", "图 公示前后：公示.png；照片/灌渠.jpg")


def picture(colour: str, kind: str) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (320, 200), colour).save(stream, kind)
    return stream.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "照片").mkdir()
    (tmp_path / "答卷").mkdir()
    (tmp_path / "照片" / "灌渠.jpg").write_bytes(picture("navy", "JPEG"))
    (tmp_path / "公示.png").write_bytes(picture("olive", "PNG"))
    (tmp_path / "答卷" / "农户.csv").write_bytes(SHEETS.encode("gb18030"))
    (tmp_path / "内容.yaml").write_text(written(FARMERS, *LINES), encoding="utf-8")
    return tmp_path


def archived(folder: Path) -> bytes:
    built = build_file(folder / "内容.yaml", (), ("pdf",), engine=ARCHIVE_ENGINE, archive=True)
    assert [finding.label for finding in built.report] == []
    return built.outputs["pdf"]


def emptied(folder: Path) -> None:
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        path.unlink()


def test_it_is_made_again_where_no_picture_lies(folder: Path) -> None:
    whole = archived(folder)
    emptied(folder)
    made = reproduce(whole, COPY)
    assert (list(made.report), made.others, made.paged, made.untouched) == ([], (), True, True)
    inside = unpacked(whole, COPY)
    assert inside.files["旁附1-农户.csv"] == SHEETS.encode("gb18030")
    assert inside.versions.beside == {
        "答卷/农户.csv": "旁附1-农户.csv",
        "照片/灌渠.jpg": "旁附2-灌渠.jpg",
        "公示.png": "旁附3-公示.png",
    }


def test_it_keeps_the_standard(folder: Path) -> None:
    whole = archived(folder)
    assert breaches(whole, "PDF/A-3a") == []
    assert breaches(whole, "PDF/UA-1") == []


def test_another_picture_in_its_place_is_found(folder: Path) -> None:
    forged = with_attached(archived(folder), "旁附2-灌渠.jpg", lambda _old: picture("red", "JPEG"))
    assert {finding.code for finding in reproduce(forged, COPY).report} == {"VER004"}


def test_another_answer_sheet_is_found(folder: Path) -> None:
    forged = with_attached(archived(folder), "旁附1-农户.csv", lambda old: old + "满意\n".encode("gb18030"))
    assert "VER003" in {finding.code for finding in reproduce(forged, COPY).report}


@pytest.mark.parametrize("broken", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"0" * 40])
def test_a_picture_that_is_none_is_refused_in_words(folder: Path, broken: bytes) -> None:
    forged = with_attached(archived(folder), "旁附3-公示.png", lambda _old: broken)
    with pytest.raises(UsageProblem, match="现在做不成文档"):
        reproduce(forged, COPY)


@pytest.mark.parametrize("path", ["../内容.yaml", "/etc/passwd"])
def test_no_path_leads_out_of_the_pdf(folder: Path, path: str) -> None:
    whole = archived(folder)
    forged = with_attached(whole, VERSIONS, lambda old: old.replace("照片/灌渠.jpg".encode(), path.encode()))
    with pytest.raises(UsageProblem, match="现在做不成文档"):
        reproduce(forged, COPY)


def test_more_than_can_be_carried_is_refused_before_it_is_built(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "_MOST_BESIDE", 1000)
    with pytest.raises(UsageProblem, match="请先把照片缩小"):
        archived(folder)
