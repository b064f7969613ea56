"""The bundled fonts print what official papers hold: hanzi of names, ticked boxes, raised digits."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from tests.support.example import changed
from tests.support.pages import page_lines
from tests.support.shell import Shell

from reportgen.fonts import FACES, LATIN, SYMBOLS, stack
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.world import fonts_folder, own_fonts_folder, use_fonts_folder

HANZI = set(re.findall("[㐀-鿿𠀀-𳁯]", (fonts_folder() / "charset.txt").read_text(encoding="utf-8")))
"""GB2312 and 通用规范汉字表 (8,105 of these 8,230), 㑇 to 𬺓."""
OFFICIAL = [face.official for face in FACES if face not in (LATIN, SYMBOLS)]


def covered(font: str) -> set[int]:
    """The characters that some family of the stack has."""
    files = {face.family: face.file for face in FACES}
    return {code for family in stack(font) for code in TTFont(fonts_folder() / files[family]).getBestCmap()}


@pytest.mark.parametrize("font", OFFICIAL)
@pytest.mark.parametrize("marks", ["☐☑☒✔✘✓✗√×", "℃℉㎡", "﹝〔〕﹞", "10⁻³、x²、CO₂、n⁵", "①⑳㉑㊿", "—…·￥"])
def test_a_mark_can_be_printed_in_every_face(font: str, marks: str) -> None:
    assert {ord(mark) for mark in marks} <= covered(font)


@pytest.mark.parametrize("font", OFFICIAL)
def test_every_hanzi_of_names_and_places_can_be_printed(font: str) -> None:
    assert {ord(char) for char in HANZI} <= covered(font)


def test_a_sign_of_a_target_is_as_wide_as_a_hanzi() -> None:
    """≥95% takes the room that the official faces give it in Word; a □ has that of the ☑ below it."""
    fonts = {face.family: TTFont(fonts_folder() / face.file) for face in FACES}
    known = {family: font.getBestCmap() for family, font in fonts.items()}
    for font in OFFICIAL:
        for sign in map(ord, "≥≤±×÷≈≠√→□■△"):
            family = next(each for each in stack(font) if sign in known[each])
            assert fonts[family]["hmtx"][known[family][sign]][0] == fonts[family]["head"].unitsPerEm


def test_a_box_is_as_wide_as_a_hanzi() -> None:
    font = TTFont(fonts_folder() / SYMBOLS.file)
    assert {font["hmtx"][name][0] for name in font.getBestCmap().values()} == {font["head"].unitsPerEm}


# the unit's own


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path, capsys)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a font that calls itself 仿宋_GB2312 in Chinese, as the official one does, and has 5 hanzi less."""
    folder = tmp_path / "字体"
    folder.mkdir()
    font = TTFont(fonts_folder() / "GWSong.ttf")
    for name_id, text, language in ((1, "Own FangSong", 0x409), (1, "仿宋_GB2312", 0x804), (6, "OwnFangSong", 0x409)):
        font["name"].setName(text, name_id, 3, 1, language)
    for table in font["cmap"].tables:
        for hanzi in "评价绩效镕":
            table.cmap.pop(ord(hanzi), None)
    font.save(folder / "own.ttf")
    monkeypatch.setenv("REPORTGEN_FONTS", str(folder))
    return folder


@pytest.mark.usefixtures("own")
def test_the_units_own_fonts_are_taken_and_others_stand_in_for_what_they_lack() -> None:
    built = build(check_text(changed(), "报告.yaml"), ("pdf",))
    assert list(built.report) == []
    lines = [line for page in page_lines(built.outputs["pdf"]) for line in page if "按照市财政局" in line.text]
    faces = {glyph.text: glyph.face for glyph in lines[0].glyphs}
    assert faces["按"] == "OwnFangSong"
    assert faces["评"] == "GWFangSong", "what it lacks comes from the one that stands in"


def test_build_and_doctor_say_which_faces_stand_in(own: Path, shell: Shell) -> None:
    shell.write("a.yaml", changed())
    told = shell.run("build", "a.yaml", "--format", "pdf")[1]
    assert f"PDF 的字体：仿宋_GB2312 用 {own} 里的，方正小标宋简体（GW BiaoSong）、" in told
    assert "仿宋_GB2312 → own.ttf（通用规范汉字里缺 5 个，由 GW FangSong 补）" in shell.run("doctor")[1]


def test_another_part_of_the_program_may_name_the_folder(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the settings of a folder do; worker processes take it over."""
    monkeypatch.setenv("REPORTGEN_FONTS", "")
    assert own_fonts_folder() is None
    use_fonts_folder(own)
    assert own_fonts_folder() == own


def test_a_folder_that_is_not_there_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_FONTS", "没有")
    shell.write("a.yaml", changed())
    code, out, err = shell.run("build", "a.yaml")
    assert (code, "没有字体文件夹 没有" in out + err) == (2, True)
