"""What a Word template asks of whole pages and styles that the PDF cannot take over: said, never silently lost."""

from collections.abc import Iterator, Mapping

from reportgen.fonts import stand_in
from reportgen.language import _
from reportgen.model.document import Role
from reportgen.model.look import Style
from reportgen.word.package import Element, Package, W, is_on, value
from reportgen.word.properties import LOST_PROPERTIES, lost_in_letters, lost_in_paragraph

LOST_OF_PAGES = {
    "gutter": "装订线",
    "pgBorders": "页面边框",
    "cols": "分栏",
    "lnNumType": "行号",
    "pgNumType": "页码的起始数或格式（罗马数字、一二三等）",
    "vAlign": "页面里的上下对齐",
    "textDirection": "竖排的页面",
    "docGrid": "字符网格（文档网格里指定每行字数）",
    "mirrorMargins": "对称页边距",
    "background": "页面颜色",
}
_CONTENTS = {Role.CONTENTS_1.value, Role.CONTENTS_2.value, Role.CONTENTS_3.value}
_PLAIN_NUMBERS, _FIRST = (None, "decimal", "numberInDash"), (None, "0", "1")


def word_only(package: Package, body: Element | None, styles: Mapping[str, Style]) -> Iterator[str]:
    """What only Word will show, one phrase each."""
    if body is None:
        return
    lost = dict.fromkeys(name for section in body.iter(W + "sectPr") for name in _in_section(section))
    settings = package.part("word/settings.xml")
    lost |= {"mirrorMargins": None} if settings is not None and is_on(settings, "mirrorMargins") else {}
    lost |= {"background": None} if body.getparent().find(W + "background") is not None else {}
    yield from (_(LOST_OF_PAGES[name]) for name in lost)
    yield from _in_styles(package, styles)


def _in_section(section: Element) -> Iterator[str]:
    """Page settings that the PDF does not take over."""
    columns = section.find(W + "cols")
    if columns is not None and (columns.get(W + "num", "1") not in ("0", "1") or len(columns) > 1):
        yield "cols"
    if (value(section, "pgMar", "gutter") or "0") != "0":
        yield "gutter"
    yield from (name for name in ("pgBorders", "lnNumType") if section.find(W + name) is not None)
    if value(section, "pgNumType", "fmt") not in _PLAIN_NUMBERS or value(section, "pgNumType", "start") not in _FIRST:
        yield "pgNumType"
    if value(section, "vAlign") not in (None, "top"):
        yield "vAlign"
    if value(section, "textDirection") not in (None, "lrTb", "lr-tb"):
        yield "textDirection"
    if value(section, "docGrid", "type") in ("linesAndChars", "snapToChars"):
        yield "docGrid"


def _in_styles(package: Package, styles: Mapping[str, Style]) -> Iterator[str]:
    root = package.part("word/styles.xml")
    used = {role.value for role in Role}
    for node in root.iter(W + "style") if root is not None else ():
        name = node.find(W + "name")
        if name is not None and name.get(W + "val") in used:
            for lost in (*lost_in_paragraph(node.find(W + "pPr")), *lost_in_letters(node.find(W + "rPr"))):
                if name.get(W + "val") in _CONTENTS and lost == _(LOST_PROPERTIES["tabs"]):
                    continue  # the table of contents draws its dots
                yield _("样式「{style}」的{name}", style=name.get(W + "val"), name=lost)
    for style in (styles[name] for name in sorted(used & set(styles))):
        if stand_in(style.east_asian_font) is None:
            yield _("样式「{style}」的字体「{font}」没有替代，PDF 用仿宋", style=style.name, font=style.east_asian_font)
