"""Pictures in prose: numbered with the charts, read from beside the content file, shown in every output."""

import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from tests.support.example import changed
from tests.support.prose import added, document
from tests.support.word import audit

from reportgen.model.document import Document, Illustration, Paragraph, Role, line_of
from reportgen.pipeline.build import build_file
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.render import photographs
from reportgen.render.photographs import NoPhotograph, Photograph


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Beside the content file: a wide photograph, a camera's that lies on its side, a drawing with a clear ground."""
    (tmp_path / "照片").mkdir()
    Image.new("RGB", (1600, 1000), "navy").save(tmp_path / "照片" / "泵站.jpg")
    lying = Image.Exif()
    lying[0x0112] = 6
    Image.new("RGB", (900, 600), "olive").save(tmp_path / "公示栏.jpg", exif=lying)
    Image.new("RGBA", (400, 400), (200, 30, 30, 0)).save(tmp_path / "图标.png")
    (tmp_path / "说明.jpg").write_text("不是图片", encoding="utf-8")
    (tmp_path.parent / "外面.png").write_bytes((tmp_path / "图标.png").read_bytes())
    return tmp_path


def checked(folder: Path, *lines: str) -> Checked:
    """The example with lines of prose under 投入情况分析."""
    path = folder / "内容.yaml"
    path.write_text(changed(added(*lines)), encoding="utf-8")
    return check_file(path)


def illustrations(document: Document) -> list[Illustration]:
    return [block for block in document.walk() if isinstance(block, Illustration)]


def captions(document: Document) -> list[str]:
    lines = [block for block in document.walk() if isinstance(block, Paragraph) and block.role is Role.FIGURE]
    return [line_of(line) for line in lines]


def test_a_picture_stands_with_its_number_and_its_name_below(folder: Path) -> None:
    made = document(checked(folder, "现场见{{ 图.泵站改造现场 }}。", "图 泵站改造现场：照片/泵站.jpg"))
    (shown,) = illustrations(made)
    (picture,) = shown.pictures
    assert (picture.media_type, picture.spoken) == ("image/jpeg", "泵站改造现场")
    assert round(picture.width / picture.height, 2) == 1.6
    assert captions(made) == ["图1　泵站改造现场"]
    assert "现场见图1。" in "".join(inline.text for inline in made.inlines())


def test_two_stand_side_by_side_equally_high_and_upright(folder: Path) -> None:
    made = document(checked(folder, "图 公示前后：公示栏.jpg；图标.png（宽 20 字）"))
    first, second = illustrations(made)[0].pictures
    assert first.height == second.height
    assert round(first.width / first.height, 2) == 0.67, "a camera's picture is turned as it was held"
    assert first.width + second.width < 20 * 16
    assert (first.spoken, second.spoken) == ("公示前后（1）", "公示前后（2）")


def test_pictures_and_charts_are_numbered_together(folder: Path) -> None:
    chart = (
        "\n# 单位概况：",
        "\n图表:\n  - {名称: 每月观众, 单位: 人次, 数据: {1月: 2100, 2月: 2200}}\n\n# 单位概况：",
    )
    lines = ("图 泵站：照片/泵站.jpg", "{{ 图表.每月观众 }}", "图 公示栏：公示栏.jpg")
    path = folder / "内容.yaml"
    text = changed(added(*lines), chart)
    path.write_text(text, encoding="utf-8")
    assert captions(document(check_file(path))) == ["图1　泵站", "图2　每月观众（单位：人次）", "图3　公示栏"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("图 现场：没有.jpg", "没有这个文件，或者读不了"),
        ("图 现场：../外面.png", "文件要在内容文件所在的文件夹里"),
        ("图 现场：/etc/外面.png", "文件要在内容文件所在的文件夹里"),
        ("图 现场：https://example.org/外面.png", "文件要在内容文件所在的文件夹里"),
        ("图 现场：说明.jpg", "不是 jpg、png 图片，或已损坏，或大得不像照片"),
        ("图5 现场：公示栏.jpg", "图的编号由程序排，这里印成图1"),
    ],
)
def test_what_cannot_be_shown_is_told_at_its_place(folder: Path, line: str, label: str) -> None:
    assert ("CON014", label) in [(finding.code, finding.label) for finding in checked(folder, line).report]


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    stream = BytesIO()
    Image.new("1", (20000, 20000)).save(stream, "PNG")
    with pytest.raises(NoPhotograph):
        Photograph(stream.getvalue())


def test_a_photograph_of_a_hundred_million_points_is_unpacked_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """As large telephones take them; unpacked whole it would be 300 MB, four times over."""
    monkeypatch.setattr(photographs, "_MOST_PIXELS", 10_000_000)
    monkeypatch.setattr(photographs, "_NEEDED", 4_000_000)
    stream = BytesIO()
    Image.new("RGB", (9000, 1200), "teal").save(stream, "JPEG", quality=5)
    large = Photograph(stream.getvalue())
    assert (large._image.size, large.ratio) == ((4500, 600), 7.5)


JUNK = b"Exif\0\0II*\0\x08\0\0\0" + b"\xff" * 60_000
RING = b"Exif\0\0II*\0\x08\0\0\0\x02\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\x08\0\0\0"
"""Notes without an end, and a directory of notes that names itself."""


@pytest.mark.parametrize("notes", [JUNK, RING])
def test_damaged_notes_in_a_photograph_are_passed_over(notes: bytes) -> None:
    """Nothing is said of them, in English least of all."""
    stream = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(stream, "JPEG")
    content = stream.getvalue()
    noted = content[:2] + b"\xff\xe1" + (len(notes) + 2).to_bytes(2, "big") + notes + content[2:]
    assert Photograph(noted).printed(72)[1] == "image/jpeg"


def animated(kind: str) -> bytes:
    stream = BytesIO()
    frames = [Image.new("P", (300, 200), shade) for shade in range(12)]
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:])
    return stream.getvalue()


def compressed(kind: str) -> bytes:
    """20 MB of words in 20 kB, as a note or as a profile of colours."""
    stream = BytesIO()
    Image.new("RGB", (60, 40)).save(stream, "PNG")
    content = stream.getvalue()
    words = (b"iTXt", b"a\0\1\0\0\0") if kind == "iTXt" else (b"iCCP", b"a\0\0")
    chunk = words[0] + words[1] + zlib.compress(b" " * 20_000_000)
    size, check = (len(chunk) - 4).to_bytes(4, "big"), zlib.crc32(chunk).to_bytes(4, "big")
    return content[:33] + size + chunk + check + content[33:]


def test_of_a_picture_that_moves_the_first_frame_is_shown() -> None:
    assert Photograph(animated("PNG")).ratio == 1.5


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "TIFF"])
def test_other_kinds_are_refused_whatever_they_are_called(kind: str) -> None:
    with pytest.raises(NoPhotograph):
        Photograph(animated(kind))


@pytest.mark.parametrize("kind", ["iTXt", "iCCP"])
def test_words_without_end_in_a_picture_are_left_packed(kind: str) -> None:
    """The picture is refused for them, or, where WeasyPrint has made Pillow forgiving, shown without them."""
    with suppress(NoPhotograph):
        assert len(Photograph(compressed(kind)).printed(72)[0]) < 10_000


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_nothing_is_kept_that_is_said_in_a_picture(kind: str) -> None:
    """A telephone notes who, where and which ward; the smaller file shows the picture alone, in every edition."""
    stream, noted, words = BytesIO(), Image.Exif(), PngInfo()
    noted[0x013B] = "Wang Jianguo"
    words.add_text("Author", "Wang Jianguo")
    more = {"comment": b"ward 3, bed 12"} if kind == "JPEG" else {"pnginfo": words}
    Image.new("RGB", (8, 4), (200, 30, 30)).save(stream, kind, exif=noted, **more)
    taken, (shown, _type) = stream.getvalue(), Photograph(stream.getvalue()).printed(72)
    said = (b"Wang Jianguo", b"bed 12")
    assert any(each in taken for each in said)
    assert not any(each in shown for each in said)


def test_a_picture_is_no_finer_than_it_is_printed_and_keeps_no_place_and_time() -> None:
    stream, told = BytesIO(), Image.Exif()
    told[0x0132] = "2024:05:01 08:00:00"
    Image.new("RGB", (4000, 3000), "green").save(stream, "JPEG", exif=told)
    content, media_type = Photograph(stream.getvalue()).printed(72)
    with Image.open(BytesIO(content)) as small:
        assert (small.size, media_type, dict(small.getexif())) == ((220, 165), "image/jpeg", {})


def test_every_output_shows_it(folder: Path) -> None:
    path = checked(folder, "图 泵站改造现场：照片/泵站.jpg", "图 公示前后：公示栏.jpg；图标.png").source.file
    made = build_file(Path(path), (), ("docx", "pdf", "html", "txt"))
    assert [remark.label for remark in made.report] == []
    assert made.outputs["html"].decode().count("<img ") >= 3
    assert "图1　泵站改造现场" in made.outputs["txt"].decode()
    assert made.outputs["pdf"].count(b"/Subtype /Image") + made.outputs["pdf"].count(b"/Subtype/Image") >= 3
    docx = folder / "内容.docx"
    docx.write_bytes(made.outputs["docx"])
    assert audit(docx) == []
