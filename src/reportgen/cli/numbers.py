"""`check --numbers`: every number of a document with what it is tied to, and the coverage."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from reportgen.cli.console import complain, paint, show
from reportgen.language import _
from reportgen.numbers.ties import Tie, Tied, coverage, ties_of
from reportgen.pipeline.check import check_file


def list_numbers(files: Iterable[Path], roots: tuple[Path, ...] = ()) -> int:
    """List the numbers of every document; 1 when one is contradicted, 2 when a document cannot be made.

    Raises UsageProblem when a file cannot be read.
    """
    return max([0, *(_list_file(path, roots) for path in files)])


def _list_file(path: Path, roots: tuple[Path, ...]) -> int:
    checked = check_file(path, roots)
    documents = list(checked.documents())
    if not documents:
        complain(_("{name} 做不出文档，请先运行 check 看看问题。", name=path))
        return 2
    codes = [0]
    for title, document, content in documents:
        tied = ties_of(document, content)
        show(paint(title or str(path), "cyan"))
        _show_sections(tied)
        show(closing_line(tied))
        codes.append(int(any(each.tie is Tie.CONTRADICTED for each in tied)))
    return max(codes)


def _show_sections(tied: list[Tied]) -> None:
    section = None
    for each in tied:
        if each.section != section:
            section = each.section
            show(section or _("（没有小标题）"))
        show(_line(each))


def _line(each: Tied) -> str:
    color = {Tie.CONTRADICTED: "red", Tie.UNTIED: "yellow"}.get(each.tie, "green")
    words = f"  {each.place}  {each.text}  {paint(tie_word(each.tie), color)}"
    return f"{words}  {each.why}" if each.why else words


def tie_word(tie: Tie) -> str:
    """How a number is tied, in a word."""
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


def closing_line(tied: list[Tied]) -> str:
    """「312个数字，已挂钩298，挂钩率95.5%」, and how many of each kind."""
    if not tied:
        return _("没有数字")
    found = coverage(tied)
    counts = Counter(each.tie for each in tied)
    kinds = _("，").join(f"{tie_word(tie)}{counts[tie]}" for tie in Tie if counts[tie])
    share = found.percent
    line = _("{total}个数字，已挂钩{tied}，挂钩率{share}%", total=found.total, tied=found.tied, share=share)
    return line + _("（{words}）", words=kinds)
