"""Properties put into the XML of a Word file where its schema wants them (ISO/IEC 29500-1); Word refuses others."""

from collections.abc import Iterable, Mapping

from lxml import etree

from reportgen.word.package import Element, W

_ORDERS: Mapping[str, tuple[str, ...]] = {
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
        *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
        *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
        *("position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs"),
        *("em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"),
    ),
    "style": (
        *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden"),
        *("unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "pPr", "rPr"),
        *("tblPr", "trPr", "tcPr", "tblStylePr"),
    ),
    "pBdr": ("top", "left", "bottom", "right", "between", "bar"),
    "tblPr": (
        *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW"),
        *("jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption"),
    ),
    "tblBorders": ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV"),
    "sectPr": (
        *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc"),
        *("pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection"),
        *("bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange"),
    ),
    "settings": (
        *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
        *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts"),
        *("saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader"),
        *("bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors"),
        *("activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles"),
        *("stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView"),
        *("trackRevisions", "doNotTrackMoves", "doNotTrackFormatting", "documentProtection", "autoFormatOverride"),
        *("styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit"),
        *("hyphenationZone", "doNotHyphenateCaps", "showEnvelope", "summaryLength", "clickAndTypeStyle"),
        *("defaultTableStyle", "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting"),
        *("bookFoldPrintingSheets", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing"),
        *("displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery"),
        *("doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin"),
        *("drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning", "characterSpacingControl"),
        *("printTwoOnOne", "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore", "savePreviewPicture"),
        *("doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent", "alwaysShowPlaceholderText"),
        *("doNotDemarcateInvalidXml", "saveXmlDataOnly", "useXSLTWhenSaving", "saveThroughXslt", "showXMLTags"),
        *("alwaysMergeEmptyNamespace", "updateFields", "hdrShapeDefaults", "footnotePr"),
    ),
    "footnotePr": ("pos", "numFmt", "numStart", "numRestart", "footnote"),
    "p": ("pPr",),
    "r": ("rPr",),
    "tbl": ("bookmarkStart", "bookmarkEnd", "tblPr", "tblGrid", "tr"),
}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def put(parent: Element, name: str, values: Mapping[str, object] | None = None) -> Element:
    """The child of that name, made in its place where there is none, with these attributes set in it."""
    child = parent.find(W + name)
    if child is None:
        child = etree.Element(W + name)
        parent.insert(_at(parent, name), child)
    for attribute, value in (values or {}).items():
        child.set(W + attribute, str(value))
    return child


def _at(parent: Element, name: str) -> int:
    """Where a child of that name stands: behind all that come before it. `p`, `r` and `tbl` go on with anything."""
    order = _ORDERS[_name(parent)]
    before = set(order[: order.index(name)])
    at = 0
    for number, child in enumerate(parent):
        if _name(child) in before:
            at = number + 1
    return at


def drop(parent: Element | None, name: str, attributes: Iterable[str] = ()) -> None:
    """Take attributes of a child away, and the child when none is left or none is named."""
    child = parent.find(W + name) if parent is not None else None
    if parent is None or child is None:
        return
    named = tuple(attributes)
    for attribute in named:
        child.attrib.pop(W + attribute, None)
    if not named or not child.attrib:
        parent.remove(child)


def parsed(xml: str | bytes) -> Element:
    """The root of XML of this program's own."""
    return etree.fromstring(xml, _PARSER)


def serialised(root: Element) -> bytes:
    """A part as it stands in the file."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _name(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]
