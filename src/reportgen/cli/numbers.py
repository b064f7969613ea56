"""`check --numbers`: every figure of a document with what it is tied to, and the coverage."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from reportgen.cli.console import complain, complain_of, paint, show
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import guarded
from reportgen.cli.settled import limits_for
from reportgen.errors import ReportgenError
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.pipeline.check import check_file
from reportgen.pipeline.ties import ties_of
from reportgen.statements.endings import unknown_endings
from reportgen.statements.statement import Origin
from reportgen.statements.tally import closing_lines, tie_word
from reportgen.statements.ties import Tie, Tied, Ties
from reportgen.statements.workings import cell_names


def list_numbers(files: Iterable[Path], roots: tuple[Path, ...] = (), limits: Limits | None = None) -> int:
    """List the figures of every document; 1 when one is contradicted, 2 when a document cannot be made or read."""
    code = 0
    listed: list[Tied] = []
    for path in files:
        try:
            documents = guarded(path, limits_for(path, limits), partial(_ties, path, roots))
        except ReportgenError as problem:
            code = max(code, complain_of(problem))
            continue
        if not documents:
            complain(_("{name} 做不出文档，请先运行 check 看看问题。", name=path))
            code = max(code, 2)
        for title, ties in documents:
            show(paint(title or str(path), "cyan"))
            _show_document(ties)
            listed += [*ties.every, *ties.unprinted]
    _show_endings(listed)
    return max(code, int(any(each.tie is Tie.CONTRADICTED for each in listed)))


def _ties(path: Path, roots: tuple[Path, ...]) -> list[tuple[str, Ties]]:
    """Each document's ties, worked out: what is left for later would know no limits."""
    refuse_unusable(path, finished=True)
    checked = check_file(path, roots)
    if checked.cut:
        raise checked.cut
    documents = list(ties_of(checked))
    for _title, ties in documents:
        _worked_out = ties.prose, ties.cells, ties.unprinted
    return documents


def _show_document(ties: Ties) -> None:
    _show_sections(ties.prose)
    if ties.cells:
        show(paint(_("表格里的数"), "cyan"))
        _show_sections(ties.cells)
    if ties.unprinted:
        show(paint(_("内容文件里写错、文档没有印出的数"), "cyan"))
        for each in ties.unprinted:
            show(_line(each))
    for line in closing_lines([each.tie for each in ties.prose], [each.tie for each in ties.cells]):
        show(line)


def _show_sections(tied: Sequence[Tied]) -> None:
    for section, group in groupby(tied, key=lambda each: each.figure.passage.section):
        show(section or _("（没有小标题）"))
        for each in group:
            show(_line(each))


def _line(each: Tied) -> str:
    color = {Tie.CONTRADICTED: "red", Tie.UNTIED: "yellow"}.get(each.tie, "green")
    figure = each.figure
    name = figure.name if figure.origin is Origin.FIELD else " · ".join(cell_names(figure))
    words = [str(figure.place), name, figure.text, paint(tie_word(each.tie), color), each.why]
    return "  " + "  ".join(filter(None, words))


def _show_endings(listed: Sequence[Tied]) -> None:
    if endings := unknown_endings(listed):
        show(paint(_("没有挂钩、词库也不认得的说法（结尾几个字，次数）："), "cyan"))
        for words, count in endings:
            show(f"  {words}  {count}")
