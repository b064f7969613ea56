"""What a Word template shows that the PDF cannot take over: said, never silently lost."""

from collections.abc import Iterator, Mapping

from reportgen.fonts import stand_in
from reportgen.language import _
from reportgen.model.document import Role
from reportgen.model.look import Style
from reportgen.word import tables
from reportgen.word.package import Element, Package, R, W, is_on
from reportgen.word.styles import is_plain

_SHAPES = ("drawing", "pict", "object", "txbxContent")
_PARAGRAPH = {"pBdr": "段落边框", "numPr": "自动编号", "framePr": "图文框"}
_RULES = (W + "top", W + "bottom")
_SHAPE = "图形"
_RUN = {"u": "下划线", "b": "加粗", "strike": "删除线", "highlight": "突出显示"}


def word_only(package: Package, body: Element | None, styles: Mapping[str, Style]) -> Iterator[str]:
    """What only Word will show, one phrase each."""
    if body is None:
        return
    for number, node in enumerate(tables.paragraphs(body), start=1):
        for name in _in_paragraph(node):
            yield _("第 {number} 段的{name}", number=number, name=_(name))
    if not all(tables.is_shown(table) for table in body.iterchildren(W + "tbl")):
        yield _("正文区里的表格")
    if len(list(body.iter(W + "sectPr"))) > 1:
        yield _("第二节起的页面设置，PDF 都按最后一节")
    if any(_says_something(package, str(header.get(R + "id"))) for header in body.iter(W + "headerReference")):
        yield _("页眉")
    yield from _in_section(package, body)
    yield from _in_styles(package, styles)


def _in_paragraph(node: Element) -> Iterator[str]:
    if any(next(node.iter(W + name), None) is not None for name in _SHAPES):
        yield _SHAPE
    properties = node.find(W + "pPr")
    yield from (name for tag, name in _PARAGRAPH.items() if _is_lost(tag, properties))
    for tag, name in _RUN.items():
        if any(run.find(W + tag) is not None for run in node.iter(W + "rPr")):
            yield name


def _is_lost(tag: str, properties: Element | None) -> bool:
    """Whether paragraph properties hold something of that name that the PDF does not take over."""
    found = properties.find(W + tag) if properties is not None else None
    if found is None or tag != "pBdr":
        return found is not None
    return any(border.tag not in _RULES or not is_plain(border) for border in found)


def _in_section(package: Package, body: Element) -> Iterator[str]:
    """Page settings that the PDF does not take over, and footers of more than a page-number line."""
    columns, margins = next(body.iter(W + "cols"), None), next(body.iter(W + "pgMar"), None)
    if columns is not None and columns.get(W + "num", "1") not in ("0", "1"):
        yield _("分栏")
    if margins is not None and margins.get(W + "gutter", "0") != "0":
        yield _("装订线")
    if next(body.iter(W + "pgBorders"), None) is not None:
        yield _("页面边框")
    if next(body.iter(W + "titlePg"), None) is not None and not has_bare_first(package, body):
        yield _("首页不同的页眉页脚")
    if next(body.iter(W + "sdt"), None) is not None:
        yield _("内容控件")
    for reference in body.iter(W + "footerReference"):
        root = package.part(package.target(str(reference.get(R + "id"))))
        spoken = [node for node in root.iterchildren(W + "p") if _text_of(node)] if root is not None else []
        if len(spoken) > 1:
            yield _("页脚的第二段起")


def has_bare_first(package: Package, body: Element | None) -> bool:
    """Whether the first page has a footer of its own that says nothing: a cover is not numbered."""
    if body is None or not is_on(body.find(W + "sectPr"), "titlePg"):
        return False
    firsts = (node for node in body.iter(W + "footerReference") if node.get(W + "type") == "first")
    roots = [package.part(package.target(str(node.get(R + "id")))) for node in firsts]
    return not any(root is not None and next(root.iter(W + "r"), None) is not None for root in roots)


def _text_of(node: Element) -> str:
    return "".join(piece.text or "" for piece in node.iter(W + "t")).strip()


def _says_something(package: Package, relation: str) -> bool:
    root = package.part(package.target(relation))
    return root is not None and any((piece.text or "").strip() for piece in root.iter(W + "t"))


def _in_styles(package: Package, styles: Mapping[str, Style]) -> Iterator[str]:
    root = package.part("word/styles.xml")
    used = {role.value for role in Role}
    for node in root.iter(W + "style") if root is not None else ():
        name = node.find(W + "name")
        if name is not None and name.get(W + "val") in used:
            marks = {**_PARAGRAPH, **_RUN}
            for tag in (
                tag for tag in marks if _is_lost(tag, node.find(W + "pPr")) or _is_lost(tag, node.find(W + "rPr"))
            ):
                yield _("样式「{style}」的{name}", style=name.get(W + "val"), name=_(marks[tag]))
    for style in (styles[name] for name in sorted(used & set(styles))):
        if stand_in(style.east_asian_font) is None:
            yield _("样式「{style}」的字体「{font}」没有替代，PDF 用仿宋", style=style.name, font=style.east_asian_font)
