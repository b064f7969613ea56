"""Upright and across pages (GB/T 9704 §8) → the `w:sectPr` of each section, made from the template's own.

An across page is the upright one turned clockwise for reading: its left margin becomes the top one, its lower one the
left, so that the head of the table lies at the binding edge. A section says how it ends up itself, not how the next
begins, and takes over the footers of the one before where it names none: every section names all of its own.
"""

import re
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from reportgen.model.document import Numbers
from reportgen.model.look import ACROSS_FOOTER
from reportgen.record import Struct, field
from reportgen.word.numerals import FORMS_OF_PAGE_NUMBERS
from reportgen.word.ordered import put
from reportgen.word.package import Element, R, W

_ACROSS_FROM = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""Each margin of an across page, and the one of the upright page that it was."""
_ONCE = ("type", "titlePg")
"""What the template says of its beginning, not of every turn."""
_ACROSS_FOOTER = round(ACROSS_FOOTER * 20)
"""In twips; the footer of an across page is mostly one hair line that holds the text box."""
_A4 = {"w": "11906", "h": "16838"}
_MARGINS = {"top": "2098", "right": "1474", "bottom": "1984", "left": "1587", "header": "851"}
_MARGINS |= {"footer": "1307", "gutter": "0"}
"""GB/T 9704 §5.2.1, for templates that say nothing: 37, 26, 35 and 28 mm."""
_NAMESPACE = re.compile(r' xmlns(?::\w+)?="[^"]*"')


def page_setup(body: Element) -> Element:
    """The `w:sectPr` at the end of a body (python-docx's element), with a size and margins in any case."""
    section = body.get_or_add_sectPr()
    for element, given in ((section.get_or_add_pgSz(), _A4), (section.get_or_add_pgMar(), _MARGINS)):
        for name, twips in given.items():
            if element.get(W + name) is None:
                element.set(W + name, twips)
    return section


class SectionKind(Struct, frozen=True):
    """What a section has of its own.

    `numbers` are those of its pages, None for the template's; with `restarts` they begin with 1. The `first` one is as
    the template begins; one that is `recto` begins on a right-hand page.
    """

    landscape: bool = False
    first: bool = True
    numbers: Numbers | None = None
    restarts: bool = False
    recto: bool = False


class Sections(Struct, frozen=True):
    """The page set-up of a template; `across_footers` are relationships by the upright one that they stand in for."""

    template: Element
    across_footers: Mapping[str, str] = field(default_factory=dict)

    def element(self, kind: SectionKind) -> Element:
        """The `w:sectPr` of a section."""
        section = deepcopy(self.template)
        if not kind.first:
            _forget_beginning(section)
        _begin(section, kind)
        if kind.landscape:
            _turn(section)
            for footer in section.iter(W + "footerReference"):
                name = str(footer.get(R + "id"))
                footer.set(R + "id", self.across_footers.get(name, name))
        return section

    def xml(self, kind: SectionKind) -> str:
        """The same as text, for a paragraph of a document whose root declares the namespaces."""
        return _NAMESPACE.sub("", etree.tostring(self.element(kind), encoding="unicode").strip())

    def width(self, landscape: bool) -> int:
        """The width of the type area in twips."""
        section = self.element(SectionKind(landscape))
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        return int(size.get(W + "w")) - int(margins.get(W + "left")) - int(margins.get(W + "right"))


def _forget_beginning(section: Element) -> None:
    for name in _ONCE:
        for found in section.findall(W + name):
            section.remove(found)
    numbering = section.find(W + "pgNumType")
    if numbering is not None:
        numbering.attrib.pop(W + "start", None)


def _begin(section: Element, kind: SectionKind) -> None:
    """How a section begins and counts its pages."""
    if kind.recto:
        put(section, "type", {"val": "oddPage"})
    if kind.numbers:
        restart = {"start": 1} if kind.restarts else {}
        put(section, "pgNumType", {"fmt": FORMS_OF_PAGE_NUMBERS[kind.numbers], **restart})


def _turn(section: Element) -> None:
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    width, height = size.get(W + "w"), size.get(W + "h")
    size.set(W + "w", height)
    size.set(W + "h", width)
    size.set(W + "orient", "landscape")
    upright = {side: margins.get(W + side) for side in _ACROSS_FROM}
    for side, origin in _ACROSS_FROM.items():
        margins.set(W + side, upright[origin])
    margins.set(W + "footer", str(min(_ACROSS_FOOTER, int(margins.get(W + "footer", "0")))))
