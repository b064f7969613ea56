"""Photographs of a report are kept beside its content file and stand in the text where they stood."""

from io import BytesIO
from pathlib import Path

from docx import Document as NewDocx
from PIL import Image
from tests.support.adopted import again

from reportgen.model.document import Illustration
from reportgen.pipeline.adopted import adopt_file

ABOVE = (
    "示例县水务局2024年度部门整体支出绩效评价报告",
    "四、存在的问题",
    "（一）泵站设备老化",
    "两座泵站漏水，如图1所示。",
)
BELOW = "图1　泵站现场", "五、整改措施或建议", "（一）更换阀门", "由工程科负责，2025年6月底前完成。"


def photograph() -> BytesIO:
    stream = BytesIO()
    Image.new("RGB", (400, 300), (120, 140, 160)).save(stream, "JPEG")
    stream.seek(0)
    return stream


def test_a_photograph_comes_along(tmp_path: Path) -> None:
    word = NewDocx()
    for words in ABOVE:
        word.add_paragraph(words)
    word.add_picture(photograph())
    for words in BELOW:
        word.add_paragraph(words)
    word.save(str(tmp_path / "水务局.docx"))
    adoption = adopt_file(tmp_path / "水务局.docx")
    ((name, content),) = adoption.pictures.items()
    assert name == "水务局-图片/泵站现场.jpg"
    assert content == photograph().read()
    assert f"图 泵站现场：{name}" in adoption.text
    assert [block.name for block in again(adoption)[0].document.walk() if isinstance(block, Illustration)] == [
        "泵站现场"
    ]
