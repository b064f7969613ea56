"""One looks.docx lays down what many templates look like; what a template has of its own stays."""

import re
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from script.template_texts import stale, texts
from tests.support.edited import Edited
from tests.support.example import PACK, changed
from tests.support.pages import page_lines
from tests.support.word import audit

from reportgen.model.look import Style
from reportgen.packs.loader import load_pack, pack_folders
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.pipeline.drafts import template_of
from reportgen.word.looks import own_properties
from reportgen.word.package import Package
from reportgen.word.template import read_template
from reportgen.world import packs_folder, shared_looks

LETTER = packs_folder() / "official-letter"


def rewritten(docx: Path, change: Callable[[str], str], part: str = "word/styles.xml") -> bytes:
    """The file with `change` applied to one part; a change that changes nothing is an error."""
    stream = BytesIO()
    with zipfile.ZipFile(docx) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                changed = change(content.decode()).encode()
                assert changed != content
                content = changed
            new.writestr(name, content)
    return stream.getvalue()


def pitch_of_29(xml: str) -> str:
    """21 lines a page instead of 22, as one province wants it."""
    return xml.replace('w:line="579"', 'w:line="580"')


def province(folder: Path, change: Callable[[str], str], part: str = "word/styles.xml") -> Path:
    """A folder of templates with nothing but looks."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "looks.docx").write_bytes(rewritten(shared_looks(), change, part))
    return folder


def styles_of(pack_folder: Path, *roots: Path) -> dict[str, Style]:
    pack, _found = load_pack(pack_folder)
    assert pack is not None
    template, found = template_of(pack, roots)
    assert found == []
    return dict(template.looks.styles)


def test_a_change_of_pitch_is_one_edit_for_all_templates(tmp_path: Path) -> None:
    root = province(tmp_path / "本省", pitch_of_29)
    for folder in pack_folders():
        body = styles_of(folder, root)["公文正文"]
        assert body.line == 29, folder.name


def test_the_word_file_and_the_pdf_follow(tmp_path: Path) -> None:
    root = province(tmp_path / "本省", pitch_of_29)
    # longer than the example, whose last page would be too short and get another pitch
    prose = "各项目均设定了量化的绩效目标。\n"
    longer = "".join(f"    第{number}项逐笔核对了进度。\n" for number in "一二三四五六七八")
    built = build(check_text(changed((prose, prose + longer)), "报告.yaml", (root,)), ("docx", "pdf"))
    assert [each for each in built.report if each.code.startswith("VER")] == []
    path = tmp_path / "报告.docx"
    path.write_bytes(built.outputs["docx"])
    assert audit(path) == []
    template, _found = read_template(path)
    assert template.looks.styles["公文正文"].line == 29
    lines = page_lines(built.outputs["pdf"])[1]
    assert lines[0].baseline - lines[1].baseline == pytest.approx(29, abs=0.05)


def test_what_a_template_has_of_its_own_stays_and_the_rest_follows(tmp_path: Path) -> None:
    """The title of a letter stands lower than that of a report; its pitch is the common one."""
    root = province(tmp_path / "本省", pitch_of_29)
    before, after = styles_of(LETTER)["公文标题"], styles_of(LETTER, root)["公文标题"]
    assert before.before != styles_of(PACK)["公文标题"].before
    assert (after.before, after.line) == (before.before, 29)


def test_a_template_that_somebody_changed_keeps_the_change(tmp_path: Path) -> None:
    own = tmp_path / "本单位" / "报告"
    shutil.copytree(PACK, own)
    red = rewritten(PACK / "template.docx", lambda xml: xml.replace('w:line="579"', 'w:line="600"'))
    (own / "template.docx").write_bytes(red)
    root = province(tmp_path / "本单位", lambda xml: pitch_of_29(xml).replace("楷体_GB2312", "华文楷体"))
    styles = styles_of(own, root)
    assert (styles["公文正文"].line, styles["公文二级标题"].east_asian_font) == (30, "华文楷体")


def test_margins_follow_too(tmp_path: Path) -> None:
    root = province(tmp_path / "本省", lambda xml: xml.replace('w:top="2098"', 'w:top="2200"'), "word/document.xml")
    pack, _found = load_pack(PACK)
    assert pack is not None
    assert template_of(pack, (root,))[0].looks.page.top == 110


@pytest.mark.parametrize(
    ("change", "name", "value"),
    [
        (
            lambda xml: re.sub(r'(w:val="公文正文"/>.*?<w:pPr>)', r"\1<w:keepNext/>", xml, count=1, flags=re.DOTALL),
            "keep_next",
            True,
        ),
        (
            lambda xml: re.sub(r"(公文一级标题.*?)<w:keepNext/>", r"\1", xml, count=1, flags=re.DOTALL),
            "keep_next",
            False,
        ),
    ],
    ids=["said anew", "not said any more"],
)
def test_properties_come_and_go(change: Callable[[str], str], name: str, value: bool, tmp_path: Path) -> None:
    style = "公文正文" if value else "公文一级标题"
    assert getattr(styles_of(PACK)[style], name) is not value
    assert getattr(styles_of(PACK, province(tmp_path / "本省", change))[style], name) is value


def test_a_file_saved_by_another_program_with_other_ids_follows(tmp_path: Path) -> None:
    """WPS numbers the styles anew: their names are what counts."""
    folder = Edited().pack_in(tmp_path)
    template = folder / "改过的" / "template.docx"
    renumbered = rewritten(template, lambda xml: xml.replace('"GWBody"', '"a17"'))
    template.write_bytes(renumbered)
    body = rewritten(template, lambda xml: xml.replace('"GWBody"', '"a17"'), "word/document.xml")
    template.write_bytes(body)
    assert styles_of(folder / "改过的", province(folder, pitch_of_29))["公文正文"].line == 29


# the program's own


def test_the_packs_say_nothing_otherwise_than_the_looks_but_what_is_their_own() -> None:
    """One base, a copy in each template: a copy that drifted would show here and in its template.txt."""
    base = Package("looks", shared_looks().read_bytes())
    own = {
        path.parent.name: {
            name for name in own_properties(Package("", path.read_bytes()), base) if name in _names(base)
        }
        for path in packs_folder().glob("*/template.docx")
    }
    assert {name: styles for name, styles in own.items() if styles} == {
        "dept-evaluation-bound": {"公文标题", "公文目录标题", "公文附件标题"},
        **{f"official-{name}": {"公文标题", "公文附件说明"} for name in ("letter", "minutes", "note", "order")},
        "official-approval": {"公文附件说明"},
    }


def _names(base: Package) -> set[str]:
    return set(own_properties(base, Package("", base.with_parts({"word/styles.xml": None}).content)))


def test_the_texts_beside_the_templates_are_fresh() -> None:
    assert stale() == [], "run script/template_texts.py"


def test_a_text_shows_the_frame_and_what_is_not_as_in_the_looks() -> None:
    text = texts()[LETTER / "template.txt"]
    assert "有「签发人」时：\n      公文发文字号上行：{{ 发文字号 }}→签发人：{{ 签发人 }}\n" in text
    assert "自己的样式：\n" in text
    assert "  公文标题\n    spacing.before " in text
