"""The numbers of pages: at the right of odd pages, at the left of even ones, one character from the edge."""

from collections.abc import Iterator
from copy import deepcopy

from reportgen import patterns as re
from reportgen.finished.docx.resets.manuscript import Manuscript
from reportgen.word.edges import around_page_field, fields_of
from reportgen.word.ordered import drop, parsed, put
from reportgen.word.package import Element, R, W

_SPACES = f'xmlns:w="{W[1:-1]}" xmlns:r="{R[1:-1]}"'
_FONTS = '<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/>'
_LOOK = f'<w:rPr>{_FONTS}<w:color w:val="000000"/><w:spacing w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
_RUNS = (
    '<w:t xml:space="preserve">— </w:t>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>1</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
    '<w:t xml:space="preserve"> —</w:t>',
)
_NUMBER = "".join(f"<w:r>{_LOOK}{each}</w:r>" for each in _RUNS)
_SPACING = '<w:spacing w:before="0" w:after="0" w:line="280" w:lineRule="exact"/>'
_PARAGRAPH = f"<w:p {_SPACES}><w:pPr>{_SPACING}</w:pPr>{_NUMBER}</w:p>"
_DASHES = re.compile(r"[—－–\-\s]*")
_ODD, _EVEN = "default", "even"
_EDGES = ("footer", "header")
_SIDES = {_ODD: "right", _EVEN: "left"}
_ONE = 280
"""A character of 四号 in twips."""


class PageNumbers:
    """Sets the page numbers of a manuscript."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript

    def outside(self) -> None:
        """Numbers that are there go to the outer side; where there are none they are put into the footers."""
        sections = self._sections()
        settings = self.manuscript.part("word/settings.xml")
        if settings is None:
            return
        put(settings, "evenAndOddHeaders")
        there = any(_is_number(node) for each in sections for node in self._every_paragraph(each))
        for at, section in enumerate(sections):
            if at == 0 and not there:
                self._give_footer(section)
            for edge in _EDGES:
                self._give_even(section, edge)
                for kind in _SIDES:
                    self._number(section, edge, kind, there)

    def _sections(self) -> list[Element]:
        body = self.manuscript.body
        if next(body.iter(W + "sectPr"), None) is None:
            body.append(parsed(f"<w:sectPr {_SPACES}/>"))
        return list(body.iter(W + "sectPr"))

    def _every_paragraph(self, section: Element) -> Iterator[Element]:
        for edge in _EDGES:
            for kind in _SIDES:
                if (root := self._root(section, edge, kind)) is not None:
                    yield from root.iter(W + "p")

    def _number(self, section: Element, edge: str, kind: str, there: bool) -> None:
        """The number of one kind of pages is set to its side, or put into the footer."""
        root = self._root(section, edge, kind)
        if root is None:
            return
        found = [node for node in root.iter(W + "p") if _is_number(node)]
        if not found and not there and edge == "footer":
            found = [_put_number(root)]
        for node in found:
            _to_side(node, _SIDES[kind])

    def _give_footer(self, section: Element) -> None:
        if _reference(section, "footer", _ODD) is None:
            self._refer(section, "footer", _ODD, parsed(f"<w:ftr {_SPACES}><w:p/></w:ftr>"))

    def _give_even(self, section: Element, edge: str) -> None:
        """Even pages get what stood on all pages."""
        odd = self._root(section, edge, _ODD)
        if odd is not None and _reference(section, edge, _EVEN) is None:
            name = self._name(section, edge, _ODD)
            self._refer(section, edge, _EVEN, deepcopy(odd), name)

    def _refer(self, section: Element, edge: str, kind: str, root: Element, like: str = "") -> None:
        """A new part, with the relations of the one that it is `like`, and a reference to it."""
        identity = self.manuscript.add_edge(edge, root, like)
        references = [each for each in section if str(each.tag).endswith("Reference")]
        heads = [each for each in references if str(each.tag).endswith("headerReference")]
        new = parsed(f'<w:{edge}Reference {_SPACES} w:type="{kind}" r:id="{identity}"/>')
        section.insert(len(heads) if edge == "header" else len(references), new)

    def _root(self, section: Element, edge: str, kind: str) -> Element | None:
        name = self._name(section, edge, kind)
        return self.manuscript.part(name) if name else None

    def _name(self, section: Element, edge: str, kind: str) -> str:
        found = _reference(section, edge, kind)
        return self.manuscript.target(str(found.get(R + "id"))) if found is not None else ""


def _put_number(root: Element) -> Element:
    """The paragraph with the number: the last one where that is empty, else a further one below."""
    number = parsed(_PARAGRAPH)
    last = root[-1] if len(root) else None
    if last is not None and last.tag == W + "p" and next(last.iter(W + "r"), None) is None:
        root.replace(last, number)
    else:
        root.append(number)
    return number


def _reference(section: Element, edge: str, kind: str) -> Element | None:
    found = section.iterfind(f"{W}{edge}Reference")
    return next((each for each in found if each.get(W + "type", _ODD) == kind), None)


def _is_number(node: Element) -> bool:
    """Whether a paragraph is nothing but the page number between dashes."""
    if "PAGE" not in fields_of(node):
        return False
    before, after = around_page_field(node)
    return _DASHES.fullmatch(before + after) is not None


def _to_side(node: Element, side: str) -> None:
    properties = put(node, "pPr")
    drop(properties, "framePr")
    put(properties, "jc", {"val": side})
    ind = put(properties, "ind")
    ind.attrib.clear()
    for name in ("left", "right", "firstLine"):
        here = int(name == side)
        ind.set(W + name + "Chars", str(100 * here))
        ind.set(W + name, str(_ONE * here))
