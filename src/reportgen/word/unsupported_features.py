"""What a Word template asks of whole pages and styles that the PDF cannot take over: said, never silently lost."""

from collections.abc import Iterator, Mapping

from reportgen.fonts import stand_in
from reportgen.language import _
from reportgen.model.document import Role
from reportgen.model.look import Style
from reportgen.word.lines import lost_in_letters, lost_in_paragraph
from reportgen.word.package import Element, Package, W


def word_only(package: Package, body: Element | None, styles: Mapping[str, Style]) -> Iterator[str]:
    """What only Word will show, one phrase each."""
    if body is None:
        return
    if len(list(body.iter(W + "sectPr"))) > 1:
        yield _("第二节起的页面设置，PDF 都按最后一节")
    yield from _in_section(body)
    yield from _in_styles(package, styles)


def _in_section(body: Element) -> Iterator[str]:
    """Page settings that the PDF does not take over."""
    columns, margins = next(body.iter(W + "cols"), None), next(body.iter(W + "pgMar"), None)
    if columns is not None and columns.get(W + "num", "1") not in ("0", "1"):
        yield _("分栏")
    if margins is not None and margins.get(W + "gutter", "0") != "0":
        yield _("装订线")
    if next(body.iter(W + "pgBorders"), None) is not None:
        yield _("页面边框")


def _in_styles(package: Package, styles: Mapping[str, Style]) -> Iterator[str]:
    root = package.part("word/styles.xml")
    used = {role.value for role in Role}
    for node in root.iter(W + "style") if root is not None else ():
        name = node.find(W + "name")
        if name is not None and name.get(W + "val") in used:
            for lost in (*lost_in_paragraph(node.find(W + "pPr")), *lost_in_letters(node.find(W + "rPr"))):
                yield _("样式「{style}」的{name}", style=name.get(W + "val"), name=lost)
    for style in (styles[name] for name in sorted(used & set(styles))):
        if stand_in(style.east_asian_font) is None:
            yield _("样式「{style}」的字体「{font}」没有替代，PDF 用仿宋", style=style.name, font=style.east_asian_font)
