"""Where a list stands that may make a total, and the words that open one."""

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.statements.lexicon import Lexicon, alternation, beginning
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

RANKED = "其次"
"""What leads to the parts by their size: 最大一笔是……，其次……，再次……. There may be more of them."""


class SumList(Struct, frozen=True):
    """Where a list stands: its opening words, the total it belongs to, its region and bracket depth."""

    words: str
    totals: tuple[Statement, ...]
    """The nearest first."""
    start: int
    end: int
    depth: int


def opening_words(lexicon: Lexicon) -> re.Pattern[str]:
    """The words that open a list: 其中, 包括."""
    return lexicon.pattern("opening a list", _opening)


def _opening(lexicon: Lexicon) -> str:
    listed = lexicon.lists["列举"]
    return (
        rf"{beginning(listed, '含类项构来去分结')}"
        rf"(?:{alternation(listed)}|(?<![不包所内])含(?![税有])|(?:[类项]指标(?:得分|权重|分值)|构成)(?=[：:])"
        r"|(?:来源|去向|分布|结构)(?:有|为|是|包括)?(?:[两二三四五六七八\d][个块处方项类条]{1,2})?(?=[：:]))"
        r"(?:包括|有|是|为)?[：:，,]?"
    )


def end_at(paragraph: Paragraph, at: int, depth: int) -> int:
    """Where the sentence, or the bracket, ends that holds `at`."""
    end = paragraph.span(paragraph.sentence(at))[1]
    return next((place for place in range(at, end) if paragraph.depths[place] < depth), end) if depth else end
