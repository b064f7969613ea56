"""Pictures and text boxes of the template → the model's; whatever else is drawn is called by its name.

Word writes them in two languages: DrawingML (`w:drawing`), and VML (`w:pict`) in files of old or of WPS. Both say a
size, and a place where the thing does not stand in the line.
"""

from collections.abc import Callable

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.frame import Box, Float, FrameItem, Picture
from reportgen.model.look import Align, Page, Rule
from reportgen.record import Struct, field
from reportgen.word.drawn_looks import WPS, A, is_altered, is_broken, is_too_large, is_turned, lost_in_box, lost_in_vml
from reportgen.word.package import Element, Package, R, W

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
EMU = 12700
"""English metric units in a pt."""
_INSETS = {"tIns": 45720, "rIns": 91440, "bIns": 45720, "lIns": 91440}
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "": 0.75}
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px)?")
DRAWN_KINDS = {"chart": "图表", "diagram": "SmartArt 图形", "wordprocessingGroup": "组合图形", "lockedCanvas": "画布"}
DRAWN_KINDS |= {"wordprocessingCanvas": "画布", "wordprocessingInk": "墨迹"}
_SIGNATURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}

_SIDES = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}
_SIDES |= {"inside": Align.LEFT, "outside": Align.RIGHT}

ReadItems = Callable[[Element], tuple[FrameItem, ...]]
"""The paragraphs of a box → items."""


class CannotShow(Exception):
    """Only Word shows it; the message is its name."""


class DrawingReader(Struct, frozen=True):
    """Reads what is drawn in one part of a package; `remarks` names what is shown otherwise than in Word."""

    package: Package
    part: str
    page: Page
    read_items: ReadItems
    remarks: list[str] = field(default_factory=list)

    def read(self, node: Element) -> Picture | Box | Float:
        """A `w:drawing` or `w:pict`. Raises CannotShow."""
        return self._vml(node) if node.tag == W + "pict" else self._drawing(node)

    def _drawing(self, node: Element) -> Picture | Box | Float:
        shape = next((child for child in node if child.tag in (WP + "inline", WP + "anchor")), None)
        extent = shape.find(WP + "extent") if shape is not None else None
        if shape is None or extent is None:
            raise CannotShow(_("图形"))
        width, height = (float(extent.get(name, "0")) / EMU for name in ("cx", "cy"))
        content = self._graphic(shape, width, height)
        return content if shape.tag == WP + "inline" else self._placed(shape, content)

    def _graphic(self, shape: Element, width: float, height: float) -> Picture | Box:
        data = next(shape.iter(A + "graphicData"), None)
        kind = str(data.get("uri", "")).rpartition("/")[2] if data is not None else ""
        box = next(shape.iter(WPS + "txbx"), None) if kind == "wordprocessingShape" else None
        if kind == "picture":
            blip, about = next(shape.iter(A + "blip"), None), shape.find(WP + "docPr")
            cut = next((each for each in shape.iter(A + "srcRect") if each.attrib), None)
            if is_turned(shape) or cut is not None:
                self.remarks.append(_("裁剪或旋转过的图片，PDF 按原图"))
            if is_altered(shape, blip):
                self.remarks.append(_("图片的边框或效果，PDF 按原图"))
            name = str(blip.get(R + "embed", "")) if blip is not None else ""
            return self._picture(name, width, height, str(about.get("descr") or "") if about is not None else "")
        if box is None:
            raise CannotShow(_(DRAWN_KINDS.get(kind, "形状")))
        return self._box(shape, box, width, height)

    def _picture(self, relation: str, width: float, height: float, spoken: str) -> Picture:
        content = self.package.bytes_of(self.package.target(relation, self.part)) if relation else None
        if content is None:
            raise CannotShow(_("链接到别处的图片"))
        kind = next((kind for signature, kind in _SIGNATURES.items() if content.startswith(signature)), "")
        if is_broken(content, kind):
            raise CannotShow(_("损坏的图片（请重新插入）"))
        if is_too_large(content, kind):
            raise CannotShow(_("大得不像图片的图片（请缩小了再插入）"))
        if not kind:
            extension = self.package.target(relation, self.part).rpartition(".")[2].upper()
            raise CannotShow(_("{kind} 格式的图片（请换成 PNG 或 JPEG）", kind=extension))
        return Picture(content, kind, width, height, spoken or _("图片"))

    def _box(self, shape: Element, box: Element, width: float, height: float) -> Box:
        properties, body = next(shape.iter(WPS + "spPr"), None), next(shape.iter(WPS + "bodyPr"), None)
        given = {name: body.get(name, emu) if body is not None else emu for name, emu in _INSETS.items()}
        top, right, bottom, left = (float(emu) / EMU for emu in given.values())
        line = properties.find(A + "ln") if properties is not None else None
        color = _color(line)
        rule = Rule(float(line.get("w", "9525")) / EMU, color) if line is not None and color else None
        items = self.read_items(box.find(W + "txbxContent"))
        self.remarks.extend(lost_in_box(shape))
        fits = body is not None and body.get("wrap") == "none" and body.find(A + "spAutoFit") is not None
        return Box(items, width, height, (top, right, bottom, left), rule, _color(properties), fits)

    def _placed(self, shape: Element, content: Picture | Box) -> Float:
        if any(shape.find(WP + wrap) is not None for wrap in ("wrapSquare", "wrapTight", "wrapThrough")):
            self.remarks.append(_("四周环绕的图形，PDF 里压在字上（请改成嵌入型或浮于文字上方）"))
        across, down = shape.find(WP + "positionH"), shape.find(WP + "positionV")
        if any(str(each.tag).rpartition("}")[2] in ("pctPosHOffset", "pctPosVOffset") for each in shape.iter()):
            self.remarks.append(_("按百分比定的位置，PDF 里在别处"))
        from_line = down is not None and down.get("relativeFrom") in ("paragraph", "line")
        page = self.page
        left = _offset(across, content.width, page.width, page.left, page.right)
        top = 0.0 if from_line else _offset(down, content.height, page.height, page.top, page.bottom)
        if from_line:
            top = _emu(down.find(WP + "posOffset"))
        align, mirrored = _between_margins(across)
        return Float(content, left, top, from_line, shape.get("behindDoc") in ("1", "true"), align, mirrored)

    def _vml(self, node: Element) -> Picture | Box | Float:
        shape = next((each for each in node if each.tag.startswith(V) and each.tag != V + "shapetype"), None)
        if shape is None or next(shape.iter(V + "textpath"), None) is not None:
            raise CannotShow(_("水印或艺术字"))
        if shape.tag == V + "group":
            raise CannotShow(_("组合图形"))
        css = dict(each.split(":", 1) for each in str(shape.get("style", "")).split(";") if ":" in each)
        css = {name.strip(): value.strip() for name, value in css.items()}
        width, height = _length(css.get("width", "")), _length(css.get("height", ""))
        content = self._vml_content(shape, width, height)
        self.remarks.extend(lost_in_vml(shape, css))
        if css.get("position") != "absolute":
            return content
        from_page = css.get("mso-position-horizontal-relative") == "page"
        left = _length(css.get("margin-left", "")) + _length(css.get("left", ""))
        left -= self.page.left if from_page else 0
        on_page = css.get("mso-position-vertical-relative") in ("page", "margin")
        top = _length(css.get("margin-top", "")) + _length(css.get("top", ""))
        top -= self.page.top if css.get("mso-position-vertical-relative") == "page" else 0
        align = _SIDES.get(css.get("mso-position-horizontal", "")) if not from_page else None
        return Float(content, left, top, not on_page, css.get("z-index", "").startswith("-"), align)

    def _vml_content(self, shape: Element, width: float, height: float) -> Picture | Box:
        image, text = next(shape.iter(V + "imagedata"), None), next(shape.iter(W + "txbxContent"), None)
        if image is not None:
            return self._picture(str(image.get(R + "id", "")), width, height, str(shape.get("alt") or ""))
        if text is None:
            raise CannotShow(_("形状"))
        top, right, bottom, left = (float(emu) / EMU for emu in _INSETS.values())
        outlined = shape.tag != V + "shape" or shape.get("type") or shape.get("path")
        stroked = outlined and shape.get("stroked") not in ("f", "false")
        rule = Rule(0.75, _hex(shape.get("strokecolor"), "000000")) if stroked else None
        fill = "" if shape.get("filled") in ("f", "false") else _hex(shape.get("fillcolor"), "")
        return Box(self.read_items(text), width, height, (top, right, bottom, left), rule, fill)


def _between_margins(position: Element | None) -> tuple[Align | None, bool]:
    """How it stands between the margins, and whether that is mirrored on even pages; None where a length is given."""
    align = position.find(WP + "align") if position is not None and position.get("relativeFrom") != "page" else None
    word = str(align.text) if align is not None else ""
    return _SIDES.get(word), word in ("inside", "outside")


def _offset(position: Element | None, size: float, paper: float, before: float, after: float) -> float:
    """How far from the corner of the type area, along one direction."""
    if position is None:
        return 0.0
    of_page, align = position.get("relativeFrom"), position.find(WP + "align")
    start, room = {
        "page": (-before, paper),
        "leftMargin": (-before, before),
        "topMargin": (-before, before),
        "rightMargin": (paper - before - after, after),
        "bottomMargin": (paper - before - after, after),
    }.get(str(of_page), (0.0, paper - before - after))
    if align is None:
        return start + _emu(position.find(WP + "posOffset"))
    share = {"center": 0.5, "right": 1.0, "bottom": 1.0, "outside": 1.0}.get(str(align.text), 0.0)
    return start + share * (room - size)


def _emu(node: Element | None) -> float:
    return float(node.text or "0") / EMU if node is not None else 0.0


def _color(element: Element | None) -> str:
    """The colour of a solid filling right below an element; empty where there is none."""
    filling = element.find(A + "solidFill") if element is not None else None
    if filling is None:
        return ""
    color = filling.find(A + "srgbClr")
    return str(color.get("val")) if color is not None else "000000"


def _hex(color: str | None, otherwise: str) -> str:
    match = re.match(r"#([0-9a-fA-F]{6})", color or "")
    return match[1] if match else otherwise


def _length(words: str) -> float:
    match = _LENGTH.match(words)
    return float(match[1]) * _POINTS[match[2] or ""] if match else 0.0
