"""Files that Word opens and no template can be: refused in words, before a library stumbles over them."""

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.word.package import Element, Package

_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_NEEDED = ("word/styles.xml", "word/settings.xml")
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BODY = "word/document.xml"


def refuse_unusable(package: Package) -> None:
    """Raises UsageProblem for a template that cannot be filled, with what to do about it."""
    if not package.names():
        return
    file, root, kind = package.file, package.part(_BODY), _kind(package)
    refuse_strict(root, file)
    if "template" in kind:
        raise UsageProblem(_("{file} 存成了 Word 模板（.dotx），请另存为「Word 文档（.docx）」", file=file))
    if "macroEnabled" in kind:
        raise UsageProblem(_("{file} 存成了启用宏的文档（.docm），请另存为「Word 文档（.docx）」", file=file))
    lost = next((name for name in (*_NEEDED, *_referred(package)) if name not in package.every_name()), "")
    if lost:
        raise UsageProblem(_("{file} 里缺了 {part}，请用 Word 或 WPS 打开，另存一份", file=file, part=lost))


def refuse_strict(root: Element | None, file: str) -> None:
    """Raises UsageProblem for a text whose elements have the names of the strict form of the standard."""
    if root is not None and str(root.tag).startswith(_STRICT):
        raise UsageProblem(
            _("{file} 是「Strict Open XML」格式，请另存为「Word 文档（.docx）」，不选 Strict 的那一种", file=file)
        )


def _kind(package: Package) -> str:
    """The content type of the body."""
    types = package.part("[Content_Types].xml")
    found = types.iter(f"{_TYPES}Override") if types is not None else ()
    return next((str(each.get("ContentType")) for each in found if each.get("PartName") == f"/{_BODY}"), "")


def _referred(package: Package) -> list[str]:
    """The parts that the body leads to, pictures among them."""
    rels = package.part("word/_rels/document.xml.rels")
    links = rels.iter(_RELATIONSHIP) if rels is not None else ()
    inner = (str(link.get("Id")) for link in links if link.get("TargetMode") != "External")
    return [target for link in inner if (target := package.target(link)) and not target.startswith("..")]
