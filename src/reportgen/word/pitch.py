"""A template with its lines and letters closer together or further apart, as GB/T 9704 §7.3.5.5 allows for a closing.

All styles that keep to the grid of the page are changed: those of its distance of lines, and those of its distance of
letters. Distances above and below that are whole lines stay whole lines.
"""

from reportgen.model.document import Role
from reportgen.record import Struct
from reportgen.word.ordered import serialised
from reportgen.word.package import Element, Package, W, value
from reportgen.word.template import Template, reread

_STYLES = "word/styles.xml"


class Pitch(Struct, frozen=True):
    """The distance of lines, and what is added to that of letters, in pt."""

    line: float
    spacing: float


def repitched(template: Template, pitch: Pitch) -> Template:
    """The template in another pitch; the same where its text has no exact one."""
    package = Package(template.file, template.content)
    root = package.part(_STYLES)
    if root is None:
        return template
    body = next((each for each in root.iterfind(W + "style") if value(each, "name") == Role.BODY.value), None)
    line, letters = _spacing(body, "pPr"), _spacing(body, "rPr")
    if line is None or line.get(W + "lineRule") != "exact" or letters is None:
        return template
    old, spacing = int(line.get(W + "line", "0")), letters.get(W + "val")
    for style in root.iterfind(W + "style"):
        _set_lines(_spacing(style, "pPr"), old, round(pitch.line * 20))
        own = _spacing(style, "rPr")
        if own is not None and own.get(W + "val") == spacing:
            own.set(W + "val", str(round(pitch.spacing * 20)))
    return reread(template, package.with_parts({_STYLES: serialised(root)}).content)


def _spacing(style: Element | None, properties: str) -> Element | None:
    """What a style says of distances in its `pPr`, of lines, or in its `rPr`, of letters."""
    return style.find(f"{W}{properties}/{W}spacing") if style is not None else None


def _set_lines(spacing: Element | None, old: int, new: int) -> None:
    """What is so far apart, and what leaves whole lines free."""
    if spacing is None:
        return
    if spacing.get(W + "line") == str(old):
        spacing.set(W + "line", str(new))
    for side in ("before", "after"):
        twips = int(spacing.get(W + side, "0"))
        if twips and twips % old == 0:
            spacing.set(W + side, str(twips // old * new))
