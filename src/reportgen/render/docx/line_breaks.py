"""What ends no line and what begins none, said to Word: 〔2016〕24号 stays whole there as it does in the PDF.

Word has lists of such characters in the settings of a file, in the place of its own; LibreOffice 7.4 does not read
them. No character that nobody sees is put between: it would be copied with the number, and nobody would find it again.
"""

from docx.oxml import parse_xml
from markupsafe import escape

from reportgen.word.package import Element, W

_AFTER = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_BEFORE = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
"""Word's own lists for Chinese."""
_LISTS = (("noLineBreaksAfter", _AFTER + "〕"), ("noLineBreaksBefore", _BEFORE + "号"))
_ABOVE = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries"
    " displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts"
    " embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader"
    " bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState"
    " formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge"
    " revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride"
    " styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone"
    " doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders"
    " bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing"
    " drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery"
    " doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData"
    " noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars"
)
"""What stands before them in the settings of a file, by ECMA-376."""


def set_line_breaks(settings: Element) -> None:
    """Add the lists, where a template has none of its own."""
    if any(settings.find(W + name) is not None for name, _characters in _LISTS):
        return
    above = {W + name for name in _ABOVE.split()}
    at = sum(1 for node in settings if node.tag in above)
    for name, characters in reversed(_LISTS):
        namespace = W.strip("{}")
        xml = f'<w:{name} xmlns:w="{namespace}" w:lang="zh-CN" w:val="{escape(characters)}"/>'
        settings.insert(at, parse_xml(xml))
