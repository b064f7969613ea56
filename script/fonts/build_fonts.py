"""Build the GW fonts: glyf TrueType, equal vertical metrics, own family names.

    python build_fonts.py SOURCES OUT

    python build_fonts.py SOURCES OUT "GW Hei" "GW Song"

SOURCES holds the upstream works, unpacked: Debian's `texlive-lang-chinese` (2026 or newer, for Zhuque Fangsong),
Debian's `fonts-arphic-ukai`, and the npm packages `@expo-google-fonts/noto-sans-sc`, `…/noto-serif-sc`, `…/tinos` and
`…/noto-sans-symbols-2`. With families named, only these are built, and only their works are needed. Needs fontTools.

charset.txt, beside the fonts, holds GB2312, 通用规范汉字表 (8,105 hanzi) and the marks of official papers; only GW
FangSong has more.

Why not the upstream files as they are: (1) a line that mixes fonts of different ascent drifts from the 22-line grid;
(2) re-subset CFF fonts break PDF/A and PDF/UA, so every font here is glyf; (3) the Kai font's punctuation sits the
Taiwan way, so only its hanzi are kept; (4) Zhuque's quotation marks are half-width by default, and (5) so are its
≥ × ÷ □, which 仿宋_GB2312 prints as wide as a hanzi: left out, they come from GW Song, which draws them so.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

CHARSET = set((Path(__file__).parents[2] / "src/reportgen/fonts/charset.txt").read_text(encoding="utf-8"))
HANZI = {c for c in CHARSET if 0x3400 <= ord(c) <= 0x9FFF or ord(c) >= 0x20000}
ASCII = {chr(code) for code in range(0x20, 0x7F)}
RAISED = set("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
BOXES = set("☐☑☒✓✔✕✖✗✘")
ASCENT, DESCENT = 0.88, 0.12  # of the em, the same in every font
SQUARE = set("§±×÷ˉ←↑→↓∏∑√∞∫≈≠≤≥■□▲△◆◇")
QUOTES = (0x2018, 0x2019, 0x201C, 0x201D)

FONTS = {  # family: (upstream file, face index, characters kept; None keeps all)
    "GW FangSong": ("LXGWZhuqueFangsong-Regular.ttf", 0, None),
    "GW Kai": ("ukai.ttc", 0, HANZI),
    "GW Hei": ("NotoSansSC_500Medium.ttf", 0, CHARSET),
    "GW BiaoSong": ("NotoSerifSC_700Bold.ttf", 0, CHARSET),
    "GW Song": ("NotoSerifSC_400Regular.ttf", 0, CHARSET),
    "GW Latin": ("Tinos_400Regular.ttf", 0, ASCII | RAISED),
    "GW Symbols": ("NotoSansSymbols2_400Regular.ttf", 0, BOXES),
}


def load_subset(path: Path, face: int, characters: set[str] | None) -> TTFont:
    options = subset.Options()
    options.font_number = face
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.layout_features = ["kern", "fwid", "halt", "vert", "lnum", "tnum", "pnum", "liga", "ccmp", "locl"]
    options.drop_tables += ["EBDT", "EBLC", "FFTM", "DSIG"]
    font = subset.load_font(str(path), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(c) for c in characters] if characters else list(font.getBestCmap()))
    subsetter.subset(font)
    return font


def widen_quotes(font: TTFont) -> None:
    """Point the quotation marks at their full-width glyphs (feature fwid)."""
    full_width: dict[str, str] = {}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "fwid":
            for index in record.Feature.LookupListIndex:
                for table in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                    full_width.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for table in font["cmap"].tables:
        if table.isUnicode() and hasattr(table, "cmap"):
            for code in QUOTES:
                if table.cmap.get(code) in full_width:
                    table.cmap[code] = full_width[table.cmap[code]]


def leave_out(font: TTFont, characters: set[str]) -> None:
    """Let a font behind this one print them."""
    for table in font["cmap"].tables:
        if table.isUnicode() and hasattr(table, "cmap"):
            for character in characters:
                table.cmap.pop(ord(character), None)


def level_metrics(font: TTFont) -> None:
    em = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * em), round(DESCENT * em)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent
    os2.usWeightClass, os2.fsSelection, font["head"].macStyle = 400, (os2.fsSelection & ~0x21) | 0x40, 0


def make_square(font: TTFont) -> None:
    """Every glyph in the middle of a square, as wide as a hanzi: ☑ stands below □ in a form."""
    em, widths = font["head"].unitsPerEm, font["hmtx"].metrics
    for name in font.getBestCmap().values():
        glyph, (width, bearing) = font["glyf"][name], widths[name]
        shift = (em - width) // 2
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(font["glyf"])
        widths[name] = (em, bearing + shift)


def rename(font: TTFont, family: str) -> None:
    names, upstream = font["name"], font["name"].getDebugName(4) or ""
    for name_id in (1, 2, 3, 4, 6, 16, 17, 21, 22, 25):
        names.removeNames(nameID=name_id)
    postscript = family.replace(" ", "")
    note = f"Modified from {upstream}: subset, vertical metrics set to 880/-120, renamed."
    for name_id, text in (
        (1, family),
        (2, "Regular"),
        (3, f"{postscript};{upstream}"),
        (4, family),
        (6, f"{postscript}-Regular"),
        (10, note),
    ):
        names.setName(text, name_id, 3, 1, 0x409)


def main(sources: Path, out: Path, families: list[str]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for family in families or FONTS:
        file, face, characters = FONTS[family]
        font = load_subset(next(sources.rglob(file)), face, characters)
        if family == "GW FangSong":
            widen_quotes(font)
            leave_out(font, SQUARE)
        if family == "GW Symbols":
            make_square(font)
        level_metrics(font)
        rename(font, family)
        font.save(out / f"{family.replace(' ', '')}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
