"""Photographs of a report are kept beside its content file and stand in the text where they stood."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as NewDocx
from PIL import Image
from tests.support.adopted import again, printed_by
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from reportgen.adopt.values import Certainty
from reportgen.model.document import Illustration
from reportgen.pipeline.adopted import adopt_file
from reportgen.world import fonts_folder

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


PAGE = """<style>@page {{ size: A4; margin: 25mm }} body {{ font-family: 'GW FangSong'; font-size: 16px }}
p {{ line-height: 2 }} .m {{ text-align: center }} img {{ display: block; margin: auto }}</style>
<p class=m style="font-size: 22px">示例县水务局2024年度部门整体支出绩效评价报告</p>
<p>四、存在的问题</p><p>（一）泵站设备老化</p>
<p>{text}</p><p>{text}</p><p>两座泵站漏水，如图1所示。</p>{shown}<p class=m>图1　泵站现场</p>
<p>以上情况已经登记。{text}</p>
<p>五、整改措施或建议</p><p>（一）更换阀门</p><p>由工程科负责，2025年6月底前完成。{text}</p>"""
TEXT = "泵站使用已超过二十年，每年检修两次，检修记录由工程科保存，费用在运行经费中列支。" * 2
PHOTO = f'<img style="width: 300px" src="data:image/jpeg;base64,{b64encode(photograph().read()).decode()}">'
DRAWN = """<svg style="display: block; margin: auto" width=300 height=200>
<rect x=20 y=20 width=60 height=160 fill=gray /><rect x=120 y=80 width=60 height=100 fill=gray />
<rect x=220 y=50 width=60 height=130 fill=gray /><text x=20 y=195 font-size=10>一站</text></svg>"""


def printed(path: Path, page: str) -> None:
    """A PDF as a web page is printed: nothing in it tells what is what."""
    fonts, file = FontConfiguration(), fonts_folder() / "GWFangSong.ttf"
    rule = f"@font-face {{ font-family: 'GW FangSong'; src: url({file.as_uri()}) }}"
    HTML(string=page).write_pdf(path, stylesheets=[CSS(string=rule, font_config=fonts)], font_config=fonts)


@pytest.mark.parametrize(
    ("shown", "ending", "width"), [(PHOTO, ".jpg", 400), (DRAWN, ".png", 813)], ids=["photograph", "drawing"]
)
def test_what_a_pdf_shows_comes_along(shown: str, ending: str, width: int, tmp_path: Path) -> None:
    """A photograph as it was taken, a drawing as it is printed, where it stood and under its name."""
    path = tmp_path / "水务局.pdf"
    printed(path, PAGE.format(text=TEXT, shown=shown))
    adoption = adopt_file(path)
    ((name, content),) = adoption.pictures.items()
    assert name == f"水务局-图片/泵站现场{ending}"
    assert abs(Image.open(BytesIO(content)).width - width) < 20
    before, _name, behind = adoption.text.partition(f"图 泵站现场：{name}")
    assert "如{{ 图.泵站现场 }}所示。" in before
    assert "以上情况已经登记" in behind
    assert "一站" not in adoption.text


def test_a_seal_over_the_date_is_no_picture_of_the_text(tmp_path: Path) -> None:
    seal = PHOTO.replace("width: 300px", "position: absolute; width: 120px; right: 0; bottom: 60px")
    signed = PAGE + '<div style="position: relative; text-align: right">示例县水务局<br>2025年3月20日{seal}</div>'
    printed(tmp_path / "水务局.pdf", signed.format(text=TEXT, shown=PHOTO, seal=seal))
    assert list(adopt_file(tmp_path / "水务局.pdf").pictures) == ["水务局-图片/泵站现场.jpg"]


@pytest.mark.parametrize(
    ("caption", "name", "file"),
    [
        ("图1　水压（2024年12月）", "水压（2024年12月）", "水压2024年12月.jpg"),
        ("图3-1 就诊人次（单位：人次）", "就诊人次（单位：人次）", "就诊人次单位人次.jpg"),
        ("图 2.校门口/操场", "校门口/操场", "校门口操场.jpg"),
    ],
    ids=["water", "hospital", "school"],
)
def test_a_name_keeps_its_brackets(caption: str, name: str, file: str, tmp_path: Path) -> None:
    """What no file may be called is left out of the name of the file alone."""
    word = NewDocx()
    for words in ABOVE[:3]:
        word.add_paragraph(words)
    word.add_picture(photograph())
    for words in (caption, *BELOW[1:]):
        word.add_paragraph(words)
    word.save(str(tmp_path / "旧.docx"))
    adoption = adopt_file(tmp_path / "旧.docx")
    assert list(adoption.pictures) == [f"旧-图片/{file}"]
    assert f"图1{name}" in printed_by(adoption)
    assert [remark for remark in adoption.remarks if remark.certainty is Certainty.UNPLACED] == []
