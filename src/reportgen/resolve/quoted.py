"""Values between Chinese quotation marks: to YAML these are letters, and they would be printed."""

from dataclasses import replace

from reportgen.diagnostics.kinds import QUOTED
from reportgen.diagnostics.repair import repair, value_edit
from reportgen.language import _
from reportgen.place import Place, Written
from reportgen.source.expect import Expect

_PAIRS = ("“”", "””", "““", "‘’", "’’", "「」", "＂＂", '“"', '"”')
_INNER = '“”‘’「」＂"'


def bare(written: Written | None, expect: Expect, safe: bool = True) -> Written | None:
    """The value without the marks around it, which are said; `safe` where it could not have them."""
    text = written.text if written else ""
    inner = text[1:-1]
    if written is None or text[:1] + text[-1:] not in _PAIRS or any(mark in inner for mark in _INNER) or not inner:
        return written
    found = QUOTED.at(written.place, _("两头的引号是中文的，会当成字印出来"))
    expect.offer(found, repair(value_edit(written.place, text, inner), safe=safe))
    place = written.place
    if written.block or not safe:
        return written
    return replace(written, text=inner, place=Place(place.file, place.line, place.column + 1, len(inner)), quoted=False)
