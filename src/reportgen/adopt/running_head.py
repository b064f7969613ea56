"""The running heads of a report → the field 页眉 of a pack that has one."""

from collections.abc import Iterable, Sequence

from reportgen import patterns as re
from reportgen.compose.running_head import FIELD
from reportgen.finished.parts import Line
from reportgen.finished.pdf.headers_footers import is_page_number
from reportgen.language import _
from reportgen.packs.fields import Field

_WORDS = re.compile(r"[一-鿿]")


def running_heads(aside: Iterable[Line]) -> list[Line]:
    """What stands above the text of the pages; of a PDF nothing tells heads and feet apart."""
    places = (_("页眉"), _("页眉页脚"))
    told = (line for line in aside if line.spot.words in places)
    return [line for line in told if _WORDS.search(line.text) and not is_page_number(line.text.strip())]


def only_head(heads: Sequence[Line], fields: Iterable[Field]) -> dict[str, str]:
    """The field, where the pack has it and every page says the same."""
    words = {line.text.strip() for line in heads}
    asked = any(each.name == FIELD for each in fields)
    return {FIELD: next(iter(words))} if asked and len(words) == 1 else {}
