"""How the figures of a document are tied, counted and said in a line."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen.language import _
from reportgen.statements.ties import Tie, coverage


def tie_word(tie: Tie) -> str:
    """How a figure is tied, in a word."""
    match tie:
        case Tie.BOUND:
            return _("引用")
        case Tie.DERIVED:
            return _("推算")
        case Tie.MATCHED:
            return _("相符")
        case Tie.CONTRADICTED:
            return _("矛盾")
        case Tie.UNTIED:
            return _("未挂钩")


def closing_lines(prose: Sequence[Tie], cells: Sequence[Tie]) -> Iterator[str]:
    """「正文和表格共312个数字，…」: of all, and of text and tables where a document has both."""
    if prose and cells:
        yield _("正文：{line}", line=closing_line(prose))
        yield _("表格：{line}", line=closing_line(cells))
    yield closing_line([*prose, *cells])


def closing_line(ties: Sequence[Tie]) -> str:
    """「312个数字，已挂钩298，挂钩率95.5%」, and how many of each kind."""
    if not ties:
        return _("没有数字")
    found = coverage(ties)
    counts = Counter(ties)
    kinds = _("，").join(f"{tie_word(tie)}{counts[tie]}" for tie in Tie if counts[tie])
    share = found.percent
    line = _("{total}个数字，已挂钩{tied}，挂钩率{share}%", total=found.total, tied=found.tied, share=share)
    return line + _("（{words}）", words=kinds)
