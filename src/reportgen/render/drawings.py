"""Drawings in SVG that users put beside a content file: only shapes, words and what they hold within themselves.

Nothing that runs, moves or fetches is taken: the file is written anew from the elements that are known here. What names
itself a thousand times over (`use`, patterns) is counted before anybody draws it.
"""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from xml.etree import ElementTree

from reportgen import patterns as re
from reportgen.fonts import HEI, LATIN, stand_in
from reportgen.language import _
from reportgen.render.drawing_tiles import refuse_giant_tiles
from reportgen.render.flat_drawings import MEDIA_TYPE
from reportgen.render.photographs import NoDrawing, NoPhotograph, Photograph

Element = ElementTree.Element
_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_KNOWN = re.compile(
    r"svg|g|defs|symbol|use|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath|image|title|desc|style"
    r"|linearGradient|radialGradient|stop|clipPath|mask|pattern|marker|switch"
)
_RUNS = frozenset(("script", "foreignObject", "iframe", "handler", "listener"))
_MOVES = frozenset(("animate", "set", "animateTransform", "animateMotion", "animateColor"))
_MOST_BYTES, _MOST_ELEMENTS, _DEEPEST = 10_000_000, 50_000, 60
"""Of a drawing in a report; a map of a county has ten thousand elements."""
_LETTERS, _POINTS = 4, 400
"""Characters of a text, and of the points of a path, that count for an element."""
_LARGEST_RATIO = 20.0
_REFERENCE = re.compile(r"url\(\s*[\"']?\s*(?P<target>[^)\"']*)")
_DATA = re.compile(r"data:image/(?:png|jpe?g);base64,(?P<content>[A-Za-z0-9+/=\s]+)")
_UNSAFE_STYLE = re.compile(r"@|\\|expression|javascript:", re.IGNORECASE)
_FAMILY = re.compile(r"font-family\s*:\s*(?P<family>[^;}]*)")
_FONT = re.compile(r"(?<![-\w])font\s*:[^;}]*?(?P<size>\d[\d.]*(?:px|pt|em|%)?)\S*\s+(?P<family>[^;}]*)")
_LENGTH = re.compile(r"\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>px|pt|mm|cm|in|pc)?\s*")
_PT = {"": 0.75, "px": 0.75, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0}


class Drawing:
    """One drawing. Raises NoDrawing."""

    def __init__(self, content: bytes) -> None:
        root = _root(content)
        elements = list(_walked(root))
        for element in elements:
            _look_at(element)
            _in_faces(element)
        root.set("font-family", root.get("font-family", HEI.family))
        named = {element.get("id", ""): element for element in elements}
        again = {id(each): [named[name] for name in _named_by(each) if name in named] for each in elements}
        _count(root, again)
        width, height = _size(root)
        refuse_giant_tiles(root, again, _units(root, width, height))
        self.ratio = width / height
        if not 1 / _LARGEST_RATIO <= self.ratio <= _LARGEST_RATIO:
            raise NoDrawing(_("svg 的宽和高相差太大"))
        self._root = root

    def printed(self, _width: float) -> tuple[bytes, str]:
        """The drawing written anew, as fine at any width, and its media type."""
        ElementTree.register_namespace("", _SVG[1:-1])
        ElementTree.register_namespace("xlink", _LINK[1:].partition("}")[0])
        return ElementTree.tostring(self._root, encoding="utf-8"), MEDIA_TYPE


def _root(content: bytes) -> Element:
    if len(content) > _MOST_BYTES:
        raise NoDrawing(_("不是 svg 图，或大得不像图"))
    try:
        text = content.decode("utf-8-sig")
        if "<!ENTITY" in text:
            raise NoDrawing(_("svg 里有自己定义的实体，没有读"))
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        raise NoDrawing(_("不是 svg 图，或已损坏")) from error
    if root.tag != f"{_SVG}svg":
        raise NoDrawing(_("不是 svg 图，或已损坏"))
    return root


def _walked(root: Element) -> Iterator[Element]:
    """Every element of SVG, outer before inner; those of other namespaces, which editors leave, are taken away."""
    waiting = [(root, 1)]
    count = 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if count > _MOST_ELEMENTS or depth > _DEEPEST:
            raise NoDrawing(_("svg 里的图形太多，或套得太深"))
        yield element
        for child in list(element):
            if child.tag.startswith(_SVG) and child.tag != f"{_SVG}metadata":
                waiting.append((child, depth + 1))
            else:
                element.remove(child)


def _look_at(element: Element) -> None:
    name = element.tag.removeprefix(_SVG)
    if name in _RUNS:
        raise NoDrawing(_("svg 里有脚本或嵌着网页，不能用"))
    if name in _MOVES:
        raise NoDrawing(_("svg 里有动画，印不出来；请另存成不动的图"))
    if not _KNOWN.fullmatch(name):
        raise NoDrawing(_("svg 里的「{name}」不能用；请在画图软件里另存为普通的 svg，或 png", name=name))
    if name == "style":
        _look_at_style(element.text or "", True)
    for key, value in list(element.attrib.items()):
        if key.startswith("{") and key != _LINK:
            del element.attrib[key]
        elif key.lower().startswith("on"):
            raise NoDrawing(_("svg 里有脚本或嵌着网页，不能用"))
        elif key in ("href", _LINK):
            _look_at_link(name, value)
        else:
            _look_at_style(value, key == "style")


def _look_at_style(value: str, styles: bool) -> None:
    """A value that may name what is drawn by its number alone; `styles` are rules of CSS."""
    if any(not match["target"].strip().startswith("#") for match in _REFERENCE.finditer(value)):
        raise NoDrawing(_("svg 要用到别的文件或网址，不能用；请在画图软件里嵌进去"))
    if styles and ("<" in value or _UNSAFE_STYLE.search(value)):
        raise NoDrawing(_("svg 里的样式不能用；请在画图软件里另存为普通的 svg，或 png"))


def _in_faces(element: Element) -> None:
    """Words in the program's faces: those of a font that is not there would not be drawn at all."""
    if "font-family" in element.attrib:
        element.set("font-family", _face(element.get("font-family", "")))
    if "style" in element.attrib:
        element.set("style", _styled(element.get("style", "")))
    if element.tag == f"{_SVG}style":
        element.text = _styled(element.text or "")


def _styled(rules: str) -> str:
    rules = _FONT.sub(lambda match: f"font-size:{match['size']};font-family:{match['family']}", rules)
    return _FAMILY.sub(lambda match: f"font-family:{_face(match['family'])}", rules)


def _face(families: str) -> str:
    """The first that stands in for one of some families; a plain one for all others."""
    faces = (stand_in(name) for name in families.split(","))
    return next((face.family for face in faces if face and face is not LATIN), HEI.family)


def _look_at_link(name: str, value: str) -> None:
    if value.strip().startswith("#"):
        return
    data = _DATA.fullmatch(value.strip()) if name == "image" else None
    if data is None:
        raise NoDrawing(_("svg 要用到别的文件或网址，不能用；请在画图软件里嵌进去"))
    try:
        Photograph(b64decode(data["content"]))
    except (NoPhotograph, NotBase64) as error:
        raise NoDrawing(_("svg 里嵌的图片已损坏，或大得不像图")) from error


def _count(root: Element, again: dict[int, list[Element]]) -> None:
    """How many elements are drawn when all that is named again is drawn again. Raises NoDrawing for too many."""
    counts: dict[int, int] = {}
    open_now: set[int] = set()

    def drawn(element: Element, depth: int) -> int:
        key = id(element)
        if key in open_now or depth > 2 * _DEEPEST:
            raise NoDrawing(_("svg 里的图形引用了自己"))
        if key not in counts:
            open_now.add(key)
            total = _weight(element) + sum(drawn(each, depth + 1) for each in (*element, *again[key]))
            open_now.discard(key)
            if total > _MOST_ELEMENTS:
                raise NoDrawing(_("svg 里的图形太多，或套得太深"))
            counts[key] = total
        return counts[key]

    drawn(root, 1)


def _weight(element: Element) -> int:
    """What it costs to draw it: a long text, or a path of many points, counts for several elements."""
    letters = len(element.text or "") + len(element.tail or "")
    return 1 + letters // _LETTERS + len(element.get("d", "")) // _POINTS


def _named_by(element: Element) -> Iterator[str]:
    """What an element draws again: what it links to, its fills, masks and markers."""
    for key, value in element.attrib.items():
        if key in ("href", _LINK) and value.strip().startswith("#"):
            yield value.strip()[1:]
        yield from (match["target"].strip()[1:] for match in _REFERENCE.finditer(value))


def _size(root: Element) -> tuple[float, float]:
    box = [float(word) for word in re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))]
    lengths = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    sizes = [float(each["number"]) * _PT[each["unit"] or ""] for each in lengths if each]
    width, height = sizes if len(sizes) == 2 else box[2:4] if len(box) == 4 else (0.0, 0.0)
    if width <= 0 or height <= 0:
        raise NoDrawing(_("svg 没有写宽和高"))
    return width, height


def _units(root: Element, width: float, height: float) -> float:
    """How wide, or high, the drawing is in its own units: those of its view box, where it has one."""
    box = [float(word) for word in re.findall(r"\d+(?:\.\d+)?", root.get("viewBox", ""))]
    return max(box[2:4]) if len(box) == 4 and max(box[2:4]) > 0 else max(width, height) / _PT["px"]
