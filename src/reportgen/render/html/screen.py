"""The page as a browser shows it: a sheet of forty characters a line, at any width; printed, it is the page of the PDF.

The PDF's own engine is given none of this.
"""

from collections.abc import Iterator

from reportgen.fonts import BIAO_SONG, FANG_SONG, HEI, KAI, LATIN, SONG
from reportgen.model.document import Role
from reportgen.model.look import Looks
from reportgen.render.html.css import pt

_MEASURE = 40
"""Characters of a line that the eye still finds its way back from."""
_NARROW = "48em"
"""A telephone, or half a window."""
_SMALLER = 0.8
_LEAST_TABLE = "34em"
"""Below that width a table is moved within its frame, and not squeezed."""


_ON_COMPUTERS = {
    FANG_SONG: ("仿宋", "FangSong", "STFangsong"),
    KAI: ("楷体", "KaiTi", "STKaiti"),
    HEI: ("黑体", "SimHei", "STHeiti"),
    SONG: ("宋体", "SimSun", "STSong"),
    BIAO_SONG: ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun"),
    LATIN: ("Times New Roman", "Tinos", "Liberation Serif"),
}
"""What computers have in the place of the faces that only the PDF brings along."""
_ASCII = "; unicode-range: U+20-7E"
"""“ ” — … come from the hanzi's own face, where they are as wide as these."""


def _faces() -> Iterator[str]:
    for face, names in _ON_COMPUTERS.items():
        local = ", ".join(f'local("{name}")' for name in names)
        yield f'@font-face {{ font-family: "{face.family}"; src: {local}{_ASCII if face is LATIN else ""} }}'


def screen_rules(looks: Looks) -> Iterator[str]:
    """The rules for screens; they stand behind all others."""
    yield from _faces()
    body = looks.styles[Role.BODY.value]
    measure = pt(_MEASURE * body.character)
    yield "@media screen {"
    yield "html { background: #e9ecef; color-scheme: light }"
    yield f"body {{ max-width: {measure}; margin: 1.5rem auto; padding: 3rem 3.5rem; background: #fff; color: #111 }}"
    yield "section + section { margin-top: 3rem; padding-top: 3rem; border-top: 1px solid #bbb }"
    yield "div.wide { overflow-x: auto } p.chart img { height: auto }"
    yield "}"
    yield f"@media screen and (max-width: {_NARROW}) {{"
    yield f"body {{ margin: 0; padding: 1.2rem 1rem; zoom: {_SMALLER} }}"
    yield f"div.wide > table {{ min-width: {_LEAST_TABLE} }}"
    yield "}"
    yield "@media print { img { break-inside: avoid } }"
