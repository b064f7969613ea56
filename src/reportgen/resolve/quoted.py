"""Values between Chinese quotation marks: to YAML these are letters, and they would be printed."""

from reportgen.diagnostics.kinds import QUOTED
from reportgen.diagnostics.repair import repair, value_edit
from reportgen.language import _
from reportgen.place import Place, Written
from reportgen.record import replace
from reportgen.source.expect import Expect

_OPEN, _CLOSE = "“”‘’「＂\"'", "“”‘’」＂\"'"
"""Input methods give the same mark twice, or one of the keyboard for the other of the pair."""
_INNER = {*_OPEN, *_CLOSE}
_STRAIGHT = ('""', "''")
"""A pair of the keyboard is meant: it stands within the quotation marks of YAML."""


def bare(written: Written | None, expect: Expect, safe: bool = True) -> Written | None:
    """The value without the marks around it, which are said; `safe` where it could not have them."""
    text = written.text if written else ""
    inner = text[1:-1]
    around = text[:1] in _OPEN and text[-1:] in _CLOSE and text[:1] + text[-1:] not in _STRAIGHT
    if written is None or not inner or not around or _INNER.intersection(inner):
        return written
    found = QUOTED.at(written.place, _("两头的引号会当成字印出来"))
    expect.offer(found, repair(value_edit(written.place, text, inner), safe=safe))
    place = written.place
    if written.block or not safe:
        return written
    return replace(written, text=inner, place=Place(place.file, place.line, place.column + 1, len(inner)), quoted=False)
