"""The bundled GW fonts and the faces of Word that they stand in for (NOTICE.md has their origins and licences)."""

from reportgen.record import Struct


class Face(Struct, frozen=True):
    """A family that the PDF uses, its file, and the words by which Word's font names are recognised."""

    family: str
    file: str
    official: str
    words: tuple[str, ...]


LATIN = Face("GW Latin", "GWLatin.ttf", "Times New Roman", ("times",))
FANG_SONG = Face("GW FangSong", "GWFangSong.ttf", "仿宋_GB2312", ("仿宋", "fangsong"))
BIAO_SONG = Face("GW BiaoSong", "GWBiaoSong.ttf", "方正小标宋简体", ("标宋", "xiaobiaosong", "大标宋"))
KAI = Face("GW Kai", "GWKai.ttf", "楷体_GB2312", ("楷", "kai"))
HEI = Face("GW Hei", "GWHei.ttf", "黑体", ("黑", "hei", "gothic"))
SONG = Face("GW Song", "GWSong.ttf", "宋体", ("宋", "simsun", "song"))
SYMBOLS = Face("GW Symbols", "GWSymbols.ttf", "☑ ☒ ✔ 等符号", ())
"""☐ ☑ ☒ ✔ ✘, which no face of hanzi has: behind all of them."""

FACES = (FANG_SONG, BIAO_SONG, KAI, HEI, SONG, LATIN, SYMBOLS)
"""In the order of recognition: 仿宋 and 标宋 before 宋."""

_BEHIND = {
    "GW FangSong": ("GW Song",),
    "GW Kai": ("GW FangSong", "GW Song"),
    "GW BiaoSong": (),
    "GW Hei": (),
    "GW Song": (),
}


def stand_in(font: str) -> Face | None:
    """The bundled face for a font of Word, or None when no name fits."""
    lowered = font.lower()
    return next((face for face in FACES if any(word in lowered for word in face.words)), None)


def stack(font: str) -> tuple[str, ...]:
    """The families for a hanzi font of Word, Latin first: digits come from GW Latin.

    GW Kai has hanzi only; its punctuation, and the hanzi of names that it lacks, come from GW FangSong.
    """
    face = stand_in(font) or FANG_SONG
    return (LATIN.family, face.family, *_BEHIND.get(face.family, ()), SYMBOLS.family)
