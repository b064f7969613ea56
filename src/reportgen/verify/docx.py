"""Reading a docx back: the text of its paragraphs as Word would show it."""

from reportgen.word.package import Element, Package, W


def docx_lines(content: bytes) -> list[str]:
    """The paragraphs of the body that say something, without the table of contents: it repeats headings."""
    root = Package("docx", content).part("word/document.xml")
    if root is None:
        return []
    contents = {node for gallery in root.iter(W + "docPartGallery") for node in _around(gallery).iter(W + "p")}
    paragraphs = (node for node in root.iter(W + "p") if node not in contents)
    lines = ("".join(piece.text or "" for piece in node.iter(W + "t")) for node in paragraphs)
    return [line for line in lines if line.strip()]


def _around(gallery: Element) -> Element:
    return next(gallery.iterancestors(W + "sdt"))
