"""What a page of a PDF shows, changed at random: its content, its fonts, its size, what it calls."""

import random
import re
from collections.abc import Callable
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream

from benchmarks.fuzz.pdf_objects import odd


def change_page(pdf: Pdf, dice: random.Random) -> None:
    """One change of a page."""
    pages = [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == Name.Page]
    if pages:
        dice.choice(_CHANGES)(pdf, dice.choice(pages), dice)


def _operators(pdf: Pdf, page: Object, dice: random.Random) -> None:
    """Operators of the page exchanged, taken away or doubled, and numbers that are others."""
    content = _content(page)
    lines = content.split(b"\n") or [b""]
    for _time in range(dice.choice((1, 5, 40))):
        at = dice.randrange(len(lines))
        number = dice.choice((b"0", b"-1", b"1e9", b"99999999999", b"-0.00001", b"NaN", b"(", b"/x"))
        lines[at : at + 1] = dice.choice(
            (
                [],
                [lines[at]] * 2,
                [lines[at]] * 300,
                [dice.choice(lines)],
                [re.sub(rb"-?\d+\.?\d*", number, lines[at], count=1)],
            )
        )
        lines = lines or [b""]
    page.Contents = pdf.make_stream(b"\n".join(lines))


def _content(page: Object) -> bytes:
    contents = page.get("/Contents")
    parts = list(contents) if isinstance(contents, Array) else [contents]
    found = []
    for part in parts:
        if isinstance(part, Stream):
            try:
                found.append(part.read_bytes())
            except PdfError:  # what an earlier change has made of it
                found.append(part.read_raw_bytes())
    return b"\n".join(found)


def _wrapped(pdf: Pdf, page: Object, dice: random.Random) -> None:
    """States, marks and texts that are opened and not closed, or the other way round."""
    times = dice.choice((1, 40, 5000))
    before = (
        dice.choice((b"q ", b"BT ", b"/Span <</MCID 0>> BDC ", b"/P <</MCID 99999999>> BDC ", b"BX ", b"W n ", b"[[[["))
        * times
    )
    behind = dice.choice((b"", b" Q", b" EMC", b" ET", b" EI", b" >>")) * times
    page.Contents = pdf.make_stream(before + _content(page) + behind)


def _text_state(pdf: Pdf, page: Object, dice: random.Random) -> None:
    """Text that is turned, mirrored, huge, without size, far outside, or invisible."""
    said = dice.choice(
        (
            "0 1 -1 0 300 300 cm",
            "-1 0 0 1 600 0 cm",
            "0 0 0 0 0 0 cm",
            "1e6 0 0 1e6 0 0 cm",
            "1e-9 0 0 1e-9 0 0 cm",
            "1 0 0 1 1e7 -1e7 cm",
            "3 Tr",
            "BT 1e9 Tc 1e9 Tw 0 Tz ET",
            "0.7 0.7 -0.7 0.7 100 100 cm",
        )
    )
    page.Contents = pdf.make_stream(said.encode() + b"\n" + _content(page))


def _forms(pdf: Pdf, page: Object, dice: random.Random) -> None:
    """A form that calls itself, two that call each other, or a long row of them."""
    count = dice.choice((1, 2, 30, 600))
    calls = b"q /F Do Q /G Do" if dice.random() < 0.1 else b"q /F Do Q"  # two calls in each are a bomb
    forms = [pdf.make_stream(calls, Type=Name.XObject, Subtype=Name.Form) for _time in range(count)]
    ring = dice.random() < 0.6
    for at, form in enumerate(forms):
        form.BBox = Array([0, 0, dice.choice((100, 10**9)), 100])
        following = forms[(at + 1) % count] if ring or at + 1 < count else None
        inner = {} if following is None else {"/F": following, "/G": following}
        form.Resources = Dictionary({"/XObject": Dictionary(inner)})
    page.Resources = Dictionary({"/XObject": Dictionary({"/F": forms[0]})})
    page.Contents = pdf.make_stream(_content(page) + b"\n/F Do" * dice.choice((1, 50)))


def _size(_pdf: Pdf, page: Object, dice: random.Random) -> None:
    """Paper of no size, of kilometres, upside down; turned by degrees that there are not."""
    numbers = (0, -1, 1, 595, 14400, 10**7, Decimal("1e20"), Decimal("0.001"))
    box = Array([dice.choice(numbers) for _time in range(dice.choice((4, 4, 4, 3, 0)))])
    page[dice.choice(("/MediaBox", "/MediaBox", "/CropBox", "/TrimBox"))] = box
    if dice.random() < 0.5:
        page.Rotate = dice.choice((90, 180, 270, 45, -90, 10**9))
    if dice.random() < 0.2:
        page.UserUnit = dice.choice((0, -1, 75_000))


def _fonts(pdf: Pdf, _page: Object, dice: random.Random) -> None:
    """A font without what says which characters its glyphs are, or with something that says it wrongly."""
    fonts = [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == Name.Font]
    for font in fonts if dice.random() < 0.5 else fonts[:1]:
        key = dice.choice(_KEYS)
        match dice.randrange(3):
            case 0:
                if f"/{key}" in font:
                    del font[f"/{key}"]
            case 1:
                value = odd(pdf, dice)
                if value is not None:
                    font[f"/{key}"] = value
            case _:
                font.ToUnicode = pdf.make_stream(dice.choice(_MAPS))


_KEYS = (
    *("ToUnicode", "ToUnicode", "Encoding", "Widths", "W", "DescendantFonts", "FontDescriptor", "Subtype"),
    *("CIDToGIDMap", "BaseFont"),
)
_MAPS = (
    b"",
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange",
    b"begincmap 1 beginbfrange <0000> <FFFF> [<4E00>] endbfrange",
    b"1 beginbfchar <0001> <" + b"4E00" * 3000 + b"> endbfchar",
    b"99999999 beginbfchar <> <D800> endbfchar",
    b"/x usecmap" * 500,
)


def _picture(pdf: Pdf, page: Object, dice: random.Random) -> None:
    """A picture of a size that its bytes do not have."""
    picture = pdf.make_stream(b"\x00" * dice.choice((0, 10, 3000)), Type=Name.XObject, Subtype=Name.Image)
    picture.Width, picture.Height = dice.choice((0, 1, -1, 100_000)), dice.choice((0, 1, 30_000))
    picture.BitsPerComponent, picture.ColorSpace = dice.choice((1, 8, 99)), dice.choice((Name.DeviceGray, Name.x))
    picture.SMask = picture
    page.Resources = Dictionary({"/XObject": Dictionary({"/I": picture})})
    page.Contents = pdf.make_stream(_content(page) + b"\nq 500 0 0 500 0 0 cm /I Do Q BI /W 9 /H 9 ID x EI")


def _shared(pdf: Pdf, page: Object, dice: random.Random) -> None:
    """The content as pieces that are cut anywhere, some of them missing; resources that are those of another."""
    content = _content(page)
    cuts = sorted(dice.randrange(len(content) + 1) for _time in range(3))
    pieces = [content[start:end] for start, end in zip([0, *cuts], [*cuts, len(content)], strict=True)]
    page.Contents = Array([pdf.make_stream(piece) for piece in pieces if dice.random() < 0.9])
    if dice.random() < 0.3:
        page.Resources = dice.choice([each for each in pdf.objects if isinstance(each, Dictionary)])


_CHANGES: tuple[Callable[[Pdf, Object, random.Random], None], ...] = (
    _operators,
    _operators,
    _wrapped,
    _text_state,
    _forms,
    _size,
    _size,
    _fonts,
    _fonts,
    _picture,
    _shared,
)
