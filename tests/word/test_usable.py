"""A file that Word opens and that no template can be is refused in words, at `check` already."""

import re
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from tests.support.edited import Edited
from tests.support.example import PACK
from tests.support.shell import Shell

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

Change = Callable[[str, bytes], bytes | None]
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def changed(change: Change) -> bytes:
    """The pack's template with each part as `change` gives it; None takes it away."""
    stream = BytesIO()
    with zipfile.ZipFile(PACK / "template.docx") as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return stream.getvalue()


def typed(kind: bytes) -> Change:
    return lambda _name, part: part.replace(MAIN, kind)


def without(lost: str) -> Change:
    return lambda name, part: None if name == lost else part


def strict(_name: str, part: bytes) -> bytes:
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return part.replace(transitional, b"http://purl.oclc.org/ooxml/wordprocessingml/main")


def cut(name: str) -> Change:
    """A part that a bad disk has cut off."""
    return lambda each, part: part[:200] if each == name else part


def told_as(name: str, other: bytes) -> Change:
    """A part whose content type is that of another."""
    said = re.compile(rf'(<Override [^>]*PartName="/{name}"[^>]*?ContentType=")[^"]*'.encode())
    return lambda each, part: said.sub(lambda found: found[1] + other, part) if each == "[Content_Types].xml" else part


def away(rels: str, target: str) -> Change:
    """A relation that leads out of the file."""
    old = f'Target="{target}"'.encode()
    return lambda each, part: part.replace(old, old + b' TargetMode="External"') if each == rels else part


def twice(rels: str, kind: str) -> Change:
    """A second relation of a kind of which there is one."""
    link = re.compile(rf'<Relationship [^>]*/{kind}"[^>]*/>'.encode())
    again = re.compile(rb'Id="')
    return lambda each, part: (
        link.sub(lambda found: found[0] + again.sub(b'Id="x', found[0]), part) if each == rels else part
    )


def rooted(name: str, old: bytes, new: bytes) -> Change:
    return lambda each, part: part.replace(old, new) if each == name else part


LINKS = "word/_rels/document.xml.rels"
PREVIEW = (
    b"</Relationships>",
    b'<Relationship Id="r" Type="x/thumbnail" Target="docProps/preview.png"/></Relationships>',
)
ENTITY = b'<!DOCTYPE w:ftr [<!ENTITY a "b">]>'
DAMAGED = "里的 {} 已损坏，请用 Word 或 WPS 打开，另存一份"
REFUSED = [
    ("properties cut off", cut("docProps/core.xml"), DAMAGED.format("docProps/core.xml")),
    ("settings of another type", told_as("word/settings.xml", b"text/xml"), DAMAGED.format("word/settings.xml")),
    ("properties elsewhere", away("_rels/.rels", "docProps/core.xml"), DAMAGED.format("docProps/core.xml")),
    ("two settings", twice("word/_rels/document.xml.rels", "settings"), DAMAGED.format("word/settings.xml")),
    ("a footer nowhere", rooted("word/document.xml", b'r:id="', b'r:id="x'), DAMAGED.format("word/document.xml")),
    ("styles that are none", rooted("word/styles.xml", b"w:styles", b"w:x"), DAMAGED.format("word/styles.xml")),
    ("a footer that is none", rooted("word/footer1.xml", b"w:ftr", b"w:hdr"), DAMAGED.format("word/footer1.xml")),
    ("a Word template", typed(MAIN.replace(b"document.main", b"template.main")), "存成了 Word 模板（.dotx），请另存为"),
    ("with macros", typed(b"application/vnd.ms-word.document.macroEnabled.main+xml"), "存成了启用宏的文档（.docm）"),
    ("Strict Open XML", strict, "是「Strict Open XML」格式，请另存为「Word 文档（.docx）」"),
    ("without settings", without("word/settings.xml"), "里缺了 word/settings.xml，请用 Word 或 WPS 打开，另存一份"),
    ("without a footer", without("word/footer1.xml"), "里缺了 word/footer1.xml，请用 Word 或 WPS 打开，另存一份"),
    ("without relations", without("_rels/.rels"), "里缺了 _rels/.rels，请用 Word 或 WPS 打开，另存一份"),
    ("without types", without("[Content_Types].xml"), "里缺了 [Content_Types].xml，请用 Word 或 WPS 打开，另存一份"),
    ("a relation to a lost picture", rooted("_rels/.rels", *PREVIEW), "里缺了 docProps/preview.png，请用 Word 或 WPS"),
    ("a relation to nothing", rooted("_rels/.rels", b"Target=", b"Targets="), DAMAGED.format("_rels/.rels")),
    ("a relation of no kind", rooted(LINKS, b"Type=", b"Kind="), DAMAGED.format(LINKS)),
    ("entities in a footer", rooted("word/footer1.xml", b"<w:ftr", ENTITY + b"<w:ftr"), "有 Word 不写的实体定义"),
    ("a page without height", rooted("word/document.xml", b'w:h="16838"', b'w:h="0"'), "里有读不懂的尺寸，请用 Word"),
    ("no room between margins", rooted("word/document.xml", b'w:w="11906"', b'w:w="3000"'), "里有读不懂的尺寸"),
    ("a page of a kilometre", rooted("word/document.xml", b'w:w="11906"', b'w:w="56700000"'), "里有读不懂的尺寸"),
]


@pytest.mark.parametrize(("change", "why"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_file_that_is_no_template_is_refused_in_words(
    change: Change, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(tmp_path, capsys)
    folder = Edited().pack_in(shell.folder)
    (folder / "改过的" / "template.docx").write_bytes(changed(change))
    report = shell.write("报告.yaml", re.sub("(?m)^文种: .*", "文种: 本单位的报告", Edited().content))
    for command in (["check", report], ["doctor"]):
        code, out, err = shell.run(*command, "--templates", folder)
        assert (code, why in out + err) == (2, True)


def test_braces_in_the_properties_of_a_template_are_nobodys_tags(tmp_path: Path) -> None:
    """And what its maker wrote there does not travel."""
    word = Document(str(PACK / "template.docx"))
    word.core_properties.title = "{{ 去年的 }}"
    word.core_properties.comments, word.core_properties.subject = "{{ 备注 }}", "内部讨论稿"
    folder = Edited().pack_in(tmp_path)
    word.save(str(folder / "改过的" / "template.docx"))
    text = re.sub("(?m)^文种: .*", "文种: 本单位的报告", Edited().content)
    built = build(check_text(text, "报告.yaml", (folder,)), ("docx",))
    assert list(built.report) == []
    made = Document(BytesIO(built.outputs["docx"])).core_properties
    assert (made.title, made.comments, made.subject) == ("某市科技馆2024年度本单位的报告", "", "")


@pytest.mark.parametrize("name", ["dept-self-evaluation", "project-application", "indicator-system"])
@pytest.mark.parametrize("style", ["公文表头", "公文表格数字"])
def test_a_style_of_cells_that_is_lost_is_missed_in_forms(name: str, style: str, tmp_path: Path) -> None:
    """Nothing is fitted to a page by a style that is not there."""
    packs = tmp_path / "packs"
    shutil.copytree(PACK.parent / name, packs / "own")
    lines = (packs / "own" / "pack.yaml").read_text(encoding="utf-8")
    (packs / "own" / "pack.yaml").write_text(re.sub("(?m)^名称: .*", "名称: 本县的表", lines), encoding="utf-8")
    with (
        zipfile.ZipFile(PACK.parent / name / "template.docx") as old,
        zipfile.ZipFile(packs / "own" / "template.docx", "w") as new,
    ):
        for each in old.namelist():
            new.writestr(each, old.read(each).replace(f'w:val="{style}"'.encode(), 'w:val="别的"'.encode()))
    text = (PACK.parent / name / "example.yaml").read_text(encoding="utf-8")
    checked = check_text(re.sub("(?m)^文种: .*", "文种: 本县的表", text), "表.yaml", (packs,))
    assert ("PCK004", f"没有样式「{style}」") in [(each.code, each.label) for each in checked.report]
    assert build(checked, ("docx", "pdf")).outputs == {}
