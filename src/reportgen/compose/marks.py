"""Marks of other programs at the beginning of a line of prose: what they are, and what is written here instead.

Text comes from web pages, chat programs and note books, whose marks (`* `, `> `, `| a | b |`) would be printed as they
stand. Marks within a line (`![](…)`, `[^1]`, a `**` that `running_text` has not read) are seen by the rule STR018, in
documents of others too.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.compose.flow import FlowLine
from reportgen.compose.numbering import DEEPEST_HEADING, DEEPEST_ITEM
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.repair import repair, written_edit
from reportgen.diagnostics.text_kinds import STRAY_MARK
from reportgen.language import _
from reportgen.place import Written
from reportgen.record import Struct, replace

_BULLETS = "●■◆►▶➢➤‣▪◦•\uf06c\uf06e\uf075\uf0a7\uf0b7\uf0d8\uf0fc"
"""Those of Word and WPS, whose symbol fonts use the private characters."""


class StrayMark(Struct, frozen=True):
    """A mark that has no effect: its length at the beginning of the line, what to do, what to put in its place.

    `instead` is None where only the writer knows.
    """

    length: int
    label: str
    instead: str | None = None


class _Form(Struct, frozen=True):
    pattern: re.Pattern[str]
    label: str
    instead: str | None = None


def _form(pattern: str, label: str, instead: str | None = None) -> _Form:
    return _Form(re.compile(pattern), label, instead)


_AS_WRITTEN = "记号用半角的 # 或 -，后面空一格"
_LIST = "列表的记号会照样印出来；要自动编号的行首写「- 」"
_TABLE = "只有一行，不成表：正文里的表要有表头，下面至少一行，格与格用 | 隔开"
_DIVIDER = _form(r"(?:-\s*){3,}$|(?:\*\s*){3,}$|_{3,}$|={3,}$|-{3,}$", "分隔线会照样印出来，请删去这一行")
_FENCE = _form(r"(?:```|~~~)", "代码的记号会照样印出来，请删去这一行")
_BOX = _form(r"\[[ xX√]\]\s*", "方框会照样印出来，请删去", "")
_QUOTE = _form(r">+\s*(?=[^\s\d>=])", "「>」不是引用的记号，会照样印出来", "")
_FORMS = (
    _form(r"\|.*\|$", _TABLE),
    _form(r"[^\t]*\S\t[^\t]*\S\t.*", _TABLE),
    _form(r"[^\t。；]{1,20}\t[\d.,%]+$", _TABLE),
    _DIVIDER,
    _FENCE,
    _form(r"#{7,}", "小标题最多写六个 #"),
    _form(r"[＃](?=\s)", _AS_WRITTEN, "#"),
    _form(r"[－](?=\s)", _AS_WRITTEN, "-"),
    _form(r"#{1,6}(?=[^\s#\d])", _AS_WRITTEN),
    _form(r"-(?=[\u4e00-\u9fff])", _AS_WRITTEN),
    _BOX,
    _QUOTE,
    _form(r"[*+]\s+(?=\S)", _LIST, "- "),
    _form(rf"[·{_BULLETS}]\s+|[{_BULLETS}](?=\S)", _LIST, "- "),
    _form(r"[–—−](?![–—−])\s+(?=\S)|–(?=[\u4e00-\u9fff])", _LIST, "- "),
    _form(r"[a-zA-Z][.)）]\s*(?=[\u4e00-\u9fff])", "字母编号会照样印出来；要自动编号的行首写「- 」", "- "),
)


_CELL_FORMS = (
    _form(r"\|.*\|$", "表的一格里画不了表，会照样印出来"),
    _DIVIDER,
    _FENCE,
    _form(r"#{1,6}\s*(?=[^\s#\d])", "表里没有小标题，# 会照样印出来", ""),
    _form(r"[*+－-]\s+(?:\[[ xX√]\]\s*)?(?=[^\s\d])", "表里不自动编号，行首的记号会照样印出来；要编号的写 1. 2.", ""),
    _BOX,
    _QUOTE,
)
"""In the cells of a form # and - are words, too; numbers and bullets may be meant."""


def stray_mark(line: str, item: bool) -> StrayMark | None:
    """The mark at the beginning of a line of prose that has no effect here; `item` when it stands behind `- `."""
    for form in _FORMS:
        if match := form.pattern.match(line):
            instead = form.instead if not item or form.instead != "- " else ""
            return StrayMark(len(match[0]), _(form.label), instead)
    return None


def mark_in_cell(line: str) -> StrayMark | None:
    """The mark at the beginning of a line in a form that would be printed as it stands."""
    for form in _CELL_FORMS:
        if match := form.pattern.match(line):
            return StrayMark(len(match[0]), _(form.label), form.instead)
    return None


def misused(written: Written, line: FlowLine, level: int) -> Iterator[Diagnostic]:
    """A mark of another program, one without its blank, or one deeper than the levels of a document."""
    text = written.text[line.start : line.end]
    mark = None if line.depth else stray_mark(text, line.item)
    if line.depth and text.startswith("忽略"):
        mark = StrayMark(1, _("这一行会印成小标题；忽略要写在键的那一行"))
    elif line.depth > DEEPEST_HEADING - 1 and level > DEEPEST_HEADING:
        mark = StrayMark(1, _("公文的小标题只有四层，这一行再往下了，请少写几个 #"))
    elif not mark and line.item and line.nesting and level > DEEPEST_ITEM:
        mark = StrayMark(1, _("编号没有这么多层，与上一层排在一起，请少缩进一层"))
    if mark:
        yield told(written, line.start, mark)


def told(written: Written, start: int, mark: StrayMark) -> Diagnostic:
    """What there is to say of a mark at character `start` of a text, with the repair."""
    found = STRAY_MARK.at(written.place_at(start, mark.length), mark.label)
    if mark.instead is None:
        return found
    return replace(found, repair=repair(written_edit(written, start, start + mark.length, mark.instead)))
