"""SVG drawings beside a content file: shown in every output; what runs, fetches or fills the memory is refused."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.support.example import changed
from tests.support.prose import PROSE
from tests.support.verapdf import breaches
from tests.support.word import audit

from reportgen.model.engine import Engine
from reportgen.model.frame import Picture
from reportgen.pipeline.build import Built, build_file
from reportgen.render.drawings import Drawing
from reportgen.render.flat_drawings import in_points
from reportgen.render.photographs import NoDrawing

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100">'
FLOW = f'{OPEN}<rect x="10" y="20" width="60" height="40" fill="#336699"/><path d="M70 40H130" stroke="black"/></svg>'
NAMED = FLOW.replace("</svg>", '<text x="20" y="45" font-size="14" fill="white">调查</text></svg>')


def png(width: int, height: int) -> str:
    stream = BytesIO()
    Image.new("RGB", (width, height), "navy").save(stream, "PNG")
    return b64encode(stream.getvalue()).decode()


def drawing(inside: str, head: str = OPEN) -> Drawing:
    return Drawing(f"{head}{inside}</svg>".encode())


def built(folder: Path, svg: str, engine: Engine = Engine.TYPST) -> Built:
    (folder / "流程.svg").write_text(svg, encoding="utf-8")
    text = changed((PROSE, f"{PROSE}    图 评价流程：流程.svg（宽 20 字）\n"))
    (folder / "内容.yaml").write_text(text, encoding="utf-8")
    return build_file(folder / "内容.yaml", (), ("docx", "pdf", "html", "txt"), engine=engine)


@pytest.mark.parametrize("engine", [Engine.TYPST, Engine.WEASYPRINT])
@pytest.mark.parametrize("svg", [FLOW, NAMED])
def test_every_output_shows_it(tmp_path: Path, svg: str, engine: Engine) -> None:
    made = built(tmp_path, svg, engine)
    assert [finding.label for finding in made.report] == [], "read back, words of a drawing are no words of the page"
    kind = "image/png" if svg is NAMED else "image/svg+xml"
    assert f"data:{kind};base64," in made.outputs["html"].decode()
    (tmp_path / "内容.docx").write_bytes(made.outputs["docx"])
    assert audit(tmp_path / "内容.docx") == []


def test_the_pdf_keeps_its_standards(tmp_path: Path) -> None:
    pdf = built(tmp_path, NAMED).outputs["pdf"]
    assert breaches(pdf, "PDF/A-2a") == []
    assert breaches(pdf, "PDF/UA-1") == []


@pytest.mark.parametrize(
    "words",
    [
        '<text x="20" y="60" font-size="40" font-family="没有的字体, sans-serif">满意 98%</text>',
        '<text x="20" y="60" style="font: bold 40px/1.2 Arial">满意 98%</text>',
        '<style>.a{font-family:"Microsoft YaHei";font-size:40px}</style><text x="20" y="60" class="a">满意 98%</text>',
        '<text x="20" y="60" font-size="40">满意 98%</text>',
    ],
)
def test_word_gets_points_with_the_words_drawn(words: str) -> None:
    content, kind = drawing(words).printed(100)
    flat = in_points(Picture(content, kind, 144, 72, "图"))
    with Image.open(BytesIO(flat.content)) as image:
        assert image.size == (600, 300), "300 dots to an inch"
        assert len(image.convert("L").getcolors() or []) > 10, "letters have edges of many greys"


def test_sizes_come_from_what_the_drawing_says() -> None:
    assert drawing("").ratio == 2
    assert drawing("", OPEN.replace("viewBox", 'width="6cm" height="20mm" viewBox')).ratio == pytest.approx(3)


def test_what_editors_leave_is_taken_away() -> None:
    own = 'xmlns:sodipodi="http://例/" sodipodi:docname="/home/谁/图.svg"'
    head = OPEN.replace("viewBox", f"{own} viewBox")
    content, _kind = drawing("<sodipodi:namedview/><metadata>某人</metadata><g/>", head).printed(10)
    assert b"sodipodi" not in content
    assert "谁".encode() not in content
    assert "某人".encode() not in content


REFUSED = {
    "<script>alert(1)</script>": "脚本",
    '<rect onload="alert(1)"/>': "脚本",
    "<foreignObject><p/></foreignObject>": "脚本",
    '<image href="file:///etc/passwd"/>': "别的文件或网址",
    '<image xlink:href="https://example.org/a.png"/>': "别的文件或网址",
    '<use href="other.svg#a"/>': "别的文件或网址",
    '<rect fill="url(https://example.org/#a)"/>': "别的文件或网址",
    "<rect style=\"fill:url( 'b.svg#a')\"/>": "别的文件或网址",
    '<style>@import "https://example.org/a.css";</style>': "样式",
    "<style>@font-face{src:url(#a)}</style>": "样式",
    "<style>rect{fill:u\\72l(b.svg)}</style>": "样式",
    '<animate attributeName="x"/>': "动画",
    "<filter/>": "「filter」",
    '<image href="data:image/svg+xml;base64,PHN2Zz4="/>': "别的文件或网址",
    '<image href="data:image/png;base64,AAAA"/>': "嵌的图片已损坏",
    "<g>" * 70 + "</g>" * 70: "套得太深",
    "<g/>" * 50_001: "图形太多",
    '<g id="a"><use href="#a"/></g>': "引用了自己",
}


@pytest.mark.parametrize("inside", REFUSED)
def test_what_runs_fetches_or_moves_is_refused(inside: str) -> None:
    with pytest.raises(NoDrawing, match=REFUSED[inside]):
        drawing(inside)


def test_what_names_itself_a_thousand_times_is_counted_before_it_is_drawn() -> None:
    ten = "".join(
        f'<g id="a{level}">{f"""<use href="#a{level - 1}"/>""" * 10 if level else "<rect/>"}</g>' for level in range(9)
    )
    with pytest.raises(NoDrawing, match="图形太多"):
        drawing(f"<defs>{ten}</defs><use href='#a8'/>")


PATTERN = '<defs><pattern id="p" patternUnits="userSpaceOnUse" {}><path d="M0 8L8 0"/></pattern></defs>'
SQUARE = '<rect width="200" height="100" fill="url(#p)"/>'
HATCHED = PATTERN.format('width="8" height="8"')
GIANT = {
    "wide": PATTERN.format('width="1000000" height="8"') + SQUARE,
    "enlarged": PATTERN.format('width="8" height="8" patternTransform="scale(1e6)"') + SQUARE,
    "in a group": f'{HATCHED}<g transform="scale(900)"><g transform="matrix(900 0 0 900 0 0)">{SQUARE}</g></g>',
    "named by another": f'{HATCHED}<g id="a" transform="scale(9)">{SQUARE}</g><use href="#a" transform="scale(900)"/>',
    "in a drawing within": f'{HATCHED}<svg viewBox="0 0 0.001 0.001">{SQUARE}</svg>',
}


@pytest.mark.parametrize("inside", GIANT.values(), ids=GIANT)
def test_a_pattern_that_is_larger_than_its_drawing_is_refused(inside: str) -> None:
    """Its points would be laid out before it is seen that nobody can: terabytes, and the end of the program."""
    with pytest.raises(NoDrawing, match="底纹"):
        drawing(inside)


@pytest.mark.parametrize("inside", [HATCHED + SQUARE, f'{HATCHED}<g transform="scale(3.78)">{SQUARE}</g>'])
def test_a_hatching_is_taken(inside: str) -> None:
    assert drawing(inside).ratio == 2


@pytest.mark.parametrize("inside", [f"<text>{'甲' * 60_000}</text>", f'<path d="M0 0{"L9 9" * 1_500_000}"/>'])
def test_a_text_and_a_path_count_by_their_length_and_as_often_as_they_are_named(inside: str) -> None:
    with pytest.raises(NoDrawing, match="图形太多"):
        drawing(f'<g id="a">{inside}</g>' + '<use href="#a"/>' * 3)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "已损坏"),
        (b"<svg", "已损坏"),
        (b"\xff\xfe<\x00", "已损坏"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "已损坏"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "没有写宽和高"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "实体"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="1"/>', "相差太大"),
        (b" " * 10_000_001, "大得不像图"),
    ],
)
def test_what_is_no_drawing_is_told_in_words(content: bytes, words: str) -> None:
    with pytest.raises(NoDrawing, match=words):
        Drawing(content)


def test_a_picture_within_a_drawing_is_taken(tmp_path: Path) -> None:
    inside = f'<image width="50" height="50" href="data:image/png;base64,{png(20, 20)}"/>'
    assert [finding.label for finding in built(tmp_path, f"{OPEN}{inside}</svg>").report] == []


def test_what_is_refused_is_told_at_the_line_that_asks_for_it(tmp_path: Path) -> None:
    made = built(tmp_path, FLOW.replace("</svg>", "<script/></svg>"))
    assert [(finding.code, finding.label) for finding in made.report] == [("CON014", "svg 里有脚本或嵌着网页，不能用")]
    assert not made.outputs
