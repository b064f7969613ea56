"""What properties of letters and of paragraphs ask for that only Word shows, by name.

Between these and what `reportgen.word.styles` reads, a test holds every property that the standard (ISO/IEC 29500-1
§17.3) knows: it is shown, changes nothing on a page, or has a name here.
"""

from collections.abc import Callable, Iterator

from reportgen.language import _
from reportgen.word.package import Element, W, is_on, value
from reportgen.word.styles import is_plain

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
LOST_PROPERTIES = {
    "pBdr": "段落边框",
    "numPr": "自动编号",
    "framePr": "图文框",
    "shd": "底纹",
    "textDirection": "竖排的段落",
    "textAlignment": "文字在行里的上下对齐",
    "bidi": "从右到左的段落",
    "mirrorIndents": "单双页对称的缩进",
    "jc": "分散对齐（PDF 按两端对齐）",
    "tabs": "制表位的前导符、小数点对齐或竖线",
    "spacing": "自动的段前段后距离",
}
LOST_LETTERS = {
    "u": "下划线",
    "b": "加粗",
    "strike": "删除线",
    "dstrike": "双删除线",
    "highlight": "突出显示",
    "shd": "底纹",
    "vanish": "隐藏的字",
    "em": "着重号",
    "vertAlign": "上标或下标",
    "position": "提升或降低的字",
    "w": "字符缩放",
    "fitText": "调整过宽度的字",
    "bdr": "文字边框",
    "caps": "全部大写",
    "smallCaps": "小型大写",
    "outline": "空心字",
    "shadow": "阴影",
    "emboss": "阳文",
    "imprint": "阴文",
    "effect": "动态的字",
    "rFonts": "主题字体（PDF 照样式的字体）",
    "eastAsianLayout": "双行合一或纵横混排",
    "rtl": "从右到左的字",
}
TEXT_EFFECTS = "文字效果"
_EFFECTS = {W14 + name for name in ("glow", "shadow", "reflection", "textOutline", "scene3d", "props3d")}
_AS_USUAL = {"none", "baseline", "100", "nil", "0", "auto", "lrTb", "lr-tb"}
"""Values by which a property says that there is nothing of its kind."""
_RULES = (W + "top", W + "bottom")


def lost_in_paragraph(properties: Element | None) -> Iterator[str]:
    """What paragraph properties ask for and the PDF does not show."""
    for tag, name in LOST_PROPERTIES.items():
        found = properties.find(W + tag) if properties is not None else None
        if found is not None and _IS_LOST.get(tag, _is_said)(found):
            yield _(name)


def lost_in_letters(properties: Element | None) -> Iterator[str]:
    """What run properties ask for and the PDF does not show."""
    if properties is None:
        return
    for tag, name in LOST_LETTERS.items():
        found = properties.find(W + tag)
        if found is not None and is_on(properties, tag) and _IS_LOST.get(tag, _is_said)(found):
            yield _(name)
    if any(node.tag in _EFFECTS and node.find(W14 + "noFill") is None for node in properties):
        yield _(TEXT_EFFECTS)


def _is_said(node: Element) -> bool:
    return is_on(node.getparent(), str(node.tag).rpartition("}")[2]) is True and node.get(W + "val") not in _AS_USUAL


def _is_shaded(node: Element) -> bool:
    fill = str(node.get(W + "fill", "auto")).upper()
    return node.get(W + "val") not in ("clear", "nil") or fill not in ("AUTO", "FFFFFF")


def _is_odd_tab(tab: Element) -> bool:
    leader = tab.get(W + "leader", "none")
    return tab.get(W + "val") in ("decimal", "bar", "num") or (tab.get(W + "val") != "clear" and leader != "none")


_IS_LOST: dict[str, Callable[[Element], bool]] = {
    "pBdr": lambda node: any(border.tag not in _RULES or not is_plain(border) for border in node),
    "numPr": lambda node: value(node, "numId") != "0",
    "framePr": lambda _node: True,
    "shd": _is_shaded,
    "jc": lambda node: str(node.get(W + "val")) in ("distribute", "thaiDistribute"),
    "tabs": lambda node: any(_is_odd_tab(tab) for tab in node),
    "spacing": lambda node: any(
        node.get(W + side, "0") in ("1", "true", "on") for side in ("beforeAutospacing", "afterAutospacing")
    ),
    "fitText": lambda _node: True,
    "rFonts": lambda node: bool(node.get(W + "eastAsiaTheme")),
    "eastAsianLayout": lambda node: any(node.get(W + way) for way in ("combine", "vert")),
}
