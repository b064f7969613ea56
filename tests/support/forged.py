"""PDFs changed behind the program's back, as somebody with a PDF editor does it: a digit, a stamp, an attached file."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Encryption,
    Name,
    Operator,
    Pdf,
)

from reportgen.pdf import read_pages

Instructions = list[ContentStreamInstruction | ContentStreamInlineImage]
Glyphs = dict[bytes, str]
"""The characters of the glyphs of a font, by their codes."""

_MEANING = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")


def saved(content: bytes, change: Callable[[Pdf], None], encryption: Encryption | None = None) -> bytes:
    """The file with a change."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(stream, encryption=encryption)
    return stream.getvalue()


def reworded(content: bytes, page: int, old: str, new: str, time: int = 1) -> bytes:
    """The file with words of a page (from 1) printed otherwise; the fonts must have the glyphs.

    `new` is as long as `old`, and both stand in one stretch of text of one font. Of several the first, or that `time`.
    """
    assert len(old) == len(new)
    found: list[str] = []

    def change(pdf: Pdf) -> None:
        sheet = pdf.pages[page - 1]
        fonts = {str(name): _glyphs(font) for name, font in sheet.Resources.Font.items()}
        instructions = list(pikepdf.parse_content_stream(sheet))
        for at, (operands, glyphs) in _shown(instructions, fonts):
            text = "".join(glyphs.get(code, "\0") for code in _codes(operands))
            if old in text:
                found.append(text)
            if old in text and len(found) == time:
                changed = _changed(operands, glyphs, text.index(old), new)
                instructions[at] = ContentStreamInstruction([changed], Operator("TJ"))
        sheet.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))

    forged = saved(content, change)
    assert len(found) >= time, f"page {page} does not print {old} in one piece"
    return forged


def _glyphs(font: pikepdf.Object) -> Glyphs:
    """The character of each glyph."""
    meanings = _MEANING.findall(font.ToUnicode.read_bytes())
    return {bytes.fromhex(code.decode()): bytes.fromhex(words.decode()).decode("utf-16-be") for code, words in meanings}


def _shown(instructions: Instructions, fonts: dict[str, Glyphs]) -> Iterator[tuple[int, tuple[Array, Glyphs]]]:
    glyphs: Glyphs = {}
    for at, instruction in enumerate(list(instructions)):
        if not isinstance(instruction, ContentStreamInstruction):
            continue
        operands, operator = instruction.operands, instruction.operator
        if operator == Operator("Tf"):
            glyphs = fonts[str(operands[0])]
        elif operator == Operator("TJ"):
            yield at, (Array(operands[0]), glyphs)
        elif operator == Operator("Tj"):
            yield at, (Array([operands[0]]), glyphs)


def _codes(operands: Array) -> list[bytes]:
    words = b"".join(bytes(each) for each in operands if isinstance(each, pikepdf.String))
    return [words[at : at + 2] for at in range(0, len(words), 2)]


def _changed(operands: Array, glyphs: Glyphs, start: int, new: str) -> Array:
    """The operands of TJ with other glyphs from `start` on; what moves the text stays where it is."""
    code_of = {words: code for code, words in glyphs.items()}
    codes = [*_codes(operands)[:start], *(code_of[char] for char in new), *_codes(operands)[start + len(new) :]]
    made: list[object] = []
    for each in operands:
        if isinstance(each, pikepdf.String):
            count = len(bytes(each)) // 2
            made.append(pikepdf.String(b"".join(codes[:count])))
            codes = codes[count:]
        else:
            made.append(each)
    return Array(made)


Box = tuple[float, float, float, float]
"""Left, bottom, width and height, in pt."""


def box_of(content: bytes, page: int, words: str) -> Box:
    """The part of a page (from 1) where words of one line stand first."""
    sheet = read_pages(content, "a.pdf")[page - 1]
    start = "".join(glyph.char for glyph in sheet.glyphs).index(words)
    glyphs = sheet.glyphs[start : start + len(words)]
    first, last = glyphs[0], glyphs[-1]
    return first.left, sheet.height - first.base - first.size / 4, last.right - first.left, first.size * 1.2


def covered(content: bytes, page: int, box: Box) -> bytes:
    """The file with a white box over a part of a page."""

    def change(pdf: Pdf) -> None:
        words = "q 1 1 1 rg {} {} {} {} re f Q".format(*box)
        pdf.pages[page - 1].contents_add(pdf.make_stream(words.encode()))

    return saved(content, change)


def stamped(content: bytes, page: int, kind: str = "Square") -> bytes:
    """The file with a red square on a page: as a note, or as another `kind` of annotation, such as the field of a form.

    A field (Widget) is what electronic seals are.
    """

    def change(pdf: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[300, 300, 400, 400], F=4)
        if kind == "Widget":
            note.FT, note.T = Name.Sig, "seal"
            pdf.Root.AcroForm = Dictionary(Fields=Array())
        form = pdf.make_stream(
            b"1 0 0 rg 0 0 100 100 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 100]
        )
        note.AP = Dictionary(N=form)
        pdf.pages[page - 1].Annots = pdf.make_indirect(Array([pdf.make_indirect(note)]))
        if kind == "Widget":
            pdf.Root.AcroForm.Fields.append(pdf.pages[page - 1].Annots[0])

    return saved(content, change)


def with_attached(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one of its attached files changed."""

    def put(pdf: Pdf) -> None:
        stream = pdf.attachments[name].obj.EF.F
        stream.write(change(stream.read_bytes()))

    return saved(content, put)


def without_attached(content: bytes, name: str) -> bytes:
    """The file without one of its attached files."""

    def take(pdf: Pdf) -> None:
        del pdf.attachments[name]

    return saved(content, take)


def locked(content: bytes) -> bytes:
    """The file with a password."""
    return saved(content, lambda _pdf: None, encryption=Encryption(user="1234", owner="1234"))
