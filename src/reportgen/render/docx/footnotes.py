"""The part of a Word file that holds footnotes, and the styles of notes and of letters that stand out.

All of it is put in only where a document has any: a template needs neither the part nor the styles.
"""

from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.model.inline import Note
from reportgen.render.docx.named_styles import DECLARED, add_letter_style, add_line_style
from reportgen.render.docx.notes import NUMBERS, Footnotes
from reportgen.render.docx.paragraphs import run_xml
from reportgen.render.notes import STRONG_ID, note_style, strong_style
from reportgen.word.note_numbers import FIRST_NOTE
from reportgen.word.ordered import parsed, put, serialised
from reportgen.word.package import Element

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_LINE = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{}/></w:r></w:p>'
)
_SEPARATORS = {"separator": -1, "continuationSeparator": 0}
_EMPTY = (
    f"<w:footnotes {DECLARED}>"
    + "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">{_LINE.format(kind)}</w:footnote>'
        for kind, number in _SEPARATORS.items()
    )
    + "</w:footnotes>"
)


def attach_footnotes(part: "DocumentPart", notes: Footnotes) -> None:
    """Add the notes and the styles to the document part of a package."""
    add_letter_style(part, strong_style(notes.styles), STRONG_ID)
    if not notes.asked:
        return
    style = note_style(notes.styles)
    add_line_style(part, style)
    made = [_footnote(number, note, style.id) for number, note in enumerate(notes.asked, start=FIRST_NOTE)]
    related = (each.target_part for each in part.rels.values() if each.reltype == RELATIONSHIP_TYPE.FOOTNOTES)
    own = next(related, None)  # those of the template
    if own is None:
        own = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, _EMPTY.encode(), part.package)
        part.relate_to(own, RELATIONSHIP_TYPE.FOOTNOTES)
        _name_separators(part.settings.element)
    root = parsed(own.blob)
    root.extend(parsed(xml) for xml in made)
    own._blob = serialised(root)  # python-docx has no other way to change a part that it does not know


def _footnote(number: int, note: Note, style: str) -> str:
    words = "<w:r><w:footnoteRef/></w:r>" + run_xml(note.inlines)
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p>'
    return f'<w:footnote {DECLARED} w:id="{number}">{paragraph}</w:footnote>'


def _name_separators(settings: Element) -> None:
    """Tell Word which of the notes are the lines above notes."""
    named = put(settings, "footnotePr")
    put(named, "numFmt", {"val": NUMBERS})
    for number in _SEPARATORS.values():
        named.append(parsed(f'<w:footnote {DECLARED} w:id="{number}"/>'))
