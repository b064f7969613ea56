"""A template in which no line of a kind of paragraph stands alone at the foot or at the head of a page."""

from reportgen.model.document import Role
from reportgen.word.ordered import put, serialised
from reportgen.word.package import Package, W, value
from reportgen.word.template import Template, reread

_STYLES = "word/styles.xml"


def in_pairs(template: Template, role: Role) -> Template:
    """The template whose paragraphs of this role are parted with two lines at least on each side.

    So one of three lines stays whole. Word calls it 孤行控制 (w:widowControl), which templates of official papers have
    off, since each page has 22 lines. The template itself where it has no such style.
    """
    package = Package(template.file, template.content)
    root = package.part(_STYLES)
    styles = root.iterfind(W + "style") if root is not None else iter(())
    style = next((each for each in styles if value(each, "name") == role.value), None)
    if root is None or style is None:
        return template
    put(put(style, "pPr"), "widowControl", {"val": 1})
    return reread(template, package.with_parts({_STYLES: serialised(root)}).content)
