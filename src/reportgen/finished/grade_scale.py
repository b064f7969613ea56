"""The grades by a document's own scale: 95分以上为优，85分（含）至95分为良, where it states one."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.packs.pack import Grades
from reportgen.record import replace

_WORD = r"[“”\"「」]?(?P<grade>优秀|良好|中等|合格|较差|不合格|[优良中差])[“”\"「」]?"
_FROM = r"(?P<low>\d{2,3})(?:\.0+)?分?(?:[（(]含[^）)]{0,4}[）)])?"
_TO = r"(?:(?:及|\(?含\)?)?以上|\s*[—\-－–~～至到]+\s*\d{2,3}(?:\.0+)?分?(?:[（(]不?含[^）)]{0,4}[）)])?)"
_POINTS_FIRST = re.compile(rf"{_FROM}{_TO}[^，。；、\d]{{0,6}}?(?:为|是|属|评为|定为|[:：]){_WORD}")
"""90分以上为优; 80—90分（不含）为“良”."""
_WORD_FIRST = re.compile(rf"{_WORD}[^，。；、\d]{{0,4}}[（(:：]{_FROM}{_TO}")
"""优（95分以上）."""
_FEW = 2


def by_own_scale(grades: Grades | None, lines: Iterable[str]) -> Grades | None:
    """The grades with the bounds that the document states; as they are where it states fewer than two."""
    if grades is None:
        return None
    stated: dict[str, Decimal] = {}
    for line in lines:
        for found in (*_POINTS_FIRST.finditer(line), *_WORD_FIRST.finditer(line)):
            if band := grades.of_word(found["grade"]):
                stated.setdefault(band.name, Decimal(found["low"]))
    bands = [replace(band, low=stated.get(band.name, band.low)) for band in grades.bands]
    falling = all(one.low > other.low for one, other in pairwise(bands))
    return replace(grades, bands=tuple(bands)) if len(stated) >= _FEW and falling else grades
