"""What ends no line and what begins none, said to Word: 〔2016〕24号 stays whole there as it does in the PDF.

Word has lists of such characters in the settings of a file, in the place of its own; LibreOffice 7.4 does not read
them. No character that nobody sees is put between: it would be copied with the number, and nobody would find it again.
"""

from reportgen.word.ordered import put
from reportgen.word.package import Element, W

_AFTER = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_BEFORE = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
"""Word's own lists for Chinese."""
_LISTS = (("noLineBreaksAfter", _AFTER + "〕"), ("noLineBreaksBefore", _BEFORE + "号"))


def set_line_breaks(settings: Element) -> None:
    """Add the lists, where a template has none of its own."""
    if any(settings.find(W + name) is not None for name, _characters in _LISTS):
        return
    for name, characters in _LISTS:
        put(settings, name, {"lang": "zh-CN", "val": characters})
