"""What a docx carries besides its own text: macros, a template elsewhere, files put into it that are not read."""

from collections.abc import Iterator

from reportgen.word.package import Element, Package, R, W

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MACROS = ("vbaProject.bin", "vbaData.xml")


def has_macros(package: Package) -> bool:
    """Whether a program travels in the file."""
    return any(name.endswith(_MACROS) for name in package.every_name())


def outer_templates(package: Package) -> Iterator[str]:
    """The addresses of templates that Word would fetch when the file is opened."""
    relations = package.part("word/_rels/settings.xml.rels")
    for relation in relations.iter(_RELS) if relations is not None else ():
        if str(relation.get("Type", "")).endswith("/attachedTemplate") and relation.get("TargetMode") == "External":
            yield str(relation.get("Target", ""))


def alternate_parts(package: Package, body: Element) -> Iterator[str]:
    """The files that stand in the text as a whole (`w:altChunk`): Word shows them, no reader of the XML does."""
    for chunk in body.iter(W + "altChunk"):
        yield package.target(str(chunk.get(R + "id", ""))).rpartition("/")[2]
