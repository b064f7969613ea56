"""Reading a docx back: the text of its paragraphs as Word would show it."""

from reportgen.word.package import Package, W


def docx_lines(content: bytes) -> list[str]:
    """The paragraphs of the body that say something."""
    root = Package("docx", content).part("word/document.xml")
    if root is None:
        return []
    lines = ("".join(piece.text or "" for piece in node.iter(W + "t")) for node in root.iter(W + "p"))
    return [line for line in lines if line.strip()]
