"""The closed list of pages that may stand between a cover and the text of a bound copy."""

from reportgen.packs.outline import ContentsStep
from reportgen.place import Written
from reportgen.record import Struct


class StatementStep(Struct, frozen=True):
    """A page with a title and running text: 声明. `words` are the pack's own, for who writes 照模板."""

    path: str
    title: str
    words: Written | None = None


class SigningStep(Struct, frozen=True):
    """A page with a row for each person who signs: 职责, 姓名, 签字, 日期."""

    path: str
    title: str


class CaptionsStep(Struct, frozen=True):
    """The list of numbered tables and figures."""

    title: str


FrontStep = StatementStep | SigningStep | ContentsStep | CaptionsStep
AS_IN_PACK = "照模板"
DUTY, NAMES = "职责", "姓名"
"""The columns of the field that a signing page is made of."""
