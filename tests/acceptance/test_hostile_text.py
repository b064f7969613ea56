"""Whatever is typed is shown as written in docx, PDF and txt, or refused with its place: never lost."""

import unicodedata
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.example import changed
from tests.support.pages import page_lines, pages_text
from tests.support.sheet import LEFT_EDGE, RIGHT_EDGE
from tests.support.wordml import WordFile, words

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.model.engine import Engine
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.record import Struct

SHOWN = {
    "markup": "甲 & 乙 &amp; 丙<b>丁</b> <w:p/> 戊>己",
    "quotes": "甲\"乙'丙\\n\\u4e00$1%s",
    "CDATA": "甲]]>乙<![CDATA[丙]]>丁",
    "Jinja": "甲{% if x %}乙{# 丙 #}丁{戊}",
    "no-break space": "甲\u00a0乙",
    "spaces": "甲  乙　丙",
    "combining marks": "甲e\u0301乙",
    "circled figures": "①甲㈠乙Ⅳ",
}
"""In every place as it stands here."""

LONG = {
    "a word": "Wxyz" * 40,
    "a web address": "https://example.org/" + "path-" * 30,
    "a name": "科学技术普及" * 5,
}
"""Longer than a line, or nearly."""

FLAGGED = {
    "a rare hanzi": "甲𠮷乙",
    "emoji": "甲😀乙",
    "variation selectors": "甲葛\U000e0100乙❤\ufe0f丙",
}
"""Shown; where the fonts or the form cannot, the place is named."""

UNSEEN = "甲\u200b乙\u200d丙\ufeff丁"
"""Left out, since nobody sees them, and their place named."""

REFUSED = {
    "a control character": "甲\x07乙",
    "a vertical tab": "甲\x0b乙",
    "a next-line character": "甲\x85乙",
    "a line separator": "甲\u2028乙",
    "a bidirectional override": "甲\u202e乙",
    "a lone opening brace": "甲{{乙",
    "a lone closing brace": "甲}}乙",
    "full-width braces": "甲｛｛乙｝｝丙",
    "a reference to nothing": "甲{{ 乙 }}丙",
}


class Slot(Struct, frozen=True):
    """A place in the content file: the line as it stands, and the line with `@` for the hostile text."""

    old: str
    new: str
    shown: str
    """What is printed of it, with the same `@`."""


SLOTS = {
    "title": Slot("年度: 2024\n", "年度: 2024\n标题: '@报告'\n", "@报告"),
    "addressee": Slot("主送机关: 某市财政局\n", "主送机关: '某市@局'\n", "某市@局："),
    "prose": Slot("  按照市财政局的通知要求，", "  按照@的通知要求，", "按照@的通知要求，"),
    "heading": Slot("问题: 活动计划不够周密\n", "问题: '活动@计划'\n", "（一）活动@计划"),
    "signature": Slot("年度: 2024\n", "年度: 2024\n署名: '某市@馆'\n", "某市@馆"),
}
EVERYWHERE = pytest.mark.parametrize("slot", SLOTS.values(), ids=SLOTS)


def with_text(slot: Slot, text: str, engine: Engine) -> tuple[Built, int]:
    """The example with `text` in a slot, built, and the number of its line."""
    quoted = text.replace("'", "''") if "'" in slot.new else text
    content = changed((slot.old, slot.new.replace("@", quoted)))
    line = content[: content.index(quoted)].count("\n") + 1
    return build(checked(content), ("docx", "pdf", "txt"), engine=engine), line


@lru_cache(maxsize=256)
def checked(content: str) -> Checked:
    """It is looked through once for both engines."""
    return check_text(content, "内容.yaml")


def squeeze(text: str) -> str:
    """The text without white space and without characters that have no form of their own."""
    return "".join(
        char for char in text if not char.isspace() and unicodedata.category(char) != "Cf" and not is_selector(char)
    )


def is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def errors(built: Built) -> list[Diagnostic]:
    return [found for found in built.report if found.severity in (Severity.FATAL, Severity.ERROR)]


def assert_shown(built: Built, text: str) -> None:
    """In txt and docx to the character; in the PDF to the character that has a form."""
    assert set(built.outputs) == {"docx", "pdf", "txt"}, [found.title for found in errors(built)]
    assert text in built.outputs["txt"].decode()
    assert any(text in words(paragraph) for _style, paragraph in WordFile(built.outputs["docx"]).paragraphs())
    assert squeeze(text) in squeeze("".join(pages_text(built.outputs["pdf"])))


@EVERYWHERE
@pytest.mark.parametrize("text", SHOWN.values(), ids=SHOWN)
def test_it_is_shown_as_written(slot: Slot, text: str, engine: Engine) -> None:
    built, _line = with_text(slot, text, engine)
    assert_shown(built, slot.shown.replace("@", text))
    assert [found for found in errors(built) if found.code.startswith("VER")] == []


@EVERYWHERE
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_it_stays_on_the_page_however_long(slot: Slot, text: str, engine: Engine) -> None:
    """And pushes nothing else off its place: the date below the signature is one line."""
    built, _line = with_text(slot, text, engine)
    assert_shown(built, slot.shown.replace("@", text))
    lines = [line for page in page_lines(built.outputs["pdf"]) for line in page]
    assert [line.text for line in lines if line.left < LEFT_EDGE - 1 or line.right > RIGHT_EDGE + 1] == []
    assert "2025年3月20日" in [line.text for line in lines]


@EVERYWHERE
@pytest.mark.parametrize("text", FLAGGED.values(), ids=FLAGGED)
def test_it_is_shown_or_its_place_is_named(slot: Slot, text: str, engine: Engine) -> None:
    built, line = with_text(slot, text, engine)
    found = [error for error in errors(built) if error.code.startswith(("VER", "SRC"))]
    assert [(error.place.file, error.place.line) for error in found if error.place.line != line] == []
    if built.outputs:
        assert_shown(built, slot.shown.replace("@", text))
    else:
        assert found, "refused without a reason"


@EVERYWHERE
def test_what_nobody_sees_is_left_out_and_its_place_named(slot: Slot, engine: Engine) -> None:
    built, line = with_text(slot, UNSEEN, engine)
    assert {(error.code, error.place.line) for error in errors(built) if error.code == "SRC012"} == {("SRC012", line)}
    assert_shown(built, slot.shown.replace("@", "甲乙丙丁"))


@EVERYWHERE
@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_its_place(slot: Slot, text: str, engine: Engine) -> None:
    built, line = with_text(slot, text, engine)
    assert built.outputs == {}
    found = [error.place for error in errors(built) if error.severity is Severity.FATAL]
    assert found
    assert {(place.file, place.line) for place in found} == {("内容.yaml", line)}
    assert all(place.column > 1 for place in found)


@pytest.mark.parametrize("escape", ["\\x07", "\\0", "\\u2028", "\\e"])
def test_a_control_character_in_disguise_is_refused_too(escape: str) -> None:
    """YAML's double quotes know escapes: what is forbidden as it stands is forbidden as one."""
    built = build(check_text(changed(("活动计划不够周密", f'"活动{escape}计划"')), "内容.yaml"), ("docx", "txt"))
    assert built.outputs == {}
    assert [error.code for error in errors(built)] == ["SRC007"]


@pytest.mark.parametrize(
    "name", ["甲 & 乙", "甲<乙>", "甲]]>乙", "甲\"乙'", "甲😀𠮷", "甲{乙}", "甲\u00a0乙", "W" * 120]
)
def test_a_figure_may_have_any_name(name: str, engine: Engine) -> None:
    """It is printed by its value, or the reference is refused where it stands."""
    quoted = name.replace("'", "''")
    content = changed(
        ("人员: {编制: 12人,", f"人员: {{'{quoted}': 12人,"),
        ("年末核定编制{{ 人员.编制 }}，", f"年末核定编制{{{{ 人员.{name} }}}}，"),
    )
    line = next(number for number, text in enumerate(content.splitlines(), 1) if "年末核定编制" in text)
    built = build(checked(content), ("docx", "pdf", "txt"), engine=engine)
    refused = {error.place.line for error in errors(built) if error.severity is Severity.FATAL}
    if refused:
        assert refused == {line}
    else:
        assert_shown(built, "2024年末核定编制12人，")


@pytest.mark.parametrize("text", ["ำ", "ຳ", "ཀྵ"], ids=["Thai", "Lao", "Tibetan"])
def test_signs_that_are_drawn_as_two_have_their_boxes(engine: Engine, text: str) -> None:
    """Typst takes them apart before it looks for a font; the PDF is made, and says what it cannot show."""
    built, _line = with_text(SLOTS["prose"], text, engine)
    assert "pdf" in built.outputs
    assert any(found.code == "VER002" for found in built.report)


PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=80)


@settings(max_examples=30, deadline=None)
@given(PRINTABLE)
def test_any_text_in_prose_survives_or_is_complained_about(engine: Engine, text: str) -> None:
    built, _line = with_text(SLOTS["prose"], text, engine)
    complaints = errors(built)
    if any(found.code == "SRC012" for found in built.report):
        return  # what nobody sees is left out, see above
    if not built.outputs:
        assert complaints, "refused without a reason"
        return
    shown = f"按照{text}的通知要求，"
    assert any(shown in words(paragraph) for _style, paragraph in WordFile(built.outputs["docx"]).paragraphs())
    in_pdf = squeeze(shown) in squeeze("".join(pages_text(built.outputs["pdf"])))
    assert in_pdf or complaints, "lost from the PDF without a word"
