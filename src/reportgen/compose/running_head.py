"""页眉: a small line at the head of every page, above a rule, where the content asks for one and the template has none.

Of two lines the first stands on odd pages and the second on even ones, each at the outer side, as page numbers do. The
head lies within the upper margin: neither the type area nor the page number moves. A cover has none.
"""

from reportgen.model.document import Document, plain_text
from reportgen.model.frame import RUNNING_HEAD, Edge, Frame, FrameLine
from reportgen.model.look import Align, Looks, Rule, Style
from reportgen.model.table import CellRole
from reportgen.record import replace

FIELD = "页眉"
_SIZE, _PITCH = 9.0, 12.0
"""小五."""
_OUTER = Align.RIGHT, Align.LEFT
"""Of odd and of even pages."""
_RULE = Rule(0.5, space=1.0)


def with_running_head(frame: Frame, document: Document, looks: Looks) -> Frame:
    """The frame with the head that its document asks for."""
    lines = plain_text(document.lines.get(FIELD, ())).split("\n")
    words = [line.strip() for line in lines if line.strip()]
    if not words or frame.head.items:
        return frame
    style = _style(looks)
    if len(words) == 1:
        odd = even = FrameLine(style, (words[0],))
    else:
        odd, even = (FrameLine(replace(style, align=at), (each,)) for at, each in zip(_OUTER, words[:2], strict=True))
    return replace(frame, head=Edge((odd,), (even,), None if looks.first_numbered else ()))


def _style(looks: Looks) -> Style:
    own = looks.styles.get(RUNNING_HEAD)
    cells = looks.styles[CellRole.CENTER.value]
    return own or replace(cells, name=RUNNING_HEAD, id="GWRunningHead", size=_SIZE, line=_PITCH, rule_below=_RULE)
