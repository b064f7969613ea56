"""What only Word shows of a picture or a text box that the PDF has: turned, framed, filled or set upright."""

from collections.abc import Iterator, Mapping

from reportgen.language import _
from reportgen.word.package import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_PLAIN_FORMS = (None, "rect")
_ENDS = {"image/png": (b"IHDR", b"IEND"), "image/jpeg": (b"\xff\xd8", b"\xff\xd9"), "image/gif": (b"GIF8", b"\x00")}
_MOST_POINTS = 40_000_000
"""A page at 600 dpi has 35 million: more is a picture made to fill the memory."""
_MARK = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers SOF0 to SOF15; the three between them are tables."""


def is_turned(shape: Element) -> bool:
    """Whether it is turned or mirrored."""
    marks = (each.get(name) for each in shape.iter(A + "xfrm") for name in ("rot", "flipH", "flipV"))
    return any(mark not in (None, "0", "false") for mark in marks)


def is_altered(shape: Element, blip: Element | None) -> bool:
    """Whether a picture has a rule around it, another form or other colours than its file."""
    recoloured = (
        any(str(node.tag).startswith(A) and node.tag != A + "extLst" for node in blip) if blip is not None else False
    )
    lines = (node for node in shape.iter(A + "ln") if node.find(A + "noFill") is None and len(node))
    forms = (node.get("prst") for node in shape.iter(A + "prstGeom"))
    effects = (node for node in shape.iter(A + "effectLst") if len(node))
    return recoloured or any(True for _node in (*lines, *effects)) or any(form not in _PLAIN_FORMS for form in forms)


def is_broken(content: bytes, kind: str) -> bool:
    """Whether a file that begins as a picture of its kind does not end as one."""
    return bool(kind) and not all(mark in content for mark in _ENDS[kind])


def is_too_large(content: bytes, kind: str) -> bool:
    """Whether a picture says that it has more points than a page can show, however few bytes it takes."""
    width, height = _SIZES[kind](content) if kind else (0, 0)
    return width * height > _MOST_POINTS


def _png_size(content: bytes) -> tuple[int, int]:
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _gif_size(content: bytes) -> tuple[int, int]:
    return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """From the frame header (ITU-T T.81, B.2.2), segment by segment; nothing where there is none."""
    at = 2
    while at + 9 < len(content) and content[at] == _MARK:
        if content[at + 1] in _FRAMES:
            return int.from_bytes(content[at + 7 : at + 9], "big"), int.from_bytes(content[at + 5 : at + 7], "big")
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return 0, 0


_SIZES = {"image/png": _png_size, "image/jpeg": _jpeg_size, "image/gif": _gif_size}


def lost_in_box(shape: Element) -> Iterator[str]:
    """What a text box of DrawingML asks for beyond a rectangle with words along the lines."""
    body = next(shape.iter(WPS + "bodyPr"), None)
    warp = next((node.get("prst") for node in shape.iter(A + "prstTxWarp")), None)
    if warp not in (None, "textNoShape"):
        yield _("艺术字（PDF 印普通的字）")
    if body is not None and body.get("vert", "horz") != "horz":
        yield _("竖排的文本框（PDF 横排）")
    if is_turned(shape):
        yield _("旋转过的文本框（PDF 不旋转）")
    if next((node.get("prst") for node in shape.iter(A + "prstGeom")), None) not in _PLAIN_FORMS:
        yield _("不是长方形的形状（PDF 画长方形）")
    if _fill(shape) in ("gradFill", "blipFill", "pattFill"):
        yield _("渐变、图案或图片的填充（PDF 不填）")
    if any(node.get("val") not in (None, "solid") for node in shape.iter(A + "prstDash")):
        yield _("虚线的边框（PDF 画实线）")
    if any(len(node) for node in shape.iter(A + "effectLst")):
        yield _("文本框的阴影等效果")
    if any(int(node.text or "0") for node in shape.iter() if _name(node) in ("pctWidth", "pctHeight")):
        yield _("按百分比定的大小，PDF 按存盘时的大小")


def lost_in_vml(shape: Element, css: Mapping[str, str]) -> Iterator[str]:
    """The same of VML, and words that flow around."""
    if css.get("rotation", "0") != "0":
        yield _("旋转过的文本框（PDF 不旋转）")
    if any("vertical" in str(node.get("style", "")) for node in shape.iter() if _name(node) == "textbox"):
        yield _("竖排的文本框（PDF 横排）")
    if any(node.get("type") in ("square", "tight", "through") for node in shape.iter() if _name(node) == "wrap"):
        yield _("四周环绕的图形，PDF 里压在字上（请改成嵌入型或浮于文字上方）")


def _fill(shape: Element) -> str:
    properties = next(shape.iter(WPS + "spPr"), None)
    return (
        next((_name(node) for node in properties if _name(node).endswith("Fill")), "") if properties is not None else ""
    )


def _name(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]
